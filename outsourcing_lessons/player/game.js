// A game: dials to set for each quarter, a seed that decides about luck, and a score; nothing is right or wrong. What a
// setting scores is for a model of the course to say: a function of the settings of each quarter, the seed and the givens,
// which gives {score, readouts: [sentence, …]}, as the one that items/game.py knows. A model may bring a page of its own.

import { asKey, trimmed, withUnit } from "./amounts.js";
import { make, node, uid } from "./dom.js";
import { ensure, idsOf, isPlain, knownIds, member, outcomeOf, Refused } from "./outcome.js";
import { GAME_PAGES, PAGE_MODELS } from "./page_models.js";
import WORDS_JSON from "./words.json";

const MOST_SEED = 2 ** 32 - 1;
const SLACK_OF_STEP = 1e-6;

function gameForm(item) {
  const quarters = Array.from({ length: item.quarters }, (_, i) => quarterForm(item, i + 1));
  const field = node("fieldset.ol-game", node("legend", "Set every dial for each quarter, then play"), quarters.map((one) => one.field));
  const read = () => ({ dials: quarters.map((one) => one.read()), seed: item.seed });
  const write = (kept) => quarters.forEach((one, i) => one.write(kept?.dials?.[i]));
  write(null);
  return { field, read, write, suspects: () => [] };
}

function quarterForm(item, number) {
  const dials = item.dials.map(dialRow);
  const field = node("fieldset.ol-settings", node("legend.ol-note", `Quarter ${number}`), node("div.ol-sliders", dials.map(({ row }) => row)));
  const read = () => Object.fromEntries(dials.map(({ id, input }) => [id, Number(input.value)]));
  const write = (kept) => dials.forEach(({ id, set }) => set(kept?.[id]));
  return { field, read, write };
}

function dialRow({ id, text, low, high, step, start, decimals, words, prefix, unit }) {
  const name = uid();
  const told = make("output", { for: name, class: "ol-value", "aria-live": "off" });
  const tell = () => {
    const value = Number(input.value);
    told.textContent = words[asKey(value, decimals)] ?? withUnit(trimmed(value, decimals), { prefix, unit });
    input.setAttribute("aria-valuetext", told.textContent);
  };
  const input = make("input", { type: "range", id: name, class: "ol-slider", min: low, max: high, step, input: tell });
  const set = (value) => {
    input.value = String(value ?? start);
    tell();
  };
  return { id, input, set, row: node("div.ol-slide", make("label", { for: name, class: "ol-label" }, text), told, input) };
}

function judgeGame(item, response) {
  const dials = member(response, "dials");
  const seed = member(response, "seed");
  ensure(Array.isArray(dials) && dials.length === item.quarters, "not-a-response");
  ensure(Number.isInteger(seed) && seed >= 0 && seed <= MOST_SEED, "not-a-response");
  const settings = dials.map((one) => settingsOf(item, one)); // refused also where nothing would score them
  const scored = scoredBy(item, settings, seed, figuresOf(item, response));
  const feedback = [...(scored ? scored.readouts : [WORDS_JSON.said.unscored]), item.praise];
  return { ...outcomeOf({ correct: null, score: null, feedback }), points: scored ? scored.score : null };
}

// Whether a year could have been played that way: what was kept may have been written by something else.
export function isPlayable(item, response) {
  try {
    judgeGame(item, response);
    return true;
  } catch (problem) {
    if (problem instanceof Refused) return false;
    throw problem;
  }
}

function scoredBy({ model }, settings, seed, givens) {
  try {
    return PAGE_MODELS.get(model)?.(settings, seed, givens);
  } catch (problem) {
    throw problem instanceof RangeError ? new Refused("out-of-range") : problem;
  }
}

// The givens, those replaced that an answer was played with instead.
function figuresOf({ givens = {} }, response) {
  const given = Object.hasOwn(response, "figures") ? response.figures : {};
  ensure(isPlain(given), "not-a-response");
  const names = knownIds(Object.keys(given), Object.keys(givens));
  ensure(names.every((name) => typeof given[name] === "number"), "not-a-response");
  ensure(names.every((name) => Number.isFinite(given[name])), "out-of-range");
  return { ...givens, ...given };
}

// What one quarter is set to.
function settingsOf(item, given) {
  ensure(isPlain(given), "not-a-response");
  ensure(knownIds(Object.keys(given), idsOf(item.dials)).length === item.dials.length, "not-a-response");
  ensure(item.dials.every(({ id }) => typeof given[id] === "number"), "not-a-response");
  ensure(item.dials.every((dial) => allows(dial, given[dial.id])), "out-of-range");
  return given;
}

function allows({ low, high, step }, value) {
  const steps = (value - low) / step;
  return low <= value && value <= high && Math.abs(steps - Math.round(steps)) <= SLACK_OF_STEP;
}

function recorded(item, { points }) {
  return points == null ? "Kept" : `Score: ${withUnit(trimmed(points * (item.worth ?? 1), item.decimals), item)}`;
}

const pageOf = ({ model }) => GAME_PAGES.get(model);

export const GAME = { form: gameForm, page: pageOf, judge: judgeGame, graded: false, keyed: false, staged: true, send: "Play", answer: "About the score", recorded };
