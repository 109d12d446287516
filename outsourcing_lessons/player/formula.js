// What a worksheet works out: blocks/formula.py over again, where it says what a formula is.

import { affixesOf, localDigits } from "./number_format.js";
import { readNumber } from "./numbers.js";

const ROUNDED_OFF = 1e-9;
const LARGEST_RESULT = 1e15;
const ARITHMETIC = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
};

export function workedOut(formula, worksheet, texts, row = "") {
  const value = valueOf(formula, worksheet, texts, row);
  return value !== null && Number.isFinite(value) && Math.abs(value) < LARGEST_RESULT ? value : null;
}

// As `in_words` writes it: half away from zero, in the format in force and with no needless zeros.
export function resultInWords(value, { prefix, decimals, unit = "", of = null }) {
  const number = resultDigits(value, decimals);
  const sign = number.startsWith("\u2212") ? "\u2212" : "";
  const said = unit && (number === "1" ? ` ${unit.replace(/s$/, "")}` : ` ${unit}`);
  const goal = of !== null && of !== value ? ` (of ${resultDigits(of, decimals)})` : "";
  const [before, after] = affixesOf(prefix);
  return sign + before + number.slice(sign.length) + after + said + goal;
}

// The fields that a formula names.
export function namesIn(formula) {
  if (typeof formula === "string") return [formula];
  if (!Array.isArray(formula)) return [];
  return formula[0] === "in" ? [formula[1]] : formula.slice(1).flatMap(namesIn);
}

function valueOf(part, worksheet, texts, row) {
  if (typeof part === "number") return part;
  if (typeof part === "string") return readNumber((texts[part + row] ?? "").trim(), prefixOfField(worksheet, part), "", worksheet.numbers)[0] ?? null;
  const [operation, ...parts] = part;
  if (operation === "in") {
    const held = (texts[parts[0] + row] ?? "").trim();
    return held ? Number(parts.slice(1).includes(held)) : null;
  }
  if (operation === "sum") return sumOf(parts[0], worksheet, texts);
  if (operation === "positive") {
    const value = valueOf(parts[0], worksheet, texts, row);
    return value !== null && value > 0 ? value : null;
  }
  const [left, right] = parts.map((one) => valueOf(one, worksheet, texts, row));
  return left === null || right === null || (operation === "/" && right === 0) ? null : ARITHMETIC[operation](left, right);
}

function sumOf(summed, worksheet, texts) {
  const [column] = namesIn(summed);
  const rows = worksheet.sheets.find(({ fields }) => fields.some(({ id }) => id === column))?.rows ?? 0;
  const found = Array.from({ length: rows }, (_, i) => valueOf(summed, worksheet, texts, `.${i + 1}`));
  return found.reduce((total, value) => (total === null ? value : value === null ? total : total + value), null);
}

function prefixOfField({ sheets }, name) {
  return sheets.flatMap(({ fields }) => fields).find(({ id }) => id === name)?.prefix ?? "";
}

function resultDigits(value, decimals) {
  const scale = 10 ** decimals;
  const units = Math.floor(Math.abs(value) * scale + 0.5 + ROUNDED_OFF);
  const part = units % scale;
  const behind = part ? `.${String(part).padStart(decimals, "0")}`.replace(/0+$/, "") : "";
  const digits = String((units - part) / scale).replace(/\B(?=(\d{3})+$)/g, ",") + behind;
  return (value < 0 && digits !== "0" ? "\u2212" : "") + localDigits(digits);
}
