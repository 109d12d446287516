// What is said about an answer: the verdict, and why an answer was refused.

import { icon, node } from "./dom.js";
import { TYPES } from "./item_types.js";

export const REFUSALS = {
  "nothing-chosen": "Nothing is chosen yet: choose an answer first.",
  "nothing-typed": "Type a number first, such as 51.2 or 1,250.",
  "not-a-number": "That is not a number I can read: write it like 51.2 or 1,250.",
  "more-than-a-number":
    "Write the number in figures, followed only by its unit: 2,000,000 and not 2 Mio, 1,500 and not 1.5 thousand.",
  share:
    "That looks like a fraction. Answer out of a hundred: a third is 33.3, not 0.333. If you do mean less than one in a " +
    "hundred, write the unit behind it.",
  "out-of-range": "That is outside what is possible here: check the size and the unit.",
  sum: "The parts do not add up to the total yet: see what is left to share out.",
  "range-order": "The range must go from low to high, with your best guess inside it.",
  "no-confidence": "Say how sure you are: choose one of the seven levels.",
  "too-short": "That is very short: write a sentence or two first.",
  "too-long": "That is too long: at most 40 characters for a number, 5,000 for a text.",
  "unknown-option": "This answer does not belong to this question: run the lesson again, then answer again.",
  "not-a-response": "This answer is not complete: fill in everything, then try again.",
};

// Of the sentences those that are not seen here are seen elsewhere, and read out here.
export function panel(tag, state, words, sentences, note = "", seen = sentences) {
  const title = node("strong.ol-verdict", icon(state), node("span", words), note && node("span.ol-note", note));
  return node(`${tag}.ol-feedback.ol-${state}`, title, sentences.map((one) => node(`span.ol-said${seen.includes(one) ? "" : ".ol-unseen"}`, one)));
}

export function moreBelong(many) {
  const words = ["", "One", "Two", "Three", "Four", "Five"][many] ?? many;
  return `${words} more belong${many === 1 ? "s" : ""} here.`;
}

export function verdict(item, outcome) {
  const type = TYPES[item.type];
  if (outcome.correct === null) return ["answer", type.recorded(item, outcome)];
  if (outcome.correct) return ["right", type.right];
  return outcome.score > 0 ? ["partly", type.partly(item, outcome)] : ["not-yet", type.wrong(item, outcome)];
}

// What the button says of an answer that may be given again: the explanation may stand outside of what is in view.
export function seeWhere(state, where) {
  const short = { "not-yet": "Not yet", partly: "Partly right", refused: "Not yet" }[state];
  return short && `${short}: see ${where}`;
}
