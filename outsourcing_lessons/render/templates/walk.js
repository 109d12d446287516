// Walking through the workbook: one step in view, an address for each, and nothing locked. Without this script, in print
// and for whoever wants it as one page, all steps stand in order.

import { at } from "../../player/dom.js";
import { openDrawer, paintBar, wireDrawer } from "./bar.js";
import { paintClose } from "./close.js";
import { paintFoot, sent, watchFoot } from "./foot.js";
import { paintHome } from "./home.js";
import { isReview, nextToReview, passOver } from "./review.js";
import { after, askedIn, isClose, note, noteSeen, stepAt, steps, walked } from "./steps.js";

let current = null;
const { body } = document;

function hideAllBut(step) {
  for (const one of steps) {
    if (one === step) one.removeAttribute("hidden");
    else one.setAttribute("hidden", "until-found");
  }
}

function enter(step) {
  current = step;
  body.classList.toggle("wb-at-home", !step);
  hideAllBut(step);
  at("review").hidden = !isReview(step);
  at("place").hidden = at("foot").hidden = !step;
  if (!step) return paintHome();
  if (!isReview(step) && walked().at !== step.id) note({ at: step.id });
  if (isClose(step)) paintClose(step);
  repaintWalk();
  watchFoot(step);
  document.documentElement.style.setProperty("--foot", `${at("foot").offsetHeight}px`);
  document.documentElement.style.setProperty("--top", `${at("place").offsetHeight}px`); // a chart stays below the bar
}

export function repaintWalk() {
  if (!current) return paintHome();
  paintBar(current);
  paintFoot(current);
}

// The step of the address; a review with nothing due is none.
function wantedStep() {
  const step = stepAt(location.hash);
  return isReview(step) && !nextToReview() ? null : step;
}

// Goes where the address says; the focus goes to the heading, so that it is read out.
function follow() {
  if (asOnePage()) return;
  at("drawer").close();
  const step = wantedStep();
  const entered = step !== current;
  enter(step);
  if (entered) glide(step);
  scrollTo(0, 0);
  focusOn(step);
}

function glide(step) {
  step?.classList.remove("wb-enter");
  void step?.offsetWidth; // so that it glides again
  step?.classList.add("wb-enter");
}

// The heading of a step; where it has none of its own, that of its part.
const headingOf = (step) => step.querySelector(":scope > .wb-text :is(h1, h2), :scope > .wb-where") ?? step;

function focusOn(step) {
  const goal = step ? headingOf(step) : at("home");
  goal.setAttribute("tabindex", "-1");
  goal.focus({ preventScroll: true });
}

const asOnePage = () => !body.classList.contains("wb-paged");

function readWhole(wanted) {
  body.classList.toggle("wb-paged", !wanted);
  at("whole").textContent = wanted ? "Read step by step" : "Read as one page";
  if (!wanted) return enter(wantedStep());
  current = null;
  document.documentElement.style.removeProperty("--top");
  body.classList.remove("wb-at-home");
  at("review").hidden = at("place").hidden = at("foot").hidden = true;
  for (const one of steps) one.removeAttribute("hidden");
  return paintHome();
}

function onward() {
  if (sent(current)) return null;
  if (isReview(current)) return nextReview();
  noteSeen(current);
  return location.assign(`#${after(current)?.id ?? "home"}`);
}

function passQuestion(event) {
  if (!isReview(current)) return;
  event.preventDefault();
  passOver();
  nextReview();
}

function nextReview() {
  if (!nextToReview()) return location.assign("#home");
  repaintWalk();
  return focusOn(current);
}

// The focus of whoever has answered goes to the way on; what is said about the answer is read out by itself.
function answered({ detail }) {
  if (!current) return;
  repaintWalk();
  if (!askedIn(current).some(({ item }) => item.id === detail.id)) return;
  for (const said of current.querySelectorAll(".ol-say, .ol-answer:has(:checked) > .ol-why")) said.scrollIntoView({ block: "nearest" });
  if (current.querySelector("fieldset:disabled")) at("go").focus({ preventScroll: true });
}

// Shows some steps that belong together at once; the way on leads from the last of them.
export function showTogether(some) {
  for (const one of some) noteSeen(one);
  const last = some.at(-1);
  history.replaceState(null, "", `#${last.id}`);
  enter(last);
  for (const one of some) one.removeAttribute("hidden");
  scrollTo(0, 0);
  focusOn(some[0]);
}

export function beginWalk() {
  wireDrawer();
  at("whole").parentElement.hidden = false;
  at("whole").addEventListener("click", () => {
    note({ whole: !asOnePage() });
    readWhole(!asOnePage());
  });
  at("contents-open").addEventListener("click", () => openDrawer(current));
  at("go").addEventListener("click", onward);
  at("skip").addEventListener("click", passQuestion);
  window.addEventListener("hashchange", follow);
  document.addEventListener("ol:attempt", answered);
  document.addEventListener("ol:told", repaintWalk);
  for (const step of steps) step.addEventListener("beforematch", () => found(step));
  /** @type {any} */ (document.querySelector(".wb-skip")).addEventListener("click", (event) => {
    if (asOnePage() || !current) return;
    event.preventDefault();
    focusOn(current);
  });
  readWhole(walked().whole);
}

// Found by the browser's search: it comes into view where it stands, and the address follows.
function found(step) {
  if (asOnePage() || stepAt(location.hash) === step) return;
  history.pushState(null, "", `#${step.id}`);
  enter(step);
}


