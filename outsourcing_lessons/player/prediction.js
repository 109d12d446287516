// A number guessed before the truth is shown: best guess, a range, and how sure the range is.

import { node } from "./dom.js";
import { isSuspect, numberInput, sureness } from "./fields.js";
import { brierOf, ensure, isOfAHundred, member, numbersOf, outcomeOf, refuseShares } from "./outcome.js";
import WORDS_JSON from "./words.json";

function predictionForm(item) {
  const to = [node("span.ol-unseen", "Probably "), "to"]; // alone, it says nothing to who hears the fields one by one
  const [value, low, high] = ["My best guess", "Probably from", to].map((words) => numberInput(words, item));
  const sure = sureness(WORDS_JSON.asked["sure-of-range"]);
  const range = node("div.ol-range", low.row, high.row);
  const field = node("fieldset", node("legend.ol-unseen", "Your prediction"), value.row, range, sure.field);
  const numbers = [value, low, high].map(({ input }) => input);
  const typed = () => ({ value: value.input.value, low: low.input.value, high: high.input.value });
  const read = () => ({ ...typed(), confidence: sure.read() });
  const write = (kept) => {
    ["value", "low", "high"].forEach((which, i) => (numbers[i].value = kept?.[which] ?? ""));
    sure.write(kept);
  };
  const suspects = (code) => {
    if (code === "no-confidence") return [sure.field];
    return numbers.filter((input) => isSuspect(code, input.value || "?"));
  };
  return { field, read, write, suspects };
}

function judgePrediction(item, response) {
  const [value, low, high] = ["value", "low", "high"].map((name) => numbersOf(member(response, name), item)[0]);
  ensure([value, low, high].every((one) => item.low <= one && one <= item.high), "out-of-range");
  ensure(low <= value && value <= high, "range-order");
  if (isOfAHundred(item)) refuseShares(item, [response.value, response.low, response.high], [value, low, high]);
  const held = low <= item.key && item.key <= high;
  const brier = brierOf(response, held);
  const feedback = held ? item.praise : item.key < low ? item.below : item.above;
  return outcomeOf({ correct: held, score: held ? 1 : 0, feedback: [feedback], brier });
}

export const PREDICTION = { form: predictionForm, judge: judgePrediction, committed: true, graded: false };
