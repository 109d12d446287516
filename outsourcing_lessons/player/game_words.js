// How the page of a game writes: the learner's money, hours, people.

import { asKey, grouped, NB, trimmed, withUnit } from "./amounts.js";

// Amounts are in the owner's hours, and shown in whole steps of the currency: what is a sum on the page adds up there.
export class Money {
  constructor({ worth, prefix, unit }) {
    const size = Math.floor(Math.log10(worth / 5));
    this.step = 10 ** size;
    this.worth = worth;
    this.decimals = Math.max(0, -size);
    this.around = { prefix, unit };
  }

  steps(hours) {
    return Math.round((hours * this.worth) / this.step);
  }

  said(steps) {
    return withUnit(grouped(steps * this.step, this.decimals), this.around);
  }

  of(hours) {
    return this.said(this.steps(hours));
  }
}

export function hoursSaid(hours) {
  const figure = grouped(hours, hours < 9.95 && Math.abs(hours - Math.round(hours)) > 0.05 ? 1 : 0);
  return `${figure}${NB}hour${figure === "1" ? "" : "s"}`;
}

export const percent = (share) => `${Math.round(100 * share)}${NB}%`;

export const counting = (many, one, several) => `${grouped(many)}${NB}${Math.round(many) === 1 ? one : several}`;

// What a dial stands at, in words.
export function dialSaid({ decimals, words, prefix, unit }, value) {
  return words[asKey(value, decimals)] ?? withUnit(trimmed(value, decimals), { prefix, unit });
}
