// A number with a unit and a tolerance, and the wrong numbers that known misconceptions lead to.

import { node } from "./dom.js";
import { numberInput } from "./fields.js";
import { ensure, isOfAHundred, member, near, numbersOf, outcomeOf, refuseShares, rightly } from "./outcome.js";
import WORDS_JSON from "./words.json";

function numberForm(item) {
  const { input, row } = numberInput(WORDS_JSON.asked.number, item);
  const field = node("fieldset", node("legend.ol-unseen", WORDS_JSON.asked.number), row);
  const write = (kept) => (input.value = kept?.value ?? "");
  return { field, read: () => ({ value: input.value }), write, suspects: () => [input] };
}

function judgeNumber(item, response) {
  const found = numbersOf(member(response, "value"), item);
  ensure(found.some((one) => item.low <= one && one <= item.high), "out-of-range");
  if (found.some((one) => near(one, item.key, item.tolerance))) return rightly(item.praise);
  const trap = item.traps.find((one) => found.some((reading) => near(reading, one.value, one.tolerance)));
  if (!trap && isOfAHundred(item)) {
    ensure(!found.some((one) => near(100 * one, item.key, item.tolerance)), "share");
    refuseShares(item, [response.value], [found[0]]);
  }
  return outcomeOf({ feedback: [trap ? trap.feedback : item.otherwise] });
}

export const NUMBER = { form: numberForm, judge: judgeNumber };
