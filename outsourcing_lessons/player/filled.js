// What stands on worksheets: blocks/filled.py over again, where it says what counts before what.

import { namesIn, resultInWords, workedOut } from "./formula.js";

export const suffixesIn = ({ rows }) => (rows > 1 ? Array.from({ length: rows }, (_, i) => `.${i + 1}`) : [""]);

// `pairs` holds the worksheets in the order of their lessons, each with what is kept of it.
export function whatStands(pairs) {
  const done = new Map();
  return pairs.map(([worksheet, entries]) => {
    const typed = Object.fromEntries(Object.entries(entries).filter(([, text]) => typeof text === "string"));
    const drawn = {};
    const written = new Set(Object.keys(typed).filter((name) => typed[name].trim()));
    const theirs = new Set(written);
    for (const [sheet, name, draw] of drawsOf(worksheet)) {
      const source = done.get(draw.worksheet);
      for (const [one, given] of drawnInto(sheet, name, draw, source)) {
        drawn[one] = source.texts[given];
        if (source.own.has(given) && !Object.hasOwn(typed, one)) theirs.add(one);
      }
    }
    const texts = withSums(worksheet, { ...startOf(worksheet), ...drawn, ...typed });
    done.set(worksheet.id, { worksheet, texts, drawn, written, own: ownOf(worksheet, texts, theirs) });
    return done.get(worksheet.id);
  });
}

const drawsOf = ({ sheets }) => sheets.flatMap((sheet) => Object.entries(sheet.draws).map(([name, draw]) => [sheet, name, draw]));

export const isWorkedOut = ({ formula, rules }) => formula !== null || rules.length > 0;

// The names of the texts that are the learner's: these, their rows, and what is worked out of them.
function ownOf({ sheets }, texts, theirs) {
  const own = new Set(theirs);
  const column = (name) => name.split(".")[0];
  for (const sheet of sheets) {
    for (const row of sheet.rows > 1 ? suffixesIn(sheet) : []) {
      const names = sheet.fields.map(({ id }) => id + row);
      if (names.some((name) => own.has(name))) for (const name of names) own.add(name);
    }
    for (const field of sheet.rows > 1 ? [] : sheet.fields) {
      const needs = [...namesIn(field.formula), ...field.rules.flatMap(({ when }) => Object.keys(when))];
      const columns = new Set([...own].map(column));
      if (needs.some((name) => columns.has(name))) own.add(field.id);
    }
  }
  return new Set([...own].filter((name) => Object.hasOwn(texts, name)));
}

export function startOf({ sheets }) {
  return Object.assign({}, ...sheets.map(({ start }) => start));
}

// What is worked out under a sheet; the text is empty where something is missing.
export function sumsUnder(sheet, worksheet, texts) {
  return sheet.results.map((result) => {
    const value = workedOut(result.formula, worksheet, texts);
    return { label: result.label, text: value === null ? "" : resultInWords(value, result) };
  });
}

// The same as lines to be read, without what is missing.
export function sumsSaid(sheet, worksheet, texts) {
  return sumsUnder(sheet, worksheet, texts).filter(({ text }) => text).map(({ label, text }) => `${label}: ${text}`);
}

// Adds what is worked out where nothing stands; a formula may use what one before it gave.
export function withSums(worksheet, texts) {
  const all = { ...texts };
  for (const sheet of worksheet.sheets) {
    for (const field of sheet.fields.filter(isWorkedOut)) {
      for (const row of suffixesIn(sheet)) {
        const text = followsFor(field, worksheet, all, row);
        if (text && !(all[field.id + row] ?? "").trim()) all[field.id + row] = text;
      }
    }
  }
  return all;
}

// What the formula gives, or the first of the rules that fits.
function followsFor(field, worksheet, texts, row) {
  const value = field.formula === null ? null : workedOut(field.formula, worksheet, texts, row);
  if (value !== null) return resultInWords(value, field);
  const held = (id) => (texts[id + row] ?? "").trim();
  const fits = ({ when }) => Object.entries(when).every(([id, allowed]) => (allowed.length ? allowed.includes(held(id)) : held(id)));
  return field.rules.find(fits)?.text ?? "";
}

function drawnInto(sheet, name, draw, source) {
  if (!source) return [];
  const names = sheet.rows === 1 || name.includes(".") ? [name] : suffixesIn(sheet).map((row) => name + row);
  const given = givenBy(draw, source).slice(0, names.length);
  return given.map((one, i) => [names[i], one]).filter(([, one]) => (source.texts[one] ?? "").trim());
}

// The names of a field of another worksheet in the rows that fit, one after another.
function givenBy({ field, only }, { worksheet, texts, own }) {
  const sheet = worksheet.sheets.find(({ fields }) => fields.some(({ id }) => id === field));
  const used = suffixesIn(sheet).filter((row) => sheet.fields.some(({ id }) => (texts[id + row] ?? "").trim()));
  const theirs = used.filter((row) => own.has(field + row) || !Object.keys(only).length);
  const fit = theirs.filter((row) => Object.entries(only).every(([id, allowed]) => allowed.includes(texts[id + row] ?? "")));
  return fit.map((row) => field + row);
}
