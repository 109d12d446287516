// What a player did, turn by turn, and the luck of a turn: models/moves.py over again.

import { luck } from "./luck.js";

export const LUCK = "luck";
const RANGE = 2 ** 32;

export const turnOf = (number) => `turn-${number}`;

// The moves made so far; what stands behind a turn that was not played does not count.
export function made(values) {
  const moves = [];
  while (Math.trunc(values[turnOf(moves.length + 1)] ?? 0)) moves.push(Math.trunc(values[turnOf(moves.length + 1)]));
  return moves;
}

// A number from 0 up to 1 that depends on its place alone: the learner's seed, which of their lucks, the turn, which of its numbers.
export const share = (seed, which, turn, stream) => luck(seed % RANGE, Math.trunc(which), turn, stream) / RANGE;
