// A block that is more than a screen holds: the player makes it in its first step, and here what follows is moved to the
// steps behind it, the sheets of a worksheet one by one and findings three by three.

import { button, make, node } from "../../player/dom.js";
import { rootOf } from "../../player/mounting.js";

const FINDINGS = 3;

const stepOf = (place) => /** @type {HTMLElement} */ (place.closest(".wb-step"));

// `showAll` is called with the steps of all of it.
export function overSteps(place, block, showAll) {
  const others = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`[data-more-of="${CSS.escape(block.id)}"]`)]);
  if (!others.length) return;
  const places = [place, ...others];
  const parts = block.kind === "worksheet" ? place.querySelectorAll(".ol-sheet") : listsOf(place.querySelector(".ol-findings"));
  const end = place.querySelector(".ol-sheet-foot, .ol-findings + .ol-note");
  others.forEach((other, i) => {
    const words = `${block.title} \u00b7 ${i + 2} of ${places.length}`;
    const root = rootOf(block.kind);
    root.setAttribute("aria-label", words);
    root.append(make("p", { class: "ol-eyebrow", role: "heading", "aria-level": "3" }, words), parts[i + 1]);
    other.replaceChildren(root);
  });
  others.at(-1).firstElementChild.append(end);
  if (block.kind !== "worksheet") return;
  for (const one of places) one.firstElementChild.append(button("Show all of this worksheet", () => showAll(places.map(stepOf)), "ol-quiet wb-show-all"));
}

// The list, and one more for all that does not fit into it.
function listsOf(list) {
  const findings = [...list.children];
  const others = findings.slice(FINDINGS).filter((_, i) => i % FINDINGS === 0);
  return [list, ...others.map((first) => node("ul.ol-findings", findings.slice(findings.indexOf(first)).slice(0, FINDINGS)))];
}
