// What the explorer of cover_explorer.py computes, in the page.

import { companyCost, individualCost, priceFrontier } from "outsourcing-lessons/models/intermediaries.js";
import { settled } from "outsourcing-lessons/view.js";

const REASONS = { by_gap: ["gap"], by_price: ["mark-up"], by_absence: ["away", "together"], by_time: ["own-hours"] };

const yearOf = (givens, values) => ({
  ...givens,
  company_price: givens.individual_price * (1 + values["mark-up"] / 100),
  individual_attention: 12 * values["own-hours"],
  outage: values.away / 100,
  shared: values.together / 100,
  outage_cost: values.gap,
});

// What a year costs with one person, with a backup and with the company.
function costsOf(givens, values) {
  const year = yearOf(givens, values);
  return settled([individualCost(year, 0), individualCost(year, 1), companyCost(year)]);
}

// Whether these sliders make the company the cheapest: without them it is not, or with them alone it is.
function decides(givens, values, sliders) {
  const start = Object.fromEntries(Object.keys(values).map((name) => [name, givens[`start_${name.replaceAll("-", "_")}`]]));
  const wins = (setting) => {
    const costs = costsOf(givens, setting);
    return costs.indexOf(Math.min(...costs)) === 2;
  };
  const only = (from) => Object.fromEntries(sliders.map((name) => [name, from[name]]));
  const moved = sliders.some((name) => values[name] !== start[name]);
  return moved && (!wins({ ...values, ...only(start) }) || wins({ ...start, ...only(values) }));
}

export function cover(givens, values) {
  const [person, asked, year] = [givens.individual_price, values["mark-up"], yearOf(givens, values)];
  const gaps = Array.from({ length: 41 }, (_, i) => (i * givens.most) / 40);
  const limit = (gap) => Math.min(priceFrontier(year, gap, 0), priceFrontier(year, gap, 1));
  const worth = settled([...gaps, values.gap].map((gap) => 100 * (limit(gap) / person - 1)));
  const costs = costsOf(givens, values);
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
    ...Object.fromEntries(Object.entries(REASONS).map(([name, sliders]) => [name, best === 2 && decides(givens, values, sliders)])),
  };
}
