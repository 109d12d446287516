// A game that the room plays in one luck: how it did, the best dials, what the best did differently. Nobody is named.

import { asKey, trimmed } from "../../player/amounts.js";
import { drawn, make, node, paragraphs, tableOf } from "../../player/dom.js";
import { rivalScore } from "../../player/game_rivals.js";
import { dialSaid, Money } from "../../player/game_words.js";
import { GAME_PAGES, PAGE_MODELS } from "../../player/page_models.js";
import { axisOf, placed } from "./dots.js";

const [VOTES, ANSWER] = [1, 2];
const COLUMNS = 48; // of dots
const NAMED = 4; // numbers at the axis
const TALL = 5; // em
const SHORT = 9; // letters of a word in a table of dials
const BESIDE = 2; // rivals in it

export function gameOn(step, following) {
  const { title, beat, board: game, block: { item } } = step;
  const head = make("h1", {}, title);
  if (!game || beat < VOTES) return [head, make("div.wp-columns", {}, node("div", make("div.wp-prompt", {}, paragraphs(item.prompt))), following.quarters())];
  if (!game.scores.length) return [head, make("p.wp-lead", {}, "Nobody has finished a year in the room’s luck.")];
  const draw = { [VOTES]: board, [ANSWER]: dials }[beat] ?? differently;
  return [head, ...draw(item, game, step)];
}

// What each of the others comes to in the same luck, the best first. One that the page cannot play is left out.
function rivalsOf(item) {
  const score = (rival) => {
    const fixed = Object.keys(rival.dials).length > 0;
    if (GAME_PAGES.has(item.model)) return rivalScore(rival, item.givens, item.seed, item.quarters, undefined);
    return fixed ? PAGE_MODELS.get(item.model)?.(Array(item.quarters).fill(rival.dials), item.seed, item.givens).score ?? null : null;
  };
  const all = item.rivals.map((rival) => ({ ...rival, score: score(rival) }));
  return all.filter((one) => one.score !== null).sort((a, b) => b.score - a.score);
}

// A firm that was lost counts as this, whatever went before: it would press the others flat.
const isLost = ({ givens: { ruin } }, score) => ruin !== undefined && score <= -ruin;

function board(item, { scores, middle, joined }) {
  const money = new Money(item);
  const others = rivalsOf(item);
  const kept = [...scores, ...others.map(({ score }) => score)].filter((score) => !isLost(item, score));
  const { at, foot } = axisOf(Math.min(0, ...kept), Math.max(...kept), item, item.worth, NAMED);
  const lost = scores.filter((score) => isLost(item, score)).length;
  const said = (score) => (isLost(item, score) ? "lost" : money.of(score));
  const room = row("wp-room", "The room, a dot each", dotted(scores.filter((score) => !isLost(item, score)), at, middle), `middle ${said(middle)}`);
  const rows = others.map(({ text, score }) => row("wp-rival", text, isLost(item, score) ? [] : placed(make("i.wp-mark"), at(score)), said(score)));
  const sum = `${scores.length} of ${joined} have finished a year in the same luck${lost ? `; ${lost} of them lost the firm` : ""}.`;
  return [make("p.wp-sum", {}, sum), make("div.wp-board", {}, room, rows, make("div.wp-board-row", {}, node("span"), foot, node("span")))];
}

const row = (css, name, track, amount) => make(`div.wp-board-row.${css}`, {}, make("span", {}, name), make("div.wp-track", {}, track), make("strong", {}, amount));

// A dot a person, one above another where they are equal; the middle one as a line.
function dotted(scores, at, middle) {
  const piles = new Map();
  const drawing = drawn("svg", { width: "100%", height: `${TALL}em`, role: "img", "aria-label": `The middle score of ${scores.length}, each a dot` });
  const places = scores.map((score) => {
    const column = Math.round((COLUMNS * parseFloat(at(score))) / 100);
    piles.set(column, (piles.get(column) ?? 0) + 1);
    return [`${(100 * column) / COLUMNS}%`, piles.get(column)];
  });
  const apart = Math.min(0.62, (TALL - 0.4) / Math.max(...piles.values(), 1));
  drawing.append(drawn("line", { class: "wp-middle", x1: at(middle), x2: at(middle), y1: 0, y2: "100%" }));
  drawing.append(...places.map(([cx, up]) => drawn("circle", { class: "wp-dot", cx, cy: `${TALL - apart * (up - 0.5)}em`, r: `${Math.min(0.28, apart / 2)}em` })));
  return drawing;
}

// The best year of the room, quarter by quarter, beside the best of those whose dials stand still.
function dials(item, { best, scores }) {
  const money = new Money(item);
  const others = rivalsOf(item).filter((one) => Object.keys(one.dials).length).slice(0, BESIDE);
  const columns = ["", ...best.map((_, i) => `Quarter ${i + 1}`), ...others.map(({ text }) => text)];
  const rows = item.dials.map((dial) => [dial.text + (dial.unit ? `, ${dial.unit}` : ""), ...[...best, ...others.map((one) => one.dials)].map((set) => shortly(dial, set[dial.id]))]);
  const beside = others.length ? `; ${others.map(({ text, score }) => `${text}: ${money.of(score)}`).join("; ")}` : "";
  const table = tableOf("The best year of the room", columns, rows, "wp-table", true);
  return [make("p.wp-sum", {}, `The best year of the room: ${money.of(scores[0])}${beside}.`), table];
}

function shortly({ words, decimals }, value) {
  const word = words[asKey(value, decimals)];
  return word && word.length <= SHORT ? word : trimmed(value, decimals);
}

function differently(item, { apart, scores }, { result }) {
  const dial = item.dials.find(({ id }) => id === apart?.dial);
  const usual = (value) => dialSaid(dial, dial.low + dial.step * Math.round((value - dial.low) / dial.step));
  const said = dial
    ? [make("h2", {}, `What the best ${apart.people} did differently`), make("p.wp-truth", {}, dial.text), make("p.wp-lead", {}, `On average: ${usual(apart.top)}. The last ${apart.people}: ${usual(apart.last)}.`)]
    : [make("p.wp-lead", {}, scores.length < 6 ? "Too few years to say what the best did differently." : "No dial tells the best from the last.")];
  return [...said, make("div.wp-why", {}, paragraphs(result.why || result.answer))];
}
