// What the explorer of cover_explorer.py computes, in the page.

import { companyCost, individualCost, priceFrontier } from "outsourcing-lessons/models/intermediaries.js";
import { settled } from "outsourcing-lessons/view.js";

const REASONS = { by_gap: ["gap"], by_price: ["mark-up"], by_absence: ["away", "together"], by_time: ["own-hours", "checking"] };
const COMPANY = 3; // among the costs

const yearOf = (givens, values) => ({
  ...givens,
  company_price: givens.individual_price * (1 + values["mark-up"] / 100),
  individual_attention: 12 * values["own-hours"],
  outage: values.away / 100,
  shared: values.together / 100,
  outage_cost: values.gap,
});

// One person, a person and a backup, and a machine, which costs nothing here but your checking; on days when you are away
// nobody checks.
function waysOf(year, { checking }) {
  const machine = { ...year, individual_price: 0, individual_attention: 12 * checking };
  return [[year, 0], [year, 1], [machine, 0]];
}

// What a year costs in each of these, and with the company.
function costsOf(givens, values) {
  const year = yearOf(givens, values);
  return settled([...waysOf(year, values).map(([one, backups]) => individualCost(one, backups)), companyCost(year)]);
}

// Whether these sliders make the company the cheapest: without them it is not, or with them alone it is.
function decides(givens, values, sliders) {
  const start = Object.fromEntries(Object.keys(values).map((name) => [name, givens[`start_${name.replaceAll("-", "_")}`]]));
  const wins = (setting) => {
    const costs = costsOf(givens, setting);
    return costs.indexOf(Math.min(...costs)) === COMPANY;
  };
  const only = (from) => Object.fromEntries(sliders.map((name) => [name, from[name]]));
  const moved = sliders.some((name) => values[name] !== start[name]);
  return moved && (!wins({ ...values, ...only(start) }) || wins({ ...start, ...only(values) }));
}

export function cover(givens, values) {
  const [person, asked, year] = [givens.individual_price, values["mark-up"], yearOf(givens, values)];
  const ways = waysOf(year, values);
  const gaps = Array.from({ length: 41 }, (_, i) => (i * givens.most) / 40);
  const limit = (gap) => Math.min(...ways.map(([one, backups]) => priceFrontier(one, gap, backups)));
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
    machine_cost: costs[2],
    company_cost: costs[3],
    least: costs[best],
    person: best === 0,
    backup: best === 1,
    machine: best === 2,
    company: best === COMPANY,
    worthwhile: worth.at(-1) >= 0.5,
    more: asked > 0,
    ...Object.fromEntries(Object.entries(REASONS).map(([name, sliders]) => [name, best === COMPANY && decides(givens, values, sliders)])),
  };
}
