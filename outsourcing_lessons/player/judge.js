// What a response is worth and what is said about it, for pages without a kernel: items/judge.py over again.

import { brierOf, ensure, isPlain, outcomeOf, Refused } from "./outcome.js";
import { addTypes, TYPES } from "./item_types.js";
import { EVERY_TYPE } from "./items.js";

addTypes(EVERY_TYPE);

// An outcome as the player is given it: with what is said of each option. It is never kept that way.
export function explained(item, outcome) {
  const reasons = outcome.valid && TYPES[item.type].reasons?.(item);
  return reasons ? { ...outcome, reasons } : outcome;
}

export function judge(item, response) {
  try {
    ensure(isPlain(response), "not-a-response");
    const judged = TYPES[item.type].judge(item, response);
    // What a stated confidence was worth; a prediction's is in its outcome already.
    if (!Object.hasOwn(response, "confidence") || judged.brier !== null || judged.correct === null) return judged;
    return { ...judged, brier: brierOf(response, judged.correct) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return outcomeOf({ valid: false, refusal: error.message });
  }
}
