// How numbers are written in a place: number_format.py over again, where it says what a format is. A page is one learner's,
// so it has one format in force; the first block that names one says it.

import WORDS_JSON from "./words.json";

const SHAPE = /^([A-Z]{3})\|([^#]*)#(.)(##\3)?##0(.)(0*)(.*)$/;
const LITERAL = /(?<![\w.,/])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![\w/]|[.,]\d)/g;
const NO_FORMAT = { currency: "", before: "", after: "", group: ",", indian: false, decimal: ".", cents: 2 };
const NO_BREAK = "\u00a0";
const CODE_OF = Object.entries(WORDS_JSON.numbers.codes);

let current = NO_FORMAT;

export function readFormat(text) {
  const found = text ? SHAPE.exec(text) : null;
  if (!found) return NO_FORMAT;
  const [, currency, before, group, indian, decimal, cents, after] = found;
  return { currency, before, after, group, indian: Boolean(indian), decimal, cents: cents.length };
}

export const formatInForce = () => current;

// With "" the one that is in force stays.
export function writeNumbersAs(text) {
  if (text) current = readFormat(text);
}

// What a block says of it, wherever it stands.
export const formatOfBlock = ({ numbers = "", item, worksheets }) => numbers || (item?.numbers ?? worksheets?.[0]?.numbers ?? "");

// The digits of a number, given as 1,234.5.
export function localDigits(text) {
  if (current === NO_FORMAT) return text;
  const { group, decimal, indian } = current;
  const [whole, part] = text.replaceAll(",", "").split(".");
  const groups = [whole.slice(-3)];
  const size = indian ? 2 : 3;
  for (let head = whole.slice(0, -3); head; head = head.slice(0, -size)) groups.unshift(head.slice(-size));
  return groups.join(group) + (part === undefined ? "" : decimal + part);
}

// A sentence of the page with its numbers in the format in force.
export function localised(text) {
  return current === NO_FORMAT ? text : text.replace(LITERAL, (found) => localDigits(found));
}

// What stands before and after an amount; `prefix` is what stands before it where no format is in force. One that is no
// currency stays there.
export function affixesOf(prefix) {
  const { currency, before, after } = current;
  if (!prefix || !currency) return [prefix, ""];
  const own = CODE_OF.find(([, code]) => code === currency)?.[0] ?? currency;
  if (prefix.trim() === own) return [before, after];
  const symbol = prefix.replace(/\u00a0$/, "");
  const foreign = after && (symbol in WORDS_JSON.numbers.codes || /^[A-Z]{3}$/.test(symbol));
  return foreign ? ["", NO_BREAK + symbol] : [prefix, ""];
}
