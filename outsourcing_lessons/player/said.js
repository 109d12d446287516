// The words of an explorer's view filled with its results: lessons/said.py over again. What is wrong with a view was found
// there, when the lesson was built.

import { aboutMoney, exactMoney, inCount, inHours, inFigures } from "./written.js";

const FORMATS = {
  about: (number, prefix) => aboutMoney(number, prefix),
  money: (number, prefix) => exactMoney(number, prefix),
  hours: (number) => inHours(number),
  count: (number) => inCount(Math.trunc(number)),
};

const isThere = (result) => result !== false && result != null;

// Whether everything that is named holds; behind a "not ", that it does not.
export function holds(when, results) {
  const names = (when ?? "").split(",").map((name) => name.trim()).filter(Boolean);
  return names.every((name) => (name.startsWith("not ") ? !isThere(results[name.slice(4)]) : isThere(results[name])));
}

export function filledIn(text, results, prefix) {
  return text.replace(/\{\{|\}\}|\{([a-z][a-z0-9_]*)(?::([a-z]+|\d)|\|([^|{}]*)\|([^|{}]*))?\}/g, (all, name, format, one, many) => {
    if (!name) return all[0];
    const value = results[name];
    if (typeof value === "string") return value;
    if (one !== undefined) return inFigures(value, 1) === "1" ? one : many;
    return FORMATS[format] ? FORMATS[format](value, prefix) : inFigures(value, Number(format ?? 0));
  });
}

export function saidIn(clauses, results, prefix) {
  return clauses.filter(({ when }) => holds(when, results)).map(({ text }) => filledIn(text, results, prefix)).join("");
}
