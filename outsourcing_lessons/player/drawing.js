// A chart, drawn at the size at which it is shown, so that letters never shrink. Ink is the model, pencil the learner.

import { make, SVG, uid } from "./dom.js";
import { bestOf, closely, nearestOf, rowsOf, widthOf } from "./placing.js";
import { inFigures, tickText, ticksInside, ticksOf } from "./written.js";

const SIZE = 15; // px of a text
const LINE = 20; // px of a row of text
const LEADS = 26; // px from which on a text needs a line to what it is about
const LEAST_WIDTH = 240; // also of what is not on the page yet
const [LEAST_HEIGHT, MOST_HEIGHT] = [214, 320];
const DASHES = { stranger: "11 7", bench: ".1 7", machine: "11 5 2 5" };
const FAR_OUT = 1.5; // a guess that is further off than this is pointed at, not drawn

function draw(kind, attributes = {}, text = "") {
  const element = document.createElementNS(SVG, kind);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text) element.textContent = text;
  return element;
}

export class Drawing {
  constructor(place, signal) {
    this.place = place;
    this.title = make("figcaption", { class: "ol-plot-title", "aria-hidden": "true" });
    this.yLabel = make("p", { class: "ol-plot-label", "aria-hidden": "true" });
    this.xLabel = make("p", { class: "ol-plot-label ol-plot-below", "aria-hidden": "true" });
    this.sheet = make("div", { class: "ol-plot" });
    this.chosen = new Map(); // where each text stood last time
    place.append(make("figure", {}, this.title, this.yLabel, this.sheet, this.xLabel));
    const sizes = new ResizeObserver(() => this.measure() && this.spec && this.paint());
    sizes.observe(this.sheet);
    signal.addEventListener("abort", () => sizes.disconnect());
  }

  // `shown` is a setting's chart and words, `ghost` the lines of another one, `guess` {axis, value, low, high, text}.
  show(shown, ghost = [], guess = null) {
    this.spec = { ...shown, ghost, guess };
    this.paint();
  }

  // Asking how large a thing is has the browser lay out the page, so it is asked only when that changes.
  measure() {
    const before = this.width;
    this.width = Math.max(this.sheet.clientWidth, LEAST_WIDTH);
    this.font = `600 ${SIZE}px ${getComputedStyle(this.sheet).fontFamily}`;
    return this.width !== before;
  }

  paint() {
    const { chart, alt, guess } = this.spec;
    for (const [place, text] of [[this.title, chart.title], [this.yLabel, chart.yLabel], [this.xLabel, chart.xLabel]]) {
      if (place.textContent !== text) place.textContent = text;
    }
    if (!this.width) this.measure();
    const scale = this.scaled(chart, guess);
    const { area } = scale;
    const root = draw("svg", { viewBox: `0 0 ${this.width} ${scale.height}`, width: this.width, height: scale.height, role: "img", "aria-label": alt });
    root.append(...axes(scale));
    // What lies outside the axes is cut off by a drawing in the drawing.
    const inside = draw("svg", { x: area.left - 6, y: area.top - 6, width: area.width + 12, height: area.height + 12, viewBox: `${area.left - 6} ${area.top - 6} ${area.width + 12} ${area.height + 12}` });
    for (const line of chart.lines) if (line.upto) inside.append(bandOf(line, scale));
    if (guess) inside.append(...pencilled(guess, scale));
    for (const line of this.spec.ghost) inside.append(lineOf(line, pointsOf(line, scale), "ol-ghost"));
    const paths = chart.lines.map((line) => pointsOf(line, scale));
    chart.lines.forEach((line, i) => inside.append(lineOf(line, paths[i], "ol-drawn")));
    root.append(inside);
    const room = { area, taken: [], paths: paths.map(closely) };
    this.marks(root, scale, room);
    this.names(root, room, paths);
    if (guess) this.guessed(root, scale, room);
    this.sheet.replaceChildren(root);
  }

  scaled(chart, guess) {
    const points = [...chart.lines.flatMap(({ x, y, upto = y }) => x.flatMap((one, i) => [[one, y[i]], [one, upto[i]]])), ...chart.marks.map(({ x, y }) => [x, y])];
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const highest = Math.max(...ys);
    if (chart.fromZero) ys.push(0);
    if (guess?.axis === "y" && guess.value <= FAR_OUT * highest) ys.push(guess.value);
    const yTicks = ticksOf(Math.min(...ys), Math.max(...ys));
    const yTexts = yTicks.map((tick) => tickText(tick, chart.prefix, chart.unit, yTicks));
    const height = Math.round(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, this.width * 0.56)));
    const left = Math.max(...yTexts.map((text) => widthOf(text, this.font))) + 12;
    const area = { left, top: 12, width: this.width - left - 14, height: height - 12 - 30 };
    const [low, high] = Math.min(...xs) < Math.max(...xs) ? [Math.min(...xs), Math.max(...xs)] : [xs[0] - 1, xs[0] + 1];
    const [floor, top] = [yTicks[0], yTicks.at(-1)];
    return {
      area, height, yTicks, yTexts, low, high,
      xTicks: this.clear(ticksInside(low, high, area.width < 420 ? 4 : 8, chart.lines.every((line) => line.x.every(Number.isInteger))), area.width / (high - low)),
      x: (value) => area.left + ((value - low) / (high - low)) * area.width,
      y: (value) => area.top + area.height - ((value - floor) / (top - floor)) * area.height,
    };
  }

  // Ticks whose texts do not touch.
  clear(ticks, pixels) {
    const wide = (tick) => widthOf(inFigures(tick, 4), this.font) / 2;
    const touch = ticks.some((tick, i) => i && (tick - ticks[i - 1]) * pixels < wide(tick) + wide(ticks[i - 1]) + 6);
    return touch && ticks.length > 2 ? this.clear(ticks.filter((_, i) => i % 2 === 0), pixels) : ticks;
  }

  marks(root, scale, room) {
    const { marks } = this.spec.chart;
    room.taken.push(...marks.map((mark) => ({ left: scale.x(mark.x) - 8, top: scale.y(mark.y) - 8, width: 16, height: 16 })));
    marks.forEach((mark, i) => {
      const [x, y] = [scale.x(mark.x), scale.y(mark.y)];
      root.append(draw("circle", { class: "ol-ring", cx: x, cy: y, r: 7.5 }));
      this.write(root, room, { key: `mark ${i}`, text: mark.text, css: "ol-marked", leads: true, beside: (size) => around(x, y, 13, size) });
    });
  }

  // A line is named beside it, best at its end.
  names(root, room, paths) {
    this.spec.chart.lines.forEach((line, i) => {
      const points = [1, 0.85, 0.7, 0.55, 0.4, 0.25, 0.1].map((share) => paths[i][Math.round(share * (paths[i].length - 1))]);
      const beside = ({ width, height }) => points.flatMap(([x, y]) => [y - height - 8, y + 8, y - height - 26, y + 26].map((top) => ({ left: x - width / 2, top, at: [x, y] })));
      this.write(root, room, { key: `line ${line.name}`, text: line.name, css: `ol-named ol-role-${line.role}`, beside });
    });
  }

  guessed(root, scale, room) {
    const { guess } = this.spec;
    const { area } = scale;
    const isX = guess.axis === "x";
    const place = isX ? scale.x(guess.value) : scale.y(guess.value);
    const [least, most] = isX ? [area.left, area.left + area.width] : [area.top, area.top + area.height];
    const arrow = isX ? (place < least ? "← " : place > most ? "→ " : "") : place < least ? "↑ " : place > most ? "↓ " : "";
    const inside = Math.min(Math.max(place, least), most);
    const shares = Array.from({ length: 8 }, (_, i) => i / 7);
    const beside = ({ width, height }) => shares.flatMap((share) => {
      const [left, top] = [area.left + share * (area.width - width), area.top + share * (area.height - height)];
      return isX
        ? [inside + 8, inside - width - 8].map((one) => ({ left: one, top, at: [inside, top] }))
        : [inside - height - 4, inside + 4].map((one) => ({ left, top: one, at: [left, inside] }));
    });
    this.write(root, room, { key: "guess", text: arrow + guess.text, css: "ol-guessed", beside });
  }

  // Writes a text where it covers least, within the drawing. Where colour does not say what it is about and that is far,
  // a thin line leads there.
  write(root, room, { key, text, css, beside, leads = false }) {
    const { area } = room;
    const rows = rowsOf(text, this.font, 0.62 * area.width);
    const size = { width: Math.max(...rows.map((row) => widthOf(row, this.font))), height: LINE * rows.length };
    const kept = (one) => ({ ...size, ...one, left: Math.min(Math.max(one.left, area.left + 3), area.left + area.width - size.width - 2) });
    const near = beside(size);
    const boxes = [...near, ...everywhere(area, size, near[0].at)].map(kept);
    const place = bestOf(boxes, room, this.chosen.get(key));
    this.chosen.set(key, place);
    const box = boxes[place];
    room.taken.push(box);
    const { near: [x, y], far } = nearestOf(box, box.at);
    if (leads && far > LEADS) root.append(draw("line", { class: "ol-leader", x1: box.at[0], y1: box.at[1], x2: x, y2: y }));
    rows.forEach((row, i) => root.append(draw("text", { class: `ol-halo ${css}`, x: box.left, y: box.top + LINE * (i + 1) - 5 }, row)));
  }
}

const pointsOf = ({ x, y }, scale) => x.map((one, i) => [scale.x(one), scale.y(y[i])]);

function around(x, y, far, { width, height }) {
  const columns = [x + far, x - far - width, x - width / 2];
  return [1, 2.2, 4].flatMap((times) => [y - height - far * times * 0.5, y + far * times * 0.5].flatMap((top) => columns.map((left) => ({ left, top, at: [x, y] }))));
}

// Where there is no room beside a point, any place of the drawing will do.
function everywhere(area, { width, height }, at) {
  const shares = [0, 0.2, 0.4, 0.6, 0.8, 1];
  return shares.flatMap((down) => shares.map((along) => ({ left: area.left + along * (area.width - width), top: area.top + down * (area.height - height), at })));
}

const cornersOf = (points) => points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");

function bandOf(line, scale) {
  const edges = [...pointsOf(line, scale), ...pointsOf({ ...line, y: line.upto }, scale).reverse()];
  return draw("polygon", { class: "ol-band", points: cornersOf(edges) });
}

function lineOf(line, points, css) {
  const at = cornersOf(points);
  return draw("polyline", { class: `ol-role-${line.role} ${css}`, points: at, "stroke-dasharray": DASHES[line.role] ?? "none" });
}

function axes({ area, yTicks, yTexts, xTicks, x, y }) {
  const [right, foot] = [area.left + area.width, area.top + area.height];
  const rules = yTicks.map((tick) => draw("line", { class: tick ? "ol-rule" : "ol-base", x1: area.left, x2: right, y1: y(tick), y2: y(tick) }));
  const values = yTicks.map((tick, i) => draw("text", { class: "ol-tick-text", x: area.left - 8, y: y(tick) + 5, "text-anchor": "end" }, yTexts[i]));
  const places = xTicks.flatMap((tick) => [
    draw("line", { class: "ol-base", x1: x(tick), x2: x(tick), y1: foot, y2: foot + 5 }),
    draw("text", { class: "ol-tick-text", x: x(tick), y: foot + 22, "text-anchor": "middle" }, inFigures(tick, 4)),
  ]);
  return [...rules, ...values, ...places];
}

// The learner's guess in pencil: a hatched range and a dashed line.
function pencilled({ axis, value, low, high }, { area, x, y }) {
  const id = uid();
  const pattern = draw("pattern", { id, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  pattern.append(draw("line", { class: "ol-pencil", x1: 0, x2: 0, y1: 0, y2: 7, opacity: 0.5 }));
  const [first, last] = axis === "x" ? [x(low), x(high)] : [y(high), y(low)];
  const size = Math.max(2, last - first);
  const range = axis === "x" ? { x: first, width: size, y: area.top, height: area.height } : { y: first, height: size, x: area.left, width: area.width };
  const [right, foot] = [area.left + area.width, area.top + area.height];
  const line = axis === "x" ? { x1: x(value), x2: x(value), y1: area.top, y2: foot } : { y1: y(value), y2: y(value), x1: area.left, x2: right };
  return [pattern, draw("rect", { ...range, fill: `url(#${id})` }), draw("line", { class: "ol-pencil", ...line, "stroke-dasharray": "7 5" })];
}
