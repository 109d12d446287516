// The player: the live form of a block, the same on every surface. A page gives `mount` a host (see
// docs/how-it-is-built.md); JupyterLab's host is made in widget.js and talks to the kernel. Texts reach the page
// as text, never as markup.

import { Asked } from "./ask.js";
import { make } from "./dom.js";
import { TYPES } from "./item_types.js";
import { formatOfBlock, writeNumbersAs } from "./number_format.js";

// What shows a block of each kind. Questions are known at once; a page adds the others (every_block.js) and what it has
// besides.
export const BUILDERS = {
  ask: (root, block, ...given) => new (TYPES[block.item.type].page(block.item) ?? Asked)(root, block, ...given),
};

export const isEnter = (event) =>
  event.key === "Enter" && !event.isComposing && !event.ctrlKey && !event.altKey && !event.metaKey;

// A line has no second one.
function stay(event) {
  if (isEnter(event) && event.target.matches(".ol-line")) event.preventDefault();
}

// A group, not a region: forty landmarks would be none. A click on its text must not go to what lies around it: in
// JupyterLab that is a cell, into which the next keys would then be typed.
export function rootOf(kind) {
  return make("div", { class: `ol-block ol-${kind}`, role: "group", tabindex: "-1", keydown: stay });
}

// Replaces what is in `element` by the live form of `block`; prose and guides are complete as they stand.
export function mount(element, block, host) {
  writeNumbersAs(formatOfBlock(block));
  const build = BUILDERS[block.kind];
  if (!build) return () => {};
  const ending = new AbortController();
  const root = rootOf(block.kind);
  build(root, block, host, ending.signal);
  element.replaceChildren(root);
  return () => {
    ending.abort();
    root.remove();
  };
}
