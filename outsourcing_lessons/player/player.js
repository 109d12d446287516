// The player: the live form of a block, the same on every surface. A page gives `mount` a host (see
// docs/how-it-is-built.md); JupyterLab's host is made by `render` below and talks to the kernel. Texts reach the page
// as text, never as markup.

const NB = "\u00a0";
const SVG = "http://www.w3.org/2000/svg";
const CONFIDENCE_WORDS = { 25: "a guess", 50: "", 60: "", 70: "", 80: "", 90: "", 95: "nearly certain" };
const SECTION_WORDS = {
  predict: "Predict", practice: "Practice", "when-wrong": "When it is wrong", recall: "Recall",
  "pre-test": "Before", "post-test": "After",
};
const KERNEL_PATIENCE = 5000;
const BREATH = 5; // ms without a move before the next step is foreseen
const BINDING_PATIENCE = 30000;
const KERNEL_SILENT =
  "The kernel is not answering. Nothing you typed is lost. Choose Run ▸ Run All Cells from the menu, then try again.";

const BOTH_WROTE = "in another tab you wrote something else. What stands here is kept; there it was";
const CHANGED_THERE = "you have changed this in another tab. What stood here was";

const REFUSALS = {
  "nothing-chosen": "Nothing is chosen yet: choose an answer first.",
  "nothing-typed": "Type a number first, such as 51.2 or 1,250.",
  "not-a-number": "That is not a number I can read: write it like 51.2 or 1,250.",
  "more-than-a-number":
    "Write the number out in figures, with nothing behind it but its unit: 2,000,000 and not 2 Mio, 1,500 and not 1.5k.",
  share:
    "That looks like a share of one. Here it is asked in per cent: a third is 33.3, not 0.333. If you do mean less than one per cent, " +
    "write the % sign behind it.",
  "out-of-range": "That is outside what is possible here: check the size and the unit.",
  sum: "The parts do not add up to the total yet: see what is left to give.",
  "range-order": "The range must go from low to high, with your best guess inside it.",
  "no-confidence": "Say how sure you are: choose one of the seven.",
  "too-short": "That is very short: write a sentence or two first.",
  "too-long": "That is too long: at most 40 characters for a number, 5,000 for a text.",
  "unknown-option": "This answer does not belong to this question: run the lesson again, then answer once more.",
  "not-a-response": "This answer is not complete: fill in everything, then try again.",
};

// Of several numbers, which one a refusal is about.
const UNREAD = {
  "not-a-number": (text) => Number.isNaN(roughly(text)),
  "more-than-a-number": (text) => /\p{L}/u.test(text),
};

const LATER = "You will meet its like again at the end of the course.";
const EXPLORE = "Now explore, then see the reveal below.";

const ICONS = {
  right: "M3.5 10.5l4.2 4.2 8.8-9.4",
  partly: "M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M9.5 3v14M8 3.5v13M6.5 4v12M5 5.5v9M4 7v6",
  "not-yet": "M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M6.5 10h7",
  refused: "M10 2.5L18 17H2zM10 8v4M10 14.2v.4",
  answer: "M10 2.5a5 5 0 0 1 2.8 9.2v2.3H7.2v-2.3A5 5 0 0 1 10 2.5M8 17.3h4",
  committed: "M5 9V6.5a5 5 0 0 1 10 0V9M3.5 9h13v8.5h-13z",
  up: "M10 16V4M5 9l5-5 5 5",
  down: "M10 4v12M5 11l5 5 5-5",
  grip: "M7 5v.1M13 5v.1M7 10v.1M13 10v.1M7 15v.1M13 15v.1",
};

const FOCUSABLE = /^(a|button|input|summary|textarea)$/;

// ---- Making elements ------------------------------------------------------------------------------------------------

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  // JupyterLab's shortcuts match the focused element itself, so a mark on the root does not keep them off.
  if (FOCUSABLE.test(tag) || "tabindex" in attributes) element.setAttribute("data-lm-suppress-shortcuts", "true");
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== ""));
  return element;
}

// `node("p.ol-note", …)` is a paragraph of that class.
function node(kind, ...children) {
  const [tag, ...css] = kind.split(".");
  return make(tag, { class: css.length > 0 && css.join(" ") }, ...children);
}

function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  drawing.setAttribute("class", `ol-icon ol-icon-${name}`);
  drawing.setAttribute("viewBox", "0 0 20 20");
  drawing.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICONS[name]);
  drawing.append(path);
  return drawing;
}

// The counter lives on the document: in JupyterLab each widget loads its own copy of this module.
function uid() {
  document.olCount = (document.olCount ?? 0) + 1;
  return `ol-${document.olCount}`;
}

function paragraphs(text, css) {
  const parts = text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean);
  return parts.map((part) => make("p", { class: css }, part));
}

function button(words, click, css = "") {
  return make("button", { type: "button", class: `ol-button ${css}`.trim(), click }, words);
}

function heading(root, eyebrow, title) {
  const id = uid();
  root.setAttribute("aria-labelledby", id);
  root.append(node("p.ol-eyebrow", eyebrow), make("h3", { class: "ol-title", id }, title));
}

function tableOf(caption, columns, rows, css = "ol-table", titled = false) {
  const figures = columns.map((_, i) => i > 0 && rows.every((row) => /^[^A-Za-z]*[0-9]/.test(String(row[i]))));
  const kind = columns.map((name, i) => ({ class: figures[i] && "ol-figures", "data-label": name }));
  const cell = (row, i) => (i ? make("td", kind[i], row[i]) : make("th", { scope: "row" }, row[i]));
  const head = node("tr", columns.map((name, i) => (name ? make("th", { scope: "col", class: kind[i].class }, name) : make("td"))));
  const body = rows.map((row) => node("tr", columns.map((_, i) => cell(row, i))));
  const named = node(titled ? "caption.ol-unseen" : "caption", caption);
  const table = make("table", { class: css }, named, columns.some(Boolean) ? node("thead", head) : "", node("tbody", body));
  return make("div", { class: "ol-scroll", role: "group", "aria-label": caption, tabindex: "0" }, table);
}

// ---- Numbers as words -----------------------------------------------------------------------------------------------

function grouped(value, decimals = 0) {
  const [whole, part] = Math.abs(value).toFixed(decimals).split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? `.${part}` : "");
  return (value < 0 && Number(Math.abs(value).toFixed(decimals)) !== 0 ? "−" : "") + digits;
}

function withUnit(text, { prefix = "", unit = "" }) {
  const sign = text.startsWith("−") ? "−" : "";
  const before = sign + (/[A-Za-z]$/.test(prefix) ? prefix + NB : prefix);
  return before + text.slice(sign.length) + (unit && NB + (text === "1" ? singular(unit.trim()) : unit.trim()));
}

function singular(unit) {
  return unit.replace(/^people\b/, "person").replace(/^(\S+)s\b/, "$1");
}

// Only for the running total on the page: the judge reads numbers far more carefully.
function roughly(text) {
  let plain = text.replace(/[^0-9.,-]/g, "");
  if (!/\d/.test(plain)) return text.trim() ? NaN : 0;
  if (/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain)) plain = plain.replace(/,/g, "");
  else if (/^\d{1,3}(\.\d{3})+,\d*$/.test(plain)) plain = plain.replace(/\./g, "");
  return Number(plain.replace(",", "."));
}

// ---- The forms of the seven types: each gives {field, read, write, suspects} ----------------------------------------

// In a class an option has a letter, so that it can be spoken of: "who has B?"
function lettered(host, place) {
  const letter = host?.letter?.(place);
  return letter ? [node("span.ol-letter", letter), " "] : [];
}

function choices(item, kind, host) {
  const name = uid();
  const legend = kind === "radio" ? "Choose one" : "Choose all that apply";
  const inputs = item.options.map((option) => make("input", { type: kind, name, value: option.id, class: "ol-tick" }));
  const rows = item.options.map((option, i) => node("label.ol-option", inputs[i], node("span", lettered(host, i), option.text)));
  const field = make("fieldset", { role: kind === "radio" && "radiogroup" }, node("legend", legend), rows);
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  const tick = (ids) => inputs.forEach((input) => (input.checked = ids.includes(input.value)));
  return { field, inputs, chosen, tick };
}

function singleForm(item, host) {
  const { field, chosen, tick } = choices(item, "radio", host);
  const write = (kept) => tick([kept?.option]);
  return { field, read: () => ({ option: chosen()[0] ?? null }), write, suspects: () => [field] };
}

function multipleForm(item, host) {
  const { field, inputs, chosen, tick } = choices(item, "checkbox", host);
  const write = (kept) => tick(kept?.options ?? []);
  return { field, read: () => ({ options: chosen() }), write, suspects: () => inputs };
}

// A text input for a number, between its currency and its unit; both are part of its name.
// The phone's keypad of figures has no minus, so it is for what cannot be below nought.
function numberInput(words, item) {
  const ids = [uid(), uid(), uid()];
  const input = make("input", {
    type: "text", inputmode: item.low < 0 ? "text" : "decimal", autocomplete: "off", spellcheck: "false", class: "ol-input ol-number-input",
    id: `${ids[0]}-input`, "aria-labelledby": ids.join(" "),
  });
  const label = make("label", { id: ids[0], for: input.id, class: "ol-label" }, words);
  const before = make("span", { id: ids[1], class: "ol-affix" }, item.prefix);
  const after = make("span", { id: ids[2], class: "ol-affix" }, item.unit.trim());
  return { input, row: node("div.ol-entry", label, node("span.ol-affixed", before, input, after)) };
}

function numberForm(item) {
  const { input, row } = numberInput("Your answer", item);
  const field = node("fieldset", node("legend.ol-unseen", "Your answer"), row);
  const write = (kept) => (input.value = kept?.value ?? "");
  return { field, read: () => ({ value: input.value }), write, suspects: () => [input] };
}

function orderingForm(item, host) {
  const said = make("output", { class: "ol-unseen", "aria-live": "polite" });
  const list = node("ol.ol-order");
  const field = make(
    "fieldset", { class: "ol-ordering-form" }, node("legend", "Put these in order"),
    node("p.ol-end", `First: ${item.first}`), list, node("p.ol-end", `Last: ${item.last}`), said,
  );
  const rows = () => [...list.children];
  // The neighbour moves, not the row itself: so the row keeps the focus, and the pointer that drags it.
  const move = (row, step) => {
    const other = rows()[rows().indexOf(row) + step];
    if (!other || field.matches(":disabled")) return;
    if (step < 0) row.after(other);
    else row.before(other);
    mark(rows());
    said.textContent = `${row.dataset.text}: now ${rows().indexOf(row) + 1} of ${rows().length}`;
  };
  list.append(...item.options.map((option, i) => orderRow(option, move, rows, lettered(host, i))));
  mark(rows());
  const write = (kept) => {
    const order = kept?.order ?? item.options.map((option) => option.id);
    list.append(...order.map((id) => rows().find((row) => row.dataset.id === id)).filter(Boolean));
    mark(rows());
  };
  return { field, read: () => ({ order: rows().map((row) => row.dataset.id) }), write, suspects: () => [] };
}

function orderRow(option, move, rows, letter) {
  const grip = node("span.ol-grip", icon("grip"));
  const words = node("span.ol-order-text", letter, option.text);
  const arrow = (name, step, verb) =>
    button([icon(name), node("span.ol-unseen", `${verb}: ${option.text}`)], () => move(row, step), "ol-move");
  const arrows = [arrow("up", -1, "Move up"), arrow("down", 1, "Move down")];
  const row = make("li", { "data-id": option.id, "data-text": option.text }, grip, words, arrows);
  grip.addEventListener("pointerdown", (down) => grip.setPointerCapture(down.pointerId));
  grip.addEventListener("pointermove", ({ pointerId, clientY }) => {
    if (grip.hasPointerCapture(pointerId)) drag(row, clientY, rows(), move);
  });
  return row;
}

function drag(row, y, rows, move) {
  const middle = (other) => other.getBoundingClientRect().top + other.offsetHeight / 2;
  const place = rows.indexOf(row);
  if (place > 0 && y < middle(rows[place - 1])) move(row, -1);
  else if (place < rows.length - 1 && y > middle(rows[place + 1])) move(row, 1);
}

// A button at its end of the list says so but stays where it is: a disabled one would lose the focus.
function mark(rows) {
  rows.forEach((row, i) => {
    const [up, down] = row.querySelectorAll("button");
    up.setAttribute("aria-disabled", String(i === 0));
    down.setAttribute("aria-disabled", String(i === rows.length - 1));
  });
}

function allocationForm(item, host) {
  const entries = item.parts.map((part, i) => ({ id: part.id, ...numberInput([...lettered(host, i), part.text], item) }));
  const left = make("output", { class: "ol-left", "aria-live": "polite" });
  const total = withUnit(grouped(item.total, item.total % 1 ? 2 : 0), item);
  const tell = () => {
    const rest = item.total - entries.reduce((sum, { input }) => sum + roughly(input.value), 0);
    const amount = withUnit(grouped(Math.abs(rest), Math.abs(rest % 1) > 0.005 ? 2 : 0), { prefix: item.prefix });
    if (Number.isNaN(rest)) left.textContent = `To give: ${total}`;
    else if (rest < -1e-6 * item.total) left.textContent = `Given too much: ${amount} over ${total}`;
    else left.textContent = `Left to give: ${amount} of ${total}`;
  };
  const legend = node("legend", `Share out ${total}`);
  const field = node("fieldset.ol-allocation-form", legend, entries.map(({ row }) => row), left);
  field.addEventListener("input", tell);
  tell();
  const read = () => ({ amounts: Object.fromEntries(entries.map(({ id, input }) => [id, input.value.trim() || "0"])) });
  const write = (kept) => {
    for (const { id, input } of entries) input.value = kept && Object.hasOwn(kept.amounts, id) ? kept.amounts[id] : "";
    tell();
  };
  const inputs = entries.map(({ input }) => input);
  const suspects = (code) => inputs.filter((input) => UNREAD[code]?.(input.value) ?? true);
  return { field, read, write, suspects };
}

// How sure somebody is, in the seven steps that count.
function sureness(words) {
  const name = uid();
  const sure = Object.entries(CONFIDENCE_WORDS).map(([percent, words]) => {
    const input = make("input", { type: "radio", name, value: percent, class: "ol-tick" });
    const said = node("span", `${percent}${NB}%`, words && node("span.ol-note", ` ${words}`));
    return { input, row: node("label.ol-option.ol-short", input, said) };
  });
  const asked = node("legend", words);
  const field = make("fieldset", { class: "ol-sure", role: "radiogroup" }, asked, sure.map(({ row }) => row));
  const read = () => Number(sure.find(({ input }) => input.checked)?.input.value ?? NaN) || null;
  const write = (kept) => sure.forEach(({ input }) => (input.checked = Number(input.value) === kept?.confidence));
  return { field, read, write };
}

function predictionForm(item) {
  const [value, low, high] = ["My best guess", "Probably from", "to"].map((words) => numberInput(words, item));
  const sure = sureness("How sure are you that the truth is in that range?");
  const range = node("div.ol-range", low.row, high.row);
  const field = node("fieldset", node("legend.ol-unseen", "Your prediction"), value.row, range, sure.field);
  const numbers = [value, low, high].map(({ input }) => input);
  const typed = () => ({ value: value.input.value, low: low.input.value, high: high.input.value });
  const read = () => ({ ...typed(), confidence: sure.read() });
  const write = (kept) => {
    ["value", "low", "high"].forEach((which, i) => (numbers[i].value = kept?.[which] ?? ""));
    sure.write(kept);
  };
  const suspects = (code) => {
    if (code === "no-confidence") return [sure.field];
    return numbers.filter((input) => UNREAD[code]?.(input.value || "?") ?? true);
  };
  return { field, read, write, suspects };
}

function textForm(item) {
  const area = make("textarea", { class: "ol-input ol-area", rows: "5", id: uid(), maxlength: "5000" });
  const list = choices({ options: item.checklist }, "checkbox");
  list.field.querySelector("legend").textContent = "Tick what your text really says";
  list.field.hidden = true;
  const label = make("label", { for: area.id, class: "ol-label" }, "Your answer, in your own words");
  const field = node("fieldset", node("legend.ol-unseen", "Your answer"), label, area, list.field);
  const open = (shown) => (list.field.hidden = !shown);
  const write = (kept) => {
    area.value = kept?.text ?? "";
    list.tick(kept?.ticks ?? []);
    open(Boolean(kept));
  };
  const enough = () => area.value.split(/\s+/).filter(Boolean).length >= item.least_words;
  const read = () => ({ text: area.value, ticks: list.chosen() });
  return { field, read, write, suspects: () => [area], open, enough, list: list.inputs };
}

// A test asks besides how sure one is; a prediction asks that of its range already.
function testForm(form) {
  const sure = sureness("How sure are you that this is right?");
  const legend = node("legend.ol-unseen", "Your answer, and how sure you are");
  const field = node("fieldset.ol-tested", legend, form.field, sure.field);
  const read = () => ({ ...form.read(), confidence: sure.read() });
  const write = (kept) => [form, sure].forEach((part) => part.write(kept));
  const suspects = (code) => (code === "no-confidence" ? [sure.field] : form.suspects(code));
  return { ...form, field, read, write, suspects };
}

const FORMS = {
  "single-choice": singleForm,
  "multiple-choice": multipleForm,
  number: numberForm,
  ordering: orderingForm,
  allocation: allocationForm,
  prediction: predictionForm,
  "short-text": textForm,
};

// ---- An item: asked, judged, tried again ----------------------------------------------------------------------------

class Asked {
  constructor(root, block, host) {
    const { item, section } = block;
    Object.assign(this, { root, item, section, host, attempts: [], hinted: 0, waiting: false });
    const form = FORMS[item.type](item, host);
    this.form = this.tested && item.type !== "prediction" ? testForm(form) : form;
    this.build(SECTION_WORDS[block.section] ?? block.section);
    this.restore();
    if (host.closed) this.close();
    else if (host.draft) this.root.addEventListener("focusout", () => this.draft());
  }

  // The first valid attempt counts, and there is no second.
  get once() {
    return this.item.type === "prediction" || this.tested;
  }

  get tested() {
    return this.section === "pre-test" || this.section === "post-test";
  }

  get texted() {
    return this.item.type === "short-text";
  }

  build(section) {
    const { item, root } = this;
    const minutes = Math.max(1, Math.round(item.minutes));
    heading(root, `${section} · about ${minutes === 1 ? "a minute" : `${minutes} minutes`}`, item.title);
    root.append(...paragraphs(item.prompt, "ol-prompt"));
    if (item.exhibit) root.append(tableOf(item.exhibit.caption, item.exhibit.columns, item.exhibit.rows));
    this.hints = make("div", { class: "ol-hints", "aria-live": "polite" });
    this.said = make("output", { class: "ol-say", id: uid(), "aria-live": "polite", tabindex: "-1" });
    const submit = (event) => this.submit(event);
    root.append(make("form", { novalidate: true, submit }, this.form.field, this.hints, this.actions()), this.said);
  }

  actions() {
    const once = this.once ? "Commit" : this.host.holds ? "Send" : "Check";
    const words = this.texted ? "Compare with the checklist" : once;
    this.check = make("button", { type: "submit", class: "ol-button ol-main" }, words);
    this.again = button("Try again", () => this.retry());
    this.hinting = button(`Hint 1 of ${this.item.hints.length}`, () => this.hint(), "ol-quiet");
    this.telling = button(this.texted ? "Show an example" : "Show the answer", () => this.tell(), "ol-quiet");
    this.again.hidden = this.telling.hidden = true;
    this.hinting.hidden = this.tested || !this.item.hints.length;
    return node("div.ol-actions", this.check, this.again, this.hinting, this.telling);
  }

  restore() {
    this.attempts = (this.host.restore()?.attempts ?? []).filter(({ outcome }) => outcome.valid);
    const kept = this.once ? this.attempts[0] : this.attempts.at(-1);
    const draft = !kept && this.host.restore()?.draft; // what was sent wins
    if (draft) this.form.write(draft);
    if (!kept) return;
    this.form.write(kept.response);
    if (this.texted) this.compare();
    this.show(kept.outcome);
  }

  async submit(event) {
    event.preventDefault();
    if (this.waiting || this.form.field.disabled) return;
    if (this.texted && !this.comparing) return this.form.enough() ? this.compare(true) : this.refuse("too-short");
    const response = this.form.read();
    const outcome = await this.ask(() => this.host.submit(response), (late) => this.judged(response, late.outcome));
    if (outcome) this.judged(response, outcome);
  }

  judged(response, outcome) {
    if (!outcome.valid) return this.refuse(outcome.refusal);
    this.attempts.push({ response, outcome });
    this.show(outcome, true);
    if (outcome.held) return;
    document.dispatchEvent(new CustomEvent("ol:attempt", { detail: { id: this.item.id, response, outcome } }));
  }

  // Asks the host; says what went wrong when it cannot answer, and leaves everything as it was until an answer comes late.
  async ask(question, late = () => {}) {
    this.waiting = true;
    try {
      return await question();
    } catch (problem) {
      this.say("refused", "No answer came", [problem.message]);
      problem.later?.then(late);
      return null;
    } finally {
      this.waiting = false;
    }
  }

  compare(live = false) {
    this.comparing = true;
    this.form.open(true);
    this.check.textContent = this.once ? "Commit" : "Done";
    this.clear();
    if (live) this.form.list[0].focus();
  }

  refuse(code) {
    this.clear();
    const suspects = this.form.suspects(code);
    for (const one of suspects) {
      one.setAttribute("aria-invalid", "true");
      one.setAttribute("aria-describedby", this.said.id);
    }
    const blank = code === "not-a-number" && suspects.every((one) => one.value?.trim() === "");
    this.say("refused", "Please look again", [REFUSALS[blank ? "nothing-typed" : code] ?? REFUSALS["not-a-response"]]);
    const first = suspects[0]?.matches("input, textarea") ? suspects[0] : suspects[0]?.querySelector("input");
    first?.focus();
  }

  clear() {
    this.said.replaceChildren();
    for (const one of this.form.field.parentNode.querySelectorAll("[aria-invalid]")) {
      one.removeAttribute("aria-invalid");
      one.removeAttribute("aria-describedby");
    }
  }

  // A class is shown its results together: until then an answer is noted, and may be changed unless the first one counts.
  hold(outcome, live) {
    this.held = true;
    this.say("committed", "Noted", outcome.feedback);
    this.again.textContent = "Change my answer";
    this.lock(live);
  }

  close() {
    this.form.field.disabled = true;
    for (const one of [this.check, this.again, this.hinting, this.telling]) one.hidden = true;
  }

  draft() {
    if (!this.form.field.disabled) this.host.draft(this.form.read());
  }

  show(outcome, live = false) {
    this.clear();
    if (outcome.held) return this.hold(outcome, live);
    this.held = false;
    this.again.textContent = "Try again";
    if (this.section === "pre-test") this.say("committed", "Noted", [LATER]);
    else if (this.once && !this.tested && !this.host.told) this.say("committed", "Committed", [EXPLORE]);
    else if (this.tested && !outcome.score) this.say("not-yet", "Not right", outcome.feedback);
    else this.say(...verdict(this.item, outcome), this.explained(outcome), this.count());
    // Said in a test too: whoever believes an answer is safe would not give it again.
    if (outcome.unkept) this.said.firstChild.append(node("span.ol-said", outcome.unkept));
    const misses = this.attempts.filter((attempt) => !attempt.outcome.correct).length;
    this.telling.hidden = !this.host.answer || this.once || (outcome.correct && !this.texted) || (misses < 2 && !this.texted);
    if (this.once || outcome.correct) this.lock(live);
  }

  // Who ticked wrongly once hears why, and how many are missing: which they are is still to be found.
  explained({ correct, feedback }) {
    const missed = feedback.filter((line) => line.startsWith("Missed “"));
    const wrong = this.attempts.filter(({ outcome }) => !outcome.correct).length;
    const found = this.item.type !== "multiple-choice" || correct || !missed.length;
    if (found || wrong > 1 || this.once || this.host.told) return feedback;
    return [...feedback.filter((line) => !missed.includes(line)), moreBelong(missed.length)];
  }

  count() {
    return this.attempts.length > 1 ? `Attempt ${this.attempts.length}` : "";
  }

  say(state, words, sentences, note = "") {
    this.said.replaceChildren(panel("span", state, words, sentences, note));
  }

  // What had the focus may be disabled now, so the focus goes to what is said about it.
  lock(live) {
    this.form.field.disabled = true;
    this.check.hidden = true;
    this.hinting.hidden = true;
    this.again.hidden = this.once;
    if (live) this.said.focus();
  }

  retry() {
    this.form.field.disabled = this.again.hidden = this.check.hidden = false;
    this.telling.hidden = true;
    this.hinting.hidden = this.hinted >= this.item.hints.length;
    if (!this.texted && !this.held) this.form.write(null);
    this.clear();
    this.form.field.querySelector("input, textarea, button").focus();
    this.again.hidden = true;
  }

  hint() {
    const { hints } = this.item;
    this.hinted += 1;
    const number = node("strong", `Hint ${this.hinted}`);
    const words = make("p", { class: "ol-hint", tabindex: "-1" }, number, ` ${hints[this.hinted - 1]}`);
    this.hints.append(words);
    this.hinting.textContent = `Hint ${this.hinted + 1} of ${hints.length}`;
    if (this.hinted < hints.length) return;
    this.hinting.hidden = true;
    words.focus();
  }

  async tell() {
    const told = await this.ask(() => this.host.answer());
    if (!told) return;
    this.clear();
    this.say("answer", this.texted ? "An example" : "The answer", [told.answer, told.praise].filter(Boolean));
    this.telling.hidden = true;
    this.lock(true);
  }
}

function panel(tag, state, words, sentences, note = "") {
  const title = node("strong.ol-verdict", icon(state), node("span", words), note && node("span.ol-note", note));
  return node(`${tag}.ol-feedback.ol-${state}`, title, sentences.map((one) => node("span.ol-said", one)));
}

function moreBelong(many) {
  const words = ["", "One", "Two", "Three", "Four", "Five"][many] ?? many;
  return `${words} more belong${many === 1 ? "s" : ""} here.`;
}

function verdict(item, outcome) {
  const texted = item.type === "short-text";
  if (outcome.correct) return ["right", texted ? "Your text says it all" : "Right"];
  if (outcome.score > 0) return ["partly", partly(item, outcome)];
  return ["not-yet", texted ? partly(item, outcome) : "Not yet"];
}

function partly(item, { score, feedback }) {
  const pairs = item.options ? (item.options.length * (item.options.length - 1)) / 2 : 0;
  const share = (of) => `${Math.round(score * of)} of ${of}`;
  if (item.type === "ordering") return `Partly right: ${share(pairs)} pairs are in order`;
  if (item.type === "allocation") return `Partly right: ${share(item.parts.length)}`;
  if (item.type === "short-text") return `${share(item.checklist.length)} points are there`;
  return `Partly right: ${item.options.length - feedback.length} of ${item.options.length}`;
}

// Keeps something where it can be found again; a learner hears when it worked, and always when it did not. Gives what was
// kept there before, where the host says so, or null where nothing could be kept.
async function keepWith(host, entries, place, words, changed = entries) {
  try {
    const earlier = await host.keep(entries, changed);
    if (words) place.textContent = words;
    return earlier || {};
  } catch (problem) {
    place.textContent = problem.message;
    problem.later?.then(() => (place.textContent = words));
    return null;
  }
}

// ---- An explorer ----------------------------------------------------------------------------------------------------

// The wide drawing and the narrow one: the style sheet shows the one that fits.
function figure(shown) {
  const drawings = [shown.svg, shown.narrow].filter(Boolean).map(drawingOf);
  const content = drawings[0] ? drawings : shown.alt;
  return make("figure", { class: "ol-figure", role: "img", "aria-label": shown.alt }, content);
}

function drawingOf(svg) {
  const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const sound = drawing.namespaceURI === SVG && !drawing.querySelector("parsererror");
  return sound ? document.importNode(drawing, true) : null;
}

function readouts(shown) {
  return shown.readouts.map(({ label, value }) => node("div", node("dt", label), node("dd", value)));
}

// What a named setting changes against the first, as blocks/outline.py says it.
function changesOf({ sliders, scenarios }, { values }) {
  const at = (slider, given) => (Object.hasOwn(given, slider.id) ? given[slider.id] : slider.value);
  const turned = sliders.filter((slider) => at(slider, values) !== at(slider, scenarios[0].values));
  return turned.map((slider) => inShort(slider, at(slider, values))).join("; ");
}

function inShort(slider, value) {
  const [label, bracket = ""] = slider.label.replace(/\)$/, "").split(" (");
  const words = bracket.split(" · ").map((one) => one.split(": ")).find(([number]) => number === String(value))?.[1];
  return `${label}: ${words ?? withUnit(grouped(value, slider.decimals).replace(/\.0+$/, ""), slider)}`;
}

class Explored {
  constructor(root, block, host, signal) {
    Object.assign(this, { block, host, signal, values: {}, wanted: null, busy: false });
    heading(root, "Explore", block.title);
    root.append(...paragraphs(block.question));
    const place = node("div");
    root.append(place);
    const words = "Commit your prediction above first: this shows the answer.";
    if (block.after) oncePredicted(block.after, { host, signal, place, words, show: () => this.show(place) });
    else this.show(place);
  }

  show(place) {
    const { block, host } = this;
    this.chart = node("div.ol-chart-place");
    this.sentence = make("output", { class: "ol-sentence", "aria-live": "polite" });
    this.figures = node("dl.ol-readouts");
    const controls = host.frame ? [this.scenarios(), this.sliders()] : [this.settings()];
    place.replaceChildren(...controls, this.chart, this.sentence, this.figures);
    this.paint(block.scenarios[0].frame);
    if (host.frame) this.start();
    return place.querySelector("input, button");
  }

  start() {
    const kept = this.host.restore()?.values ?? {};
    const known = this.block.sliders.filter(({ id }) => Object.hasOwn(kept, id) && Number.isFinite(kept[id]));
    this.set(this.block.scenarios[0].values);
    this.host.shared?.((values) => this.follow(values), this.signal);
    if (known.length) this.follow(Object.fromEntries(known.map(({ id }) => [id, kept[id]])));
  }

  // Go where a link or the kernel has set the sliders; what this view has set itself comes back too.
  follow(values) {
    if (Object.entries(values).every(([id, value]) => this.values[id] === value)) return;
    this.set(values);
    this.request();
  }

  settings() {
    const name = uid();
    const rows = this.block.scenarios.map((scenario, i) => {
      const [id, about, changes] = [uid(), uid(), changesOf(this.block, scenario)];
      const told = { "aria-labelledby": id, "aria-describedby": changes && about };
      const change = () => this.paint(scenario.frame);
      const input = make("input", { type: "radio", name, class: "ol-tick", checked: i === 0, change, ...told });
      const note = changes && make("span", { class: "ol-note ol-changes", id: about }, changes);
      return node("label.ol-option", input, node("span", make("span", { id }, scenario.label), note));
    });
    return make("fieldset", { class: "ol-settings", role: "radiogroup" }, node("legend", "Look at"), rows);
  }

  scenarios() {
    const go = (scenario) => {
      this.set(scenario.values);
      this.request();
      this.remember();
    };
    const attempts = this.block.scenarios.map((one) => button(`Try: ${one.label}`, () => go(one), "ol-quiet"));
    return node("div.ol-actions", attempts);
  }

  sliders() {
    this.inputs = new Map();
    const rows = this.block.sliders.map((slider) => {
      const id = uid();
      const told = make("output", { for: id, class: "ol-value", "aria-live": "off" });
      const input = make("input", {
        type: "range", id, class: "ol-slider", min: slider.low, max: slider.high, step: slider.step,
        input: () => this.moved(slider), change: () => this.remember(),
      });
      this.inputs.set(slider.id, { input, told, slider });
      return node("div.ol-slide", make("label", { for: id, class: "ol-label" }, slider.label), told, input);
    });
    return node("div.ol-sliders", rows);
  }

  set(values) {
    for (const [id, { input, slider }] of this.inputs) {
      const fallback = Object.hasOwn(this.values, id) ? this.values[id] : slider.value;
      input.value = Object.hasOwn(values, id) ? values[id] : fallback;
      this.tell(slider);
    }
  }

  tell(slider) {
    const { input, told } = this.inputs.get(slider.id);
    this.values[slider.id] = Number(input.value);
    told.textContent = withUnit(grouped(Number(input.value), slider.decimals), slider);
    input.setAttribute("aria-valuetext", told.textContent);
  }

  moved(slider) {
    const before = this.values[slider.id];
    this.tell(slider);
    this.step = { slider, by: this.values[slider.id] - before };
    this.request();
  }

  remember() {
    this.host.share?.({ ...this.values });
    keepWith(this.host, { ...this.values }, this.sentence);
  }

  // One question at a time; when it is answered, the latest wish is the next one.
  async request() {
    this.wanted = { ...this.values };
    clearTimeout(this.pause);
    if (this.busy) return;
    this.busy = true;
    while (this.wanted) {
      const values = this.wanted;
      this.wanted = null;
      try {
        const foreseen = this.ahead?.at === JSON.stringify(values);
        this.paint(foreseen ? this.ahead.frame : await this.host.frame(values));
      } catch (problem) {
        this.wanted = null;
        this.sentence.textContent = problem.message;
      }
    }
    this.busy = false;
    this.pause = setTimeout(() => this.foresee(), BREATH);
  }

  // Who steps along a slider takes the same step again: its frame is asked for while nobody waits for another.
  async foresee() {
    const values = this.onward();
    if (!values || this.busy) return;
    this.busy = true;
    try {
      this.ahead = { at: JSON.stringify(values), frame: await this.host.frame(values) };
    } catch {
      this.step = null; // the guess is nobody's wish; a wish that fails will say so
    }
    this.busy = false;
    if (this.wanted) this.request();
  }

  onward() {
    if (!this.step || Math.abs(Math.abs(this.step.by) - this.step.slider.step) > 1e-9) return null;
    const { slider, by } = this.step;
    const next = Number((this.values[slider.id] + by).toPrecision(12));
    return next >= slider.low && next <= slider.high ? { ...this.values, [slider.id]: next } : null;
  }

  paint(shown) {
    this.chart.replaceChildren(figure(shown));
    if (this.sentence.textContent !== shown.sentence) this.sentence.textContent = shown.sentence;
    this.figures.replaceChildren(...readouts(shown));
    this.figures.hidden = !shown.readouts.length;
  }
}

// ---- A reveal -------------------------------------------------------------------------------------------------------

// Whatever shows the truth of a prediction stays covered until that is committed, or the learner wants none. `show` is
// given the attempt or null, fills the place, and returns what to look at first.
function oncePredicted(prediction, { host, signal, place, words, show }) {
  const kept = (host.attemptsAt?.(prediction) ?? []).find(({ outcome }) => outcome.valid);
  if (kept || host.open) return show(kept ?? null);
  const shown = new AbortController();
  const open = (attempt) => {
    shown.abort();
    return show(attempt);
  };
  const listen = ({ detail }) => detail.id === prediction && open(detail);
  document.addEventListener("ol:attempt", listen, { signal: AbortSignal.any([signal, shown.signal]) });
  const skip = button("Show it without predicting", () => open(null).focus(), "ol-quiet");
  return place.replaceChildren(node("p", words), node("div.ol-actions", skip));
}

class Revealed {
  constructor(root, block, host, signal) {
    Object.assign(this, { block, place: make("div", { class: "ol-reveal-place", "aria-live": "polite" }) });
    heading(root, "Reveal", block.title);
    root.append(this.place);
    const words = "Commit your prediction above first: the reveal compares it with the model.";
    const show = (attempt) => this.show(attempt);
    oncePredicted(block.prediction, { host, signal, place: this.place, words, show });
  }

  show(attempt) {
    const { block } = this;
    const more = node("details", node("summary", "Assumptions"), paragraphs(block.assumptions));
    this.place.replaceChildren(
      make("p", { class: "ol-truth", tabindex: "-1" }, block.truth),
      ...(attempt ? comparison(attempt) : []),
      ...paragraphs(block.explanation),
      node("p.ol-formula", block.formula),
      more,
    );
    return this.place.firstElementChild;
  }
}

function comparison({ response, outcome }) {
  const facts = [
    { label: "Your best guess", value: response.value },
    { label: "Your range", value: `${response.low} to ${response.high}` },
    { label: "How sure you were", value: `${response.confidence}${NB}%` },
  ];
  const words = outcome.correct ? "The truth is in your range" : "The truth is outside your range";
  const state = outcome.correct ? "right" : "not-yet";
  return [
    node("dl.ol-readouts", readouts({ readouts: facts })),
    panel("p", state, words, outcome.feedback),
  ];
}

// ---- Research -------------------------------------------------------------------------------------------------------

function research(root, block) {
  heading(root, "Research", block.title);
  root.append(node("ul.ol-findings", block.findings.map(finding)));
}

function finding({ claim, citation, doi, strength, direction, note }) {
  const badges = node("p.ol-badges", node("span.ol-badge", strength), " ", node("span.ol-badge", direction));
  const link = doi && make("a", { href: `https://doi.org/${doi}` }, `doi:${doi}`);
  const cited = node("p.ol-note", citation, doi && " ", link);
  return node("li", badges, node("p", claim), paragraphs(note ?? "", "ol-note"), cited);
}

// ---- A worksheet ----------------------------------------------------------------------------------------------------

// A line is as high as its text: on paper nobody can scroll to the rest of it.
const SHAPES = {
  line: { rows: "1", class: "ol-input ol-line" },
  number: { rows: "1", class: "ol-input ol-line", inputmode: "decimal" },
  date: { type: "date", class: "ol-input", maxlength: null },
  area: { rows: "4", class: "ol-input ol-area" },
};

// What comes into the field where the pen is, as if it were typed: so it can be undone.
function type(text) {
  if (document.execCommand("insertText", false, text)) return;
  const { activeElement: area } = document;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

// What is pasted loses its line breaks. Where the browser does not give a field the height of its text, we do.
function oneLine(area, signal) {
  const flat = (text) => text.replace(/\s*[\r\n]+\s*/g, " ");
  const paste = (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (flat(text) === text) return;
    event.preventDefault();
    type(flat(text));
  };
  const fit = () => {
    if (/[\r\n]/.test(area.value)) area.value = flat(area.value);
    if (CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };
  area.addEventListener("paste", paste, { signal });
  area.addEventListener("input", fit, { signal });
  requestAnimationFrame(fit);
}

// An answer kept from an earlier version of the page can still be chosen.
function chooser(options, value, attributes) {
  const choosable = [...new Set(["", ...options, value])].map((one) => make("option", { value: one }, one));
  return make("select", { class: "ol-input ol-choice", ...attributes }, choosable);
}

// On paper nothing can be unfolded, so the options stand there.
function onPaper(fields) {
  const asked = fields.filter(({ options }) => options.length).map(({ label, options }) => `${label}: ${options.join(", ")}`);
  return asked.map((words) => node("p.ol-note.ol-paper", words));
}

class Filled {
  constructor(root, block, host, signal) {
    Object.assign(this, { block, host, signal, inputs: new Map(), typed: new Set(), timer: null, sent: [], others: new Map() });
    this.kept = host.restore()?.entries ?? {};
    heading(root, "Worksheet", block.title);
    this.state = make("output", { class: "ol-note", "aria-live": "polite" });
    const save = button("Save this page as a file", () => this.save());
    const print = button("Print", () => this.print(), "ol-quiet");
    const sheets = block.sheets.map((sheet) => this.sheet(sheet));
    this.elsewhere = make("div", { class: "ol-elsewhere", role: "status" });
    root.append(...paragraphs(block.purpose), ...sheets, node("div.ol-actions", save, print), this.state, this.elsewhere);
    root.addEventListener("input", ({ target }) => {
      for (const [key, input] of this.inputs) if (input === target) this.typed.add(key);
      this.mark(target);
      this.soon();
    });
    this.kept = this.entries();
    root.addEventListener("focusout", () => this.keep());
    window.addEventListener("pagehide", () => this.keep(), { signal });
    signal.addEventListener("abort", () => this.keep());
    host.elsewhere?.((entries) => this.hear(entries), signal);
  }

  sheet(sheet) {
    const fields = sheet.rows > 1 ? [this.table(sheet)] : sheet.fields.map((field) => this.field(field, sheet));
    return node("div.ol-sheet", node("h4", sheet.title), paragraphs(sheet.help, "ol-note"), fields);
  }

  mark(input) {
    input.classList.toggle("ol-nothing", !input.value);
    if (input.matches("select")) input.dataset.chosen = input.value;
  }

  input(field, { start }, key, attributes) {
    const value = [this.kept, start].find((from) => Object.hasOwn(from, key))?.[key] ?? "";
    const shape = SHAPES[field.type];
    const made = () => make(shape?.rows ? "textarea" : "input", { maxlength: "5000", ...shape, ...attributes });
    const input = field.type === "choice" ? chooser(field.options, value, attributes) : made();
    input.value = value;
    if (shape?.rows === "1") oneLine(input, this.signal);
    this.mark(input);
    this.inputs.set(key, input);
    return input;
  }

  field(field, sheet) {
    const [id, about] = [uid(), uid()];
    const example = field.example && make("p", { class: "ol-note", id: about }, `For example: ${field.example}`);
    const input = this.input(field, sheet, field.id, { id, "aria-describedby": field.example && about });
    const label = make("label", { for: id, class: "ol-label" }, field.label);
    return node("div.ol-entry.ol-wide", label, input, onPaper([field]), example);
  }

  table(sheet) {
    const examples = sheet.fields.filter(({ example }) => example).map(({ label, example }) => `${label}: ${example}`);
    const cell = ({ id, label }, row) => [`${id}.${row}`, { "aria-label": `${label}, row ${row}` }];
    const cells = (row) => sheet.fields.map((field) => this.input(field, sheet, ...cell(field, row)));
    const rows = Array.from({ length: sheet.rows }, (_, i) => [String(i + 1), ...cells(i + 1)]);
    const columns = ["No.", ...sheet.fields.map(({ label }) => label)];
    const table = tableOf(sheet.title, columns, rows, "ol-table ol-stack", true);
    return node("div", table, onPaper(sheet.fields), examples.length ? node("p.ol-note", `For example: ${examples.join("; ")}`) : "");
  }

  entries() {
    return Object.fromEntries([...this.inputs].map(([key, input]) => [key, input.value]));
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), 400);
  }

  async keep() {
    clearTimeout(this.timer);
    const [entries, before] = [this.entries(), this.kept];
    const changed = Object.fromEntries(Object.entries(entries).filter(([key, value]) => value !== before[key]));
    if (!Object.keys(changed).length) return;
    this.kept = entries;
    this.sent.push(changed);
    const earlier = await keepWith(this.host, entries, this.state, "Kept.", changed);
    this.sent.splice(this.sent.indexOf(changed), 1);
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
      const waiting = input.value !== this.kept[key] || this.sent.some((changed) => Object.hasOwn(changed, key));
      if (waiting && input.value !== value) {
        this.offer(key, value, BOTH_WROTE);
        continue;
      }
      if (this.typed.delete(key) && input.value !== value) this.offer(key, input.value, CHANGED_THERE);
      this.put(input, value);
      this.kept[key] = value;
    }
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
      this.others.get(key).remove();
      input.focus();
      this.keep();
    };
    this.others.get(key)?.remove();
    if (!told) return;
    this.others.set(key, node("div.ol-other", told, button("Take this text", take, "ol-quiet")));
    this.elsewhere.append(this.others.get(key));
  }

  tell() {
    const detail = { id: this.block.id, entries: this.entries() };
    document.dispatchEvent(new CustomEvent("ol:entries", { detail }));
  }

  save() {
    const slug = this.block.title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    const name = `${slug || "worksheet"}.html`;
    download(name, "text/html", sheetPage(this.block, this.entries()));
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

// ---- A tally: before and after --------------------------------------------------------------------------------------

const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const hits = (answers) => answers.filter(({ outcome }) => outcome.correct).length;
const briers = (answers) => answers.map(({ outcome }) => outcome.brier).filter(Number.isFinite);

// models.measurement.normalised_gain of the mean scores, in words where the number would mislead.
function gainOf(before, after) {
  const [pre, post] = [before, after].map((answers) => 100 * mean(answers.map(({ outcome }) => outcome.score)));
  if (post < pre - 1e-9) return "fewer right than before";
  return pre > 100 - 1e-9 ? "nothing was left to learn" : ((post - pre) / (100 - pre)).toFixed(2);
}

class Tallied {
  constructor(root, block, host, signal) {
    Object.assign(this, { pairs: block.pairs, first: new Map(), place: node("div.ol-tally-place") });
    heading(root, "Before and after", block.title);
    root.append(...paragraphs(block.purpose), this.place);
    const ids = new Set(block.pairs.flatMap(({ before, after }) => [...before, ...after]));
    const listen = ({ detail }) => ids.has(detail.id) && this.take(detail.id, [detail]);
    document.addEventListener("ol:attempt", listen, { signal });
    this.paint();
    this.load([...ids], host);
  }

  async load(ids, host) {
    try {
      const kept = await Promise.all(ids.map((id) => host.attemptsAt?.(id) ?? []));
      ids.forEach((id, i) => this.take(id, kept[i]));
    } catch (problem) {
      this.place.prepend(node("p", problem.message));
    }
  }

  // The first valid attempt counts.
  take(id, attempts) {
    const valid = attempts.find(({ outcome }) => outcome.valid);
    if (!valid || this.first.has(id)) return;
    this.first.set(id, valid);
    this.paint();
  }

  side(ids) {
    const answers = ids.map((id) => this.first.get(id)).filter(Boolean);
    const open = ids.length - answers.length;
    return { answers, open, all: ids.length };
  }

  paint() {
    const pairs = this.pairs.map(({ title, before, after }) => ({ title, sides: [before, after].map((ids) => this.side(ids)) }));
    const done = pairs.filter(({ sides }) => sides.every(({ open }) => !open));
    const both = [0, 1].map((i) => done.flatMap(({ sides }) => sides[i].answers));
    const rows = pairs.map(({ title, sides }) => [title, ...results(sides)]);
    this.place.replaceChildren(
      ...(done.length === pairs.length ? [overAll(both)] : []),
      tableOf("What has changed, mistake by mistake", ["Mistake", "Before", "After", "Gain"], rows),
      node("p.ol-note", GAIN),
      ...(done.length ? calibration(both) : []),
      node("p", fewWords(pairs.reduce((sum, { sides }) => sum + sides[1].all, 0))),
    );
  }
}

const GAIN =
  "Gain is the share of what was left to learn that you have learned: (after − before) / (100 − before), with mean scores " +
  "in per cent. An answer that was partly right counts in part.";

function fewWords(count) {
  const few = count === 1 ? "One question is little" : `${count === 8 ? "Eight" : count} questions are few`;
  return `${few}: a difference of one answer is within chance.`;
}

function results(sides) {
  const open = sides.map((side, i) => side.open && `${side.open} ${["before", "after"][i]}`).filter(Boolean);
  if (open.length) return [...sides.map((side) => `${side.answers.length} of ${side.all} answered`), `to answer: ${open.join(", ")}`];
  return [...sides.map(({ answers, all }) => `${hits(answers)} of ${all} right`), gainOf(...sides.map(({ answers }) => answers))];
}

function overAll(both) {
  const [before, after] = both.map((answers) => `${hits(answers)} of ${answers.length} right`);
  const facts = [["Before", before], ["After", after], ["Gain", gainOf(...both)]];
  return node("dl.ol-readouts", readouts({ readouts: facts.map(([label, value]) => ({ label, value })) }));
}

function calibration(both) {
  const sure = both.flat().filter(({ outcome }) => Number.isFinite(outcome.brier));
  if (!sure.length) return [];
  const rows = Object.keys(CONFIDENCE_WORDS).map((level) => {
    const said = sure.filter(({ response }) => response.confidence === Number(level));
    const share = said.length && Math.round((100 * hits(said)) / said.length);
    return [`${level}${NB}%`, plural(said.length, "time"), said.length && `${hits(said)} of ${said.length}, ${share}${NB}%`];
  });
  const columns = ["How sure you were", "You said it", "You were right"];
  const means = both.map((answers) => briers(answers)).map((all) => (all.length ? mean(all).toFixed(2) : "none"));
  const words =
    `Your mean Brier score was ${means[0]} before and ${means[1]} after. It is the squared distance between how sure you ` +
    `were and what was so: 0 is perfect, 0.25 is what always saying 50${NB}% gets.`;
  return [tableOf("How sure you were, and how often you were right", columns, rows.filter((row) => row[2])), node("p", words)];
}

// ---- A binder: all worksheets as a playbook -------------------------------------------------------------------------

class Bound {
  constructor(root, block, host, signal) {
    Object.assign(this, { worksheets: block.worksheets, host, entries: new Map() });
    heading(root, "Playbook", block.title);
    this.list = node("ul.ol-pages");
    this.said = make("output", { class: "ol-say", "aria-live": "polite" });
    root.append(...paragraphs(block.purpose), this.list, node("div.ol-actions", this.actions()), this.said);
    document.addEventListener("ol:entries", ({ detail }) => this.take(detail.id, detail.entries), { signal });
    this.paint();
    this.load();
  }

  actions() {
    if (this.host.bind) return [button("Make my playbook", () => this.bind())];
    const page = button("Save my playbook as a web page", () => this.savePage());
    return [page, button("Save my dates for the calendar", () => this.saveDates())];
  }

  async load() {
    try {
      const ids = this.worksheets.map(({ id }) => id);
      const kept = await Promise.all(ids.map((id) => this.host.entriesAt?.(id) ?? {}));
      // What was typed in the meantime is newer.
      ids.forEach((id, i) => this.entries.has(id) || this.take(id, kept[i]));
    } catch (problem) {
      this.tell(problem.message);
    }
  }

  take(id, entries) {
    this.entries.set(id, entries);
    this.paint();
  }

  get book() {
    const filled = this.worksheets.map((one) => [one, this.entries.get(one.id) ?? {}]);
    return bound(this.host.learner ?? "", filled, this.host.learnerId);
  }

  paint() {
    // What the course filled in is no work of the learner's.
    const done = ({ worksheet, filled }) => (Object.keys(this.entries.get(worksheet.id) ?? {}).length ? filled : 0);
    const row = (page) => node("li", page.worksheet.title, node("span.ol-note", ` ${done(page)} of ${page.fields} filled in`));
    this.list.replaceChildren(...this.book.pages.map(row));
  }

  tell(words, files = []) {
    this.said.replaceChildren(node("span", words), node("ul", files.map((file) => node("li", file))));
    if (!files.length) this.said.lastChild.remove();
  }

  async bind() {
    this.tell("Making it …");
    try {
      const { files, note, problem } = await this.host.bind();
      this.tell(problem || [note, "Made, in the folder of this lesson:"].filter(Boolean).join(" "), files);
    } catch (problem) {
      this.tell(problem.message);
    }
  }

  savePage() {
    const { book } = this;
    download("my-playbook.html", "text/html", bookHtml(book, this.block.title));
    const words = "Saved as my-playbook.html. What is not filled in yet is marked as still open.";
    const replaced = book.replaced.length ? ` Characters that belong to no document: ${book.replaced.join(", ")}.` : "";
    this.tell(words + replaced);
  }

  saveDates() {
    const { book } = this;
    if (!book.appointments.length) return this.tell("There is no date on your worksheets yet.");
    download("my-dates.ics", "text/calendar", bookCalendar(book));
    return this.tell(`Saved as my-dates.ics: ${plural(book.appointments.length, "date")}. Open it with your calendar.`);
  }
}

// ---- What a page calls ----------------------------------------------------------------------------------------------

const BUILDERS = {
  ask: (...given) => new Asked(...given),
  explorer: (...given) => new Explored(...given),
  reveal: (...given) => new Revealed(...given),
  research,
  worksheet: (...given) => new Filled(...given),
  tally: (...given) => new Tallied(...given),
  binder: (...given) => new Bound(...given),
};

const isEnter = (event) =>
  event.key === "Enter" && !event.isComposing && !event.ctrlKey && !event.altKey && !event.metaKey;

// A line has no second one.
function stay(event) {
  if (isEnter(event) && event.target.matches(".ol-line")) event.preventDefault();
}

// JupyterLab cancels the line break of an Enter inside a cell, and with it the submission of a form: so both are done here.
function enter(event) {
  const { target } = event;
  if (!isEnter(event)) return;
  if (target.matches("textarea:not(.ol-line)")) type("\n");
  else if (target.matches("input[type=text]") && target.form) target.form.requestSubmit();
  else return;
  event.preventDefault();
}

// Replaces what is in `element` by the live form of `block`; prose and guides are complete as they stand.
export function mount(element, block, host) {
  const build = BUILDERS[block.kind];
  if (!build) return () => {};
  const ending = new AbortController();
  // A group, not a region: forty landmarks would be none. A click on its text must not go to what lies around it: in
  // JupyterLab that is a cell, into which the next keys would then be typed.
  const root = make("div", { class: `ol-block ol-${block.kind}`, role: "group", tabindex: "-1" });
  root.addEventListener("keydown", stay);
  build(root, block, host, ending.signal);
  element.replaceChildren(root);
  return () => {
    ending.abort();
    root.remove();
  };
}

// ---- JupyterLab: the kernel as the host -----------------------------------------------------------------------------

class Kernel {
  constructor(model) {
    this.model = model;
    this.calls = new Map();
    this.listen = (message) => this.settle(message);
    model.on("msg:custom", this.listen);
  }

  call(message, patience = KERNEL_PATIENCE) {
    return new Promise((resolve, reject) => {
      const call = Math.random().toString(36).slice(2);
      const late = setTimeout(() => this.overdue(call), patience);
      this.calls.set(call, { resolve, reject, late });
      try {
        this.model.send({ ...message, call });
      } catch {
        this.settle({ call, problem: KERNEL_SILENT });
      }
    });
  }

  // Who waits hears that nothing came; what comes after all still counts.
  overdue(call) {
    const waiting = this.calls.get(call);
    const silent = new Error(KERNEL_SILENT);
    const { reject } = waiting;
    silent.later = new Promise((resolve) => Object.assign(waiting, { resolve, reject: () => {} }));
    reject(silent);
  }

  settle(message) {
    const call = this.calls.get(message?.call);
    if (!call) return;
    clearTimeout(call.late);
    this.calls.delete(message.call);
    if (message.problem) call.reject(new Error(message.problem));
    else call.resolve(message);
  }

  kept() {
    return this.model.get("restored") ?? {};
  }

  host() {
    return {
      submit: async (response) => (await this.call({ type: "submit", response })).outcome,
      answer: () => this.call({ type: "answer" }),
      frame: async (values) => (await this.call({ type: "frame", values })).frame,
      restore: () => this.kept(),
      // Another tab or kernel may have changed the other fields meanwhile.
      keep: async (entries, changed) => (await this.call({ type: "keep", entries: changed })).earlier,
      elsewhere: (hear, signal) => {
        const listen = (message) => message?.elsewhere && hear(message.elsewhere);
        this.model.on("msg:custom", listen);
        signal.addEventListener("abort", () => this.model.off("msg:custom", listen));
      },
      share: (values) => this.model.set("values", values), // for links in the page; the kernel hears by `keep`
      shared: (hear, signal) => {
        const listen = () => hear(this.model.get("values"));
        this.model.on("change:values", listen);
        signal.addEventListener("abort", () => this.model.off("change:values", listen));
      },
      // A reveal's own widget is given the attempts at its prediction, a tally's those at many items.
      attemptsAt: (id) => this.kept().attemptsAt?.[id] ?? this.kept().attempts ?? [],
      entriesAt: (id) => this.kept().entriesAt?.[id] ?? {},
      bind: () => this.call({ type: "bind" }, BINDING_PATIENCE),
    };
  }
}

export default {
  render({ model, el }) {
    const html = model.get("html"); // of a block with nothing to answer, escaped where it was made
    if (html) {
      el.innerHTML = html;
      return undefined;
    }
    const kernel = new Kernel(model);
    const remove = mount(el, model.get("block"), kernel.host());
    el.addEventListener("keydown", enter);
    return () => {
      el.removeEventListener("keydown", enter);
      model.off("msg:custom", kernel.listen);
      remove();
    };
  },
};
