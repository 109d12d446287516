// The pages to use: playbook/handouts.py over again.

import { suffixesIn, sumsSaid } from "./filled.js";
import { shownIn } from "./shown.js";

// Pairs of what a page is made by and the page, where something of the learner's stands on it.
export function handoutPages(handouts, sheets) {
  const byId = new Map(sheets.map((one) => [one.worksheet.id, one]));
  const made = handouts.map((handout) => [handout, usedPage(handout, byId)]);
  return made.filter(([, { sections }]) => sections.some(({ rows }) => rows.length));
}

function usedPage({ id, title, purpose, sent, parts }, sheets) {
  const section = (part) => (Object.keys(part.columns).length ? tablePart(part, sheets) : linesPart(part, sheets));
  return { id, title, purpose, sent, filled: 0, fields: 0, sections: parts.map(section) };
}

const placeIn = (source) => source.split("/");

function fieldIn({ worksheet }, name) {
  const [column] = name.split(".");
  const sheet = worksheet.sheets.find(({ fields }) => fields.some(({ id }) => id === column));
  return { sheet, field: sheet.fields.find(({ id }) => id === column) };
}

function linesPart({ title, lines }, sheets) {
  const found = Object.entries(lines).map(([label, source]) => {
    const [worksheet, name] = placeIn(source);
    const filled = sheets.get(worksheet);
    const text = filled.own.get(name);
    return [label, text ? shownIn(fieldIn(filled, name).field, text) : ""];
  });
  const open = found.filter(([, text]) => !text).map(([label]) => label);
  return { title, columns: [], rows: found.filter(([, text]) => text), open, results: [] };
}

function tablePart({ title, columns, only }, sheets) {
  const labels = Object.keys(columns);
  const places = Object.values(columns).map(placeIn);
  const { worksheet, own } = sheets.get(places[0][0]);
  const { sheet } = fieldIn({ worksheet }, places[0][1]);
  const fields = places.map(([, name]) => fieldIn({ worksheet }, name).field);
  const fits = (row) => Object.entries(only).every(([id, allowed]) => allowed.includes(own.get(id + row) ?? ""));
  const used = suffixesIn(sheet).filter((row) => fields.some(({ id }) => own.has(id + row)) && fits(row));
  if (!used.length) return { title, columns: [], rows: [], open: labels, results: [] };
  const results = sumsSaid(sheet, worksheet, Object.fromEntries(own));
  return { title, columns: labels, rows: used.map((row) => fields.map((field) => shownIn(field, own.get(field.id + row)))), open: [], results };
}
