// A chart, drawn at the size at which it is shown, so that letters never shrink. Ink is the model, pencil the learner.

import { drawn, make, tell, uid } from "./dom.js";
import { Grips, isNear } from "./grips.js";
import { Layer } from "./repaint.js";
import { bestOf, closely, isAstray, isFree, nearestOf, rowsOf, widthOf } from "./chart_labels.js";
import { inFigures, tickText, ticksInside, ticksOf } from "./written.js";

const SIZE = 15; // px of a text, for which the lengths here are meant; they grow with it
const LINE = 20; // px of a row of text
const LEADS = 26; // px from which on a text needs a line to what it is about
const [WIDEST, NARROWER] = [0.62, 0.4]; // of the drawing, what a row of text may take; the second where there is no room for the first
const LEAST_WIDTH = 240; // also of what is not on the page yet
const [LEAST_HEIGHT, MOST_HEIGHT] = [214, 320]; // where the page does not say that the chart fills its place
const DASHES = { stranger: "11 7", bench: ".1 7", machine: "11 5 2 5" };
const USUAL = 0.9; // of a cloud
const DOT = 5; // px
const FAR_OUT = 1.5; // a guess that is further off than this is pointed at, not drawn

export class Drawing {
  // `grab(part, from)` is told that something is dragged, and gives a function that is told where to; `dropped` when it ends.
  constructor(place, signal, drag) {
    this.title = make("figcaption", { class: "ol-plot-title", "aria-hidden": "true" });
    this.yLabel = make("p", { class: "ol-plot-label", "aria-hidden": "true" });
    this.xLabel = make("p", { class: "ol-plot-label ol-plot-below", "aria-hidden": "true" });
    this.sheet = make("div", { class: "ol-plot" });
    this.chosen = new Map(); // where each text stood last time
    this.root = drawn("svg", { role: "img" });
    this.inside = drawn("svg"); // cuts off what lies outside the axes
    this.layers = Object.fromEntries(["axes", "dots", "cloud", "lines", "texts", "grips"].map((name) => [name, new Layer(name === "lines" ? this.inside : drawn("g", { class: `ol-${name}` }))]));
    this.inside.append(this.layers.cloud.element);
    this.root.append(this.layers.axes.element, this.layers.dots.element, this.inside, this.layers.texts.element, this.layers.grips.element);
    this.sheet.append(this.root);
    this.grips = new Grips(this, drag, signal);
    place.append(make("figure", {}, this.title, this.yLabel, this.sheet, this.xLabel));
    const sizes = new ResizeObserver(() => this.measure() && this.spec && this.paint());
    sizes.observe(this.sheet);
    signal.addEventListener("abort", () => sizes.disconnect());
    document.fonts?.addEventListener("loadingdone", () => this.spec && this.paint(), { signal });
  }

  // `shown` is a setting's chart and words, `ghost` the lines of another one, `guess` {axis, value, low, high, text}, `cloud`
  // the charts of others, each with how many are there.
  show(shown, ghost = [], guess = null, cloud = []) {
    this.spec = { ...shown, ghost, guess, cloud };
    this.paint();
  }

  // Asking how large a thing is has the browser lay out the page, so it is asked only when that changes.
  measure() {
    const before = [this.width, this.height].join();
    const style = getComputedStyle(this.sheet);
    const size = parseFloat(style.fontSize) || SIZE;
    this.unit = size / SIZE;
    this.width = Math.max(this.sheet.clientWidth, LEAST_WIDTH);
    const fills = style.getPropertyValue("--ol-plot-fills").trim() === "1" && this.sheet.clientHeight;
    this.height = fills || Math.round(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, this.width * 0.56)));
    this.font = `600 ${size}px ${style.fontFamily}`;
    const changed = before !== [this.width, this.height].join();
    if (changed) this.grips.release();
    return changed;
  }

  paint() {
    const { chart, alt, guess, cloud } = this.spec;
    tell(this.title, chart.title);
    tell(this.yLabel, chart.yLabel);
    tell(this.xLabel, chart.xLabel);
    if (!this.width) this.measure();
    const scale = this.grips.held ?? this.scaled(chart, guess, usual(cloud));
    this.scale = scale;
    const { area } = scale;
    const { axes: ruled, lines, texts, cloud: others, dots } = this.layers;
    const frame = { x: area.left - 6, y: area.top - 6, width: area.width + 12, height: area.height + 12 };
    attributes(this.root, { viewBox: `0 0 ${this.width} ${scale.height}`, width: this.width, height: scale.height, "aria-label": alt });
    attributes(this.inside, { ...frame, viewBox: Object.values(frame).join(" ") });
    axes(ruled, scale);
    for (const line of chart.lines) if (line.upto) lines.draw("polygon", { class: "ol-band", points: bandOf(line, scale) });
    crowded(others, dots, cloud, scale);
    if (guess) this.pencilled(guess, scale);
    for (const line of this.spec.ghost) lineOf(lines, line, pointsOf(line, scale), "ol-ghost");
    const paths = chart.lines.map((line) => pointsOf(line, scale));
    chart.lines.forEach((line, i) => lineOf(lines, line, paths[i], "ol-drawn"));
    const room = { area, taken: [], paths: paths.map(closely) };
    this.grips.paint(this.layers.grips, { chart, paths, scale, room });
    this.marks(scale, room);
    this.names(room, paths);
    if (guess) this.guessed(scale, room);
    for (const layer of [ruled, dots, others, lines, texts, this.layers.grips]) layer.end();
  }

  scaled(chart, guess, others) {
    const points = [chart, ...others].flatMap(pointsIn);
    const xs = [...points.map(([x]) => x), ...(chart.xTo === undefined ? [] : [chart.xTo])];
    const ys = [...points.map(([, y]) => y), ...(chart.yRoom ?? [])];
    const highest = Math.max(...ys);
    if (chart.fromZero) ys.push(0);
    if (guess?.axis === "y" && guess.value <= FAR_OUT * highest) ys.push(guess.value);
    const { height, unit } = this;
    const whole = ticksOf(Math.min(...ys), Math.max(...ys));
    const yTicks = this.stacked(whole, height - 42 * unit);
    const yTexts = yTicks.map((tick) => tickText(tick, chart.prefix, chart.unit, whole));
    const left = Math.max(...yTexts.map((text) => widthOf(text, this.font))) + 12 * unit;
    const area = { left, top: 12 * unit, width: this.width - left - 14 * unit, height: height - 42 * unit };
    const [low, high] = Math.min(...xs) < Math.max(...xs) ? [Math.min(...xs), Math.max(...xs)] : [xs[0] - 1, xs[0] + 1];
    const [floor, top] = [whole[0], whole.at(-1)];
    return {
      area, height, unit, yTicks, yTexts, low, high,
      xTicks: this.clear(ticksInside(low, high, area.width < 420 * unit ? 4 : 8, chart.lines.every((line) => line.x.every(Number.isInteger))), area.width / (high - low)),
      valueAt: (left, down) => ({ x: low + ((left - area.left) / area.width) * (high - low), y: floor + ((area.top + area.height - down) / area.height) * (top - floor) }),
      x: (value) => area.left + ((value - low) / (high - low)) * area.width,
      y: (value) => area.top + area.height - ((value - floor) / (top - floor)) * area.height,
    };
  }

  // Those of the ticks one above another whose texts do not touch; on a wall a chart can be low.
  stacked(ticks, pixels) {
    const apart = Math.max(1, Math.ceil((LINE * this.unit * (ticks.length - 1)) / pixels));
    return ticks.filter((_, i) => i % apart === 0);
  }

  // Ticks whose texts do not touch.
  clear(ticks, pixels) {
    const wide = (tick) => widthOf(inFigures(tick, 4), this.font) / 2;
    const touch = ticks.some((tick, i) => i && (tick - ticks[i - 1]) * pixels < wide(tick) + wide(ticks[i - 1]) + 6 * this.unit);
    return touch && ticks.length > 2 ? this.clear(ticks.filter((_, i) => i % 2 === 0), pixels) : ticks;
  }

  marks(scale, room) {
    const { unit } = this;
    const marks = this.spec.chart.marks.map((mark) => ({ ...mark, at: [scale.x(mark.x), scale.y(mark.y)] })).filter(({ at }) => isNear(scale.area, at));
    room.taken.push(...marks.map(({ at: [x, y] }) => ({ left: x - 8 * unit, top: y - 8 * unit, width: 16 * unit, height: 16 * unit })));
    marks.forEach((mark, i) => {
      const [x, y] = mark.at;
      this.layers.texts.draw("circle", { class: "ol-ring", cx: x, cy: y, r: 7.5 * unit });
      this.write(room, { key: `mark ${i}`, text: mark.text, css: "ol-marked", leads: true, beside: (size) => around(x, y, 13 * unit, size) });
    });
  }

  // A line is named beside it, best at its end.
  names(room, paths) {
    const { unit } = this;
    this.spec.chart.lines.forEach((line, i) => {
      const points = [1, 0.85, 0.7, 0.55, 0.4, 0.25, 0.1].map((share) => paths[i][Math.round(share * (paths[i].length - 1))]);
      const beside = ({ width, height }) => points.flatMap(([x, y]) => [y - height - 8 * unit, y + 8 * unit, y - height - 26 * unit, y + 26 * unit].map((top) => ({ left: x - width / 2, top, at: [x, y] })));
      this.write(room, { key: `line ${line.name}`, text: line.name, css: `ol-named ol-role-${line.role}`, own: i, beside });
    });
  }

  guessed(scale, room) {
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
    this.write(room, { key: "guess", text: arrow + guess.text, css: "ol-guessed", beside });
  }

  // Writes a text where it covers least, within the drawing. Where it cannot be seen what it is about, a thin line leads there:
  // that is far, and no colour says it, or it is the line `own`, and another one is nearer.
  write(room, { key, text, css, beside, own = undefined, leads = false }) {
    const { unit } = this;
    const wide = this.placed(room, { key, text, own, beside }, WIDEST);
    const narrow = isFree(wide.box, room) ? wide : this.placed(room, { key, text, own, beside }, NARROWER);
    const { rows, box } = isFree(narrow.box, room) ? narrow : wide;
    room.taken.push(box);
    const { near: [x, y], far } = nearestOf(box, box.at);
    if ((leads && far > LEADS * unit) || isAstray(box, room, own)) this.layers.texts.draw("line", { class: "ol-leader", x1: box.at[0], y1: box.at[1], x2: x, y2: y });
    rows.forEach((row, i) => this.layers.texts.draw("text", { class: `ol-halo ${css}`, x: box.left, y: box.top + (LINE * (i + 1) - 5) * unit }, row));
  }

  // A text in rows of at most that share of the drawing, and where it covers least.
  placed(room, { key, text, own, beside }, most) {
    const { area } = room;
    const rows = rowsOf(text, this.font, most * area.width);
    const size = { width: Math.max(...rows.map((row) => widthOf(row, this.font))), height: LINE * this.unit * rows.length };
    const kept = (one) => ({ ...size, ...one, left: Math.min(Math.max(one.left, area.left + 3), area.left + area.width - size.width - 2) });
    const near = beside(size);
    const boxes = [...near, ...everywhere(area, size, near[0].at)].map(kept);
    const name = `${key} in ${rows.length}`;
    const place = bestOf(boxes, room, this.chosen.get(name), own);
    this.chosen.set(name, place);
    return { rows, box: boxes[place] };
  }

  // The learner's guess in pencil: a hatched range and a dashed line.
  pencilled({ axis, value, low, high }, { area, x, y }) {
    if (!this.hatched) this.root.append((this.hatched = hatching(uid())));
    const [first, last] = axis === "x" ? [x(low), x(high)] : [y(high), y(low)];
    const size = Math.max(2, last - first);
    const range = axis === "x" ? { x: first, width: size, y: area.top, height: area.height } : { y: first, height: size, x: area.left, width: area.width };
    const [right, foot] = [area.left + area.width, area.top + area.height];
    const line = axis === "x" ? { x1: x(value), x2: x(value), y1: area.top, y2: foot } : { y1: y(value), y2: y(value), x1: area.left, x2: right };
    this.layers.lines.draw("rect", { ...range, fill: `url(#${this.hatched.id})` });
    this.layers.lines.draw("line", { class: "ol-pencil", ...line, "stroke-dasharray": "7 5" });
  }
}

const pointsIn = ({ lines, marks }) => [...lines.flatMap(({ x, y, upto = y }) => x.flatMap((one, i) => [[one, y[i]], [one, upto[i]]])), ...marks.map(({ x, y }) => [x, y])];

// Of a cloud what the axes have room for: a few that are far out shall not press the others flat.
function usual(cloud) {
  const highest = (one) => Math.max(...pointsIn(one).map(([, y]) => y));
  return [...cloud].sort((a, b) => highest(a) - highest(b)).slice(0, Math.ceil(USUAL * cloud.length));
}

// Each of a cloud as thin lines, and a dot at its marks; of a play its own line, and a dot where it stands.
function crowded(lines, dots, cloud, scale) {
  const played = (one) => (one.xTo === undefined ? one.lines : one.lines.slice(0, 1));
  for (const one of cloud) for (const line of played(one)) lineOf(lines, line, pointsOf(line, scale), "ol-other");
  for (const one of cloud) {
    const ends = one.xTo === undefined ? one.marks : played(one).map(({ x, y }) => ({ x: x.at(-1), y: y.at(-1) }));
    const places = ends.map(({ x, y }) => [scale.x(x), scale.y(y)]).filter((at) => isNear(scale.area, at));
    for (const [cx, cy] of places) dots.draw("circle", { class: "ol-dot", cx, cy, r: DOT * scale.unit * Math.sqrt(one.many) });
  }
}

const pointsOf = ({ x, y }, scale) => x.map((one, i) => [scale.x(one), scale.y(y[i])]);

function around(x, y, far, { width, height }) {
  const columns = [x + far, x - far - width, x - width / 2];
  return [1, 2.2, 4].flatMap((times) => [y - height - far * times * 0.5, y + far * times * 0.5].flatMap((top) => columns.map((left) => ({ left, top, at: [x, y] }))));
}

// Where there is no room beside a point, any place of the drawing will do.
function everywhere(area, { width, height }, at) {
  const shares = [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1];
  return shares.flatMap((down) => shares.map((along) => ({ left: area.left + along * (area.width - width), top: area.top + down * (area.height - height), at })));
}

const cornersOf = (points) => points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");

const bandOf = (line, scale) => cornersOf([...pointsOf(line, scale), ...pointsOf({ ...line, y: line.upto }, scale).reverse()]);

function lineOf(layer, line, points, css) {
  layer.draw("polyline", { class: `ol-role-${line.role} ${css}`, points: cornersOf(points), "stroke-dasharray": (css !== "ol-other" && DASHES[line.role]) || "none" });
}

function axes(layer, { area, unit, yTicks, yTexts, xTicks, x, y }) {
  const [right, foot] = [area.left + area.width, area.top + area.height];
  for (const tick of yTicks) layer.draw("line", { class: tick ? "ol-rule" : "ol-base", x1: area.left, x2: right, y1: y(tick), y2: y(tick) });
  yTicks.forEach((tick, i) => layer.draw("text", { class: "ol-tick-text", x: area.left - 8 * unit, y: y(tick) + 5 * unit, "text-anchor": "end" }, yTexts[i]));
  for (const tick of xTicks) {
    layer.draw("line", { class: "ol-base", x1: x(tick), x2: x(tick), y1: foot, y2: foot + 5 * unit });
    layer.draw("text", { class: "ol-tick-text", x: x(tick), y: foot + 22 * unit, "text-anchor": "middle" }, inFigures(tick, 4));
  }
}

function hatching(id) {
  const pattern = drawn("pattern", { id, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" });
  pattern.append(drawn("line", { class: "ol-pencil", x1: 0, x2: 0, y1: 0, y2: 7, opacity: 0.5 }));
  return pattern;
}

function attributes(element, wanted) {
  for (const [name, value] of Object.entries(wanted)) if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}
