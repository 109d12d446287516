// The commonest types of item, with which a page begins that should load quickly.

import { BET } from "./bet.js";
import { MULTIPLE_CHOICE, SINGLE_CHOICE } from "./choice.js";
import { NUMBER } from "./number.js";
import { PREDICTION } from "./prediction.js";

export const FIRST_TYPES = {
  "single-choice": SINGLE_CHOICE,
  "multiple-choice": MULTIPLE_CHOICE,
  number: NUMBER,
  prediction: PREDICTION,
  bet: BET,
};
