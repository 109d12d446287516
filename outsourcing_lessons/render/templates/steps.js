// The steps of this workbook: where each stands, and whether it is done.

import { blockOf } from "./content.js";
import { keep, kept, latest } from "./browser_storage.js";

/** @type {HTMLElement[]} */
export const steps = [...document.querySelectorAll(/** @type {"section"} */ (".wb-lesson .wb-step"))];

// A page that ends a part or a lesson.
export const isClose = (step) => Boolean(step?.dataset.close);

// What a learner has walked through is kept as the answers are: {at, seen, whole}.
export const WALK = { kind: "walk", id: "place" };

const places = new Map(steps.map((step, index) => [step, index]));

export const partOf = (step) => step.id.slice(0, step.id.lastIndexOf("/"));
export const lessonOf = (step) => step.id.slice(0, step.id.indexOf("/"));
export const stepsOf = (part) => steps.filter((step) => partOf(step) === part);
export const after = (step) => steps[places.get(step) + 1] ?? null;
export const before = (step) => steps[places.get(step) - 1] ?? null;

// The step of an address such as #lesson/3/2, or the one that holds the place an older link leads to.
export function stepAt(hash) {
  const id = decoded(hash.replace(/^#/, ""));
  const place = id && document.getElementById(id);
  return place ? /** @type {HTMLElement | null} */ (place.closest(".wb-step")) : nearest(id);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// The lesson may have been rewritten since its address was kept: its part is better than its beginning, and that than nothing.
function nearest(id) {
  const [lesson, part] = id.split("/");
  return steps.find((step) => partOf(step) === `${lesson}/${part}`) ?? steps.find((step) => lessonOf(step) === lesson) ?? null;
}

export const walked = () => kept(WALK);

export function note(changed) {
  keep(WALK, { ...latest(WALK), ...changed });
}

export function noteSeen(step) {
  const { seen } = latest(WALK);
  if (!seen.includes(step.id)) note({ seen: [...seen, step.id] });
}

// The questions a step asks.
export function askedIn(step) {
  const places = /** @type {HTMLElement[]} */ ([...step.querySelectorAll("[data-item]")]);
  return places.map(({ dataset }) => blockOf.get(dataset.block)).filter(Boolean);
}

// A step with a question is done when it is answered, any other when one went on from it.
export function isDone(step) {
  const asked = askedIn(step);
  return asked.length ? asked.every((block) => kept(block).attempts.length) : walked().seen.includes(step.id);
}

export function minutesOf(some) {
  return Math.ceil(some.reduce((sum, step) => sum + Number(step.dataset.minutes), 0));
}

export const wordsOf = (step) => step.querySelector(".wb-text :is(h1, h2), .wb-where")?.textContent ?? "";
