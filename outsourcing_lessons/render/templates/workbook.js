// The workbook's page: a host for each block that judges here and keeps answers in this browser.

import { at } from "../../player/dom.js";
import { whatStands } from "../../player/filled.js";
import { judge } from "../../player/judge.js";
import { mount } from "../../player/mount.js";
import { all, askOf, blockOf, data } from "./content.js";
import { belongTo, count, forget, forgetCopy, isOurs, keep, kept, keyOf, latest } from "./kept.js";
import { checked, toldAt } from "./records.js";
import { bringBack, save, takeAlong, tellBeside } from "./saved.js";

const removers = new Map();

function hostOf(block) {
  return {
    submit: async (response) => {
      const outcome = judge(block.item, response);
      const before = latest(block);
      const made = { response, outcome, at: new Date().toISOString(), wording: block.item.wording, ...(before.told && { told: true }) };
      if (outcome.valid) keep(block, { ...before, attempts: [...before.attempts, made] });
      return outcome;
    },
    answer: async () => {
      keep(block, { ...toldAt(new Date().toISOString()), ...latest(block) });
      document.dispatchEvent(new CustomEvent("ol:told", { detail: { id: block.item.id } }));
      return { answer: block.item.answer, praise: block.item.praise };
    },
    restore: () => kept(block),
    keep: (_, changed) => (block.kind === "worksheet" ? keepEntries(block, changed) : null),
    elsewhere: (hear, signal) => listenFor(block, hear, signal),
    attemptsAt: (id) => (askOf.has(id) ? kept(askOf.get(id)).attempts : []),
    entriesAt: (id) => (blockOf.has(id) ? (kept(blockOf.get(id)).entries ?? {}) : {}),
    drawn: () => drawnOn(block),
    learner: data.learner,
    learnerId: data.learner_id,
  };
}

const worksheets = all.map(({ block }) => block).filter(({ kind }) => kind === "worksheet");

function drawnOn(block) {
  const stands = whatStands(worksheets.map((one) => [one, kept(one).entries]));
  return stands.find(({ worksheet }) => worksheet === block)?.drawn;
}

function keepEntries(block, changed) {
  const earlier = latest(block).entries;
  keep(block, checked(block, { entries: { ...earlier, ...changed } }));
  return earlier;
}

// The browser tells every other tab with this page what has been kept; null is what was forgotten there.
function listenFor(block, hear, signal) {
  const listen = ({ key, newValue }) => key === keyOf(block) && newValue && hear(latest(block).entries);
  window.addEventListener("storage", listen, { signal });
}

function show() {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-block]"))) {
    const block = blockOf.get(place.dataset.block);
    removers.get(place)?.();
    if (block) removers.set(place, mount(place, block, hostOf(block)));
  }
  count();
}

function askIfSure(open) {
  at("sure").hidden = !open;
  at(open ? "sure-no" : "over").focus();
}

function startOver() {
  // Removing a worksheet keeps what is typed in it, so it goes before its record does.
  for (const remove of removers.values()) remove();
  for (const { block } of all) forget(block);
  show();
  askIfSure(false);
  tellBeside("Everything is as it was on the first day.");
}

// What another tab keeps or forgets holds here too. Forgotten there, all begins anew here, once all of it is gone.
let anew = null;
window.addEventListener("storage", ({ key, newValue }) => {
  if (!key || !isOurs(key)) return;
  forgetCopy(key);
  clearTimeout(anew);
  if (newValue === null) anew = setTimeout(show, 100);
  else count();
});

document.addEventListener("ol:owner", ({ detail }) => {
  belongTo(detail.owner);
  show();
  for (const [id, block] of askOf) detail.kept(id, kept(block));
});

at("save").addEventListener("click", save);
at("bring").addEventListener("click", () => at("file").click());
at("file").addEventListener("change", () => bringBack(show));
at("over").addEventListener("click", () => askIfSure(true));
at("sure-no").addEventListener("click", () => askIfSure(false));
at("sure-yes").addEventListener("click", startOver);
takeAlong();
show();
/** @type {HTMLElement} */ (document.querySelector(".wb-desk")).hidden = false;
at("unscripted").hidden = true;
