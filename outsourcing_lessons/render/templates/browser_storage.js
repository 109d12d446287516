// Keeping: in the browser's storage, or in this page's memory where that is blocked.

import { at } from "../../player/dom.js";
import { all, data } from "./content.js";
import { checked, isRecord } from "./records.js";

export const COURSE = data.course.replaceAll("-", "_");

const memory = new Map();
let owner = data.learner_id;
let storage = probed();

function probed() {
  try {
    window.localStorage.setItem(`${COURSE}/probe`, "1");
    window.localStorage.removeItem(`${COURSE}/probe`);
    return window.localStorage;
  } catch {
    onlyForNow();
    return null;
  }
}

function onlyForNow() {
  at("keeping").textContent =
    "This browser does not let the page save anything: your answers are lost when you close it. Save them as a file before you do.";
  at("keeping").classList.add("wb-warn");
}

export const prefixOf = (block) => [COURSE, owner, block.item?.id ?? block.id, ""].join("/");
export const keyOf = (block) => prefixOf(block) + (block.item?.variant ?? block.kind);
export const isOurs = (key) => key.startsWith(`${COURSE}/${owner}/`);

// All that is kept here for this learner, by what versions of the page there were.
export const keysKept = () => Object.keys(storage ?? {}).filter(isOurs);

export function kept(block) {
  const key = keyOf(block);
  if (!memory.has(key)) memory.set(key, checked(block, stored(key)));
  return memory.get(key);
}

export function stored(key) {
  try {
    const found = JSON.parse(storage?.getItem(key) ?? "null");
    return isRecord(found) ? found : {};
  } catch {
    return {}; // written by something else, or damaged: the same as nothing
  }
}

// Another tab may have kept something since: it stays.
export function latest(block) {
  if (storage) memory.delete(keyOf(block));
  return kept(block);
}

export function keep(block, record) {
  memory.set(keyOf(block), record);
  try {
    storage?.setItem(keyOf(block), JSON.stringify(record));
  } catch {
    storage = null;
    onlyForNow();
  }
  count();
}

export function forget(block) {
  memory.delete(keyOf(block));
  try {
    for (const key of Object.keys(storage ?? {})) if (key.startsWith(prefixOf(block))) storage.removeItem(key);
  } catch {
    onlyForNow();
  }
}

// What another tab has changed is read anew when it is asked for.
export function forgetCopy(key) {
  memory.delete(key);
}

// Where a learning platform knows who sits here, what is kept is that person's, and nobody else's in the same browser.
export function belongTo(name) {
  owner = name;
  memory.clear();
  if (owner) return;
  storage = null;
  onlyForNow();
}

// Says how much is answered.
export function count() {
  const asked = all.filter(({ block }) => block.kind === "ask");
  const answered = asked.filter(({ block }) => kept(block).attempts.length).length;
  at("progress").textContent = `${answered} of ${asked.length} answered`;
  at("bar").value = answered;
}
