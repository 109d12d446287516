// What the explorers of explorers.py compute, in the page.

import { companyCost, individualCost, priceFrontier } from "outsourcing-lessons/models/intermediaries.js";
import { chanceBetter, wilsonInterval } from "outsourcing-lessons/models/ratings.js";
import { settled } from "outsourcing-lessons/view.js";
import { roundedTo } from "outsourcing-lessons/written.js";

const ORDINARY = Array.from({ length: 46 }, (_, i) => 50 + i); // good jobs in 100 that are usual on a marketplace

export function records({ many, few, bad }, values) {
  const [jobs, good, alike] = [values["short-jobs"], many - values["long-bad"], values.alike];
  const prior = (level) => (alike ? [(level * alike) / 100, ((100 - level) * alike) / 100] : [1, 1]);
  const chanceAt = (level) => roundedTo(100 * chanceBetter(good, many, jobs, jobs, ...prior(level)), 9); // no more is summed exactly
  const chance = chanceAt(values.ordinary);
  const even = 48.5 <= chance && chance < 51.5;
  const lowest = (...record) => roundedTo(100 * wilsonInterval(...record)[0], 9);
  return {
    levels: ORDINARY,
    chances: ORDINARY.map(chanceAt),
    evens: ORDINARY.map(() => 50),
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

export function cover(givens, values) {
  const [person, asked] = [givens.individual_price, values["mark-up"]];
  const year = {
    ...givens,
    company_price: person * (1 + asked / 100),
    individual_attention: 12 * values["own-hours"],
    outage: values.away / 100,
    shared: values.together / 100,
    outage_cost: values.gap,
  };
  const gaps = Array.from({ length: 41 }, (_, i) => (i * givens.most) / 40);
  const limit = (gap) => Math.min(priceFrontier(year, gap, 0), priceFrontier(year, gap, 1));
  const worth = settled([...gaps, values.gap].map((gap) => 100 * (limit(gap) / person - 1)));
  const costs = settled([individualCost(year, 0), individualCost(year, 1), companyCost(year)]);
  const best = costs.indexOf(Math.min(...costs));
  return {
    gaps,
    worth: worth.slice(0, -1),
    limit: worth.at(-1),
    ends: [0, givens.most],
    asks: [asked, asked],
    person_cost: costs[0],
    backup_cost: costs[1],
    company_cost: costs[2],
    least: costs[best],
    person: best === 0,
    backup: best === 1,
    company: best === 2,
    worthwhile: worth.at(-1) >= 0.5,
    more: asked > 0,
  };
}
