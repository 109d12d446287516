// Today's review: what is due, one question at a time, in the same place as a step.

import { plural } from "../../player/amounts.js";
import { at } from "../../player/dom.js";
import { mount } from "../../player/mounting.js";
import { todaysReview } from "./due.js";
import { hostOf } from "./hosts.js";

let unmount = null;
const passed = new Set(); // what was passed over in this sitting

export const isReview = (step) => step?.id === "review";

export const dayInWordsOf = (time) => new Date(time).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });

// On the first page: what is due, or when something will be.
export function paintReview() {
  const { toDo, done, next } = todaysReview();
  at("review-card").hidden = !toDo.length && !done && next === null;
  at("review-open").hidden = !toDo.length;
  const again = next === null ? "" : ` Come back on ${dayInWordsOf(next)}.`;
  at("review-words").textContent = toDo.length
    ? `${plural(toDo.length, "question")} you would soon forget, about five minutes at most.`
    : `${done ? "Done for today." : "Nothing is due today."}${again}`;
}

// Puts the next question into its place, as if it had never been asked; says whether there is one.
export function nextToReview() {
  const block = openToday()[0];
  unmount?.();
  unmount = null;
  if (!block) return false;
  at("review-place").dataset.block = block.id;
  unmount = mount(at("review-place"), block, { ...hostOf(block), restore: () => ({ attempts: [] }) });
  return true;
}

export function passOver() {
  passed.add(at("review-place").dataset.block);
}

const openToday = () => todaysReview().toDo.filter(({ id }) => !passed.has(id));

export const leftToReview = () => openToday().length;
