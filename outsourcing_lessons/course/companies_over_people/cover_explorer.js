// What the explorer of cover_explorer.py computes, in the page.

import { companyCost, individualCost, priceFrontier } from "outsourcing-lessons/models/intermediaries.js";
import { settled } from "outsourcing-lessons/view.js";

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
  // A machine costs nothing here but your checking, and on days when you are away nobody checks.
  const machine = { ...year, individual_price: 0, individual_attention: 12 * values.checking };
  const ways = [[year, 0], [year, 1], [machine, 0]];
  const gaps = Array.from({ length: 41 }, (_, i) => (i * givens.most) / 40);
  const limit = (gap) => Math.min(...ways.map(([one, backups]) => priceFrontier(one, gap, backups)));
  const worth = settled([...gaps, values.gap].map((gap) => 100 * (limit(gap) / person - 1)));
  const costs = settled([...ways.map(([one, backups]) => individualCost(one, backups)), companyCost(year)]);
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
    company: best === 3,
    worthwhile: worth.at(-1) >= 0.5,
    more: asked > 0,
  };
}
