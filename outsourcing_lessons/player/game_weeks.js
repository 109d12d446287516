// Thirteen weeks pass: in four seconds, with one stop where there is something to see; at once where motion is not wanted.

import { button, make, node } from "./dom.js";
import { fitted, legend, weeksChart } from "./game_chart.js";

const WEEK_LASTS = 300;
const STOP_LASTS = 1600;

// What there is to see: [week, words].
export function stopOf({ weeks, events, before }, money) {
  const left = events.find(({ kind, week }) => kind === "left" && week > 0);
  const dear = weeks.findIndex(({ damage }) => damage > 3 * before.business.error_cost);
  const low = weeks.findIndex(({ cash }) => cash < 0.2 * before.business.cash);
  return [
    left && [left.week, `Week ${left.week + 1}: ${left.name} leaves.`],
    dear >= 0 && [dear, `Week ${dear + 1}: a mistake costs ${money.of(weeks[dear].damage)}.`],
    low >= 0 && [low, `Week ${low + 1}: ${money.of(weeks[low].cash)} in the bank.`],
  ].filter(Boolean).sort(([a], [b]) => a - b)[0];
}

export class Passing {
  constructor(page, past, done) {
    const { year, money } = page;
    const first = year.weeks.length - past.weeks.length;
    this.done = done;
    this.shown = first;
    this.end = year.weeks.length;
    this.stop = stopOf(past, money);
    this.first = first;
    this.said = make("output", { class: "ol-game-story", "aria-live": "polite" }, "The weeks pass.");
    const options = { money, cash: year.business.cash, quarters: page.item.quarters, title: "The account and the jobs, week by week" };
    this.picture = fitted((width) => weeksChart(year.weeks, { ...options, width, shown: this.shown }), page.viewSignal);
    this.repaint = () => this.picture.replaceChildren(weeksChart(year.weeks, { ...options, width: this.picture.clientWidth, shown: this.shown }));
    const skip = button("Skip", () => this.finish());
    this.view = node("div", page.title(`Quarter ${past.before.quarter + 1}`, "Thirteen weeks"), this.picture, legend(false), this.said, node("div.ol-game-actions", skip));
    page.viewSignal.addEventListener("abort", () => clearTimeout(this.timer));
    this.skip = skip;
  }

  start() {
    this.timer = setTimeout(() => this.tick(), WEEK_LASTS);
  }

  tick() {
    this.shown += 1;
    this.repaint();
    if (this.shown >= this.end) return void (this.timer = setTimeout(() => this.finish(), 2 * WEEK_LASTS));
    const stops = this.stop && this.shown - this.first === this.stop[0] + 1;
    if (stops) this.said.textContent = this.stop[1];
    this.timer = setTimeout(() => this.tick(), stops ? STOP_LASTS : WEEK_LASTS);
  }

  finish() {
    clearTimeout(this.timer);
    this.done();
  }
}

export const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
