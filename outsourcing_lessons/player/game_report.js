// What came of a quarter: the guess beside it, what went right, what cost most, the account, luck or decision.

import { button, node, tableOf } from "./dom.js";
import { causesOf, ledgerOf, reputationOf, rightOf } from "./game_books.js";
import { fitted, legend, strip, weeksChart } from "./game_chart.js";
import { grouped } from "./amounts.js";
import { ahead } from "./models/business.js";

const CLOSE_GUESS = 0.1; // of the cash at the start: a guess that was good
const MANY = 1000;

// The same quarter with other luck: what is in the bank before anything is taken home, least first.
export function othersOf({ before, dials }) {
  return ahead(before, dials, MANY).map(({ cash, home }) => cash + home).sort((a, b) => a - b);
}

export function luckSaid(others, mine, alive) {
  const per100 = (many) => Math.round((100 * many) / others.length);
  const lost = per100(others.filter((cash) => cash === 0).length);
  if (!alive) return `With the same dials, ${lost} of 100 firms have failed by now. This does not show whether another setting is better.`;
  const better = per100(others.filter((cash) => cash > mine).length);
  const verdict = better > 67 ? "You were unlucky for this setting." : better < 33 ? "Luck helped." : "That is about what this setting brings.";
  return `With the same dials, ${better} of 100 quarters end higher. ${verdict} This does not show whether another setting is better.`;
}

export function headOf({ before, guess, report }, made, money) {
  if (!report.alive) return "The account is empty. The firm has failed.";
  if (guess === null) return `${money.of(made)} in the bank.`;
  const off = made - guess;
  if (Math.abs(off) < CLOSE_GUESS * before.business.cash) return `You guessed well: ${money.of(made)}.`;
  return `${money.of(Math.abs(off))} ${off > 0 ? "more" : "less"} than you thought.`;
}

export function reportOf(page, past, most) {
  const { year, money, words } = page;
  const made = past.report.alive ? past.report.cash + past.report.home : 0;
  const others = othersOf(past);
  const luck = luckSaid(others, made, past.report.alive);
  const causes = causesOf(past, money, words).slice(0, 2);
  const rows = ledgerOf(past, money, words).map(([name, steps]) => [name, money.said(steps)]);
  const guessed = past.guess === null ? "" : node("p", `You guessed ${money.of(past.guess)}; the result was ${money.of(made)}.`);
  const next = button(year.over ? "The year" : "What comes next", () => (year.over ? page.finish() : page.decide()), "ol-main");
  const left = node("div.ol-game-side",
    page.title(`Quarter ${past.before.quarter + 1}, what happened`, headOf(past, made, money)), guessed,
    node("ul.ol-game-causes", node("li.ol-game-right", rightOf(past, words)), causes.map(({ text }) => node("li", text))),
    node("div.ol-game-ledger", tableOf("The account", ["", "Amount"], rows)), node("p", reputationOf(past, words)));
  const picture = fitted((width) => weeksChart(year.weeks, { width, money, cash: year.business.cash, quarters: page.item.quarters, title: cashSaid(past, money) }), page.viewSignal);
  const among = fitted((width) => strip(others, made, past.guess, { width, money, most, title: luck }), page.viewSignal);
  const right = node("div.ol-game-main", node("h5", "The account, and who did the jobs"), picture, legend(false), weeksTable(past, page), node("h5", "Luck or decision?"), node("p", luck), among);
  return node("div.ol-game-report", node("div.ol-game-both", left, right), node("div.ol-game-actions", next));
}

function cashSaid({ weeks, before }, money) {
  const lowest = weeks.reduce((least, week) => (week.cash < least.cash ? week : least));
  return `The account by week: ${money.of(before.cash)} before, ${money.of(lowest.cash)} at the lowest in week ${lowest.week + 1}, ${money.of(weeks.at(-1).cash)} at the end.`;
}

function weeksTable({ weeks }, { money, words }) {
  const [, jobs] = words.jobs;
  const columns = ["Week", "In the bank", `${jobs.replace(/^./, (first) => first.toUpperCase())} asked for`, "Done by your people", "By the company", "By you", "Left", "Mistakes", "Your hours"];
  const rows = weeks.map((week) => [
    `${week.week + 1}`, money.of(week.cash), ...[week.asked, week.helped, week.bought, week.own, week.lost].map((many) => grouped(many, 1)),
    grouped(week.escaped + week.slips), grouped(week.hours, 1),
  ]);
  return node("details", node("summary", "Week by week as a table"), tableOf("Week by week", columns, rows, "ol-table", true));
}
