// What a response is worth and what is said about it: items/judge.py over again, function for function, for pages
// without a kernel.

import { isMoreThanANumber, isSurelyPerCent, readNumber, SPACES } from "./numbers.js";
import WORDS_JSON from "./words.json";

const CONFIDENCES = Object.keys(WORDS_JSON.confidences).map(Number);
const SLACK = 1e-9;

class Refused extends Error {}

export function judge(item, response) {
  try {
    ensure(isPlain(response), "not-a-response");
    return withConfidence(JUDGES[item.type](item, response), response);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return outcome({ valid: false, refusal: error.message });
  }
}

function outcome(given) {
  return { valid: true, refusal: null, correct: false, score: 0, feedback: [], missed: [], brier: null, ...given };
}

function ensure(kept, refusal) {
  if (!kept) throw new Refused(refusal);
}

function brierOf(response, correct) {
  const confidence = member(response, "confidence");
  ensure(CONFIDENCES.includes(confidence), "no-confidence");
  const miss = confidence / 100 - (correct ? 1 : 0);
  return miss * miss;
}

function withConfidence(judged, response) {
  if (!Object.hasOwn(response, "confidence") || judged.brier !== null) return judged;
  return { ...judged, brier: brierOf(response, judged.correct) };
}

function isPlain(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function member(response, name) {
  return Object.hasOwn(response, name) ? response[name] : null;
}

function knownIds(chosen, known) {
  ensure(Array.isArray(chosen) && chosen.every((one) => typeof one === "string"), "not-a-response");
  ensure(chosen.every((one) => known.includes(one)), "unknown-option");
  ensure(new Set(chosen).size === chosen.length, "not-a-response");
  return chosen;
}

function numbersOf(typed, item) {
  ensure(typeof typed === "string" || typeof typed === "number", "not-a-response");
  ensure(typeof typed === "number" || [...typed].length <= WORDS_JSON.longest.number, "too-long");
  const found = readNumber(typed, item.prefix, item.unit);
  ensure(found.length > 0, isMoreThanANumber(typed) ? "more-than-a-number" : "not-a-number");
  return found;
}

// Numbers of an item in per cent that are shares of one, where nobody wrote that they are per cent. A number just below
// one could be either; it is refused whether or not it would be right, so nothing is given away.
function refuseShares(item, typed, numbers) {
  const small = numbers.every((one) => Math.abs(one) <= 1) && numbers.some((one) => Math.abs(one) > 0 && Math.abs(one) < 1);
  ensure(!(small && Math.abs(item.key) >= 1) || typed.some(isSurelyPerCent), "share");
}

function isPerCent(item) {
  return item.unit.startsWith("%");
}

function near(number, target, tolerance) {
  return Math.abs(number - target) <= tolerance + SLACK * Math.max(1, Math.abs(target));
}

function singleChoice(item, response) {
  const option = member(response, "option");
  ensure(option !== null, "nothing-chosen");
  const [chosen] = knownIds([option], item.options.map((one) => one.id));
  if (chosen === item.key) return outcome({ correct: true, score: 1, feedback: [item.praise] });
  return outcome({ feedback: item.options.filter((one) => one.id === chosen).map((one) => one.feedback) });
}

function multipleChoice(item, response) {
  const chosen = knownIds(member(response, "options"), item.options.map((one) => one.id));
  ensure(chosen.length > 0, "nothing-chosen");
  const wrong = item.options.filter((one) => chosen.includes(one.id) !== item.key.includes(one.id));
  const hits = chosen.filter((one) => item.key.includes(one)).length;
  const score = Math.max(0, (hits - (chosen.length - hits)) / item.key.length);
  const feedback = wrong.length ? wrong.map((one) => misjudged(item, one)) : [item.praise];
  const missed = wrong.flatMap((one, place) => (item.key.includes(one.id) ? [place] : []));
  return outcome({ correct: !wrong.length, score, feedback, missed });
}

function misjudged(item, option) {
  const { missed, ticked } = WORDS_JSON.said;
  return `${item.key.includes(option.id) ? missed : ticked} “${option.text}”: ${option.feedback}`;
}

function number(item, response) {
  const found = numbersOf(member(response, "value"), item);
  ensure(found.some((one) => item.low <= one && one <= item.high), "out-of-range");
  if (found.some((one) => near(one, item.key, item.tolerance))) {
    return outcome({ correct: true, score: 1, feedback: [item.praise] });
  }
  const trap = item.traps.find((one) => found.some((reading) => near(reading, one.value, one.tolerance)));
  if (!trap && isPerCent(item)) {
    ensure(!found.some((one) => near(100 * one, item.key, item.tolerance)), "share");
    refuseShares(item, [response.value], [found[0]]);
  }
  return outcome({ feedback: [trap ? trap.feedback : item.otherwise] });
}

function ordering(item, response) {
  const order = knownIds(member(response, "order"), item.options.map((one) => one.id));
  ensure(order.length === item.key.length, "not-a-response");
  const same = order.every((one, i) => one === item.key[i]);
  if (same) return outcome({ correct: true, score: 1, feedback: [item.praise] });
  const places = item.key.map((one) => order.indexOf(one));
  const pairs = places.flatMap((place, i) => places.slice(i + 1).map((later) => place < later));
  const moved = places.map((place, i) => Math.abs(place - i));
  const farthest = item.key[moved.indexOf(Math.max(...moved))];
  const feedback = item.options.filter((one) => one.id === farthest).map((one) => one.feedback);
  return outcome({ score: pairs.filter(Boolean).length / pairs.length, feedback });
}

function allocation(item, response) {
  const amounts = member(response, "amounts");
  ensure(isPlain(amounts), "not-a-response");
  const given = knownIds(Object.keys(amounts), item.parts.map((part) => part.id));
  ensure(given.length === item.parts.length, "not-a-response");
  const shares = item.parts.map((part) => numbersOf(amounts[part.id], item)[0]);
  ensure(shares.every((share) => share >= 0), "out-of-range");
  const sum = shares.reduce((total, share) => total + share, 0);
  const sharesOfOne = isPerCent(item) && Math.abs(100 * sum - item.total) <= 1e-6 * item.total;
  ensure(Math.abs(sum - item.total) <= 1e-6 * item.total, sharesOfOne ? "share" : "sum");
  const wrong = item.parts.map((part, i) => saidOf(part, shares[i])).filter(Boolean);
  const score = (shares.length - wrong.length) / shares.length;
  return outcome({ correct: !wrong.length, score, feedback: wrong.length ? wrong : [item.praise] });
}

function saidOf(part, share) {
  if (share < part.low - SLACK * Math.max(1, Math.abs(part.low))) return part.too_low;
  return share > part.high + SLACK * Math.max(1, Math.abs(part.high)) ? part.too_high : "";
}

function prediction(item, response) {
  const [value, low, high] = ["value", "low", "high"].map((name) => numbersOf(member(response, name), item)[0]);
  ensure([value, low, high].every((one) => item.low <= one && one <= item.high), "out-of-range");
  ensure(low <= value && value <= high, "range-order");
  if (isPerCent(item)) refuseShares(item, [response.value, response.low, response.high], [value, low, high]);
  const held = low <= item.key && item.key <= high;
  const brier = brierOf(response, held);
  const feedback = held ? item.praise : item.key < low ? item.below : item.above;
  return outcome({ correct: held, score: held ? 1 : 0, feedback: [feedback], brier });
}

function shortText(item, response) {
  const text = member(response, "text");
  ensure(typeof text === "string", "not-a-response");
  ensure([...text].length <= WORDS_JSON.longest.text, "too-long");
  const words = [...text].map((char) => (SPACES.includes(char) ? " " : char)).join("").split(" ").filter(Boolean);
  ensure(words.length >= item.least_words, "too-short");
  const ticks = knownIds(member(response, "ticks"), item.checklist.map((check) => check.id));
  const missing = item.checklist.filter((check) => !ticks.includes(check.id)).map((check) => check.feedback);
  const score = ticks.length / item.checklist.length;
  return outcome({ correct: !missing.length, score, feedback: missing.length ? missing : [item.praise] });
}

const JUDGES = {
  "single-choice": singleChoice,
  "multiple-choice": multipleChoice,
  number,
  ordering,
  allocation,
  prediction,
  "short-text": shortText,
};
