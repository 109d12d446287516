// "Your week": a bar of the owner's hours that fills. Ink is certain, pencil is expected.

import { node } from "./dom.js";
import { grouped } from "./amounts.js";
import { counting, hoursSaid, percent } from "./game_words.js";
import { NOBODY } from "./models/business_team.js";

const LEAST = 0.2; // an hour's fifth is not worth a place in the bar
const OWNER_ILL = 8; // the card

export function partsOf(firm, dials) {
  const { business: b } = firm;
  const saved = firm.stock / (firm.stock + b.build_half);
  const here = firm.due.filter((due) => due < NOBODY).length;
  const hands = Math.min(b.jobs, (dials.people * b.helper_hours) / (0.8 * b.hours));
  const handed = Math.min(b.jobs, hands + dials.company * b.jobs);
  const finding = (Math.max(0, dials.people - here) * (b.search + b.care_hours * dials.care)) / 4;
  return [
    ["own work", b.own, "ink"], ["admin", b.admin * (1 - saved), "ink"],
    ["contact", b.contact * dials.people + 0.5 * Number(dials.company > 0), "ink"], ["finding people", finding, "ink"],
    ["watching", dials.watch, "ink"], ["building", dials.build, "ink"],
    ["answers", b.decisions * b.decide * 2 ** -dials.limit * handed, "pencil"],
    ["jobs you do yourself", (b.jobs - handed) * b.own_pace * b.hours, "pencil"],
  ].filter(([, hours]) => hours > LEAST);
}

export class WeekBar {
  constructor(firm) {
    this.firm = firm;
    this.bar = node("div.ol-game-bar");
    this.bar.setAttribute("role", "img");
    this.rest = node("p.ol-note");
    const ill = firm.quarter > 0 && firm.cards[firm.quarter - 1] === OWNER_ILL;
    const note = ill ? node("p.ol-note", "For the first four weeks you have only three hours a week.") : "";
    this.field = node("div.ol-game-week", node("h5", "Your week"), this.bar, this.rest, note);
  }

  show(dials) {
    const parts = partsOf(this.firm, dials);
    const { week } = this.firm.business;
    const free = week - parts.reduce((sum, [, hours]) => sum + hours, 0);
    const all = free > LEAST ? [...parts, ["free", free, "free"]] : parts;
    const whole = Math.max(week, week - free);
    this.bar.replaceChildren(...all.map(([name, hours, kind]) => {
      const part = node(`span.ol-game-part.ol-game-${kind}`, hours > whole / 14 ? node("span", name) : "", ` ${grouped(hours)}`);
      part.title = `${name}: ${hoursSaid(hours)}`;
      part.style.flexGrow = String(hours);
      return part;
    }));
    const end = node("span.ol-game-full");
    end.style.left = `${(100 * week) / whole}%`;
    this.bar.append(end);
    this.rest.textContent = free < 0
      ? `About ${hoursSaid(-free)} more than a week of ${week}. Hatched: what to expect.`
      : `About ${hoursSaid(free)} of ${week} free. Hatched: what to expect.`;
    this.bar.setAttribute("aria-label", `Your week: ${all.map(([name, hours]) => `${name} ${hoursSaid(hours)}`).join(", ")}. ${this.rest.textContent}`);
  }
}

// What each dial costs at once, and what it does not do; what it brings is for the year to show.
export const COSTS = {
  people({ business: b, due }, { people, care }, money) {
    if (!people) return "Nobody to pay, and nobody to ask.";
    const here = due.filter((one) => one < NOBODY).length;
    const come = people - here;
    const weeks = Math.floor(b.gap + b.care_weeks * care + 0.5);
    const each = `${money.of(people * b.guarantee * b.rate)} to ${money.of(people * b.helper_hours * b.rate)} a week, and ${hoursSaid(b.contact * people)} of yours.`;
    if (come > 0) return `${each} ${counting(come, "more person", "more people")}: ${hoursSaid(come * (b.search + b.care_hours * care))} to find and brief; they start in ${counting(weeks, "week", "weeks")}.`;
    return come < 0 ? `${each} Notice to ${-come}: ${money.of(-3 * come * b.guarantee * b.rate)}.` : each;
  },
  care({ business: b }, { care }, money, helpers) {
    const nothing = helpers.length ? ` Changes nothing about ${helpers[0].name}.` : "";
    if (!care) return `Costs nothing.${nothing}`;
    return `For each who comes: ${hoursSaid(b.care_hours * care)} of yours, ${counting(Math.floor(b.gap + b.care_weeks * care + 0.5) - b.gap, "week", "weeks")} more, ${money.of(b.trial * care)} for a paid trial.${nothing}`;
  },
  company({ business: b }, { company }, money) {
    if (!company) return "Nothing to pay, and nobody to step in.";
    const jobs = company * b.jobs;
    return `${money.of(b.company_price)} a job, ${money.of(0.2 * b.company_price * jobs)} a week of it as a retainer, and half an hour of yours.`;
  },
  limit({ business: b }, { limit }, money) {
    if (!limit) return "Costs your answers.";
    return `A wrong decision now and then: up to ${money.of((2 ** limit - 1) * b.stake)}. ${percent(2 ** -limit)} of the questions still come to you.`;
  },
  build: (_, { build }) => (build ? `${hoursSaid(build)} of your week. What is built wears out.` : "Costs nothing."),
  watch: (_, { watch }) => (watch ? `${hoursSaid(watch)} of your week.` : "Costs nothing."),
};
