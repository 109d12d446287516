// A worksheet: filled in, kept, saved, printed.

import { button, download, heading, make, node, paragraphs, tableOf, uid } from "./dom.js";
import { Given } from "./given.js";
import { keepWith } from "./keeping.js";
import { offerOf } from "./offer.js";
import { sheetPage } from "./sheet.js";
import { chooser, oneLine, onPaper, SHAPES } from "./writing.js";

const BOTH_WROTE = "you wrote something else in another tab. The text here is saved; the other was";
const MOST_COLUMNS = 6; // of more columns a row stands as a card,
const MOST_AT_A_GLANCE = 9; // unless a wide page has room for so many
const CHANGED_THERE = "you changed this in another tab. The text here was";

export class Filled {
  constructor(root, block, host, signal) {
    this.block = block;
    this.host = host;
    this.signal = signal;
    this.inputs = new Map();
    this.typed = new Set();
    this.timer = null;
    this.sent = [];
    this.others = new Map();
    this.cards = [];
    this.kept = { ...host.restore()?.entries };
    this.own = { ...this.kept }; // what the learner wrote; all else that stands here is given
    this.given = new Given(block);
    heading(root, "Worksheet", block.title);
    this.state = make("output", { class: "ol-note ol-kept", "aria-live": "polite" });
    const save = button("Save this page as a file", () => this.save());
    const print = button("Print", () => this.print(), "ol-quiet");
    const sheets = block.sheets.map((sheet) => this.sheet(sheet));
    this.elsewhere = make("div", { class: "ol-elsewhere", role: "status" });
    this.foot = node("div.ol-sheet-foot", node("div.ol-actions", save, print), this.state, this.elsewhere);
    root.append(...paragraphs(block.purpose), ...sheets, this.foot);
    for (const sheet of sheets) this.listenTo(sheet); // and not to the root: a page may put them elsewhere
    window.addEventListener("pagehide", () => this.keep(), { signal });
    signal.addEventListener("abort", () => this.keep());
    host.elsewhere?.((entries) => this.hear(entries), signal);
    this.give();
    if (!this.given.draws || !host.drawn) return;
    this.draw();
    document.addEventListener("ol:entries", ({ detail }) => detail.id !== block.id && this.draw(), { signal });
  }

  listenTo(sheet) {
    sheet.addEventListener("input", ({ target }) => {
      for (const [key, input] of this.inputs) if (input === target) this.write(key, target.value);
      this.give();
      this.stand(target.closest(".ol-entry, td"));
      this.soon();
    });
    sheet.addEventListener("focusout", () => this.keep());
    sheet.addEventListener("focusout", () => setTimeout(() => this.give()));
  }

  // What other worksheets give, which may have changed.
  async draw() {
    this.given.drawn = (await this.host.drawn()) ?? {};
    if (!this.signal.aborted) this.give();
  }

  write(key, text) {
    this.typed.add(key);
    this.own[key] = text;
    this.mark(this.inputs.get(key));
  }

  // Puts what is given where nothing is written; never where the learner is.
  give() {
    const texts = this.given.texts(this.own);
    for (const [key, input] of this.inputs) {
      const text = texts[key] ?? "";
      if (input.value !== text && input !== document.activeElement) this.put(input, text);
    }
    for (const rows of this.cards) rows.fold();
    this.given.say(this.own, this.inputs, this.entries());
  }

  // What is said of a field stands by it.
  stand(place) {
    if (!place || this.state.parentNode === place) return;
    this.state.textContent = "";
    place.append(this.state);
  }

  sheet(sheet) {
    const fields = sheet.rows > 1 ? [this.table(sheet)] : sheet.fields.map((field) => this.field(field));
    const { from, results } = this.given.parts(sheet);
    const offer = offerOf(sheet, this.host, this.signal, (texts) => this.take(texts));
    return node("div.ol-sheet", node("h4", sheet.title), paragraphs(sheet.help, "ol-note"), offer, from, fields, results);
  }

  // Writes texts where nothing stands, as the learner has asked; says whether there was such a place.
  take(texts) {
    const open = Object.entries(texts).filter(([key]) => !this.inputs.get(key)?.value.trim());
    for (const [key, text] of open) {
      this.put(this.inputs.get(key), text);
      this.write(key, text);
    }
    this.give();
    this.keep();
    return open.length > 0;
  }

  mark(input) {
    input.classList.toggle("ol-nothing", !input.value);
    if (input.matches("select")) Object.assign(input.dataset, { chosen: input.value, role: input.selectedOptions[0]?.dataset.role ?? "" });
  }

  input(field, key, attributes) {
    const value = this.own[key] ?? "";
    const shape = SHAPES[field.type];
    const made = () => make(shape?.rows ? "textarea" : "input", { maxlength: "5000", ...shape, ...attributes });
    const input = field.type === "choice" ? chooser(field, value, attributes) : made();
    input.value = value;
    if (shape?.rows === "1") oneLine(input, this.signal);
    this.mark(input);
    this.inputs.set(key, input);
    return input;
  }

  field(field) {
    const [id, about] = [uid(), uid()];
    const example = field.example && make("p", { class: "ol-note", id: about }, `For example: ${field.example}`);
    const input = this.input(field, field.id, { id, "aria-describedby": field.example && about });
    const label = make("label", { for: id, class: "ol-label" }, field.label);
    return node("div.ol-entry.ol-wide", label, input, this.given.sum(field), onPaper([field]), example);
  }

  table(sheet) {
    const examples = sheet.fields.filter(({ example }) => example).map(({ label, example }) => `${label}: ${example}`);
    const cell = ({ id, label }, row) => [`${id}.${row}`, { "aria-label": `${label}, row ${row}` }];
    const cells = (row) => sheet.fields.map((field) => this.input(field, ...cell(field, row)));
    const rows = Array.from({ length: sheet.rows }, (_, i) => [String(i + 1), ...cells(i + 1)]);
    const columns = ["No.", ...sheet.fields.map(({ label }) => label)];
    const many = sheet.fields.length > MOST_COLUMNS;
    const kind = many ? ` ol-many${sheet.fields.length > MOST_AT_A_GLANCE ? "" : " ol-glance"}` : "";
    const table = tableOf(sheet.title, columns, rows, `ol-table ol-stack${kind}`, true);
    const place = node("div", table, onPaper(sheet.fields), examples.length ? node("p.ol-note", `For example: ${examples.join("; ")}`) : "");
    if (many) this.cards.push(new Rows(table));
    return place;
  }

  // All that stands here, given or written.
  entries() {
    return Object.fromEntries([...this.inputs].map(([key, input]) => [key, input.value]));
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), 400);
  }

  async keep() {
    clearTimeout(this.timer);
    const [entries, before] = [{ ...this.own }, this.kept];
    const changed = Object.fromEntries(Object.entries(entries).filter(([key, value]) => value !== before[key]));
    if (!Object.keys(changed).length) return;
    this.kept = entries;
    this.sent.push(changed);
    const earlier = await keepWith(this.host, entries, this.state, "Kept.", changed);
    this.sent.splice(this.sent.indexOf(changed), 1);
    this.state.classList.toggle("ol-unkept", !earlier);
    if (!earlier) this.kept = before; // what did not work is tried again with the next change
    if (this.signal.aborted) return;
    const unknown = Object.entries(earlier ?? {}).filter(([key, value]) => value !== before[key]);
    for (const [key, value] of unknown) {
      if (!Object.hasOwn(changed, key)) this.hear({ [key]: value });
      else if (value !== changed[key]) this.offer(key, value, BOTH_WROTE);
    }
    this.tell();
  }

  // What was written in another tab appears here. Whatever gives way to another text, there or here, is offered.
  hear(entries) {
    for (const [key, value] of Object.entries(entries).filter(([name, text]) => text !== this.kept[name])) {
      const input = this.inputs.get(key);
      if (!input) continue;
      const waiting = this.own[key] !== this.kept[key] || this.sent.some((changed) => Object.hasOwn(changed, key));
      if (waiting && input.value !== value) {
        this.offer(key, value, BOTH_WROTE);
        continue;
      }
      if (this.typed.delete(key) && input.value !== value) this.offer(key, input.value, CHANGED_THERE);
      this.put(input, value);
      this.own[key] = this.kept[key] = value;
    }
    this.give();
    this.tell();
  }

  put(input, value) {
    const choosable = !input.matches("select") || [...input.options].some((one) => one.value === value);
    if (!choosable) input.append(make("option", { value }, value));
    input.value = value;
    this.mark(input);
  }

  offer(key, text, words) {
    const input = this.inputs.get(key);
    const name = input.getAttribute("aria-label") ?? input.labels[0].textContent;
    const told = text ? node("p", `${name}: ${words} `, node("q", text)) : null;
    const take = () => {
      this.put(input, text);
      this.own[key] = text;
      this.others.get(key).remove();
      input.focus();
      this.give();
      this.keep();
    };
    this.others.get(key)?.remove();
    if (!told) return;
    this.others.set(key, node("div.ol-other", told, button("Use this text", take, "ol-quiet")));
    this.elsewhere.append(this.others.get(key));
  }

  tell() {
    const detail = { id: this.block.id, entries: { ...this.own } };
    document.dispatchEvent(new CustomEvent("ol:entries", { detail }));
  }

  save() {
    const slug = this.block.title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    const name = `${slug || "worksheet"}.html`;
    download(name, "text/html", sheetPage(this.block, this.entries(), true));
    this.stand(this.foot);
    this.state.textContent = `Saved as ${name}.`;
  }

  // Only this page goes to the printer, not the whole of JupyterLab.
  print() {
    const frame = make("iframe", { class: "ol-unseen", title: "To print", "aria-hidden": "true", tabindex: "-1" });
    frame.srcdoc = sheetPage(this.block, this.entries());
    frame.addEventListener("load", () => {
      frame.contentWindow.addEventListener("afterprint", () => frame.remove());
      frame.contentWindow.print();
    });
    document.body.append(frame);
  }
}

// Of a table whose rows stand as cards, those with something in them are shown and one more: empty ones fill screens.
class Rows {
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
