// What the explorer of judging_explorer.py computes, in the page.

import { successBestOf } from "outsourcing-lessons/models/selection.js";

const METHODS = ["years", "talk", "sample", "marks", "both"];
const CLOSE = 0.015;
const MOST_PEOPLE = 12;
const SUREST = 0.95; // nobody judges better than that

export function judging(givens, { validity, off, candidates, good }) {
  const base = good / 100;
  const ends = (middle) => [Math.max(0, middle - off), Math.min(SUREST, middle + off)];
  const among100 = (at, people) => Math.round(1e6 * 100 * successBestOf(base, at, people)) / 1e6;
  const numbers = Array.from({ length: MOST_PEOPLE }, (_, i) => i + 1);
  const [low, high] = ends(validity);
  const [less, curve, more] = [low, validity, high].map((at) => numbers.map((people) => among100(at, people)));
  const near = METHODS.find((name) => Math.abs(givens[`by_${name}`] - validity) < CLOSE);
  const gains = curve.map((share) => share - 100 * base);
  const all = gains[MOST_PEOPLE - 1];
  const found = {
    numbers,
    less,
    curve,
    more,
    low,
    high,
    here: curve[candidates - 1],
    worst: less[candidates - 1],
    best: more[candidates - 1],
    gain: gains[candidates - 1],
    all,
    only: candidates === 1,
    wide: off > 0 && candidates > 1,
    any: near !== undefined,
    half: all > 0 && numbers.find((people) => gains[people - 1] >= all / 2) === candidates,
  };
  for (const name of METHODS) {
    [found[`${name}_low`], found[`${name}_high`]] = ends(givens[`by_${name}`]).map((at) => among100(at, candidates));
    found[`near_${name}`] = name === near;
  }
  return found;
}
