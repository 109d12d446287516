// What the explorer of trials_explorer.py computes, in the page.

import { beliefAfterPasses, chanceToPass } from "outsourcing-lessons/models/trials.js";
import { settled } from "outsourcing-lessons/view.js";

const MOST_TRIALS = 6;

// If somebody fails, the next one is tried, so each hire also pays for the trials of those who failed.
export function trials({ passes }, values) {
  const [good, slips, chosen] = [values.good / 100, values.slips / 100, values.trials];
  const numbers = Array.from({ length: MOST_TRIALS + 1 }, (_, i) => i);
  const belief = numbers.map((passed) => beliefAfterPasses(passed, good, passes, slips));
  const paid = [];
  let [through, begun] = [1, 0];
  for (const passed of numbers) {
    paid.push((values.cost * begun) / through);
    begun += through;
    through *= chanceToPass(belief[passed], passes, slips);
  }
  const wrong = numbers.map((passed) => beliefAfterPasses(passed, 1 - good, slips, passes) * values.loss);
  const both = settled(numbers.map((n) => paid[n] + wrong[n]));
  const cheapest = both.indexOf(Math.min(...both));
  return {
    numbers,
    paid_line: paid,
    wrong_line: wrong,
    both_line: both,
    here: 100 * belief[chosen],
    home: 100 * (1 - passes ** chosen),
    paid: paid[chosen],
    wrong: wrong[chosen],
    both: both[chosen],
    over: both[chosen] - both[cheapest],
    best: cheapest === chosen,
    untried: chosen === 0,
  };
}
