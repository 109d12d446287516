// What the explorer of friendly_explorer.py computes, in the page.

import { made, share } from "outsourcing-lessons/models/moves.js";

const [YES, LIMIT] = [1, 2];
const SAVED = { scope: [6, 5], day: [2, 1], password: [4, 3], cousin: [6, 4], platform: [6, 3], card: [3, 2] };
const DAYS = {
  laptop: { password: [12, 0], cousin: [20, 2], card: [8, 1] },
  parting: { scope: [8, 1], password: [8, 0], cousin: [4, 0], platform: [10, 8] },
  bill: { scope: [14, 0], platform: [8, 6], card: [8, 1] },
  stranger: { password: [10, 0], cousin: [24, 2] },
};
const HAPPENS = [...Object.keys(DAYS), "quiet"];
const REQUESTS = Object.keys(SAVED);
const [ENOUGH, CHEAP] = [0.5, 0.25];

const hoursOf = (table, answers) => answers.reduce((sum, [name, move]) => sum + (table[name]?.[move - 1] ?? 0), 0);

export function friendly(givens, values) {
  const moves = made(values).slice(0, REQUESTS.length);
  const answers = moves.map((move, i) => [REQUESTS[i], move]);
  const place = Math.min(moves.length, REQUESTS.length - 1);
  const { hour } = givens;
  const given = Object.fromEntries(answers);
  const steps = Array.from({ length: moves.length + 1 }, (_, n) => answers.slice(0, n));
  const saved = steps.map((some) => hour * hoursOf(SAVED, some));
  const worst = steps.map((some) => hour * Math.max(...Object.values(DAYS).map((day) => hoursOf(day, some))));
  const possible = values.luck ? HAPPENS.length : HAPPENS.length - 1; // the first time it is no quiet year
  const happens = HAPPENS[Math.floor(share(givens.seed, values.luck, 0, 0) * possible)];
  const loss = hour * hoursOf(DAYS[happens] ?? {}, answers);
  const all = REQUESTS.map((name) => [name, YES]);
  const most = hour * hoursOf(SAVED, all);
  const [kept, open] = [saved.at(-1), worst.at(-1)];
  const [allow, bound, refuse] = givens.answers[place];
  return {
    asked: steps.map((_, n) => n),
    saved_line: saved,
    worst_line: worst,
    saved: kept,
    worst: open,
    ask: givens.asks[place],
    allow,
    bound,
    refuse,
    came: moves.length ? givens.came[moves.length - 1][moves.at(-1) - 1] : "",
    loss,
    hurt: loss > 0,
    kept: kept > 0,
    ...Object.fromEntries(HAPPENS.map((name) => [`it_is_${name}`, name === happens])),
    ...Object.fromEntries(REQUESTS.map((name) => [`yes_${name}`, given[name] === YES])),
    off_platform: given.platform === YES || given.platform === LIMIT,
    most,
    none: 0,
    top: hour * Math.max(...Object.values(DAYS).map((day) => hoursOf(day, all))),
    reached: moves.length === REQUESTS.length && kept >= ENOUGH * most && open <= CHEAP * kept,
  };
}
