// Explorers and games while the room moves them: what the wall follows, and how that is said.

import { make } from "../../player/dom.js";
import { bars } from "./bars.js";
import { swap } from "./elements.js";

// What a block asks of a page that keeps nothing of what is done on it.
export const KEEPS_NOTHING = { open: true, restore: () => ({}), keep: async () => {}, attemptsAt: () => [], entriesAt: () => ({}) };

// How many of the room have found something, or are through.
export function liveWords({ joined, finished, found = [], tried }) {
  const of = `${finished ?? found[0] ?? tried} of ${joined}`;
  if (finished !== undefined) return `${of} have finished a year`;
  if (!found.length) return `${of} are trying it`;
  const next = found[1] ? `, ${found[1]} the next one too` : "";
  return tried ? `${of} found it${next} · ${tried} are trying` : `${of} found it`;
}

// In which quarter of theirs people are who have not been through one year.
export function quartersOf({ quarters, finished, joined }) {
  const rows = quarters.map((count, i) => ({ label: `In quarter ${i + 1}`, count }));
  return bars([{ answered: joined, bars: [...rows, { label: "Finished a year", count: finished }] }], false);
}

// What stands on the wall and moves without being drawn anew: it goes where the instructor has set it, among the settings
// of the room.
export class Following {
  // `moved` is called when it has gone somewhere else.
  constructor(moved) {
    this.moved = moved;
    this.forget();
  }

  forget() {
    Object.assign(this, { go: null, show: null, place: null, driven: "", settings: "" });
  }

  // What an explorer asks of its page.
  get host() {
    return { ...KEEPS_NOTHING, shared: (go) => (this.go = go), crowd: (show) => (this.show = show) };
  }

  quarters() {
    this.place = make("div.wp-quarters");
    return this.place;
  }

  hear(live, step) {
    if (!live || live.counts.step !== step) return;
    const { counts, settings } = live;
    if (this.place && counts.quarters) swap(this.place, quartersOf(counts));
    if (this.show && JSON.stringify(settings) !== this.settings) this.show(settings);
    if (this.show) this.settings = JSON.stringify(settings);
    if (!this.go || !counts.driven || JSON.stringify(counts.driven) === this.driven) return;
    this.driven = JSON.stringify(counts.driven);
    this.go(counts.driven);
    this.moved();
  }
}

export function liveFoot(counts) {
  const { joined, finished } = counts;
  return [make("progress", { max: Math.max(1, joined), value: Math.min(finished, joined), "aria-label": "Finished" }), make("p", {}, liveWords(counts))];
}

