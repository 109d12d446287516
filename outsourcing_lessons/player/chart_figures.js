// A chart with its figures; the drawing comes ready made.

import { make, node, SVG } from "./dom.js";

// The wide drawing and the narrow one: the style sheet shows the one that fits.
export function figure(shown) {
  const drawings = [shown.svg, shown.narrow].filter(Boolean).map(drawingOf);
  const content = drawings[0] ? drawings : shown.alt;
  return make("figure", { class: "ol-figure", role: "img", "aria-label": shown.alt }, content);
}

function drawingOf(svg) {
  const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const sound = drawing.namespaceURI === SVG && !drawing.querySelector("parsererror");
  return sound ? document.importNode(drawing, true) : null;
}

export function readouts(shown) {
  return shown.readouts.map(({ label, value }) => node("div", node("dt", label), node("dd", value)));
}
