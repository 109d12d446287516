// The pictures of a game: a year week by week, and one result among a thousand. Drawn at the width there is.

import { drawn, node } from "./dom.js";
import { WEEKS } from "./models/business_news.js";

const [TOP, FLOOR, BARS, FOOT, HOURS] = [16, 170, 272, 290, 352];
const PAD = 8;
const NARROW = 520;
const DOERS = [["helped", "your people"], ["bought", "the company"], ["own", "you"], ["lost", "went elsewhere"]];

const textAt = (x, y, text, css = "", anchor = "start") =>
  drawn("text", { x, y, class: `ol-game-words ${css}`.trim(), "text-anchor": anchor }, text);

// The account above its floor, who did the jobs below; with `whole` the hours of each week too.
export function weeksChart(weeks, { width, money, cash, title, quarters, shown = weeks.length, whole = false, week = 45, own = 0 }) {
  const seen = weeks.slice(0, shown);
  const wide = Math.max(280, width || 640);
  const [count, height] = [quarters * WEEKS, whole ? HOURS + 14 : FOOT + 8];
  const x = (i) => PAD + (i * (wide - 2 * PAD)) / count;
  const most = Math.max(cash, ...seen.map((one) => one.cash)) * 1.08;
  const y = (amount) => FLOOR - ((FLOOR - TOP) * Math.max(amount, 0)) / most;
  const jobs = Math.max(...weeks.map((one) => one.done + one.lost), 1);
  const points = [[x(0), y(cash)], ...seen.map((one, i) => [x(i + 1), y(one.cash)])];
  const last = points.at(-1);
  const label = width < NARROW ? "Q" : "Quarter ";
  return drawn("svg", { viewBox: `0 0 ${wide} ${height}`, width: wide, height, class: "ol-game-chart", role: "img", "aria-label": title },
    ...Array.from({ length: quarters }, (_, i) => drawn("g", {},
      drawn("line", { class: "ol-game-rule", x1: x(i * WEEKS), x2: x(i * WEEKS), y1: TOP - 8, y2: height - 12 }),
      textAt(x(i * WEEKS) + 5, FLOOR + 17, `${label}${i + 1}`, "ol-game-soft"))),
    drawn("line", { class: "ol-game-floor", x1: PAD, x2: wide - PAD, y1: FLOOR, y2: FLOOR }),
    textAt(wide - PAD, FLOOR - 5, "empty", "ol-game-soft", "end"),
    ...seen.flatMap((one, i) => [...stack(one, x(i), x(1) - x(0), jobs), ...(whole ? hoursBar(one, x(i), x(1) - x(0), week, own) : [])]),
    drawn("polyline", { class: "ol-game-cash", points: points.map((point) => point.map((part) => part.toFixed(1)).join(",")).join(" ") }),
    textAt(Math.min(last[0] + 4, wide - PAD), Math.max(TOP, last[1] - 9), money.of(seen.at(-1)?.cash ?? cash), "ol-game-figure", last[0] > wide / 2 ? "end" : "start"),
    ...(whole ? [drawn("line", { class: "ol-game-limit", x1: PAD, x2: wide - PAD, y1: HOURS - 40, y2: HOURS - 40 }), textAt(wide - PAD, HOURS - 44, `a week of ${week} hours`, "ol-game-soft", "end")] : []));
}

function stack(one, x, width, most) {
  let at = BARS;
  const parts = DOERS.map(([name]) => {
    const height = (76 * one[name]) / most;
    at -= height;
    return drawn("rect", { class: `ol-game-${name}`, x: x + 0.5, y: at, width: Math.max(1, width - 1.5), height: Math.max(0, height - 0.5) });
  });
  const mistakes = one.escaped + one.slips;
  return mistakes ? [...parts, textAt(x + width / 2, FOOT, "×", "ol-game-mark", "middle")] : parts;
}

function hoursBar({ hours }, x, width, week, own) {
  const height = (40 * (hours + own)) / week;
  return [drawn("rect", { class: "ol-game-hours", x: x + 0.5, y: HOURS - height, width: Math.max(1, width - 1.5), height })];
}

export function legend(whole) {
  const keys = DOERS.map(([name, words]) => node("li", node(`span.ol-game-key.ol-game-${name}`), words));
  const mark = node("li", node("span.ol-game-x", "×"), "a mistake got out");
  return node("ul.ol-game-legend", keys, mark, whole ? node("li", node("span.ol-game-key.ol-game-hours"), "your hours") : "");
}

// One result among many with the same dials, and what was guessed.
export function strip(others, mine, guess, { width, money, title, most }) {
  const wide = Math.max(260, width || 480);
  const high = Math.max(most, mine, guess ?? 0, others.at(-1)) * 1.02;
  const x = (amount) => (wide * Math.max(0, amount)) / high;
  const bins = Array(40).fill(0);
  for (const one of others) bins[Math.min(39, Math.floor((40 * one) / high))] += 1;
  const tallest = Math.max(...bins);
  const beside = (at) => (at > wide - 70 ? "end" : at < 70 ? "start" : "middle");
  const near = guess !== null && Math.abs(x(mine) - x(guess)) < 90;
  return drawn("svg", { viewBox: `0 0 ${wide} 134`, width: wide, height: 134, class: "ol-game-chart", role: "img", "aria-label": title },
    ...bins.map((many, i) => drawn("rect", { class: "ol-game-other", x: (i * wide) / 40 + 1, y: 106 - (66 * many) / tallest, width: wide / 40 - 2, height: (66 * many) / tallest })),
    ...(guess === null ? [] : [drawn("line", { class: "ol-game-guess", x1: x(guess), x2: x(guess), y1: 36, y2: 110 }), textAt(x(guess), near ? 14 : 30, "your guess", "ol-game-soft", beside(x(guess)))]),
    drawn("line", { class: "ol-game-mine", x1: x(mine), x2: x(mine), y1: 34, y2: 110 }), textAt(x(mine), 30, "yours", "ol-game-figure", beside(x(mine))),
    textAt(0, 128, money.of(0), "ol-game-soft"), textAt(wide, 128, money.of(high), "ol-game-soft", "end"));
}

// Draws into an element at its width, now and whenever that changes, until the signal.
export function fitted(draw, signal) {
  const place = node("div.ol-game-picture");
  const paint = () => place.replaceChildren(draw(place.clientWidth));
  paint();
  if (globalThis.ResizeObserver) {
    const observer = new ResizeObserver(paint);
    observer.observe(place);
    signal.addEventListener("abort", () => observer.disconnect());
  }
  return place;
}
