// One year of the game as it is played: where the firm stands, what was decided, and what came of each quarter.

import { copyOf, quarter, score, start } from "./models/business.js";
import { CARDS, newsOf, SLOTS, WEEKS } from "./models/business_news.js";
import { NOBODY, teamOf } from "./models/business_team.js";

const NOBODY_THERE = ["A letter for nobody", "It says goodbye, or get well soon, to a helper. Nobody works for you, so nobody is missing."];
const RUN = 0; // a seed has many years; the first is the one that is played

export class Year {
  constructor(item, seed, figures = {}) {
    this.item = item;
    this.seed = seed;
    this.figures = figures;
    this.firm = start({ ...item.givens, ...figures }, seed, RUN);
    this.past = [];
    this.people = [0, null, null, null]; // who has each place, as numbers of the names
    this.hired = 1;
  }

  get business() {
    return this.firm.business;
  }

  get over() {
    return !this.firm.alive || this.past.length === this.item.quarters;
  }

  get decisions() {
    return this.past.map(({ dials }) => dials);
  }

  get weeks() {
    return this.past.flatMap(({ weeks }) => weeks);
  }

  get score() {
    return score(this.firm);
  }

  get home() {
    return this.past.reduce((sum, { report }) => sum + report.home, 0);
  }

  get standing() {
    return this.past.at(-1)?.dials ?? Object.fromEntries(this.item.dials.map(({ id, start: at }) => [id, at]));
  }

  nameOf(person) {
    const names = this.item.texts.helpers ?? ["the helper"];
    return names[person % names.length];
  }

  // What has just happened, in one of its wordings: [title, story].
  get news() {
    const { item, firm, seed } = this;
    const { texts } = item;
    if (!firm.quarter) return (texts.begin ?? ["The first quarter", item.prompt]).map((text) => this.named(text, 0));
    const { leaves, fallsIll } = newsOf(copyOf(firm), this.standing);
    const card = CARDS[firm.cards[firm.quarter - 1]];
    const struck = Math.max(leaves, fallsIll);
    if (card.startsWith("helper") && struck < 0) return NOBODY_THERE;
    const told = texts[card.toLowerCase().replaceAll(" ", "-")] ?? [card, ""];
    const which = 2 * ((seed + firm.quarter) % (told.length / 2));
    return told.slice(which, which + 2).map((text) => this.named(text, this.people[struck]));
  }

  named(text, person) {
    return text.replaceAll("[name]", () => this.nameOf(person ?? 0));
  }

  // Those who are here, and those who are to come.
  get helpers() {
    const { due, skill, business } = this.firm;
    return this.people.flatMap((person, i) =>
      person === null || due[i] === NOBODY ? [] : [{ name: this.nameOf(person), due: due[i], jobs: skill[i] - business.half }]);
  }

  play(dials, guess) {
    const [before, news] = [copyOf(this.firm), this.news];
    const events = this.moved(before, dials);
    const weeks = [];
    const report = quarter(this.firm, dials, weeks);
    this.past.push({ before, news, dials: { ...dials }, guess, events, weeks, report, people: [...this.people], hired: this.hired });
    return this.past.at(-1);
  }

  // Who comes and goes in the coming quarter, by name.
  moved(before, dials) {
    const copy = copyOf(before);
    const told = newsOf(copy, dials);
    const team = teamOf(copy, dials, told);
    const events = [];
    for (let i = 0; i < SLOTS; i++) {
      const name = this.people[i] === null ? "" : this.nameOf(this.people[i]);
      if (i >= dials.people) {
        if (before.due[i] < NOBODY) events.push({ kind: "sent", name, week: 0 });
        this.people[i] = null;
        continue;
      }
      if (i === told.leaves) events.push({ kind: "left", name, week: 0, gap: team.gap });
      if (i === told.fallsIll) events.push({ kind: "ill", name, week: 0 });
      if (i === told.leaves || before.due[i] === NOBODY) this.people[i] = this.hired++;
      if (team.gone[i] < WEEKS) {
        events.push({ kind: "left", name: this.nameOf(this.people[i]), week: team.gone[i], gap: team.gap });
        this.people[i] = this.hired++;
      }
    }
    return events;
  }

  // The same year up to a quarter, to be played on from there.
  upTo(quarters) {
    const again = new Year(this.item, this.seed, this.figures);
    for (const { dials, guess } of this.past.slice(0, quarters)) again.play(dials, guess);
    return again;
  }

  response() {
    const dials = Array.from({ length: this.item.quarters }, (_, i) => this.decisions[i] ?? this.decisions.at(-1));
    return { dials, seed: this.seed, ...(Object.keys(this.figures).length && { figures: this.figures }) };
  }
}
