// An item: asked, judged, tried again.

import { button, heading, make, node, paragraphs, tableOf, uid } from "./dom.js";
import { moreBelong, panel, REFUSALS, seeWhere, verdict } from "./feedback.js";
import { testForm } from "./fields.js";
import { localised } from "./number_format.js";
import { TYPES } from "./item_types.js";
import { PuttingOff } from "./later.js";
import WORDS_JSON from "./words.json";

const COMPARED = "You will see a question like this again at the end of the course.";

export class Asked {
  constructor(root, block, host) {
    const { item, section } = block;
    this.root = root;
    this.item = item;
    this.section = section;
    this.host = host;
    this.attempts = [];
    this.hinted = 0;
    this.waiting = false;
    this.type = TYPES[item.type];
    const form = this.type.form(item, host);
    this.form = this.tested && !this.type.committed ? testForm(form) : form;
    this.build(WORDS_JSON.sections[block.section] ?? block.section);
    this.restore();
    this.drafted = JSON.stringify(this.form.read());
    this.live = true;
    for (const act of ["input", "click"]) this.form.field.addEventListener(act, () => this.name());
    if (host.closed) this.close();
    else if (host.draft) this.root.addEventListener("focusout", () => this.draft());
  }

  // What its button says where the first valid attempt counts and there is no second.
  get once() {
    return this.type.committed ? WORDS_JSON.acts.bet : this.tested && WORDS_JSON.acts.commit;
  }

  get tested() {
    return WORDS_JSON.tests.includes(this.section);
  }

  get texted() {
    return this.type.written;
  }

  build(section) {
    const { item, root } = this;
    const minutes = Math.max(1, Math.round(item.minutes));
    heading(root, `${section} · about ${minutes === 1 ? "a minute" : `${minutes} minutes`}`, item.title);
    root.append(...paragraphs(item.prompt, "ol-prompt"));
    this.hints = make("div", { class: "ol-hints", "aria-live": "polite" });
    this.said = make("output", { class: "ol-say", id: uid(), "aria-live": "polite", tabindex: "-1" });
    const submit = (event) => this.submit(event);
    const form = make("form", { novalidate: true, submit }, this.form.field, this.hints, this.actions());
    // What is looked up while answering stands with the answer, also where that is beside the question.
    const table = item.exhibit && tableOf(item.exhibit.caption, item.exhibit.columns, item.exhibit.rows);
    root.append(table ? node("div.ol-work", table, form) : form, this.said);
    if (this.section !== "pre-test" || !this.host.keep || this.host.holds) return;
    const off = new PuttingOff(form, this.host, item.id, () => this.form.field.disabled);
    this.check.after(off.button);
    this.putOff = off.button;
  }

  actions() {
    const once = this.once || (this.host.holds ? "Send" : this.type.send);
    this.does = this.texted ? this.type.send : once;
    this.check = make("button", { type: "submit", class: "ol-button ol-main" }, this.does);
    this.again = button("Try again", () => this.retry());
    this.hinting = button(`Hint 1 of ${this.item.hints.length}`, () => this.hint(), "ol-quiet");
    this.telling = button(`Show ${this.type.answer[0].toLowerCase()}${this.type.answer.slice(1)}`, () => this.tell(), "ol-quiet");
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
      this.say("refused", "No reply", [problem.message]);
      this.name(); // nothing was wrong with the answer: it is to be sent again
      problem.later?.then(late);
      return null;
    } finally {
      this.waiting = false;
    }
  }

  compare(live = false) {
    this.comparing = true;
    this.form.open(true);
    this.does = this.once || "Done";
    this.name();
    this.clear();
    if (live) this.form.list[0].focus();
  }

  refuse(code) {
    this.clear();
    const suspects = this.form.suspects(code);
    for (const one of suspects) {
      one.setAttribute("aria-invalid", "true");
      one.dataset.about ??= one.getAttribute("aria-describedby") ?? "";
      one.setAttribute("aria-describedby", `${one.dataset.about} ${this.said.id}`.trim());
    }
    const blank = code === "not-a-number" && suspects.every((one) => one.value?.trim() === "");
    this.say("refused", "Please check your answer", [localised(REFUSALS[blank ? "nothing-typed" : code] ?? REFUSALS["not-a-response"])]);
    const first = suspects[0]?.matches("input, textarea") ? suspects[0] : suspects[0]?.querySelector("input");
    first?.focus({ preventScroll: true });
  }

  // What the button does; after a wrong answer it says where to look, until the answer is changed.
  name(words = this.does) {
    this.check.textContent = words;
    this.check.dataset.act = this.does;
  }

  clear() {
    this.name();
    this.said.replaceChildren();
    this.form.explain?.(null);
    for (const one of this.form.field.parentNode.querySelectorAll("[aria-invalid]")) {
      one.removeAttribute("aria-invalid");
      if (one.dataset.about) one.setAttribute("aria-describedby", one.dataset.about);
      else one.removeAttribute("aria-describedby");
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
    const response = this.form.read();
    const text = JSON.stringify(response);
    if (this.form.field.disabled || text === this.drafted) return;
    this.drafted = text;
    this.host.draft(response);
  }

  show(outcome, live = false) {
    this.clear();
    if (outcome.held) return this.hold(outcome, live);
    this.held = false;
    this.again.textContent = "Try again";
    if (this.section === "pre-test") this.say("committed", "Noted", [COMPARED]);
    else if (this.once && !this.tested && !this.host.told) {
      const [words, next] = this.type.noted(this.item);
      this.say("committed", words, [next]);
    } else this.explain(outcome);
    // Said in a test too: whoever believes an answer is safe would not give it again.
    if (outcome.unkept) this.said.firstElementChild.append(node("span.ol-said", outcome.unkept));
    const misses = this.wrongs();
    this.telling.hidden = !this.host.answer || !this.type.keyed || Boolean(this.once) || (outcome.correct && !this.texted) || (misses < 2 && !this.texted);
    if (this.once || outcome.correct) this.lock(live);
  }

  // What is said of an option stands on it, where the surface gives that; then only a reader hears it with the verdict.
  explain(outcome) {
    const [state, words] = this.tested && !outcome.score ? ["not-yet", "Not right"] : verdict(this.item, outcome);
    const sentences = this.explained(outcome);
    const onOptions = this.form.explain && outcome.reasons;
    if (onOptions) this.form.explain(outcome, this.settled(outcome));
    const beside = onOptions ? sentences.filter((one) => !outcome.feedback.includes(one) || (outcome.correct && this.form.several)) : sentences;
    this.say(state, words, sentences, this.count(), beside);
  }

  // Nothing is left to be found.
  settled({ correct }) {
    return correct || this.once || this.host.told || (this.form.several && this.wrongs() > 1);
  }

  wrongs() {
    return this.attempts.filter(({ outcome }) => !outcome.correct).length;
  }

  // Who ticked wrongly once hears why, and how many are missing: which they are is still to be found.
  explained({ correct, feedback, missed = [] }) {
    if (correct || !missed.length || this.wrongs() > 1 || this.once || this.host.told) return feedback;
    return [...feedback.filter((_, place) => !missed.includes(place)), moreBelong(missed.length)];
  }

  count() {
    return this.attempts.length > 1 ? `Attempt ${this.attempts.length}` : "";
  }

  say(state, words, sentences, note = "", seen = sentences) {
    this.said.replaceChildren(panel("span", state, words, sentences, note, seen));
    if (!this.live) return; // what was said before is there again, and the page stays where it is
    this.name(seeWhere(state, seen === sentences ? "below" : "above") ?? this.does);
    this.said.scrollIntoView({ block: "nearest" });
  }

  // What had the focus may be disabled now, so the focus goes to what is said about it.
  lock(live) {
    this.form.field.disabled = true;
    this.check.hidden = true;
    this.hinting.hidden = true;
    if (this.putOff) this.putOff.hidden = true;
    this.again.hidden = Boolean(this.once);
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
    this.form.explain?.(this.attempts.at(-1)?.outcome, true);
    this.say("answer", this.type.answer, [told.answer, told.praise].filter(Boolean));
    this.telling.hidden = true;
    this.lock(true);
  }
}
