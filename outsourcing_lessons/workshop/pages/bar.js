// The bar of the console: what the key does next, and what is for the whole room. Each button keeps its place.

import { make } from "../../player/dom.js";

const DOES = { votes: "Next: how they voted", answer: "Next: the answer", why: "Next: why", finding: "Next: another finding" };

export function nextWords({ next }, began) {
  if (!began) return "Begin";
  if (next.does === "step") return `Next: ${next.number} ${next.title}`;
  return DOES[next.does] ?? "Next";
}

// `does` makes a button of words, a key, whether it can be pressed now, and what it does.
export function bar(room, { act, does }) {
  const go = (kind) => act({ kind, from: room.cue });
  const next = does(nextWords(room, Boolean(room.now)), "bar-next", Boolean(room.next.does), () => go("next"), "ol-main");
  const back = does("Back", "bar-back", Boolean(room.now), () => go("back"), "");
  const keys = make("p.ol-note.wc-keys", {}, "Keys: Page Down, arrows, Space or Enter go on; Page Up goes back.");
  return make("div.wc-bar", { role: "group", "aria-label": "The one key" }, back, next, keys);
}
