// What the explorer of weeks_explorer.py computes, in the page.

import { initiative, settledWell } from "outsourcing-lessons/models/authority.js";
import { made, share } from "outsourcing-lessons/models/moves.js";
import { kingmanWait } from "outsourcing-lessons/models/queueing.js";

const [KEEP, WHOLE] = [1, 3];
const [MAY_KNOW, GUESS] = [0.9, 0.5];
const [LONGEST, LEAST_WRONG] = [10, 0.1];
const [MINUTES, DAY_HOURS, DAYS, REQUESTS] = [10, 10, 5, 54];

const busyWith = (requests) => (requests * MINUTES) / (60 * DAY_HOURS);
const looksInto = (requests) => Math.min(1, (1 - busyWith(requests)) / busyWith(requests));
const waitOnDesk = (requests) => kingmanWait(busyWith(requests), 1, 1, MINUTES);
const hoursOf = (requests) => (requests * MINUTES * DAYS) / 60;

// Of small and of large cases: how many a day, how alike they are decided, the cost, whether the helper decides.
const casesOf = ([aDay, large, alike, alikeLarge, cost, costLarge], move) => [
  [aDay * (1 - large), alike, cost, move !== KEEP],
  [aDay * large, alikeLarge, costLarge, move === WHOLE],
];

// A week's requests a day on the desk, decisions gone wrong, and what these cost in hours of the owner's.
function weekOf(kinds, moves) {
  const cases = kinds.flatMap((kind, place) => casesOf(kind, moves.get(place) ?? KEEP));
  const others = REQUESTS - kinds.reduce((sum, [aDay]) => sum + aDay, 0);
  const asked = 1 - initiative(MAY_KNOW, 0, 1);
  const desk = cases.reduce((sum, [aDay, , , given]) => sum + aDay * (given ? asked : 1), others);
  const knows = looksInto(desk);
  const gone = cases.map(([aDay, alike, , given]) => DAYS * aDay * (1 - settledWell(knows, MAY_KNOW, alike, GUESS, given ? 1 : 0)));
  return {
    desk,
    wrong: gone.reduce((sum, one) => sum + one, 0),
    cost: gone.reduce((sum, one, i) => sum + one * cases[i][2], 0),
  };
}

export function weeks(givens, values) {
  const { kinds, hour, seed } = givens;
  const moves = made(values).slice(0, kinds.length);
  const places = kinds.map((_, place) => place);
  const at = places.map((place) => share(seed, values.luck, 0, place));
  const order = values.luck ? places.toSorted((a, b) => at[a] - at[b]) : places;
  const decided = new Map();
  const played = [weekOf(kinds, decided)];
  moves.forEach((move, i) => {
    decided.set(order[i], move);
    played.push(weekOf(kinds, decided));
  });
  const { desk, wrong, cost } = played.at(-1);
  const [wait, now, left] = [waitOnDesk(desk), order[Math.min(moves.length, kinds.length - 1)], cost / played[0].cost];
  return {
    at: played.map((_, week) => week),
    hours_line: played.map((week) => hour * hoursOf(week.desk)),
    wrong_line: played.map((week) => hour * week.cost),
    none: 0,
    all_hours: hour * hoursOf(REQUESTS),
    desk,
    wait,
    hours_now: hoursOf(desk),
    hours_free: hoursOf(REQUESTS - desk),
    deep: 100 * looksInto(desk),
    all_seen: looksInto(desk) === 1,
    wrong,
    cost: hour * cost,
    cost_before: hour * played[0].cost,
    comes: givens.comes[now],
    bound: givens.bounds[now],
    came: moves.length ? givens.came[order[moves.length - 1]][moves.at(-1) - 1] : "",
    moved: moves.some((move) => move !== KEEP),
    reached: moves.length === kinds.length && wait <= LONGEST && left <= LEAST_WRONG,
  };
}
