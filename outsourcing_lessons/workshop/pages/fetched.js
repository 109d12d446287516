// What a phone does not begin with. It is fetched when a step that needs it is near, or at the latest when that is shown:
// the rarer kinds of block with their style, the sliders of explorers, the pages of games, the typefaces. Each script uses
// the modules of the one that the page began with.

import { make } from "../../player/dom.js";
import { TYPES } from "../../player/item_types.js";
import { BUILDERS } from "../../player/mounting.js";
import { EXPLORER_PAGES, GAME_PAGES } from "../../player/page_models.js";

const AGAIN = 4000;
const CALM = 1000; // what is only near comes after what is on, and not for all phones of a room at once
const SPREAD = 4000;
const coming = new Map();
const here = new Set();

const pause = (time) => new Promise((done) => setTimeout(done, time));

// Beside this page's own style, which has the last word; behind a hub there is a path in front.
function styled(name) {
  const own = /** @type {HTMLLinkElement} */ (document.querySelector('link[href$="/workshop.css"]'));
  const style = make("link", { rel: "stylesheet", href: own.getAttribute("href").replace("workshop", name) });
  const done = new Promise((load, error) => Object.assign(style, { onload: load, onerror: () => (style.remove(), error(new Error(name))) }));
  own.before(style);
  return done;
}

// A browser may remember that an address failed.
const script = (name, attempt) => import(`./${name}.js${attempt ? `?${attempt}` : ""}`);

const WAYS = {
  faces: () => styled("faces"),
  blocks: (attempt) => Promise.all([styled("blocks"), script("blocks", attempt)]),
  explorers: (attempt) => script("explorers", attempt),
  games: (attempt) => script("games", attempt),
};

async function tried(name) {
  for (let attempt = 0; !here.has(name); attempt += 1) {
    if (attempt) await pause(AGAIN);
    await WAYS[name](attempt).then(() => here.add(name), () => {});
  }
}

function load(name) {
  if (!coming.has(name)) coming.set(name, tried(name));
  return coming.get(name);
}

export const isHere = ({ kind, item }) => kind in BUILDERS && (!item || item.type in TYPES);

function neededBy(kind) {
  const first = kind in BUILDERS || kind in TYPES || kind === "prose" ? [] : ["blocks"];
  return [...first, ...(kind === "explorer" ? ["explorers"] : []), ...(kind === "game" ? ["games"] : [])];
}

// What is wanted of it for this very block.
const wanted = {
  blocks: () => true,
  explorers: ({ id, computed }) => computed && !EXPLORER_PAGES.has(id),
  games: ({ item }) => !GAME_PAGES.has(item.model),
};

// Calls `show` as often as a block can be shown in a better way.
export function whenBetter(block, show) {
  const needed = neededBy(block.item?.type ?? block.kind).filter((name) => wanted[name](block));
  for (const name of needed) if (!here.has(name)) load(name).then(() => isHere(block) && show());
}

// Fetches what the steps that come next will need, by their kinds.
export async function fetchNear(kinds) {
  await pause(CALM + SPREAD * Math.random());
  for (const name of ["faces", ...kinds.flatMap(neededBy)]) load(name);
}
