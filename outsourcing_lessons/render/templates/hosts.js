// A host for each block, which judges here and keeps answers in this browser.

import { whatStands } from "../../player/filled.js";
import { explained, judge } from "../../player/judge.js";
import { all, askOf, blockOf, data } from "./content.js";
import { reviewDates } from "./due.js";
import { keep, kept, keyOf, latest } from "./browser_storage.js";
import { checked, toldAt } from "./records.js";

export function hostOf(block) {
  return {
    submit: async (response) => {
      const outcome = judge(block.item, response);
      const before = latest(block);
      const made = { response, outcome, at: new Date().toISOString(), wording: block.item.wording, ...(before.told && { told: true }) };
      if (outcome.valid) keep(block, { ...before, attempts: [...before.attempts, made] });
      return explained(block.item, outcome);
    },
    answer: async () => {
      keep(block, { ...toldAt(new Date().toISOString()), ...latest(block) });
      document.dispatchEvent(new CustomEvent("ol:told", { detail: { id: block.item.id } }));
      return { answer: block.item.answer, praise: block.item.praise };
    },
    // A year of a game takes minutes: what was played of it is kept. What else is typed waits to be sent.
    draft: block.item?.type === "game" ? (response) => keep(block, checked(block, { ...latest(block), draft: response })) : null,
    restore: () => restored(block),
    keep: (entries, changed) => (block.kind === "explorer" ? keepBeside(block, { values: entries }) : keepEntries(block, changed)),
    reached: (settings) => keepBeside(block, { reached: settings }),
    elsewhere: (hear, signal) => listenFor(block, hear, signal),
    attemptsAt: (id) => (askOf.has(id) ? kept(askOf.get(id)).attempts : []),
    entriesAt: (id) => (blockOf.has(id) ? (kept(blockOf.get(id)).entries ?? {}) : {}),
    drawn: () => drawnOn(block),
    reviews: () => reviewDates(),
    learner: data.learner,
    learnerId: data.learner_id,
  };
}

function restored(block) {
  const record = kept(block);
  if (block.kind !== "ask") return record;
  return { ...record, attempts: record.attempts.map((one) => ({ ...one, outcome: explained(block.item, one.outcome) })) };
}

const worksheets = all.map(({ block }) => block).filter(({ kind }) => kind === "worksheet");

function drawnOn(block) {
  const stands = whatStands(worksheets.map((one) => [one, kept(one).entries]));
  return stands.find(({ worksheet }) => worksheet === block)?.drawn;
}

function keepEntries(block, changed) {
  const before = latest(block);
  const earlier = before.entries ?? {};
  keep(block, checked(block, { ...before, entries: { ...earlier, ...changed } }));
  return earlier;
}

// Where the sliders of an explorer stand, and at which settings its goals were reached.
function keepBeside(block, news) {
  keep(block, checked(block, { ...latest(block), ...news }));
}

// The browser tells every other tab with this page what has been kept; null is what was forgotten there.
function listenFor(block, hear, signal) {
  const listen = ({ key, newValue }) => key === keyOf(block) && newValue && hear(latest(block).entries);
  window.addEventListener("storage", listen, { signal });
}
