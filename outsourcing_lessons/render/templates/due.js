// Which questions are due for review today and on which days, from the answers that were kept and from nothing else.

import { plural } from "../../player/amounts.js";
import { afterReview, ratingOf } from "../../player/fsrs.js";
import { all, data } from "./content.js";
import { kept } from "./browser_storage.js";

const REVIEWED = ["recall", "when-wrong"];
const MINUTES_A_DAY = 5;

const reviewed = all.map(({ block }) => block).filter(({ kind, section }) => kind === "ask" && REVIEWED.includes(section));

export const dayOfReview = (time) => {
  const day = new Date(time);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
};

// Of each day the first answer counts: later ones were made with the explanation in view.
function firstsOf(block) {
  const firsts = new Map();
  for (const attempt of kept(block).attempts) {
    const when = Date.parse(attempt.at);
    if (Number.isFinite(when) && !firsts.has(dayOfReview(when))) firsts.set(dayOfReview(when), { ...attempt, when });
  }
  return [...firsts.values()].sort((a, b) => a.when - b.when);
}

function standingOf(block) {
  const firsts = firstsOf(block);
  const card = firsts.reduce((before, { outcome, response, when }) => afterReview(before, ratingOf(outcome, response), when), null);
  return card && { block, asked: firsts.length, last: card.last, due: card.due };
}

// Which of these questions come back, and when; what is not answered yet has no day.
export function comesBack(blocks) {
  const found = reviewed.filter((block) => blocks.includes(block)).map(standingOf).filter(Boolean);
  return found.sort((a, b) => a.due - b.due);
}

// The next days on which questions come back, for a calendar, numbered as lab/learner_progress.py does; what is overdue comes today.
export function reviewDates(now = Date.now(), most = 10) {
  const days = new Map();
  for (const one of comesBack(reviewed)) {
    const day = Math.max(dayOfReview(one.due), dayOfReview(now));
    days.set(day, [...(days.get(day) ?? []), one]);
  }
  return [...days].slice(0, most).map(([day, some], place) => ({ id: `${data.course}.review-${place + 1}`, day: written(day), text: inWords(some) }));
}

function written(time) {
  const day = new Date(time);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function inWords(some) {
  const minutes = Math.max(1, Math.round(minutesIn(some)));
  return `${data.title}: ${plural(some.length, "question")} to review, about ${plural(minutes, "minute")}`;
}

// What is to do today, as far as five minutes go, and the day to come back.
export function todaysReview(now = Date.now()) {
  const today = dayOfReview(now);
  const standings = reviewed.map(standingOf).filter(Boolean);
  const done = standings.filter(({ asked, last }) => asked > 1 && dayOfReview(last) === today);
  const due = standings.filter((one) => dayOfReview(one.due) <= today && !done.includes(one));
  due.sort((a, b) => a.due - b.due || (a.block.id < b.block.id ? -1 : 1));
  const later = standings.filter(({ due: when }) => dayOfReview(when) > today).map(({ due: when }) => when);
  const toDo = thatFit(due, MINUTES_A_DAY - minutesIn(done), !done.length);
  return { toDo: toDo.map(({ block }) => block), done: done.length, next: later.length ? Math.min(...later) : null };
}

const minutesIn = (some) => some.reduce((sum, { block }) => sum + block.item.minutes, 0);

function thatFit(due, minutes, oneAtLeast) {
  const fit = due.findIndex((_, i) => minutesIn(due.slice(0, i + 1)) > minutes);
  const count = fit < 0 ? due.length : fit;
  return due.slice(0, oneAtLeast ? Math.max(count, 1) : count);
}
