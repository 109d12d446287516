// The step that the instructor looks at: what it asks, what can be done with it, and how the room answers.

import { plural } from "../../player/amounts.js";
import { make } from "../../player/dom.js";
import { standing } from "./agenda.js";
import { bars, summary } from "./bars.js";
import { leadUp, parsed } from "./elements.js";

const WORDS = { open: "Open: the room can answer.", locked: "Closed: no more answers. The room sees no result.", revealed: "Revealed to the room.", shown: "Shown to the room.", waiting: "Not shown yet.", skipped: "Left out." };
const MODES = { vote: "As a vote: nobody sees a result until you reveal it.", practice: "As practice: each person sees at once how they did.", show: "" };
const ENDED = "The workshop has ended: nothing can be shown or answered until you resume it.";

// All that can ever be done with a step, in the order it is usually done. Each has its place for good, so that whoever
// clicks twice hits the same button twice; what reveals and hides stands apart.
function actions(step, counts, state) {
  const { id } = step;
  const out = state === "waiting" || state === "skipped";
  const action = (words, can, kind, more = {}) => ({ words, can, command: { kind, step: id, ...more } });
  if (!step.asks) return { near: [action(state === "shown" ? "Show again" : "Show to the room", true, "open")], apart: [] };
  const open = (mode, words) => action(state === "locked" && counts.mode === mode ? "Open again" : words, out || state === "locked", "open", { mode });
  const ways = step.once ? [open("vote", "Open as a vote")] : [open("vote", "Open as a vote"), open("practice", "Open as practice")];
  const again = step.once ? [] : [action("Vote again", state === "locked", "again")];
  const near = [...(step.mode === "vote" ? ways : ways.reverse()), action("Close", state === "open", "lock"), ...again];
  const reveal = [action("Reveal", state === "open" || state === "locked", "reveal"), action("Hide again", state === "revealed", "hide")];
  return { near, apart: step.test ? [] : reveal };
}

// `does` makes a button of words, a key, whether it can be pressed now, and what it does.
export function controls(step, counts, next, { act, choose, does, watching, ended }) {
  const state = standing(step, counts);
  const after = next && does(`Look ahead: ${next.number} ${next.title}`, `next-${next.id}`, true, () => choose(next.id));
  if (watching) return make("div.ol-actions.wc-actions", {}, after);
  if (ended) return make("div.ol-actions.wc-actions", {}, does("Resume the workshop", "resume", true, () => act({ kind: "resume" }), "ol-main"));
  const { near, apart } = actions(step, counts, state);
  const main = ["waiting", "skipped"].includes(state) ? near[0] : [...near, ...apart].find(({ words, can }) => can && ["Close", "Reveal"].includes(words));
  const buttons = (list) => list.map((one) => does(one.words, `act-${step.id}-${one.command.kind}-${one.command.mode ?? ""}`, one.can, () => act(one.command), one === main ? "ol-main" : ""));
  const out = state === "waiting" || state === "skipped";
  const skip = does(state === "skipped" ? "Put back" : "Leave out", `skip-${step.id}`, out, () => act({ kind: "skip", step: step.id, skipped: state === "waiting" }), "ol-quiet");
  return [
    make("div.ol-actions.wc-actions", {}, buttons(near), apart.length > 0 && make("div.ol-actions.wc-apart", {}, buttons(apart))),
    make("div.ol-actions.wc-actions", {}, skip, after),
  ];
}

export function stateWords(step, counts, ended) {
  const state = standing(step, counts);
  const mode = counts && state === "open" ? MODES[counts.mode] : "";
  return make("p.wc-state", {}, ended ? ENDED : [WORDS[state], mode].filter(Boolean).join(" "));
}

export function answers(step, counts, joined, shown) {
  if (!step.asks || !counts?.rounds?.length) return [];
  const { answered } = counts.rounds.at(-1);
  const count = make("p.wc-count", {}, make("strong", {}, String(answered)), ` of ${plural(joined, "participant")} ${answered === 1 ? "has" : "have"} answered`, counts.rounds.length > 1 && ` in vote ${counts.rounds.length}`);
  return [count, ...(shown ? [make("p.ol-note", {}, summary(counts.rounds)), bars(counts.rounds)] : [])];
}

export function looked(step, look) {
  if (!look) return [];
  const key = look.answer && make("details.wc-key", { open: true }, make("summary", {}, "The key"), make("p", {}, look.answer), look.why && make("p.ol-note", {}, look.why));
  const shown = make("div.wc-look", {}, leadUp(look.lead), parsed(look.html));
  // A truth waits for a prediction on a learner's page, not on the instructor's.
  for (const truth of step.kind === "reveal" ? shown.querySelectorAll("details") : []) {
    truth.open = true;
    truth.querySelector("summary").textContent = "The truth, as the room sees it";
  }
  return [shown, key];
}

export function guide(part) {
  if (!part.discussion) return [];
  const late = part.skip && [make("h4", {}, "If you are late"), make("p.ol-note", {}, part.skip)];
  return [make("section.wc-guide", { "aria-label": "Your notes" }, make("h3", {}, `Your notes: ${part.title}`), make("p", {}, part.discussion), late)];
}
