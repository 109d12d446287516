// The types of item, in one place. Each is a module with its form and its judge, as items/ has one file for each; what a
// type does not say of itself is as it is here.

import { ALLOCATION } from "./allocation.js";
import { BET } from "./bet.js";
import { MULTIPLE_CHOICE, SINGLE_CHOICE } from "./choice.js";
import { GAME } from "./game.js";
import { NUMBER } from "./number.js";
import { ORDERING } from "./ordering.js";
import { PREDICTION } from "./prediction.js";
import { SHORT_TEXT } from "./text.js";

const ORDINARY = {
  graded: true, // right or wrong, as a test's answer is
  committed: false, // the first answer counts, and says how sure it is
  written: false, // a text, which its writer compares with a list
  page: () => undefined, // the class that shows an item in a way of its own
  keyed: true, // there is an answer to be shown
  send: "Check",
  answer: "The answer",
  right: "Right",
  partly: () => "Partly right",
  wrong: () => "Not yet",
  noted: () => ["Committed", "Now explore, then see the reveal below."], // of a first answer that counts
};

/** @type {Record<string, Record<string, any>>} */
export const TYPES = Object.fromEntries(
  Object.entries({
    "single-choice": SINGLE_CHOICE,
    "multiple-choice": MULTIPLE_CHOICE,
    number: NUMBER,
    ordering: ORDERING,
    allocation: ALLOCATION,
    prediction: PREDICTION,
    "short-text": SHORT_TEXT,
    game: GAME,
    bet: BET,
  }).map(([name, type]) => [name, { ...ORDINARY, ...type }]),
);
