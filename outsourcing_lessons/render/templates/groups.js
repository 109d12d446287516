// A worksheet is filled in one sheet a step: the player makes it in its first step, and here the further ones are moved to theirs.

import { button, node } from "../../player/dom.js";
import { rootOf } from "../../player/mount.js";

const stepOf = (place) => /** @type {HTMLElement} */ (place.closest(".wb-step"));

// Moves the sheets behind the first to their steps; what ends the worksheet goes along with the last. `showAll` is called
// with the steps of all of it.
export function partSheets(place, block, showAll) {
  const others = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`[data-sheet-of="${CSS.escape(block.id)}"]`)]);
  const sheets = [...place.querySelectorAll(".ol-sheet")];
  const foot = place.querySelector(".ol-sheet-foot");
  const places = [place, ...others];
  others.forEach((other, i) => {
    const root = rootOf("worksheet");
    root.setAttribute("aria-label", `${block.title}: ${block.sheets[i + 1].title}`);
    root.append(node("p.ol-eyebrow", `${block.title} · ${i + 2} of ${places.length}`), sheets[i + 1]);
    other.replaceChildren(root);
  });
  places.at(-1).firstElementChild.append(foot);
  if (!others.length) return;
  for (const one of places) one.firstElementChild.append(button("Show all of this worksheet", () => showAll(places.map(stepOf)), "ol-quiet wb-show-all"));
}
