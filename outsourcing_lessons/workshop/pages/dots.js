// A dot a person, on the axis of what they gave: ranges as whiskers, the truth as a line. Nobody is named.

import { drawn, make } from "../../player/dom.js";
import { ticksOf, tickText } from "../../player/written.js";

const USUAL = 0.05; // of a room at either end, for whom the axis does not become longer
const [LEAST, MOST] = [3, 11]; // em, that people take one above another

// From the least to the most that is shown, between round numbers, of which at most so many are written; `at` gives a
// place as a percentage.
export function axisOf(low, high, { prefix = "", unit = "" }, worth = 1, most = 8) {
  const ticks = ticksOf(low * worth, high * worth, 6);
  const named = (i) => (i - Math.max(0, ticks.indexOf(0))) % Math.ceil(ticks.length / most) === 0;
  const [from, to] = [ticks[0], ticks.at(-1)];
  const at = (value) => `${Math.min(100, Math.max(0, (100 * (value * worth - from)) / (to - from))).toFixed(2)}%`;
  const texts = ticks.filter((_, i) => named(i)).map((tick) => placed(make("span", {}, tickText(tick, prefix, "", ticks)), at(tick / worth)));
  return { at, ticks: ticks.map((tick) => at(tick / worth)), foot: make("div.wp-axis", { "aria-hidden": "true" }, texts, unit && make("span.wp-unit", {}, unit)) };
}

export function placed(element, left) {
  element.style.left = left;
  return element;
}

const line = (css, x1, y1, x2, y2) => drawn("line", { class: css, x1, y1, x2, y2 });

// Each best guess with its range, the smallest at the top; where the truth is told, a line through all of them.
export function guessesOf({ people, truth, ...written }) {
  const [lows, highs] = [1, 2].map((part) => people.map((one) => one[part]).sort((a, b) => a - b));
  const told = truth === undefined ? [] : [truth];
  const one = Math.round(USUAL * (people.length - 1));
  const { at, ticks, foot } = axisOf(Math.min(lows[one], ...told), Math.max(highs[highs.length - 1 - one], ...told), written);
  const down = (place) => `${((100 * (place + 0.5)) / people.length).toFixed(2)}%`;
  const size = Math.min(0.3, (0.4 * MOST) / people.length);
  const drawing = drawn("svg", { role: "img", "aria-label": `${people.length} best guesses, from ${people[0][0]} to ${people.at(-1)[0]}`, height: "100%", width: "100%" });
  drawing.append(...ticks.map((x) => line("wp-tick", x, 0, x, "100%")), ...told.map((value) => line("wp-true", at(value), 0, at(value), "100%")));
  people.forEach(([value, low, high], i) => {
    drawing.append(line("wp-range", at(low), down(i), at(high), down(i)), drawn("circle", { class: "wp-dot", cx: at(value), cy: down(i), r: `${size}em` }));
  });
  const field = make("div.wp-field", {}, drawing);
  field.style.height = `${Math.min(MOST, Math.max(LEAST, 0.75 * people.length))}em`;
  const mark = told.map((value) => make("div.wp-marks", { "aria-hidden": "true" }, placed(make("span", {}, "the truth"), at(value))));
  return make("div.wp-dots-plot", {}, mark, field, foot);
}
