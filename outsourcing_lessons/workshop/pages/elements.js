// What the three pages make besides the player's elements; texts reach them as text, never as markup.

import { drawn, make } from "../../player/dom.js";
import WORDS_JSON from "../../player/words.json";

// The letter of an option by its place, the same on wall, phones and in the results.
export const letterOf = (place) => WORDS_JSON.letters[place] ?? "";

export const ordinal = (number) => ["First", "Second", "Third", "Fourth", "Fifth"][number - 1] ?? `${number}th`;

export const spaced = (code) => `${code.slice(0, 3)} ${code.slice(3)}`;
export const bare = (address) => address.replace(/^https?:\/\//, "");

// What opens a page of this name. It stays in this tab only: the address bar is often on a wall.
export function secretOf(page) {
  const [key, given] = [`ol-${page}`, location.hash.slice(1)];
  if (given) sessionStorage.setItem(key, given);
  history.replaceState(null, "", page);
  return given || sessionStorage.getItem(key) || "";
}

// Static HTML of ours, parsed where no script runs.
export function parsed(html) {
  const found = new DOMParser().parseFromString(html, "text/html").body;
  return [...found.childNodes].map((one) => document.importNode(one, true));
}

// What the notebook says before a step.
export const leadUp = (html) => html && make("section.ol-block.ol-prose.ws-lead", {}, parsed(html));

const SIGN_SHAPES = {
  done: "M4 4h16v16H4zM8 12.5l3 3 5.5-6.5",
  help: "M12 3L22 20H2zM12 9.5v5M12 17v.5",
  open: "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16",
  locked: "M6 11V8a6 6 0 0 1 12 0v3M4 11h16v10H4z",
  revealed: "M4 12.5l5 5L20 6",
  shown: "M4 6h16v12H4z",
  skipped: "M4 12h16",
  waiting: "M12 11.9v.2",
};

// A shape that says the same as the word beside it.
export const shape = (name) =>
  drawn("svg", { viewBox: "0 0 24 24", class: `ws-shape ws-shape-${name}`, "aria-hidden": "true" }, drawn("path", { d: SIGN_SHAPES[name] }));

// Puts new content in; what had the focus (by its data-key) has it again, and nothing moves that is the same.
const swapped = new WeakMap();

export function swap(place, ...children) {
  const next = make("div", {}, ...children);
  if (next.innerHTML === swapped.get(place)) return;
  const key = place.contains(document.activeElement) && /** @type {HTMLElement} */ (document.activeElement).dataset.key;
  const opened = [...place.querySelectorAll("details[open] > summary[data-key]")].map((/** @type {HTMLElement} */ summary) => summary.dataset.key);
  swapped.set(place, next.innerHTML);
  place.replaceChildren(...next.childNodes);
  for (const each of opened) place.querySelector(`summary[data-key="${CSS.escape(each)}"]`)?.closest("details").setAttribute("open", "");
  if (key) place.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}
