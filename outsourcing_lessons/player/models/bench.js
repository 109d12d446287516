// models/bench.py over again: what a stream of jobs costs, added up from the first job on. A stream has the fields of
// `Stream` there.

import { hoursAfterBreaks } from "./learning.js";

const NO_DIFFERENCE = 1e-9; // of the total

const joiningCost = (stream) => (stream.search_hours + stream.onboarding_hours) * stream.own_hour;
const managingCost = (stream) => (stream.managing_hours ?? 0) * stream.own_hour;

export function newcomerCosts(stream, jobs) {
  const each = joiningCost(stream) + managingCost(stream) + stream.first_hours * stream.newcomer_price;
  return Array.from({ length: jobs }, (_, i) => (i + 1) * each);
}

// The costs of a bench whose members take turns; of one it is a regular.
export function benchCosts(stream, jobs, providers) {
  const hours = billedHours(stream, jobs, providers);
  const costs = [];
  let sum = 0;
  for (let job = 1; job <= jobs; job += 1) {
    const turn = Math.floor((job - 1) / providers);
    const joins = joiningCost(stream) * (turn === 0 ? 1 : stream.departure);
    const waits = stream.delay_cost * stream.outage ** Math.min(job, providers);
    sum += joins + managingCost(stream) + hours[job - 1] * stream.regular_price + waits;
    costs.push(stream.setup_hours * stream.own_hour + sum);
  }
  return costs;
}

// The hours paid for at each job: those it takes, and of those saved the share that is not passed on.
export function billedHours(stream, jobs, providers) {
  const taken = expectedHours(stream, Math.floor((jobs - 1) / providers) + 1, providers);
  const billed = (hours) => stream.first_hours - (stream.passed_on ?? 1) * (stream.first_hours - hours);
  return Array.from({ length: jobs }, (_, i) => billed(taken[Math.floor(i / providers)]));
}

// The price of an hour at which one regular costs in total what the next best way does.
export function priceCeiling(stream, jobs, otherwise) {
  const free = benchCosts({ ...stream, regular_price: 0 }, jobs, 1)[jobs - 1];
  const hours = billedHours(stream, jobs, 1).reduce((sum, one) => sum + one, 0);
  return Math.max(0, (otherwise - free) / hours);
}

// The job from which on, as far as we look, the regular costs no more than newcomers; null if there is none.
export function breakEven(newcomers, regular) {
  const dearer = newcomers.findLastIndex((cost, i) => regular[i] - cost > NO_DIFFERENCE * cost);
  return dearer + 2 <= newcomers.length ? dearer + 2 : null;
}

// A member's hours at each turn, over how long the one whose turn it is has been here.
function expectedHours(stream, turns, providers) {
  const weeks = stream.weeks_between * providers;
  let renewed = 0;
  return Array.from({ length: turns }, (_, turn) => {
    const hours = hoursAfterBreaks(turn + 1, stream.first_hours, stream.rate, weeks, stream.forgetting);
    const stayed = (1 - stream.departure) ** turn;
    const expected = stayed * hours + renewed;
    renewed += stream.departure * stayed * hours;
    return expected;
  });
}
