// What the explorers of explorers.py compute, in the page.

import { successBestOf } from "outsourcing-lessons/models/selection.js";
import { beliefAfterPasses, chanceToPass } from "outsourcing-lessons/models/trials.js";
import { settled } from "outsourcing-lessons/view.js";
import { roundedTo } from "outsourcing-lessons/written.js";

const METHODS = ["years", "talk", "sample", "marks"];
const CLOSE = 0.015;
const [WELL, NOTHING] = [0.3, 0.5]; // from where on judgement is good; good ones of 100 that are as good as none
const MOST_TRIALS = 6;

export function judging(givens, { validity, candidates, good }) {
  const base = good / 100;
  const among100 = (at) => Math.round(1e6 * 100 * successBestOf(base, at, candidates)) / 1e6;
  const validities = Array.from({ length: 41 }, (_, i) => i / 50);
  const here = among100(validity);
  const near = METHODS.find((name) => Math.abs(givens[`by_${name}`] - validity) < CLOSE);
  const found = {
    validities,
    curve: validities.map(among100),
    lots: validities.map(() => 100 * base),
    here,
    more: here - 100 * base,
    wrong: 100 - roundedTo(here, 0),
    only: candidates === 1,
    any: near !== undefined,
    idle: validity >= WELL && here - 100 * base < NOTHING,
  };
  for (const name of METHODS) {
    found[`good_${name}`] = among100(givens[`by_${name}`]);
    found[`near_${name}`] = name === near;
  }
  return found;
}

// Whoever fails is let go and the next one is tried, so each hire also pays for the trials of those who failed.
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
  const wrong = belief.map((sure) => (1 - sure) * values.loss);
  const both = settled(numbers.map((n) => paid[n] + wrong[n]));
  const cheapest = both.indexOf(Math.min(...both));
  return {
    numbers,
    belief: belief.map((sure) => 100 * sure),
    left: numbers.map((n) => 100 * passes ** n),
    here: 100 * belief[chosen],
    paid: paid[chosen],
    wrong: wrong[chosen],
    both: both[chosen],
    cheapest,
    belief_cheapest: 100 * belief[cheapest],
    best: cheapest === chosen,
    untried: chosen === 0,
    none: cheapest === 0,
  };
}
