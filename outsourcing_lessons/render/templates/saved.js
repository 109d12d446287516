// Answers as a file, and back again; and those that version 0.1 kept in this browser, beside which today's go on.

import { at, download } from "../../player/dom.js";
import { all, data } from "./content.js";
import { ofThisQuestion } from "./version_0_1.js";
import { COURSE, keep, kept, keyOf, keysKept, prefixOf, stored } from "./browser_storage.js";
import { attemptsOf, entriesOf, isRecord, toldAt } from "./records.js";

const LARGEST_FILE = 5e6;

function saved() {
  const lessons = {};
  for (const { lesson, block } of all) {
    const into = (lessons[lesson] ??= { attempts: [], entries: {} });
    const record = kept(block);
    if (record.told) (into.told ??= {})[block.item.id] = record.told;
    for (const one of record.attempts ?? []) into.attempts.push({ item: block.item.id, variant: block.item.variant, ...one });
    if (record.entries && Object.keys(record.entries).length) into.entries[block.id] = record.entries;
  }
  return { course: COURSE, version: data.version, format: 1, learner_id: data.learner_id, settings: data.settings, lessons };
}

export function save() {
  const name = `${data.learner_id}-answers.json`;
  download(name, "application/json", JSON.stringify(saved(), null, 1));
  tellBeside(`Saved as ${name}.`);
}

export function tellBeside(words) {
  at("told").textContent = words;
}

async function readSaved(file) {
  if (file.size > LARGEST_FILE) throw new Error("This file is too large to be a file of answers.");
  let found = null;
  try {
    found = JSON.parse(await file.text());
  } catch {
    throw new Error("This is not a file of saved answers.");
  }
  if (!isRecord(found) || found.course !== COURSE || !isRecord(found.lessons)) throw new Error("This is not a file of saved answers.");
  if (found.format !== 1) throw new Error("This file was saved by another version of the course and cannot be read here.");
  if (found.learner_id !== data.learner_id) throw new Error("These answers are from somebody else’s workbook.");
  return found;
}

function bring({ lessons, settings }) {
  const sameSeed = settings?.seed === data.settings.seed;
  let brought = 0;
  for (const { lesson, block } of all) {
    const from = Object.hasOwn(lessons, lesson) && isRecord(lessons[lesson]) ? lessons[lesson] : {};
    const told = isRecord(from.told) ? from.told[block.item?.id] : "";
    brought += block.kind === "ask" ? bringAttempts(block, from.attempts, sameSeed, told) : bringEntries(block, from.entries);
  }
  return brought;
}

function bringAttempts(block, given, sameSeed, told) {
  const mine = (Array.isArray(given) ? given : []).filter((one) => isRecord(one) && one.item === block.item.id);
  const codes = new Set(mine.map(({ variant }) => variant));
  const fresh = [...codes].flatMap((code) => ofThisQuestion(block.item, code, mine.filter(({ variant }) => variant === code), sameSeed));
  return putBeside(block, fresh, told);
}

function putBeside(block, given, told = "") {
  const { attempts: here, ...before } = kept(block);
  const same = (one) => JSON.stringify([one.response, one.at]);
  const known = new Set(here.map(same));
  const fresh = attemptsOf(block, given).filter((one) => !known.has(same(one)));
  const attempts = [...here, ...fresh].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  if (fresh.length) keep(block, { ...toldAt(told), ...before, attempts });
  return fresh.length;
}

function bringEntries(block, given) {
  if (block.kind !== "worksheet" || !isRecord(given) || !Object.hasOwn(given, block.id)) return 0;
  const entries = entriesOf(block, given[block.id]);
  keep(block, { entries: { ...kept(block).entries, ...entries } });
  return Object.keys(entries).length;
}

// `show` shows the page anew.
export async function bringBack(show) {
  const [file] = at("file").files;
  at("file").value = "";
  if (!file) return;
  try {
    const brought = bring(await readSaved(file));
    show();
    tellBeside(brought ? "Your answers are back." : "There was nothing new in this file.");
  } catch (error) {
    tellBeside(error.message);
  }
}

// The storage does not say with which seed a question was drawn; a learner's id has one.
export function takeAlong() {
  const keys = keysKept();
  for (const { block } of all.filter(({ block }) => block.kind === "ask")) {
    for (const key of keys.filter((one) => one.startsWith(prefixOf(block)) && one !== keyOf(block))) {
      const { attempts } = stored(key);
      if (Array.isArray(attempts)) putBeside(block, ofThisQuestion(block.item, key.slice(prefixOf(block).length), attempts, true));
    }
  }
}
