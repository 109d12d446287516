// What can be dragged on a chart has arrows that say where to, and answers mouse, pen and finger; from the keyboard its
// slider does the same. While something is dragged the axes stand still.

import { follow } from "./pointer.js";
import { heightAt } from "./view.js";

const FINGER = 20; // px around a grip that belong to it
const SHARES = [0.62, 0.44, 0.8, 0.26]; // how far along the chart the grips of its lines are
const APART = 50; // px between a grip of a line and a mark that can be dragged
const ARROWS = { x: "M-20 0l7 -5.5v11zM20 0l-7 -5.5v11z", y: "M0 -20l-5.5 7h11zM0 20l-5.5 -7h11z" };

export class Grips {
  // `drag.grab(part, from)` gives a function that is told where the part is dragged to; `drag.dropped()` hears of the end.
  constructor(drawing, drag, signal) {
    this.drawing = drawing;
    this.drag = drag;
    this.parts = [];
    const { sheet } = drawing;
    // A finger on a grip scrolls nothing; `touch-action` alone does not hold for the parts of a drawing everywhere.
    sheet.addEventListener("touchstart", (event) => this.parts[event.target.dataset?.part] && event.preventDefault(), { signal, passive: false });
    sheet.addEventListener("pointerdown", (event) => this.take(event), { signal });
    signal.addEventListener("abort", () => this.release());
  }

  take(event) {
    const part = this.parts[event.target.dataset?.part];
    if (!part || event.button || this.held) return;
    event.preventDefault();
    const { sheet, root, scale } = this.drawing;
    this.box = root.getBoundingClientRect();
    this.held = scale;
    const dragTo = this.drag.grab(part, this.placeOf(event));
    this.stop = follow(event, sheet, (moved) => dragTo(this.placeOf(moved)), () => this.drop());
    sheet.classList.add("ol-dragging");
  }

  drop() {
    this.release();
    this.drawing.paint();
    this.drag.dropped();
  }

  release() {
    this.stop?.();
    this.held = undefined;
    this.drawing.sheet.classList.remove("ol-dragging");
  }

  placeOf({ clientX, clientY }) {
    const shrunk = this.box.width / this.drawing.width || 1;
    return this.held.valueAt((clientX - this.box.left) / shrunk, (clientY - this.box.top) / shrunk);
  }

  paint(layer, { chart, paths, scale, room }) {
    const lines = chart.lines.map((line, i) => ({ part: line, path: paths[i] })).filter(({ part }) => part.drags);
    const ofMarks = chart.marks.filter(({ drags }) => drags).map((part) => ({ part, at: [scale.x(part.x), scale.y(part.y)] }));
    const isFree = (share) => ofMarks.every(({ at }) => Math.abs(scale.area.left + share * scale.area.width - at[0]) > APART * scale.unit);
    const free = SHARES.filter(isFree);
    const ofLines = lines.map(({ part, path }, i) => ({ part, path, at: alongside(path, scale.area, free[i % free.length] ?? SHARES[0]) }));
    const all = [...ofLines, ...ofMarks].filter(({ at }) => isNear(scale.area, at));
    this.parts = all.map(({ part }) => part);
    room.taken.push(...ofLines.map(({ at: [x, y] }) => ({ left: x - 9 * scale.unit, top: y - 21 * scale.unit, width: 18 * scale.unit, height: 42 * scale.unit })));
    all.forEach(({ path, part }, i) => {
      if (path) layer.draw("polyline", { class: `ol-grab ol-grab-line ${ways(part)}`, points: path.map((one) => one.join()).join(" "), "data-part": i });
    });
    all.forEach(({ at: [x, y], part }, i) => {
      const role = part.role ? `ol-role-${part.role}` : "ol-of-ink";
      const move = { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.unit})` };
      layer.draw("circle", { class: `ol-grip ${role}`, r: 7, ...move });
      layer.draw("path", { class: `ol-arrows ${role}`, d: Object.keys(part.drags).map((axis) => ARROWS[axis]).join(""), ...move });
      layer.draw("circle", { class: `ol-grab ${ways(part)}`, r: FINGER, ...move, "data-part": i });
    });
  }
}

const ways = ({ drags }) => `ol-grab-${Object.keys(drags).join("")}`;

// Where a line is at a share of the chart's width.
function alongside(path, { left, width }, share) {
  const [xs, ys] = [path.map(([x]) => x), path.map(([, y]) => y)];
  const x = Math.min(Math.max(left + share * width, xs[0]), xs.at(-1));
  return [x, heightAt({ x: xs, y: ys }, x)];
}

// Whether a point is on the chart, or nearly.
export const isNear = ({ left, top, width, height }, [x, y]) => x > left - 16 && x < left + width + 16 && y > top - 16 && y < top + height + 16;
