// Numbers as words, digit for digit as money.py, charts/scales.py and lessons/case.py write them.

import { NB } from "./amounts.js";
import { affixesOf, formatInForce, localDigits } from "./number_format.js";

const MINUS = "−";
const LARGE = 100; // from here on half a unit of a currency is less than half a per cent
const NOISE = 9; // decimals; what lies beyond them comes from floating point
const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const SCALES = [{ least: 1e12, word: "tn" }, { least: 1e9, word: "bn" }, { least: 1e6, word: "m" }, { least: 1, word: "" }];

// The size of a number times 10 ** decimals, a half rounded up, and exactly so.
function scaledUp(number, decimals) {
  const [mantissa, exponent] = Number(Math.abs(number).toFixed(NOISE)).toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const shift = Number(exponent) - (digits.length - 1) + decimals;
  if (shift >= 0) return BigInt(digits) * 10n ** BigInt(shift);
  const unit = 10n ** BigInt(-shift);
  return (2n * BigInt(digits) + unit) / (2n * unit);
}

function fixed(number, decimals) {
  const digits = String(scaledUp(number, decimals));
  if (decimals <= 0) return digits === "0" ? "0" : digits + "0".repeat(-decimals);
  const padded = digits.padStart(decimals + 1, "0");
  return `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`;
}

const inThousands = (digits) => digits.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

export const roundedTo = (number, decimals) => Math.sign(number) * Number(fixed(number, decimals));

export function readableNumber(amount, figures = 3) {
  if (amount === 0) return 0;
  return roundedTo(amount, figures - 1 - Number(amount.toExponential().split("e")[1]));
}

const writtenFigures = (number, decimals) => inThousands(fixed(number, decimals)).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");

export function inFigures(number, decimals = 0) {
  const text = writtenFigures(number, decimals);
  return (number < 0 && text !== "0" ? MINUS : "") + localDigits(text);
}

export function writtenMoney(amount, prefix) {
  const size = Math.abs(amount);
  const whole = Number.isInteger(size) || (!formatInForce().cents && size >= LARGE);
  const [before, after] = affixesOf(prefix);
  return (amount < 0 ? MINUS : "") + before + localDigits(inThousands(fixed(size, whole ? 0 : 2))) + after;
}

export const aboutMoney = (amount, prefix) => writtenMoney(readableNumber(amount), prefix);
export const exactMoney = (amount, prefix) => writtenMoney(readableNumber(roundedTo(amount, 2), 6), prefix);

// As Python's own rounding: exactly a half goes to the even neighbour.
function halfEven(number, decimals) {
  const [whole, part] = Math.abs(number).toFixed(20).split(".");
  const cut = decimals ? `${whole}.${part.slice(0, decimals)}` : whole;
  const even = /[02468]$/.test(cut) && /^50*$/.test(part.slice(decimals));
  return even ? cut : Math.abs(number).toFixed(decimals);
}

export function inHours(number) {
  const said = Math.abs(number) >= 10 ? readableNumber(number, 3) : Math.sign(number) * Number(halfEven(number, 1));
  return `${inFigures(said, 1)} hour${said === 1 ? "" : "s"}`;
}

export const inCount = (number) => SMALL[number] ?? inFigures(number);

// A value as the description of a chart says it.
export function amountOf(value, prefix, unit) {
  const size = readableNumber(Math.abs(value));
  const cents = prefix && !Number.isInteger(size) && size < 100;
  return withSign(value, cents ? inThousands(halfEven(size, 2)) : writtenFigures(size, size >= 100 ? 0 : 2), prefix, unit);
}

// Round numbers, 1, 2 or 5 times a power of ten apart, from at or below `low` to at or above `high`.
export function ticksOf(low, high, about = 5, whole = false) {
  const far = Math.max(Math.abs(low), Math.abs(high));
  const size = far > 1e-9 ? far : 1;
  const rough = (high - low > 1e-6 * size ? high - low : size) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const [factor] = [[1, 1.3], [2, 3], [5, 7], [10, Infinity]].find(([, most]) => rough <= most * power);
  const step = whole ? Math.max(factor * power, 1) : factor * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

// Those between the ends, and whole ends themselves where they stand clear of them.
export function ticksInside(low, high, about, whole) {
  const found = ticksOf(low, high, about, whole);
  const room = (found[1] - found[0]) / 2;
  const inside = found.filter((tick) => low <= tick && tick <= high);
  const first = whole && !(inside.length && inside[0] - low <= room) ? [low] : [];
  const last = whole && inside.length && high - inside[inside.length - 1] > room ? [high] : [];
  return [...first, ...inside, ...last];
}

export function tickText(value, prefix, unit, all) {
  const most = Math.max(...all.map(Math.abs));
  const { least: size, word } = SCALES.find(({ least }) => most >= least) ?? SCALES[3];
  const decimals = Math.max(0, -Math.floor(Math.log10((all[1] - all[0]) / size) + 1e-9));
  return withSign(value, value ? inThousands((Math.abs(value) / size).toFixed(decimals)) : "0", prefix, unit, value ? word : "");
}

// What is rounded to nothing has no sign.
function withSign(value, text, prefix, unit, scale = "") {
  const [before, after] = affixesOf(prefix);
  return (value < 0 && /[1-9]/.test(text) ? MINUS : "") + before + localDigits(text) + scale + after + unit;
}

export const unbroken = (text) => text.replace(/(?<=[0-9]) (?=%)/g, NB);
