// What the wall shows of a step, kind by kind and beat by beat: never more than can be read from the last row, and
// nothing to be filled in, for that is done on the phones.

import { plural } from "../../player/amounts.js";
import { make, node, paragraphs, tableOf } from "../../player/dom.js";
import { TYPES, typeOf } from "../../player/item_types.js";
import { mount } from "../../player/mounting.js";
import WORDS_JSON from "../../player/words.json";
import { bars, summary } from "./bars.js";
import { guessesOf } from "./dots.js";
import { letterOf, leadUp, parsed } from "./elements.js";
import { gameOn } from "./wall_game.js";

const [VOTES, ANSWER] = [1, 2];
const nothing = () => {};

// Fills `body` with a step; returns what takes it away again.
export function draw(body, step, following) {
  const shown = { ask, reveal, research, worksheet, tally: onPhones, binder: onPhones }[step.kind];
  if (shown) body.append(...shown(step, following));
  else if (step.html) body.append(...[step.small && titled(step.title), prose(step)].filter(Boolean));
  else return mount(body, step.block, following.host);
  return nothing;
}

const columns = (...sides) => node("div.wp-columns", sides.flat(Infinity).filter(Boolean));
const titled = (title) => make("h1", {}, title);

function prose(step) {
  if (step.small) return make("p.wp-lead", {}, "To look up, on your own page.");
  return make("div.wp-columns.wp-prose", {}, leadUp(step.lead), parsed(step.html));
}

// ---- A question: what is asked, how the room voted, the answer, why ----

function ask(step, following) {
  if (typeOf(step.block.item.type).staged) return gameOn(step, following);
  if (step.beat <= VOTES || !step.result) return step.votes ? voted(step) : question(step);
  return step.beat === ANSWER ? answered(step) : explained(step);
}

function question({ title, block: { item } }) {
  const rows = item.options ?? item.parts ?? [];
  const options = rows.length > 0 && make("ol.wp-options", {}, rows.map(({ text }, i) => make("li", {}, make("span.ws-letter", { "aria-hidden": "true" }, letterOf(i)), make("span", {}, text))));
  const ends = item.first && make("p.wp-small", {}, `From ${item.first} to ${item.last}`);
  const words = node("div", make("div.wp-prompt", {}, paragraphs(item.prompt)), ends);
  const thing = [item.exhibit && tableOf(item.exhibit.caption, item.exhibit.columns, item.exhibit.rows, "wp-table"), options].filter(Boolean);
  const place = make(`div.wp-columns${thing.length > 1 ? ".wp-three" : ""}`, {}, words, node("div", thing));
  return [titled(title), thing.length ? place : words];
}

function voted({ title, votes, guesses }) {
  return [titled(title), make("p.wp-sum", {}, summary(votes)), ...(guesses?.people?.length ? [guessesOf(guesses)] : bars(votes, false))];
}

function answered({ title, block, result: { rounds, answer } }) {
  const room = [make("p.wp-sum", {}, summary(rounds)), ...bars(rounds)];
  const { written, keyed } = TYPES[block.item.type];
  // How the room did has been seen at the beat before; here is what there is to say about it.
  if (written || !keyed) return [titled(title), answerOf(block, answer)];
  // Of options the bars say it: each stands there in full, and the right one is marked.
  if (block.item.options && rounds.at(-1).bars.some((bar) => bar.key && bar.letter)) return [titled(title), ...room];
  return [titled(title), columns(node("div.wp-spare", room), answerOf(block, answer))];
}

function answerOf({ item }, answer) {
  return make("div.wp-answer", {}, make("h2", {}, TYPES[item.type].answer), paragraphs(answer));
}

function explained({ title, block, result: { rounds, answer, why } }) {
  return [titled(title), make("p.wp-sum", {}, summary(rounds)), answerOf(block, answer), make("div.wp-why", {}, make("h2", {}, "Why"), paragraphs(why))];
}

// ---- The truth of a prediction: beside what the room said, then why ----

function reveal({ title, block, beat, bets, guesses }) {
  const truth = make("p.ol-truth.wp-truth", {}, block.truth);
  if (beat) return [titled(title), truth, make("div.wp-why", {}, paragraphs(block.explanation)), make("p.wp-formula", {}, block.formula)];
  if (!bets?.answered) return [titled(title), truth];
  const sum = make("p.wp-sum", {}, summary([bets]));
  return guesses?.people ? [titled(title), truth, sum, guessesOf(guesses)] : [titled(title), columns(truth, node("div", sum, ...bars([bets])))];
}

// ---- Research: one finding at a time, with how far it can be trusted ----

function research({ block, beat }) {
  const { claim, citation, strength, direction, note } = block.findings[beat] ?? block.findings[0];
  const { most, strength: counts, direction: said } = WORDS_JSON.evidence;
  const dots = counts[strength] ? make("span.wp-dots", { "aria-hidden": "true" }, Array.from({ length: most }, (_, i) => node(i < counts[strength] ? "i.wp-full" : "i"))) : null;
  return [
    make("p.wp-where", {}, `${block.title} · ${beat + 1} of ${block.findings.length}`),
    make("h1.wp-claim", {}, claim),
    make("p.wp-strength", {}, dots, strength, make("span.wp-direction", {}, said[direction])),
    note && make("p", {}, note),
    make("p.wp-small", {}, citation),
  ].filter(Boolean);
}

// ---- What everybody does for themselves: what it is, and how long it takes ----

function worksheet({ block, minutes }) {
  const rows = block.sheets.map(({ title, help }) => make("li", {}, node("strong", title), help && make("span.wp-spare", {}, ` ${help}`)));
  const time = minutes ? ` ${plural(Math.max(1, minutes), "minute")}.` : "";
  return [titled(`Fill in: ${block.title}`), make("p.wp-lead", {}, `On your own page, for your own case.${time}`), paragraphs(block.purpose), make("ol.wp-sheets", {}, rows)].flat();
}

function onPhones({ block }) {
  return [titled(block.title), make("p.wp-lead", {}, "See your own page."), ...paragraphs(block.purpose)];
}
