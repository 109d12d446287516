// A tally: before and after.

import { NB, plural } from "./amounts.js";
import { drawn, heading, node, paragraphs, tableOf } from "./dom.js";
import { isPutOff } from "./later.js";
import { testTotal, wentIn } from "./learned.js";
import { localDigits } from "./number_format.js";
import WORDS_JSON from "./words.json";

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const hits = (answers) => answers.filter(({ outcome }) => outcome.correct).length;
const briers = (answers) => answers.map(({ outcome }) => outcome.brier).filter(Number.isFinite);

export class Tallied {
  constructor(root, block, host, signal) {
    this.pairs = block.pairs;
    this.first = new Map();
    this.putOff = new Set();
    this.place = node("div.ol-tally-place");
    heading(root, "Before and after", block.title);
    root.append(...paragraphs(block.purpose), this.place);
    const ids = new Set(block.pairs.flatMap(({ before, after }) => [...before, ...after]));
    const listen = ({ detail }) => ids.has(detail.id) && this.take(detail.id, [detail]);
    document.addEventListener("ol:attempt", listen, { signal });
    this.paint();
    this.load([...ids], host);
  }

  async load(ids, host) {
    try {
      const kept = await Promise.all(ids.map(async (id) => [(await host.attemptsAt?.(id)) ?? [], await host.entriesAt?.(id)]));
      ids.forEach((id, i) => {
        if (isPutOff(kept[i][1])) this.putOff.add(id);
        this.take(id, kept[i][0]);
      });
      this.paint();
    } catch (problem) {
      this.place.prepend(node("p", problem.message));
    }
  }

  // The first valid attempt counts.
  take(id, attempts) {
    const valid = attempts.find(({ outcome }) => outcome.valid);
    if (!valid || this.first.has(id)) return;
    this.first.set(id, valid);
    this.paint();
  }

  // Shares before and after, where a mistake is asked for more than once: of one question they would be a leap or none.
  slopes(right) {
    const whole = this.pairs.map(({ before, after }) => [before, after]).filter((sides) => sides.every((ids) => ids.length > 1 && ids.every((id) => right.has(id))));
    const share = (ids) => ids.filter((id) => right.get(id)).length / ids.length;
    return whole.length > 1 ? [slopeOf(whole.map((sides) => sides.map(share)))] : [];
  }

  // What one person answered is shown as it is: see learned.js.
  paint() {
    const right = new Map([...this.first].map(([id, { outcome }]) => [id, outcome.correct]));
    const rows = this.pairs.map(({ title, before, after }) => [title, ...[before, after].map((ids) => wentIn(ids, right, this.putOff))]);
    const sides = ["before", "after"].map((side) => this.pairs.flatMap((pair) => pair[side]));
    const totals = sides.map((ids, i) => testTotal(["Before", "After"][i], ids, right, this.putOff));
    const both = sides.map((ids) => ids.map((id) => this.first.get(id)).filter(Boolean));
    const { rows: caption, columns, few } = WORDS_JSON.learned;
    this.place.replaceChildren(
      ...totals.map((total) => node("p", total)),
      ...this.slopes(right),
      tableOf(caption, columns, rows),
      ...calibration(both),
      node("p", few),
    );
  }
}

function calibration(both) {
  const sure = both.flat().filter(({ outcome }) => Number.isFinite(outcome.brier));
  if (!sure.length) return [];
  const rows = Object.keys(WORDS_JSON.confidences).map((level) => {
    const said = sure.filter(({ response }) => response.confidence === Number(level));
    const share = said.length && Math.round((100 * hits(said)) / said.length);
    return [`${level}${NB}%`, plural(said.length, "time"), said.length && `${hits(said)} of ${said.length}, ${share}${NB}%`];
  });
  const columns = ["How sure you were", "You said it", "You were right"];
  const means = both.map((answers) => briers(answers)).map((all) => (all.length ? localDigits(mean(all).toFixed(2)) : "none"));
  const words =
    `Your mean Brier score was ${means[0]} before and ${means[1]} after. It is the squared distance between how sure you ` +
    `were and what was so: 0 is perfect, a quarter is what always saying 50${NB}% gets.`;
  return [tableOf("How sure you were, and how often you were right", columns, rows.filter((row) => row[2])), node("p", words)];
}

// A slope chart: where each thing stood before and where it stands after, as one line. The table beside it says the same in
// words, so the drawing is for the eye alone.
const SLOPE = { width: 460, left: 58, right: 402, top: 34, height: 180 };

// Lines that are the same are one, and say of how many they are.
function together(pairs) {
  const found = new Map();
  for (const [before, after] of pairs) found.set(`${before} ${after}`, [before, after, (found.get(`${before} ${after}`)?.[2] ?? 0) + 1]);
  return [...found.values()];
}

// `pairs` holds shares of 0 to 1, before and after.
function slopeOf(pairs) {
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
