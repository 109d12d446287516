// The outcome of an answer, and what the judges of all types share: items/outcome.py over again, function for function.

import { isMoreThanANumber, isSurelyOfAHundred, readNumber } from "./numbers.js";
import WORDS_JSON from "./words.json";

const CONFIDENCES = Object.keys(WORDS_JSON.confidences).map(Number);
export const SLACK = 1e-9;

export class Refused extends Error {}

export function outcomeOf(given) {
  return { valid: true, refusal: null, correct: false, score: 0, feedback: [], missed: [], brier: null, ...given };
}

export function rightly(praise) {
  return outcomeOf({ correct: true, score: 1, feedback: [praise] });
}

export function ensure(kept, refusal) {
  if (!kept) throw new Refused(refusal);
}

export function brierOf(response, correct) {
  const confidence = member(response, "confidence");
  ensure(CONFIDENCES.includes(confidence), "no-confidence");
  const miss = confidence / 100 - (correct ? 1 : 0);
  return miss * miss;
}

export function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function member(response, name) {
  return Object.hasOwn(response, name) ? response[name] : null;
}

export const idsOf = (rows) => rows.map(({ id }) => id);

export function knownIds(chosen, known) {
  ensure(Array.isArray(chosen) && chosen.every((one) => typeof one === "string"), "not-a-response");
  ensure(chosen.every((one) => known.includes(one)), "unknown-option");
  ensure(new Set(chosen).size === chosen.length, "not-a-response");
  return chosen;
}

export function numbersOf(typed, item) {
  ensure(typeof typed === "string" || typeof typed === "number", "not-a-response");
  ensure(typeof typed === "number" || [...typed].length <= WORDS_JSON.longest.number, "too-long");
  const found = readNumber(typed, item.prefix, item.unit, item.numbers);
  ensure(found.length > 0, isMoreThanANumber(typed) ? "more-than-a-number" : "not-a-number");
  return found;
}

// Numbers of an item that counts out of a hundred that are shares of one, where nobody wrote the unit. A number just
// below one could be either; it is refused whether or not it would be right, so nothing is given away.
export function refuseShares(item, typed, numbers) {
  const small = numbers.every((one) => Math.abs(one) <= 1) && numbers.some((one) => Math.abs(one) > 0 && Math.abs(one) < 1);
  ensure(!(small && Math.abs(item.key) >= 1) || typed.some(isSurelyOfAHundred), "share");
}

export function isOfAHundred(item) {
  return ["%", ...WORDS_JSON.numbers["of-a-hundred"]].some((unit) => item.unit.startsWith(unit));
}

export function near(found, target, tolerance) {
  return Math.abs(found - target) <= tolerance + SLACK * Math.max(1, Math.abs(target));
}
