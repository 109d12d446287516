// What was kept is judged again: a file or a storage that others wrote to can bring responses, but no texts.

import { judge } from "../../player/judge.js";
import { isPutOff, PUT_OFF } from "../../player/later.js";
import WORDS_JSON from "../../player/words.json";

const MOST_ATTEMPTS = 200;

export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

export function checked(block, record) {
  if (block.kind === "ask") return { attempts: attemptsOf(block, record.attempts), ...toldAt(record.told), ...putOffIn(block, record) };
  if (block.kind === "worksheet") return { entries: entriesOf(block, record.entries) };
  if (block.kind === "walk") return walkOf(record);
  return {};
}

const isText = (value) => typeof value === "string";

function walkOf({ at: place, seen, whole }) {
  return { at: isText(place) ? place : "", seen: Array.isArray(seen) ? seen.filter(isText) : [], whole: whole === true };
}

export function attemptsOf(block, given) {
  const attempts = (Array.isArray(given) ? given.slice(0, MOST_ATTEMPTS) : []).filter((one) => isRecord(one) && isRecord(one.response));
  return attempts.map((one) => attempt(block, one)).filter((one) => one?.outcome.valid);
}

// What was answered after the answer had been shown is kept with a mark.
export const toldAt = (when) => (typeof when === "string" && when ? { told: when.slice(0, 40) } : {});

// A question of the first test that was put off says so, as long as it is not answered.
function putOffIn({ section }, { entries }) {
  return section === "pre-test" && isRecord(entries) && isPutOff(entries) ? { entries: { [PUT_OFF]: "put off" } } : {};
}

function attempt(block, { response, at: when, wording, told }) {
  try {
    const made = { response, outcome: judge(block.item, response), at: typeof when === "string" ? when.slice(0, 40) : "" };
    const put = typeof wording === "string" ? { wording: wording.slice(0, 9) } : {};
    return { ...made, ...put, ...(told === true && { told }) };
  } catch {
    return null;
  }
}

export function entriesOf(block, given) {
  const known = new Set(block.sheets.flatMap(({ fields, rows }) =>
    fields.flatMap(({ id }) => (rows > 1 ? Array.from({ length: rows }, (_, i) => `${id}.${i + 1}`) : [id]))));
  const usable = Object.entries(isRecord(given) ? given : {}).filter(([name, value]) => known.has(name) && typeof value === "string");
  return Object.fromEntries(usable.map(([name, value]) => [name, value.slice(0, WORDS_JSON.longest.text)]));
}
