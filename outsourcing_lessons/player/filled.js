// What stands on worksheets: blocks/filled.py over again, where it says what counts before what.

import { resultInWords, workedOut } from "./formula.js";

const suffixesIn = ({ rows }) => (rows > 1 ? Array.from({ length: rows }, (_, i) => `.${i + 1}`) : [""]);

// `pairs` holds the worksheets in the order of their lessons, each with what is kept of it.
export function whatStands(pairs) {
  const done = new Map();
  return pairs.map(([worksheet, entries]) => {
    const typed = Object.fromEntries(Object.entries(entries).filter(([, text]) => typeof text === "string"));
    const drawn = {};
    for (const sheet of worksheet.sheets) {
      for (const [name, draw] of Object.entries(sheet.draws)) Object.assign(drawn, drawnInto(sheet, name, draw, done.get(draw.worksheet)));
    }
    const texts = withSums(worksheet, { ...startOf(worksheet), ...drawn, ...typed });
    const written = new Set(Object.keys(typed).filter((name) => typed[name].trim()));
    done.set(worksheet.id, { worksheet, texts, drawn, written });
    return done.get(worksheet.id);
  });
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

// Adds what is worked out where nothing stands; a formula may use what one before it gave.
export function withSums(worksheet, texts) {
  const all = { ...texts };
  for (const sheet of worksheet.sheets) {
    for (const field of sheet.fields.filter(({ formula }) => formula !== null)) {
      for (const row of suffixesIn(sheet)) {
        const value = workedOut(field.formula, worksheet, all, row);
        if (value !== null && !(all[field.id + row] ?? "").trim()) all[field.id + row] = resultInWords(value, field);
      }
    }
  }
  return all;
}

function drawnInto(sheet, name, draw, source) {
  if (!source) return {};
  const names = sheet.rows === 1 || name.includes(".") ? [name] : suffixesIn(sheet).map((row) => name + row);
  const given = givenBy(draw, source).slice(0, names.length);
  return Object.fromEntries(given.map((text, i) => [names[i], text]).filter(([, text]) => text.trim()));
}

// What stands in a field of another worksheet, row by row.
function givenBy({ field, only }, { worksheet, texts }) {
  const sheet = worksheet.sheets.find(({ fields }) => fields.some(({ id }) => id === field));
  const used = suffixesIn(sheet).filter((row) => sheet.fields.some(({ id }) => (texts[id + row] ?? "").trim()));
  const fit = used.filter((row) => Object.entries(only).every(([id, allowed]) => allowed.includes(texts[id + row] ?? "")));
  return fit.map((row) => texts[field + row] ?? "");
}
