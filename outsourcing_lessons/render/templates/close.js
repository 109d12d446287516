// The page that ends a part or a lesson: what was done, the bet beside the model, what comes back and when, the commitment.

import { NB, plural, trimmed, withUnit } from "../../player/amounts.js";
import { icon, make, node } from "../../player/dom.js";
import { numbersOf } from "../../player/outcome.js";
import { verdict } from "../../player/feedback.js";
import { askOf, blockOf } from "./content.js";
import { comesBack } from "./due.js";
import { kept } from "./browser_storage.js";
import { dayInWordsOf } from "./review.js";
import { after, askedIn, isClose, lessonOf, partOf, steps, stepsOf, wordsOf } from "./steps.js";
import { stripOf } from "./strip.js";

// What the main button says at the end of a part: one way on, by name.
export function onwardFrom(step) {
  const next = after(step);
  if (isClose(next)) return "End of the lesson";
  return next ? `${lessonOf(next) === lessonOf(step) ? "Next part" : "Next lesson"}: ${wordsOf(next)}` : "Finish";
}

export function paintClose(step) {
  const mine = step.dataset.close === "part" ? stepsOf(partOf(step)) : steps.filter((one) => lessonOf(one) === lessonOf(step));
  const sections = [didIn(mine, step.dataset.close === "part"), betsIn(mine), backFrom(mine), promisesIn(mine)];
  step.querySelector(".wb-closing").replaceChildren(...sections.filter(Boolean));
}

const section = (title, ...children) => node("section", node("h3", title), children);
const blocksIn = (some) => some.flatMap((step) => /** @type {HTMLElement[]} */ ([...step.querySelectorAll("[data-block]")]).map(({ dataset }) => blockOf.get(dataset.block))).filter(Boolean);
const firstOf = (block) => kept(block).attempts[0];

// Predictions have a section of their own.
function didIn(mine, listed) {
  const asked = mine.flatMap((step) => askedIn(step).map((block) => ({ block, step }))).filter(({ block }) => block.item.type !== "prediction");
  const sheets = blocksIn(mine).filter(({ kind }) => kind === "worksheet").map(linesOf);
  if (!asked.length && !sheets.length) return null;
  const answered = asked.filter(({ block }) => firstOf(block));
  const words = asked.length ? node("p", `${answered.length} of ${plural(asked.length, "question")} answered.`) : "";
  return section("What you did", words, listed && asked.length ? node("ul.wb-did", asked.map(rowOf)) : "", sheets);
}

function rowOf({ block, step }) {
  const latest = kept(block).attempts.at(-1);
  const link = make("a", { href: `#${step.id}` }, block.item.title);
  if (!latest) return node("li", link, node("span.wb-mark", "Still open"));
  const [state, words] = block.section === "pre-test" ? ["committed", "Noted"] : verdict(block.item, latest.outcome);
  return node("li", link, node("span.wb-mark", icon(state), words));
}

function linesOf(block) {
  const written = Object.values(kept(block).entries ?? {}).filter((text) => text.trim()).length;
  return node("p", `${block.title}: ${plural(written, "field")} filled in by you.`);
}

// A bet is asked in one part and told in another: both end with it.
function betsIn(mine) {
  const told = blocksIn(mine).filter(({ kind }) => kind === "reveal").map((reveal) => ({ reveal, block: askOf.get(reveal.prediction) }));
  const bets = told.filter(({ block }) => block && firstOf(block));
  const open = told.filter(({ block }) => block && !firstOf(block)).map(({ block }) => ({ block, step: steps.find((one) => askedIn(one).includes(block)) }));
  const rest = open.length ? node("ul.wb-did", open.filter(({ step }) => step).map(rowOf)) : "";
  return bets.length || open.length ? section("Your bet and the model", bets.map(betOf), rest) : null;
}

function betOf({ reveal, block }) {
  const { response, outcome } = firstOf(block);
  if (block.item.type === "bet") return node("div.wb-bet", node("p", `You chose “${chosenOf(block.item, response)}”.`), node("p", reveal.truth));
  const numbers = [response.value, response.low, response.high].map((typed) => numbersOf(typed, block.item)[0]);
  const [guess, low, high] = numbers.map((number) => figureOf(block.item, number));
  const held = outcome.correct ? "inside your range" : "outside your range";
  const words = `You said ${guess}, between ${low} and ${high}, ${response.confidence}${NB}% sure.`;
  return node("div.wb-bet", node("p", words), stripOf(block.item.key, numbers), node("p", "The model: ", node("strong", reveal.truth), `. That is ${held}.`));
}

const chosenOf = (item, { bet }) => item.options.find(({ id }) => id === bet)?.text ?? "";

// As it was typed, to four decimals at most, and as the learner's country writes it.
const figureOf = (item, number) => withUnit(trimmed(number, 4), item);

function backFrom(mine) {
  const back = comesBack(mine.flatMap(askedIn));
  if (!back.length) return null;
  const days = new Map();
  for (const { block, due } of back) days.set(dayInWordsOf(due), [...(days.get(dayInWordsOf(due)) ?? []), block.item.title]);
  return section("Your next reviews", [...days].map(([day, titles]) => node("p", node("strong", `On ${day}`), `: ${titles.join("; ")}`)));
}

function promisesIn(mine) {
  const sheets = blocksIn(mine).filter(({ kind }) => kind === "worksheet");
  const promised = sheets.flatMap((block) => block.sheets.map((sheet) => promiseOf(block, sheet))).filter(Boolean);
  return promised.length ? section("Your commitment", promised) : null;
}

function promiseOf(block, sheet) {
  const field = sheet.fields.find(({ promise }) => promise);
  if (!field) return null;
  const { entries = {} } = kept(block);
  const by = sheet.fields.find(({ type }) => type === "date");
  const words = (entries[field.id] ?? "").trim();
  if (!words) return node("p", `Still open: “${field.label}” in ${block.title}.`);
  const when = by && entries[by.id] ? ` ${by.label} ${dayInWordsOf(`${entries[by.id]}T12:00`)}.` : "";
  return node("p.wb-promise", node("span", field.label), " ", node("strong", words), when);
}
