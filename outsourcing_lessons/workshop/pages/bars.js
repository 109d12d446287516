// How a room answered, as bars with their numbers in words; with two rounds, both under each label.

import { make } from "../../player/dom.js";
import { ordinal } from "./elements.js";

const SHORT = 26; // letters of a label that leaves room for two votes beside one another

function track(count, answered, name, before) {
  const fill = make(`span.ws-fill${before ? ".ws-before" : ""}`);
  // Through the object model: the policy of the page allows no style in markup.
  fill.style.width = `${answered ? (100 * count) / answered : 0}%`;
  const share = `${answered ? Math.round((100 * count) / answered) : 0}\u00a0%`;
  const vote = make("span.ws-vote", {}, name && `${name} `);
  return make("div.ws-track", {}, make("span.ws-rail", { "aria-hidden": "true" }, fill), make("span.ws-count", {}, vote, `${count}`, make("span.ws-share", {}, ` (${share})`)));
}

const short = (number) => ["1st", "2nd", "3rd"][number - 1] ?? `${number}th`;

// What stands beside the bars of these rounds: the note on what they are of, then the bars.
export function bars(rounds, showKey = true) {
  const from = Math.max(0, rounds.length - 2);
  const shown = rounds.slice(from);
  const last = shown.at(-1) ?? { bars: [] };
  const rows = last.bars.map(({ label, letter, key }) => {
    const right = showKey && key;
    const votes = shown.map((round, r) => {
      const bar = round.bars.find((one) => one.label === label);
      return track(bar?.count ?? 0, round.answered, shown.length > 1 ? short(from + r + 1) : "", r + 1 < shown.length);
    });
    const mark = right && make("span.ws-key", {}, `✓ ${last.mark ?? "right"}`);
    const chip = letter && make("span.ws-letter", {}, letter);
    return make(`li.ws-bar${right ? ".ws-right" : ""}`, {}, make("div.ws-label", {}, chip, make("span.ws-words", {}, label), mark), votes);
  });
  return [last.note && make("p.ws-note", {}, `${last.note}:`), make(`ul.ws-bars${last.bars.every(({ label }) => label.length <= SHORT) ? ".ws-short" : ""}`, {}, rows)].filter(Boolean);
}

export function summary(rounds) {
  if (rounds.length < 2) return rounds.length ? `${rounds[0].words}.` : "";
  return rounds.map(({ words }, i) => `${ordinal(i + 1)} vote: ${words}.`).slice(-2).join(" ");
}
