// The game of the last lesson: year.py over again, and the page on which it is played.

import { GamePage } from "outsourcing-lessons/game_page.js";
import { play } from "outsourcing-lessons/models/business.js";
import { WEEKS } from "outsourcing-lessons/models/business_news.js";
import { GAME_PAGES, POLICIES } from "outsourcing-lessons/page_models.js";
import { answeringTheNews, watchingTheAccount } from "./opponents.js";

GAME_PAGES.set("business-year", GamePage);
POLICIES.set("answering-the-news", answeringTheNews);
POLICIES.set("the-account", watchingTheAccount);

export function businessYear(settings, seed, givens) {
  const year = play(givens, settings, seed, 0);
  const lived = year.reports.filter(({ alive }) => alive).length;
  if (!year.alive) return { score: year.score, readouts: [`The firm was lost in quarter ${lived + 1}.`] };
  const hours = givens.own + year.reports.reduce((sum, report) => sum + report.hours, 0) / (WEEKS * settings.length);
  return { score: year.score, readouts: ["The firm lasted the year.", `You worked ${Math.floor(hours + 0.5)} hours a week.`] };
}
