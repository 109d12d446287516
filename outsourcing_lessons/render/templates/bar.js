// The bar above a step: the lesson, the steps of this part, the minutes left; and the contents in a drawer.

import { NB, plural } from "../../player/amounts.js";
import { at, make, node } from "../../player/dom.js";
import { paintHome, titleOf } from "./home.js";
import { isReview, leftToReview } from "./review.js";
import { isClose, isDone, lessonOf, minutesOf, partOf, stepsOf } from "./steps.js";

export function paintBar(step) {
  if (isReview(step)) return paintReviewBar();
  const mine = stepsOf(partOf(step));
  at("here").textContent = titleOf(lessonOf(step));
  at("track").replaceChildren(...mine.map((one, i) => node("li", segment(one, i, mine.length, one === step))));
  if (isClose(step)) return at("left").replaceChildren("Done");
  return at("left").replaceChildren(`${minutesOf(mine.slice(mine.indexOf(step)))}${NB}min left here`);
}

function paintReviewBar() {
  at("here").textContent = "For review today";
  at("track").replaceChildren();
  at("left").replaceChildren(plural(leftToReview(), "question"));
}

function segment(step, i, count, current) {
  const done = isDone(step);
  const words = `Step ${i + 1} of ${count}${done ? ", done" : ""}`;
  return make("a", { href: `#${step.id}`, "aria-label": words, "aria-current": current && "step", class: done && "wb-full" });
}

// The contents are one list: at home it stands on the page, and in a step it is lent to the drawer.
export function openDrawer(step) {
  const drawer = at("drawer");
  paintHome();
  for (const link of at("nav").querySelectorAll(".wb-parts a")) {
    const here = link.getAttribute("href") === `#${partOf(step)}/1`;
    if (here) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
  drawer.append(at("nav"));
  drawer.showModal();
}

export function wireDrawer() {
  const drawer = at("drawer");
  drawer.addEventListener("click", ({ target }) => (target === drawer || target.closest("a")) && drawer.close());
  drawer.addEventListener("close", () => at("review-card").after(at("nav")));
}
