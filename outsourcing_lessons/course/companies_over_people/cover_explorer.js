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
