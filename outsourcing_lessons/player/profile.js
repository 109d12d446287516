// Who the learner is: one line, and a form to change it, which the kernel checks and keeps.

import { button, heading, icon, make, node, uid } from "./dom.js";
import { Earnings } from "./earnings.js";

const FOLLOWS_LATER =
  "Saved. To update the texts and sums on this page, choose Run ▸ Run All Cells from the menu. Other lessons update when you open them.";
const FOLLOWS_NOW = "Saved. This page runs again now; other lessons update when you open them.";
const UNSAID = "I would rather not say";

export class ProfileForm {
  constructor(root, { line, fields, saved }, host) {
    this.root = root;
    this.host = host;
    this.inputs = new Map();
    this.faults = new Map();
    heading(root, "About you", "Who the lessons are made for");
    this.line = node("p.ol-made-for", line);
    this.said = make("output", { class: "ol-note ol-profile-said", "aria-live": "polite" });
    this.form = make("form", { id: uid(), class: "ol-profile-form", novalidate: true, submit: (event) => this.submit(event) });
    const rows = fields.map((field) => this.row(field));
    const earnings = new Earnings(this.inputs);
    this.back = button("Close without saving", () => this.close(), "ol-quiet");
    this.back.hidden = !saved;
    const save = make("button", { type: "submit", class: "ol-button" }, "Save");
    this.form.append(node("div.ol-profile-fields", rows), earnings.root, node("div.ol-actions", save, this.back));
    this.change = button("Change it", () => this.open(true), "ol-quiet");
    this.suggest(fields, saved);
    root.append(this.line, node("div.ol-actions", this.change), this.form, this.said);
    this.open(!saved, false);
  }

  open(wide, moves = true) {
    this.form.hidden = !wide;
    this.change.hidden = wide;
    if (wide && moves) [...this.inputs.values()].find(({ disabled }) => !disabled)?.focus();
  }

  close() {
    this.open(false);
    this.change.focus();
  }

  // Whoever has chosen no currency pays with that of the country.
  suggest(fields, saved) {
    const [country, currency] = ["country", "currency"].map((name) => this.inputs.get(name));
    const suggests = fields.find(({ name }) => name === "country")?.suggests;
    if (!suggests || !currency || currency.disabled || saved) return;
    const taken = new AbortController();
    currency.addEventListener("change", () => taken.abort());
    country.addEventListener("change", () => (currency.value = suggests[country.value] ?? currency.value), { signal: taken.signal });
  }

  row({ name, label, help, type, value, options, codes, fixed }) {
    const ids = { id: uid(), help: uid(), fault: uid() };
    const about = { id: ids.id, disabled: fixed, "aria-describedby": `${ids.help} ${ids.fault}` };
    const text = () => make("input", { type: "text", class: "ol-input", autocomplete: "off", inputmode: type === "number" && "decimal", ...about });
    const input = type === "choice" ? make("select", { class: "ol-input", ...about }, choosable(options, codes)) : text();
    input.value = value;
    this.inputs.set(name, input);
    this.faults.set(name, make("p.ol-fault", { id: ids.fault, hidden: true }));
    const note = fixed ? "The first cell of this notebook sets this, and takes precedence." : help;
    return node("div.ol-entry", make("label", { for: ids.id, class: "ol-label" }, label), input, make("p.ol-note", { id: ids.help, hidden: !note }, note), this.faults.get(name));
  }

  // What the notebook sets is not saved with the rest.
  values() {
    return Object.fromEntries([...this.inputs].filter(([, { disabled }]) => !disabled).map(([name, { value }]) => [name, value]));
  }

  async submit(event) {
    event.preventDefault();
    this.said.textContent = "Saving …";
    try {
      const { faults, line } = await this.host.saveProfile(this.values());
      this.mark(faults ?? {});
      if (faults) this.refused();
      else this.saved(line);
    } catch (problem) {
      this.said.textContent = problem.message;
    }
  }

  mark(faults) {
    for (const [name, input] of this.inputs) {
      const [fault, place] = [faults[name], this.faults.get(name)];
      place.hidden = !fault;
      place.replaceChildren(...(fault ? [icon("refused"), node("span", fault)] : []));
      if (fault) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }

  refused() {
    const wrong = [...this.inputs.values()].filter((input) => input.hasAttribute("aria-invalid"));
    this.said.textContent = `Nothing is saved yet: ${wrong.length === 1 ? "one field needs" : `${wrong.length} fields need`} another look.`;
    wrong[0]?.focus();
  }

  // A page that can run itself again answers the event and prevents what would happen otherwise.
  saved(line) {
    this.line.textContent = line;
    this.back.hidden = false;
    this.close();
    const untold = this.root.dispatchEvent(new CustomEvent("ol:profile", { bubbles: true, cancelable: true, detail: { line } }));
    this.said.textContent = untold ? FOLLOWS_LATER : FOLLOWS_NOW;
  }
}

// The names of countries and currencies come from the browser.
function choosable(options, codes) {
  const names = codes && new Intl.DisplayNames("en", { type: codes });
  const worded = options.map((value) => ({ value, words: names ? named(names, value) : value }));
  if (names) worded.sort((a, b) => a.words.localeCompare(b.words, "en"));
  if (codes === "region") worded.unshift({ value: "", words: UNSAID });
  return worded.map(({ value, words }) => make("option", { value }, words));
}

function named(names, code) {
  try {
    return `${names.of(code)} (${code})`;
  } catch {
    return code; // what is no code has no name
  }
}
