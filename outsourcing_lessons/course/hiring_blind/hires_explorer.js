// What hires_explorer.py computes, in the page.

import { made, share } from "outsourcing-lessons/models/moves.js";
import { barOf } from "outsourcing-lessons/models/normal.js";

const INITIALS = "BDGKMR";
const [HIRES, BLIND, PEOPLE] = [10, 5, 4];
const FIRST = 120;
const PLACES = [1, 2, 3, 4];
const SIGNS = ["years", "talk", "marks", "piece"];

export function hires(givens, values) {
  const picks = made(values).slice(0, HIRES).map((move) => (move - 1) % PEOPLE);
  const applied = Array.from({ length: picks.length + 1 }, (_, i) => PLACES.map((_, place) => personOf(givens, values.luck, PEOPLE * i + place)));
  const good = [0];
  picks.forEach((pick, i) => good.push(good[i] + Number(applied[i][pick].good)));
  const turn = Math.min(picks.length, HIRES - 1);
  const now = applied[turn];
  const last = picks.length ? applied[picks.length - 1] : null;
  const there = last ? last.filter((person) => person.good).length : 0;
  const early = good[Math.min(picks.length, BLIND)];
  const all = good.at(-1);
  return {
    hires: good.map((_, i) => i),
    good,
    random: good.map((_, i) => givens.base * i),
    most: HIRES,
    zero: 0,
    blind: turn < BLIND,
    asked: turn >= BLIND,
    starts: turn === BLIND,
    found: all,
    early,
    early_hires: Math.min(picks.length, BLIND),
    late_hires: Math.max(0, picks.length - BLIND),
    late: all - early,
    last_name: last ? nameOf(givens, picks.length - 1, picks.at(-1)) : "",
    was_good: Boolean(last?.[picks.at(-1)].good),
    was_poor: Boolean(last && !last[picks.at(-1)].good),
    there,
    nobody: there === 0,
    everybody: there === PEOPLE,
    reached: picks.length === HIRES && all >= givens.needed,
    missed: picks.length === HIRES && all < givens.needed,
    ...Object.fromEntries(PLACES.map((n) => [`name_${n}`, nameOf(givens, turn, n - 1)])),
    ...Object.fromEntries(PLACES.flatMap((n) => SIGNS.map((sign) => [`${sign}_${n}`, now[n - 1][sign]]))),
  };
}

function nameOf({ names }, turn, place) {
  const who = PEOPLE * turn + place;
  return `${names[who % names.length]} ${INITIALS[Math.floor(who / names.length) % INITIALS.length]}.`;
}

// Whether a person is good, and what can be seen of him or her.
function personOf(givens, luck, who) {
  const [work, years, talk, marks, own] = [0, 1, 2, 3, 4].map((which) => bellOf(share(givens.seed, luck, FIRST + who, which)));
  const { marks: validity, piece: other } = givens;
  const common = (givens.overlap - validity * other) / Math.sqrt((1 - validity ** 2) * (1 - other ** 2));
  const piece = common * marks + Math.sqrt(1 - common ** 2) * own;
  return {
    good: work > barOf(givens.base),
    years: between(1, 9 + 5 * signOf(givens.years, work, years), 25),
    talk: pointsOf(signOf(givens.talk, work, talk)),
    marks: pointsOf(signOf(validity, work, marks)),
    piece: pointsOf(signOf(other, work, piece)),
  };
}

const bellOf = (number) => (number > 0 ? barOf(1 - number) : -8);

const signOf = (validity, work, noise) => validity * work + Math.sqrt(1 - validity ** 2) * noise;

const pointsOf = (sign) => between(0, 5.5 + 2 * sign, 10);

const between = (least, number, most) => Math.min(most, Math.max(least, Math.floor(number + 0.5)));
