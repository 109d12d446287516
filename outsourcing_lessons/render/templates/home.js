// The first page: where to go on, and how far each lesson is.

import { plural } from "../../player/amounts.js";
import { at, make, node } from "../../player/dom.js";
import { paintReview } from "./review.js";
import { askedIn, isClose, isDone, lessonOf, minutesOf, partOf, stepAt, steps, walked, wordsOf } from "./steps.js";

export function paintHome() {
  paintResume();
  paintReview();
  for (const row of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-lesson]"))) paintLesson(row);
}

function paintResume() {
  const step = walked().at ? stepAt(walked().at) : null;
  const goal = step ?? steps[0];
  if (!goal) return;
  at("resume").href = `#${goal.id}`;
  const [over, title, under] = step
    ? ["Continue where you were", wordsOf(step), titleOf(lessonOf(step))]
    : ["Begin here", titleOf(lessonOf(goal)), inLesson(lessonOf(goal), ".wb-leave")];
  at("resume").replaceChildren(node("small", over), node("b", title), node("small", under));
  at("resume").hidden = false;
}

const inLesson = (lesson, css) => document.querySelector(`[data-lesson="${CSS.escape(lesson)}"] ${css}`)?.textContent ?? "";
export const titleOf = (lesson) => inLesson(lesson, ".wb-lesson-title");

function paintLesson(row) {
  const mine = steps.filter((step) => lessonOf(step) === row.dataset.lesson && !isClose(step));
  const parts = [...new Set(mine.map(partOf))];
  const left = mine.filter((step) => !isDone(step));
  const today = left.filter((step) => !askedIn(step).some(({ section }) => section === "recall")); // what is from memory is for another day
  const open = new Set(left.map(partOf));
  const done = parts.length - open.size;
  const words = left.length === 0 ? "All done" : `${done} of ${plural(parts.length, "part")} done · ${plural(minutesOf(today), "minute")} left`;
  const bits = make("span.wb-bits", { "aria-hidden": "true" }, parts.map((part) => make("i", { class: !open.has(part) && "wb-full" })));
  const place = row.querySelector(".wb-done");
  place.hidden = left.length === mine.length;
  place.replaceChildren(words, bits);
  for (const link of row.querySelectorAll(".wb-parts a")) paintPart(link, open);
}

function paintPart(link, open) {
  const part = link.getAttribute("href").slice(1).replace(/\/1$/, "");
  link.querySelector(".wb-tick")?.remove();
  if (!open.has(part)) link.append(node("span.wb-tick", "✓", node("span.ol-unseen", " done")));
}
