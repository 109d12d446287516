// A bet beside the model on one axis: the range in pencil, the truth in ink. What it shows stands in words beside it.

import { drawn } from "../../player/dom.js";

const [ACROSS, DOWN] = [360, 74];
const [FROM, UNTIL, LEVEL] = [10, ACROSS - 10, 38];

// The axis holds the range and the truth, with room on both sides.
export function stripOf(truth, numbers) {
  const [guess, low, high] = numbers;
  const [least, most] = [Math.min(low, truth), Math.max(high, truth)];
  const room = (most - least || 1) * 0.15;
  const x = (value) => FROM + ((value - least + room) / (most - least + 2 * room)) * (UNTIL - FROM);
  const root = drawn("svg", { viewBox: `0 0 ${ACROSS} ${DOWN}`, class: "wb-strip", "aria-hidden": "true" });
  const label = (value, y, words, css) => drawn("text", { x: x(value), y, class: css, "text-anchor": x(value) > 0.75 * ACROSS ? "end" : x(value) < 0.25 * ACROSS ? "start" : "middle" }, words);
  root.append(
    drawn("line", { x1: FROM, x2: UNTIL, y1: LEVEL, y2: LEVEL, class: "wb-axis" }),
    drawn("rect", { x: x(low), width: Math.max(2, x(high) - x(low)), y: LEVEL - 9, height: 18, class: "wb-range" }),
    drawn("line", { x1: x(guess), x2: x(guess), y1: LEVEL - 13, y2: LEVEL + 13, class: "wb-guess" }),
    drawn("line", { x1: x(truth), x2: x(truth), y1: LEVEL - 18, y2: LEVEL + 18, class: "wb-truth" }),
    label(guess, LEVEL + 32, "your guess", "wb-guess-text"),
    label(truth, 14, "the model", "wb-truth-text"),
  );
  return root;
}
