// Of a table whose rows stand as cards, those with something in them are shown and one more: empty ones fill screens.

import { node } from "./dom.js";

export class Rows {
  constructor(table) {
    this.rows = [.../** @type {HTMLTableElement} */ (table.querySelector("table")).tBodies[0].rows];
    this.note = node("p.ol-note", "Another row appears when you use this one.");
    table.after(this.note);
  }

  fold() {
    const used = this.rows.map((row) => [.../** @type {NodeListOf<HTMLInputElement>} */ (row.querySelectorAll("input, textarea, select"))].some(({ value }) => value));
    const last = used.lastIndexOf(true);
    this.rows.forEach((row, i) => (row.hidden = i > last + 1));
    this.note.hidden = last + 2 >= this.rows.length;
  }
}
