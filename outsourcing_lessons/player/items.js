// The types of item, here and in first_items.js. Each is a module with its form and its judge, as items/ has one file for
// each.

import { ALLOCATION } from "./allocation.js";
import { FIRST_TYPES } from "./first_items.js";
import { GAME } from "./game.js";
import { ORDERING } from "./ordering.js";
import { SHORT_TEXT } from "./text.js";

export const EVERY_TYPE = {
  ...FIRST_TYPES,
  ordering: ORDERING,
  allocation: ALLOCATION,
  "short-text": SHORT_TEXT,
  game: GAME,
};
