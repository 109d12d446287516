// What the explorers of explorers.py compute, in the page.

import { benchCosts, breakEven, newcomerCosts, someoneAvailable } from "outsourcing-lessons/models/bench.js";
import { splittingPenalty } from "outsourcing-lessons/models/learning.js";

const SIZES = [1, 2, 3, 4, 5, 6, 7, 8];
const ASLEEP = 0.5; // per cent of days on which nobody may be there

export function stream(givens, values) {
  const { jobs } = values;
  const market = {
    ...givens,
    rate: values.rate / 100,
    search_hours: 0,
    onboarding_hours: values["own-hours"],
    departure: values.departure / 100,
  };
  const newcomers = newcomerCosts(market, jobs);
  const regular = benchCosts(market, jobs, 1);
  const two = benchCosts(market, jobs, 2);
  const turn = breakEven(newcomers, regular);
  return {
    done: newcomers.map((_, i) => i + 1),
    newcomers,
    regular,
    two,
    newcomers_total: newcomers[jobs - 1],
    regular_total: regular[jobs - 1],
    two_total: two[jobs - 1],
    gap: Math.abs(newcomers[jobs - 1] - regular[jobs - 1]),
    turn,
    turn_cost: turn ? regular[turn - 1] : null,
  };
}

export function bench(_, { jobs, providers, rate, away }) {
  const extra = SIZES.map((size) => 100 * splittingPenalty(jobs, size, rate / 100));
  const nobody = SIZES.map((size) => 100 * (1 - someoneAvailable(away / 100, size)));
  const gone = nobody[providers - 1];
  return {
    sizes: SIZES,
    extra,
    nobody,
    here: extra[providers - 1],
    gone,
    alone: providers === 1,
    rare: gone < 0.1 && gone !== 0,
    smallest: gone < ASLEEP && (providers === 1 || nobody[providers - 2] >= ASLEEP),
  };
}
