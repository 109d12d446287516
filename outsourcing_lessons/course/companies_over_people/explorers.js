// What the explorers of explorers.py compute, in the page.

import { companyCost, individualCost, priceFrontier } from "outsourcing-lessons/models/intermediaries.js";
import { chanceBetter, wilsonInterval } from "outsourcing-lessons/models/ratings.js";
import { heightAt, settled } from "outsourcing-lessons/view.js";
import { roundedTo } from "outsourcing-lessons/written.js";

const SHARES = Array.from({ length: 100 }, (_, i) => i + 0.5); // per cent, the middle of each point

export function records(_, values) {
  const found = { shares: SHARES };
  const good = {};
  for (const name of ["short", "long"]) {
    const jobs = values[`${name}-jobs`];
    good[name] = [Math.max(0, jobs - values[`${name}-bad`]), jobs];
    const [low, high] = wilsonInterval(...good[name]).map((bound) => 100 * bound);
    const belief = beliefOf(...good[name]);
    const at = Math.max(low, 0.5);
    found[`${name}_belief`] = belief;
    found[`${name}_low`] = low;
    found[`${name}_high`] = high;
    found[`${name}_at`] = at;
    found[`${name}_height`] = heightAt({ x: SHARES, y: belief }, at);
  }
  const chance = roundedTo(100 * chanceBetter(...good.long, ...good.short), 9); // no more is summed exactly
  const even = 48.5 <= chance && chance < 51.5;
  return {
    ...found,
    chance,
    even,
    long_better: !even && chance > 50,
    short_better: !even && chance <= 50,
    sure: Math.min(Math.max(chance, 100 - chance), 99),
    turned: chance < 51.5 && values["short-bad"] === 0,
  };
}

function beliefOf(good, jobs) {
  const logs = SHARES.map((share) => good * Math.log(share / 100) + (jobs - good) * Math.log(1 - share / 100));
  const highest = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - highest));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (100 * weight) / all);
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
