// A slope chart: where each thing stood before and where it stands after, as one line. The table beside it says the same in
// words, so the drawing is for the eye alone.

import { drawn } from "./dom.js";

const SLOPE = { width: 460, left: 58, right: 402, top: 34, height: 180 };

// Lines that are the same are one, and say of how many they are.
function together(pairs) {
  const found = new Map();
  for (const [before, after] of pairs) found.set(`${before} ${after}`, [before, after, (found.get(`${before} ${after}`)?.[2] ?? 0) + 1]);
  return [...found.values()];
}

// `pairs` holds shares of 0 to 1, before and after.
export function slopeOf(pairs) {
  const { width, left, right, top, height } = SLOPE;
  const y = (share) => top + (1 - share) * (height - top - 14);
  const root = drawn("svg", { viewBox: `0 0 ${width} ${height}`, class: "ol-slope", "aria-hidden": "true" });
  for (const [x, words] of /** @type {[number, string][]} */ ([[left, "Before"], [right, "After"]])) {
    root.append(drawn("text", { x, y: 14, "text-anchor": "middle", class: "ol-slope-title" }, words));
    root.append(drawn("line", { x1: x, x2: x, y1: y(1), y2: y(0), class: "ol-rule" }));
  }
  for (const share of [0, 0.5, 1]) root.append(drawn("text", { x: left - 12, y: y(share) + 5, "text-anchor": "end", class: "ol-slope-tick" }, `${100 * share}\u00a0%`));
  for (const [before, after, many] of together(pairs)) {
    const css = after > before ? "ol-up" : after < before ? "ol-down" : "ol-level";
    root.append(drawn("line", { x1: left, x2: right, y1: y(before), y2: y(after), class: `ol-slope-line ${css}`, "stroke-width": 2 + many }));
    root.append(drawn("circle", { cx: left, cy: y(before), r: 5, class: "ol-slope-before" }), drawn("circle", { cx: right, cy: y(after), r: 5, class: "ol-slope-after" }));
    if (many > 1) root.append(drawn("text", { x: right + 12, y: y(after) + 5, class: "ol-slope-tick" }, `\u00d7${many}`));
  }
  return root;
}
