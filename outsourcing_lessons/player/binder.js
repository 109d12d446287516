// A binder: all worksheets as a playbook.

import { plural } from "./amounts.js";
import { bookHtml, letterOf } from "./book.js";
import { bookCalendar } from "./calendar.js";
import { button, download, heading, make, node, paragraphs } from "./dom.js";
import { isPutOff } from "./later.js";
import { bound } from "./playbook.js";
import WORDS_JSON from "./words.json";

export class Bound {
  constructor(root, block, host, signal) {
    this.title = block.title;
    this.worksheets = block.worksheets;
    this.handouts = block.handouts ?? [];
    this.asked = { pairs: block.pairs ?? [], studied: block.studied ?? [] };
    this.right = new Map();
    this.putOff = new Set();
    this.host = host;
    this.entries = new Map();
    heading(root, "Playbook", block.title);
    this.list = node("ul.ol-pages");
    this.letters = node("div.ol-actions");
    this.said = make("output", { class: "ol-say", "aria-live": "polite" });
    root.append(...paragraphs(block.purpose), this.list, node("div.ol-actions", this.actions()), this.letters, this.said);
    document.addEventListener("ol:entries", ({ detail }) => this.take(detail.id, detail.entries), { signal });
    document.addEventListener("ol:attempt", ({ detail }) => this.answered(detail.id, [detail]), { signal });
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
      if (!this.host.bind) await this.loadAnswers();
    } catch (problem) {
      this.tell(problem.message);
    }
  }

  // What was answered first of each question, and what was put off; in JupyterLab the kernel knows.
  async loadAnswers() {
    const { pairs, studied } = this.asked;
    const ids = [...pairs.flatMap(({ before, after }) => [...before, ...after]), ...studied.flatMap(({ items }) => items)];
    for (const id of ids) {
      if (isPutOff(await this.host.entriesAt?.(id))) this.putOff.add(id);
      this.answered(id, (await this.host.attemptsAt?.(id)) ?? []);
    }
    this.paint();
  }

  answered(id, attempts) {
    const valid = attempts.find(({ outcome }) => outcome.valid);
    if (valid && !this.right.has(id)) this.right.set(id, Boolean(valid.outcome.correct));
  }

  take(id, entries) {
    this.entries.set(id, entries);
    this.paint();
  }

  get book() {
    const filled = this.worksheets.map((one) => [one, this.entries.get(one.id) ?? {}]);
    const learned = { ...this.asked, right: this.right, putOff: this.putOff };
    return bound(this.host.learner ?? "", filled, this.host.learnerId, this.handouts, learned);
  }

  paint() {
    const row = ({ title, filled, fields }) => node("li", title, node("span.ol-note", ` ${filled} of ${fields} filled in`));
    const { pages, use } = this.book;
    this.list.replaceChildren(...pages.map(row));
    if (this.host.bind) return;
    const letters = use.filter(({ sent }) => sent);
    this.letters.replaceChildren(...letters.map((page) => button(`Save alone: ${page.title}`, () => this.saveLetter(page.id), "ol-quiet")));
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
    download("my-playbook.html", "text/html", bookHtml(book, this.title));
    const words = `Saved as my-playbook.html. Anything not filled in yet is marked “${WORDS_JSON.open}”.`;
    const replaced = book.replaced.length ? ` Characters that cannot be printed: ${book.replaced.join(", ")}.` : "";
    this.tell(words + replaced);
  }

  // A page that leaves the house, without the rest of the playbook.
  saveLetter(id) {
    const { book } = this;
    const page = book.use.find((one) => one.id === id);
    download(`${id}.html`, "text/html", bookHtml(letterOf(book, page), page.title));
    this.tell(`Saved as ${id}.html: this page alone.`);
  }

  saveDates() {
    const { book } = this;
    const dates = [...book.appointments, ...(this.host.reviews?.() ?? [])];
    if (!dates.length) return this.tell("There are no dates on your worksheets yet, and no questions to come back to.");
    download("my-dates.ics", "text/calendar", bookCalendar({ ...book, appointments: dates }));
    return this.tell(`Saved as my-dates.ics: ${plural(dates.length, "date")}. Open it with your calendar.`);
  }
}
