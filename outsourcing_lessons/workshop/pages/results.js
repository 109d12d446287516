// The step that the instructor looks at: what it asks, what can be done with it, and how the room answers.

import { standing } from "./agenda.js";
import { bars, summary } from "./bars.js";
import { leadUp, make, parsed, plural } from "./make.js";

const WORDS = { open: "Open: the room can answer.", locked: "Closed: no more answers. Nobody has seen a result.", revealed: "Revealed to the room.", shown: "Shown to the room.", waiting: "Not shown yet.", skipped: "Left out." };
const MODES = { vote: "As a vote: nobody hears anything before you reveal it.", practice: "As practice: each hears at once how their own answer did.", show: "" };

// What can be done, in the order it is usually done; the first is the main thing.
function actions(step, counts, state) {
  const id = step.id;
  const open = (words, mode) => [words, { kind: "open", step: id, mode }];
  const again = ["Vote again", { kind: "again", step: id }];
  const reveal = ["Reveal", { kind: "reveal", step: id }];
  if (!step.asks) return [open(state === "shown" ? "Show again" : "Show to the room")];
  if (state === "open") return [["Close", { kind: "lock", step: id }], ...(step.test ? [] : [reveal])];
  if (state === "locked") return [...(step.test ? [] : [reveal]), ...(step.once ? [] : [again]), open("Open again", counts.mode)];
  if (state === "revealed") return [];
  if (step.once) return [open("Open as a vote", "vote")];
  const both = [open("Open as a vote", "vote"), open("Open as practice", "practice")];
  return step.mode === "vote" ? both : both.reverse();
}

export function controls(step, counts, next, { act, choose, watching }) {
  const state = standing(step, counts);
  const list = watching ? [] : actions(step, counts, state);
  const main = state !== "shown" && state !== "revealed";
  const buttons = list.map(([words, command], i) => make(`button.ol-button${i === 0 && main ? ".ol-main" : ""}`, { type: "button", "data-key": `act-${step.id}-${words}`, click: () => act(command) }, words));
  const out = state === "waiting" || state === "skipped";
  const skip = out && !watching && make("button.ol-button.ol-quiet", { type: "button", "data-key": `skip-${step.id}`, click: () => act({ kind: "skip", step: step.id, skipped: state === "waiting" }) }, state === "waiting" ? "Leave out" : "Take in");
  const after = next && make(`button.ol-button${main ? ".ol-quiet" : ".ol-main"}`, { type: "button", "data-key": `next-${next.id}`, click: () => choose(next.id) }, `Next: ${next.number} ${next.title}`);
  return make("div.ol-actions.wc-actions", {}, buttons, skip, after);
}

export function stateWords(step, counts) {
  const state = standing(step, counts);
  const mode = counts && state === "open" ? MODES[counts.mode] : "";
  return make("p.wc-state", {}, [WORDS[state], mode].filter(Boolean).join(" "));
}

export function answers(step, counts, joined, shown) {
  if (!step.asks || !counts?.rounds?.length) return [];
  const { answered } = counts.rounds.at(-1);
  const count = make("p.wc-count", {}, make("strong", {}, String(answered)), ` of ${plural(joined, "participant")} ${answered === 1 ? "has" : "have"} answered`, counts.rounds.length > 1 && ` in vote ${counts.rounds.length}`);
  return [count, ...(shown ? [make("p.ol-note", {}, summary(counts.rounds)), bars(counts.rounds)] : [])];
}

export function looked(step, look) {
  if (!look || look.id !== step.id) return [];
  const key = look.answer && make("details.wc-key", { open: true }, make("summary", {}, "The key"), make("p", {}, look.answer), make("p.ol-note", {}, look.why));
  return [make("div.wc-look", {}, leadUp(look.lead), parsed(look.html)), key];
}

export function guide(part) {
  if (!part.discussion) return [];
  return [make("section.wc-guide", { "aria-label": "Your notes" }, make("h3", {}, `Your notes: ${part.title}`), make("p", {}, part.discussion), part.skip && make("p.ol-note", {}, part.skip))];
}
