// What the explorers of explorers.py compute, in the page.

import { benchCosts, breakEven, newcomerCosts, priceCeiling } from "outsourcing-lessons/models/bench.js";
import { draftCost } from "outsourcing-lessons/models/drafting.js";

const SIZES = [1, 2, 3, 4, 5, 6];
const MANAGING = 0.5;

export function stream(givens, values) {
  const { jobs } = values;
  const ownHours = values["own-hours"];
  const market = {
    ...givens,
    rate: values.rate / 100,
    search_hours: 0,
    onboarding_hours: Math.max(0, ownHours - MANAGING),
    managing_hours: Math.min(MANAGING, ownHours),
    own_hour: values.hour,
    passed_on: values["passed-on"] / 100,
  };
  const strangers = newcomerCosts(market, jobs);
  const regular = benchCosts(market, jobs, 1);
  const alone = strangers.map((_, i) => (i + 1) * values["self-hours"] * market.own_hour);
  const drafted = draftedJob(givens, values);
  const machine = strangers.map((_, i) => (i + 1) * drafted);
  const totals = {
    strangers: strangers[jobs - 1],
    regular: regular[jobs - 1],
    self: alone[jobs - 1],
    machine: machine[jobs - 1],
  };
  const best = Math.min(...Object.values(totals));
  const worst = Math.max(...Object.values(totals));
  const cheapest = Object.keys(totals).find((name) => totals[name] === best);
  const [unlearned, learned] = [0, 1].map((one) => totals.strangers - benchCosts({ ...market, passed_on: one }, jobs, 1)[jobs - 1]);
  const turn = breakEven(strangers, regular);
  return {
    done: strangers.map((_, i) => i + 1),
    strangers,
    regular,
    alone,
    machine,
    ...Object.fromEntries(Object.entries(totals).map(([name, total]) => [`${name}_total`, total])),
    ...Object.fromEntries(Object.keys(totals).map((name) => [`best_${name}`, name === cheapest])),
    best_total: best,
    factor: best > 0 ? worst / best : null,
    turn,
    turn_cost: turn ? regular[turn - 1] : null,
    strangers_win: totals.strangers < totals.regular,
    regular_wins: totals.strangers > totals.regular,
    strangers_beat_self: totals.strangers < totals.self,
    self_beats_strangers: totals.strangers > totals.self,
    gap_self: Math.abs(totals.strangers - totals.self),
    gap: Math.abs(totals.strangers - totals.regular),
    by_piece: values["passed-on"] === 0 && unlearned > 0,
    unlearned,
    time_share: learned > 0 && unlearned > 0 ? 100 * Math.min(1, unlearned / learned) : null,
    ceiling: priceCeiling(market, jobs, Math.min(totals.strangers, totals.self, totals.machine)),
  };
}

// A job of which a machine drafts a part, the owner checks that and does the rest.
function draftedJob(givens, values) {
  const ownHour = values.hour;
  const part = givens.draft_share * values["self-hours"];
  const rest = (1 - givens.draft_share) * values["self-hours"] * ownHour;
  const { draft_ask: ask, draft_check: check, draft_caught: caught, draft_miss: miss } = givens;
  return rest + draftCost({ ownHour, ask, check, right: values.right / 100, caught, redo: 60 * part, miss });
}

export function bench(givens, values) {
  const { jobs, providers } = values;
  const away = values.away / 100;
  const market = {
    ...givens,
    rate: values.rate / 100,
    outage: away,
    delay_cost: values.wait,
    departure: values.departure / 100,
  };
  const yearOf = (stream) => SIZES.map((size) => benchCosts(stream, jobs, size)[jobs - 1]);
  const totals = yearOf(market);
  const nobody = 100 * away ** providers;
  const more = totals[providers - 1] - totals[0];
  return {
    sizes: SIZES,
    totals,
    sure: yearOf({ ...market, delay_cost: 0 }),
    here: totals[providers - 1],
    nobody,
    rare: nobody < 0.1,
    alone: providers === 1,
    dearer: providers > 1 && more > 0,
    no_dearer: providers > 1 && more <= 0,
    more: Math.abs(more),
    more_share: (100 * Math.abs(more)) / totals[0],
    pair: providers === 2,
    trio: providers === 3,
    third_costs: providers === 3 && totals[2] > totals[1],
    third_saves: providers === 3 && totals[2] <= totals[1],
    third: Math.abs(totals[2] - totals[1]),
  };
}
