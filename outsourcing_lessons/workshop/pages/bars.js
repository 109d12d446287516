// How a room answered, as bars with their numbers in words; with two rounds, both under each label.

import { make, plural } from "./make.js";

function track(count, answered, name) {
  const fill = make(`span.ws-fill${name === "1st" ? ".ws-before" : ""}`);
  // Through the object model: the policy of the page allows no style in markup.
  fill.style.width = `${answered ? (100 * count) / answered : 0}%`;
  const share = answered ? `${Math.round((100 * count) / answered)} %` : "0 %";
  const words = name ? `${name} ` : "";
  return make("div.ws-track", {}, make("span.ws-rail", { "aria-hidden": "true" }, fill), make("span.ws-count", {}, make("span.ws-vote", {}, words), `${count}`, make("span.ws-share", {}, ` ${share}`)));
}

export function bars(rounds, showKey = true) {
  const shown = rounds.slice(-2);
  const labels = shown.at(-1)?.bars.map(({ label }) => label) ?? [];
  const names = shown.length === 2 ? ["1st", "2nd"] : [""];
  const rows = labels.map((label, i) => {
    const key = showKey && shown.at(-1).bars[i].key;
    const votes = shown.map((round, r) => {
      const bar = round.bars.find((one) => one.label === label);
      return track(bar?.count ?? 0, round.answered, names[r]);
    });
    const mark = key && make("span.ws-key", {}, "✓ right");
    return make(`li.ws-bar${key ? ".ws-right" : ""}`, {}, make("div.ws-label", {}, label, mark), votes);
  });
  return make("ul.ws-bars", {}, rows);
}

export function summary(rounds) {
  const said = (round) => `${plural(round.answered, "answer")}, ${round.right} right`;
  if (rounds.length < 2) return rounds.length ? `${said(rounds[0])}.` : "";
  const [before, after] = rounds.slice(-2);
  return `First vote: ${said(before)}. Second vote: ${said(after)}.`;
}
