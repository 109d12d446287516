// What the explorer of explorers.py computes, in the page.

import { made, share } from "outsourcing-lessons/models/moves.js";

const MONDAYS = 7;
const [PAY, DO] = [1, 2];
const OUTCOME = 6;
const MANY = 3;
const WROTE = [0, 0, 1, 2, 3, 4, 4];
const FULL = [0.05, 0.25, 0.5, 0.75, 0.95];

const runningSum = (numbers) => numbers.reduce((sums, one) => [...sums, sums.at(-1) + one], [0]);

export function mondays(givens, values) {
  const { seed, hours, sold_hour: sold, free_hour: free, bill } = givens;
  const moves = made(values).slice(0, MONDAYS);
  const { luck } = values;
  const places = WROTE.map((_, place) => ({ place, at: share(seed, luck, 0, place) })).sort((a, b) => a.at - b.at);
  const wrote = places.map(({ place }) => WROTE[place]);
  const full = wrote.map((who, i) => share(seed, luck, i + 1, OUTCOME) < FULL[who]);
  const weeks = moves.map((move, i) => ({ move, busy: full[i], gain: hours * (full[i] ? sold : free) - bill }));
  const yours = runningSum(weeks.map(({ move, gain }) => (move === PAY ? gain : 0)));
  const always = runningSum(weeks.map(({ gain }) => gain));
  const count = (one, week) => hours * weeks.filter(({ move, busy }) => move === one && busy === week).length;
  const counts = { sold: count(PAY, true), spare: count(PAY, false), turned_away: count(DO, true), calm: count(DO, false) };
  const last = weeks.at(-1);
  const was = (one, week) => last?.move === one && last.busy === week;
  const nextWrote = wrote[Math.min(moves.length, MONDAYS - 1)];
  const [total, rule] = [yours.at(-1), always.at(-1)];
  const stakes = ((sold - free) * hours) / 2;
  return {
    low: -2 * stakes,
    high: 4 * stakes,
    mondays: yours.map((_, i) => i),
    yours,
    always,
    never: yours.map(() => 0),
    wrote: nextWrote,
    nobody_wrote: nextWrote === 0,
    one_wrote: nextWrote === 1,
    paid_full: was(PAY, true),
    paid_quiet: was(PAY, false),
    did_full: was(DO, true),
    did_quiet: was(DO, false),
    ...counts,
    busy_filled: wrote.filter((who, i) => who >= MANY && full[i]).length,
    quiet_filled: wrote.filter((who, i) => who <= 1 && full[i]).length,
    desk: counts.turned_away + counts.calm,
    sat: moves.includes(DO),
    gain: Math.abs(total),
    ahead: total > 0,
    behind: total < 0,
    always_gain: Math.abs(rule),
    always_ahead: rule > 0,
    always_behind: rule < 0,
    known: weeks.reduce((sum, { gain }) => sum + Math.max(0, gain), 0),
    step: last ? Math.abs(last.gain) : 0,
    brought: hours * sold,
    freed: hours * free,
    beats: moves.length === MONDAYS && total > Math.max(0, rule),
  };
}
