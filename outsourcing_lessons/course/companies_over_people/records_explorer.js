// What the explorer of records_explorer.py computes, in the page.

import { chanceBetter, wilsonInterval } from "outsourcing-lessons/models/ratings.js";
import { roundedTo } from "outsourcing-lessons/written.js";

const LEVELS_DRAWN = Array.from({ length: 16 }, (_, i) => 50 + 3 * i); // good jobs in 100 that are usual on a marketplace

export function records({ many, few, bad }, values) {
  const [jobs, good, alike] = [values["short-jobs"], many - values["long-bad"], values.alike];
  const prior = (level) => (alike ? [(level * alike) / 100, ((100 - level) * alike) / 100] : [1, 1]);
  const chanceAt = (level) => roundedTo(100 * chanceBetter(good, many, jobs, jobs, ...prior(level)), 9); // no more is summed exactly
  const chance = chanceAt(values.ordinary);
  const even = 48.5 <= chance && chance < 51.5;
  const lowest = (...record) => roundedTo(100 * wilsonInterval(...record)[0], 9);
  return {
    levels: LEVELS_DRAWN,
    chances: LEVELS_DRAWN.map(chanceAt),
    evens: LEVELS_DRAWN.map(() => 50),
    chance,
    sure: Math.min(Math.max(chance, 100 - chance), 99),
    even,
    long_better: !even && chance > 50,
    short_better: !even && chance <= 50,
    unknown: alike === 0,
    differ: 0 < alike && alike <= 30,
    some: 30 < alike && alike < 70,
    same: alike >= 70,
    long_low: lowest(good, many),
    short_low: lowest(jobs, jobs),
    flipped: jobs === few && values["long-bad"] === bad && !even && chance <= 50,
  };
}
