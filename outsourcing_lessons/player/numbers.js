// Numbers as people type them: items/numbers.py over again, function for function. Nothing here depends on the browser's
// language or its version of Unicode.

import { formatInForce, readFormat } from "./number_format.js";
import WORDS_JSON from "./words.json";

const LONGEST_NUMBER = WORDS_JSON.longest.number;
const { zeros, minuses, unseen, alike } = WORDS_JSON.numbers;
export const SPACES = WORDS_JSON.numbers.spaces;
const SIGNS = [...WORDS_JSON.numbers.signs];
const CODES = new Map(Object.entries(WORDS_JSON.numbers.codes));
const ALSO = WORDS_JSON.numbers.also;
const PER_CENT = WORDS_JSON.numbers["per-cent"];
const OF_A_HUNDRED = WORDS_JSON.numbers["of-a-hundred"];
const LAKHS = /^[0-9]{1,2}(?:,[0-9]{2})*,[0-9]{3}(?:\.[0-9]*)?$/;
const QUIET = [" ", "'", "_"];

const TABLE = foldingTable();

function foldingTable() {
  const table = new Map();
  for (const zero of zeros) {
    const first = zero.charCodeAt(0);
    for (let digit = 0; digit < 10; digit += 1) table.set(String.fromCharCode(first + digit), String(digit));
  }
  for (const char of SPACES) table.set(char, " ");
  for (const char of minuses) table.set(char, "-");
  for (const char of unseen) table.set(char, "");
  for (const [char, plain] of Object.entries(alike)) table.set(char, plain);
  return table;
}

// `numbers` is the format that decides where a number could be read in two ways; that in force where it is "".
export function readNumber(text, prefix = "", unit = "", numbers = "") {
  if (typeof text === "number") return Number.isFinite(text) ? [text] : [];
  if (typeof text !== "string" || [...text].length > LONGEST_NUMBER) return [];
  const form = numbers ? readFormat(numbers) : formatInForce();
  const [sign, body] = bareNumber(fold(text), fold(prefix), fold(unit), form);
  return readingsHere(body, form).map((reading) => sign * Number(reading));
}

// "2 Mio", "5 min", "1.5k": figures, and something beside them that nothing on the page explains.
export function isMoreThanANumber(text) {
  const folded = typeof text === "string" ? fold(text) : "";
  return /[0-9]/.test(folded) && /[^0-9.,' _+-]/.test(folded);
}

// What was typed says so itself; what nobody typed leaves no doubt either.
export function isSurelyOfAHundred(text) {
  return typeof text !== "string" || [...PER_CENT, ...OF_A_HUNDRED].some((word) => lower(fold(text)).includes(word));
}

function fold(text) {
  return stripped([...text].map((char) => TABLE.get(char) ?? char).join(""));
}

function stripped(text) {
  return text.replace(/^ +/, "").replace(/ +$/, "");
}

function bareNumber(text, prefix, unit, form) {
  const [before, rest] = takeSign(text);
  const first = beforeForms(prefix, form);
  const body = withoutFirst(withoutLast(rest, [...unitForms(unit), ...first]), first);
  if (before) return [before, body];
  const [after, digits] = takeSign(body);
  return [after || 1, digits];
}

function takeSign(text) {
  if (text.startsWith("+") || text.startsWith("-")) return [text[0] === "-" ? -1 : 1, stripped(text.slice(1))];
  return [0, text];
}

function withoutLast(text, forms) {
  const form = forms.find((one) => one && lower(text).endsWith(lower(one))) ?? "";
  return stripped(text.slice(0, text.length - form.length));
}

function withoutFirst(text, forms) {
  const form = forms.find((one) => one && lower(text).startsWith(lower(one))) ?? "";
  return stripped(text.slice(form.length));
}

function beforeForms(prefix, { currency, before, after }) {
  if (!prefix) return [];
  const code = CODES.get(prefix) ?? prefix;
  const local = code === currency ? [fold(before + after), ...(ALSO[code] ?? [])] : [];
  return CODES.has(prefix) ? [...local, prefix, code] : [...local, prefix, ...SIGNS];
}

function unitForms(unit) {
  const first = unit.split(" ")[0];
  const wholes = first === "%" ? [unit, ...PER_CENT] : [unit, first];
  return wholes.flatMap((whole) => [whole, whole.endsWith("s") ? whole.slice(0, -1) : ""]);
}

function lower(text) {
  return text.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32));
}

// Of two readings the one in which the mark is what it is in the format.
function readingsHere(body, { currency, group, indian, decimal: here }) {
  const found = readings(indian && LAKHS.test(body) ? body.replaceAll(",", "") : body);
  const mark = body.includes(".") ? "." : ",";
  if (found.length < 2 || !currency || (mark !== here && mark !== group)) return found;
  return found.filter((one) => one.includes(".") === (mark === here));
}

function readings(body) {
  if (!/^[0-9.,' _]*[0-9][0-9.,' _]*$/.test(body)) return [];
  const dot = body.lastIndexOf(".");
  const comma = body.lastIndexOf(",");
  if (dot >= 0 && comma >= 0) return dot > comma ? decimal(body, ".", ",") : decimal(body, ",", ".");
  const mark = dot >= 0 ? "." : ",";
  if (body.split(mark).length > 2) return whole(body, mark);
  if (/^[1-9][0-9]{0,2}[.,][0-9]{3}$/.test(body)) {
    const both = [...whole(body, mark), ...decimal(body, mark, "")];
    return mark === "," ? both : both.reverse();
  }
  return decimal(body, mark, "");
}

function decimal(body, mark, thousands) {
  const at = body.indexOf(mark);
  const before = at < 0 ? body : body.slice(0, at);
  const part = at < 0 ? "" : body.slice(at + 1);
  if (!/^[0-9]*$/.test(part) || (!before && !part)) return [];
  const digits = before ? whole(before, thousands) : ["0"];
  return digits.map((digit) => `${digit}.${part || "0"}`);
}

function whole(body, thousands) {
  if (/^[0-9]+$/.test(body)) return [body];
  for (const separator of [thousands, ...QUIET].filter(Boolean)) {
    const groups = body.split(separator);
    const threes = groups.slice(1).every((group) => /^[0-9]{3}$/.test(group));
    if (groups.length > 1 && /^[0-9]{1,3}$/.test(groups[0]) && threes) return [groups.join("")];
  }
  return [];
}
