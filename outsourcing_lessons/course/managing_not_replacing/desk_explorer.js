// What the explorer of desk_explorer.py computes, in the page.

import { kingmanWait } from "outsourcing-lessons/models/queueing.js";

const [BUSIEST, LONG] = [97, 120]; // per cent where the curve is cut off; minutes from which on a wait is said in hours
const [GOAL_BUSY, GOAL_WAIT, GOAL_SHARE] = [0.85, 30, 25];
const BUSY = Array.from({ length: BUSIEST - 9 }, (_, i) => 10 + i);

export function queue(givens, { requests, minutes, share, spread }) {
  const before = (requests * minutes) / (60 * givens.day_hours);
  const after = before * (1 - (share / 100) * (1 - givens.spot_check));
  const freed = (before - after) * givens.day_hours * givens.days;
  const wait = (busy, differ = spread / 100) => kingmanWait(busy, 1, differ, minutes);
  const found = {
    busy: BUSY,
    as_set: BUSY.map((busy) => wait(busy / 100)),
    alike: BUSY.map((busy) => wait(busy / 100, 0)),
    differ: spread > 0,
    handed: share > 0,
    freed,
    freed_worth: freed * givens.hour,
    less_work: 100 * (1 - after / before),
    less_wait: null,
    grows: after >= 1 ? (after - 1) * givens.day_hours : null,
  };
  for (const [name, taken] of Object.entries({ before, after })) {
    const waited = taken < 1 ? wait(taken) : null;
    const at = Math.min(Math.max(taken, BUSY[0] / 100), BUSIEST / 100);
    found[`${name}_taken`] = 100 * taken;
    found[`${name}_at`] = 100 * at;
    found[`${name}_height`] = wait(at);
    found[`${name}_full`] = waited === null;
    found[`${name}_wait`] = waited;
    found[`${name}_short`] = waited !== null && waited < 1 ? waited : null;
    found[`${name}_minutes`] = waited !== null && waited >= 1 && waited < LONG ? waited : null;
    found[`${name}_hours`] = waited !== null && waited >= LONG ? waited / 60 : null;
  }
  if (found.before_wait && found.after_wait !== null) found.less_wait = 100 * (1 - found.after_wait / found.before_wait);
  const short = found.after_wait !== null && found.after_wait <= GOAL_WAIT;
  return { ...found, reached: short && share > 0 && share <= GOAL_SHARE && before >= GOAL_BUSY };
}
