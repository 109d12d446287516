// All worksheets as a playbook: playbook/book.py over again, with the same order and the same words.

import { legal, replacedIn } from "./characters.js";
import { isWorkedOut, suffixesIn, sumsSaid, whatStands } from "./filled.js";
import { handoutPages } from "./handouts.js";
import { beforeAndAfter, toReadAgain } from "./learned.js";
import { dayOf, shownIn } from "./shown.js";
import WORDS_JSON from "./words.json";

// `filled` holds pairs of a worksheet and its entries, `learned` what was asked and answered.
export function bound(learner, filled, learnerId = "", handouts = [], learned = {}) {
  const stands = whatStands(filled).map((one) => ({ ...one, texts: usableTexts(one.texts) }));
  const sheets = stands.map((one) => ({ ...one, own: new Map([...one.texts].filter(([name]) => one.own.has(name))) }));
  const dates = sheets.flatMap(appointments).sort((a, b) => (a.day + a.id < b.day + b.id ? -1 : 1));
  const given = filled.flatMap(([, entries]) => Object.values(entries)).filter((value) => typeof value === "string");
  const used = handoutPages(handouts, sheets);
  const tests = handouts.length ? beforeAndAfter(learned) : null;
  return {
    learner: legal(learner),
    learnerId,
    pages: sheets.map(bookPage),
    appointments: dates,
    replaced: replacedIn(given.join("")),
    use: [...used.map(([handout, page]) => withReading(handout, page, learned)), ...(tests ? [tests] : [])],
    missing: handouts.filter((one) => !used.some(([handout]) => handout === one)).map(({ title }) => title),
  };
}

function withReading({ plan }, page, learned) {
  const again = plan && toReadAgain(learned);
  return again ? { ...page, sections: [...page.sections, again] } : page;
}

function usableTexts(texts) {
  /** @type {[string, string][]} */
  const pairs = Object.entries(texts).map(([name, value]) => [name, legal(value).trim()]);
  return new Map(pairs.filter(([, text]) => text));
}

// The rows of a table in which something stands.
function usedOf({ fields, rows }, texts) {
  return suffixesIn({ rows }).filter((suffix) => !(rows > 1) || fields.some(({ id }) => texts.has(id + suffix)));
}

// Of a table the rows in use count, and at least one. What the learner wrote counts, and what is still open for them.
function bookPage({ worksheet, texts, own, written }) {
  const namesOf = (sheet) => {
    const used = usedOf(sheet, texts);
    return (used.length ? used : [".1"]).flatMap((suffix) => sheet.fields.map(({ id }) => id + suffix));
  };
  const names = worksheet.sheets.flatMap(namesOf);
  const sums = worksheet.sheets.flatMap(({ fields }) => fields.filter(isWorkedOut).map(({ id }) => id));
  const filled = names.filter((name) => written.has(name) && texts.has(name)).length;
  const open = names.filter((name) => !texts.has(name) && !sums.includes(name.split(".")[0])).length;
  const sections = worksheet.sheets.map((sheet) => sectionOf(sheet, worksheet, texts, own));
  return { title: worksheet.title, purpose: worksheet.purpose, sections, filled, fields: filled + open };
}

function sectionOf(sheet, worksheet, texts, own) {
  const { title, fields, rows } = sheet;
  const results = sumsSaid(sheet, worksheet, Object.fromEntries(own));
  const labels = fields.map(({ label }) => label);
  if (!(rows > 1)) {
    const [there, open] = [true, false].map((which) => fields.filter(({ id }) => own.has(id) === which));
    const pairs = there.map((field) => [field.label, shownIn(field, own.get(field.id))]);
    return { title, columns: [], rows: pairs, open: open.map(({ label }) => label), results };
  }
  const used = usedOf(sheet, own);
  const told = usedOf(sheet, texts).length > used.length ? [WORDS_JSON.book["kept-out"]] : [];
  const cells = used.map((suffix) => fields.map((field) => shownIn(field, own.get(field.id + suffix))));
  const [columns, open] = used.length ? [labels, []] : [[], labels];
  return { title, columns, rows: cells, open, results: [...results, ...told] };
}

// The dates that the learner wrote; those that a worksheet has from another are there already.
function appointments({ worksheet, texts, written }) {
  const inRow = (sheet, suffix) => {
    const isDay = ({ id, type }) => type === "date" && written.has(id + suffix) && dayOf(texts.get(id + suffix));
    return sheet.fields.filter(isDay).map((field) => {
      const text = about(worksheet, sheet, field, suffix, texts);
      return { id: `${worksheet.id}.${field.id}${suffix}`, day: texts.get(field.id + suffix), text };
    });
  };
  return worksheet.sheets.flatMap((sheet) => suffixesIn(sheet).flatMap((suffix) => inRow(sheet, suffix)));
}

// What a date is about, in one line: what was written beside it, or else where it stands.
function about(worksheet, sheet, field, suffix, texts) {
  const beside = sheet.fields.find(({ id, type }) => type !== "date" && texts.has(id + suffix));
  if (field.of_page || !beside) return `${worksheet.title}: ${field.reminder || sheet.title}`;
  const written = texts.get(beside.id + suffix).trim().replace(/\s+/g, " ");
  const subject = beside.reminder ? `${beside.reminder}: ${written}` : written;
  return field.reminder ? `${subject} (${field.reminder})` : subject;
}
