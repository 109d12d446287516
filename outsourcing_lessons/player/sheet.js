// A worksheet as a page to save or print.

import { legal } from "./characters.js";
import { sumsSaid } from "./filled.js";
import { escaped, ownFaces, wholePage } from "./page.js";
import SHEET_CSS from "./sheet.css";

// Its style is allowed by its hash where it is printed, in a frame of this page; only a file brings typefaces along.
export function sheetPage(worksheet, entries, asFile = false) {
  const { title, purpose, sheets } = worksheet;
  const form = (sheet) => (sheet.rows > 1 ? sheetTable(sheet, entries) : sheetList(sheet, entries));
  const results = (sheet) => sumsSaid(sheet, worksheet, entries).map((line) => `<p>${escaped(line)}</p>`).join("");
  const body = sheets.map((sheet) => `<section><h2>${escaped(sheet.title)}</h2>${form(sheet)}${results(sheet)}</section>`).join("");
  return wholePage(title, (asFile ? ownFaces() : "") + SHEET_CSS, `<h1>${escaped(title)}</h1><p>${escaped(purpose)}</p>${body}`);
}

function labelled({ label, options }) {
  return escaped(label) + (options.length ? ` <small>(${escaped(options.join(", "))})</small>` : "");
}

function sheetList({ fields }, entries) {
  const row = (field) => `<dt>${labelled(field)}</dt><dd>${escaped(legal(entries[field.id]))}</dd>`;
  return `<dl>${fields.map(row).join("")}</dl>`;
}

function sheetTable({ title, fields, rows }, entries) {
  const head = ["No.", ...fields.map(labelled)].map((label) => `<th scope="col">${label}</th>`);
  const cell = (id, i) => `<td>${escaped(legal(entries[`${id}.${i}`]))}</td>`;
  const row = (i) => `<tr><th scope="row">${i}</th>${fields.map(({ id }) => cell(id, i)).join("")}</tr>`;
  const body = Array.from({ length: rows }, (_, i) => row(i + 1)).join("");
  const caption = `<caption>${escaped(title)}</caption>`;
  return `<table>${caption}<thead><tr>${head.join("")}</tr></thead><tbody>${body}</tbody></table>`;
}
