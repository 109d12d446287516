// What an explorer shows at a setting: lessons/explorer.py and charts/chart.py over again, without the drawing.

import { made } from "./models/moves.js";
import { filledIn, holds, saidIn } from "./said.js";
import { amountOf, inFigures, readableNumber } from "./written.js";

const DIGITS = 12; // of a result; what lies beyond them differs between two ways to compute the same

// The results of a model with all that its view may name.
export function foundAt(model, { givens, view }, values) {
  const sliders = Object.entries(values).map(([id, value]) => [id.replaceAll("-", "_"), value]);
  const found = Object.entries(model(givens, values)).map(([name, result]) => [name, settled(result)]);
  return { ...givens, ...Object.fromEntries(sliders), ...(view.turns && counted(view.turns, values)), ...Object.fromEntries(found) };
}

// What every view in turns may name.
function counted({ count }, values) {
  const played = Math.min(made(values).length, count);
  return { played, turn: Math.min(played + 1, count), turns: count, begun: played > 0, over: played === count };
}

// What stands before the learner at a turn, what there is to do, and what came of the last move.
function turnOf({ meets, moves, happened }, results, prefix) {
  return {
    turn: results.turn,
    over: results.over,
    meets: results.over ? "" : saidIn(meets, results, prefix),
    moves: moves.map(({ text, when }) => {
      const offered = !results.over && holds(when, results);
      return { text: offered ? filledIn(text, results, prefix) : "", offered };
    }),
    happened: results.begun ? saidIn(happened, results, prefix) : "",
  };
}

export function settled(result) {
  if (typeof result === "number") return Number(result.toPrecision(DIGITS));
  return Array.isArray(result) ? result.map(settled) : result;
}

export function shownAt(model, computed, values) {
  const { view, prefix } = computed;
  const results = foundAt(model, computed, values);
  const chart = chartOf(view, results, prefix);
  return {
    results,
    chart,
    alt: described(chart),
    sentence: saidIn(view.sentence, results, prefix),
    turn: view.turns ? turnOf(view.turns, results, prefix) : null,
    readouts: (view.readouts ?? []).map(({ label, value }) => ({
      label: filledIn(label, results, prefix),
      value: saidIn(value, results, prefix),
    })),
  };
}

function chartOf(view, results, prefix) {
  const text = (template) => filledIn(template, results, prefix);
  return {
    title: text(view.title),
    xLabel: text(view.x_label),
    yLabel: text(view.y_label),
    prefix: view.money ? prefix : "",
    unit: view.y_unit ?? "",
    fromZero: view.y_from_zero ?? true,
    xTo: view.turns?.count,
    yRoom: (view.turns?.room ?? []).map((name) => results[name]),
    lines: view.series
      .filter(({ when }) => holds(when, results))
      .map((one) => ({ name: text(one.name), role: one.role ?? "regular", x: results[one.x], y: results[one.y], upto: results[one.upto], of: one, drags: dragsOf(one) })),
    marks: (view.marks ?? [])
      .filter(({ when }) => holds(when, results))
      .map((one) => ({ x: results[one.x], y: results[one.y], text: saidIn(one.text, results, prefix), of: one, drags: dragsOf(one) })),
  };
}

// The sliders that a thing on the chart moves when it is dragged, by axis; null where there are none.
function dragsOf({ drag_x: x, drag_y: y }) {
  return x || y ? { ...(x && { x }), ...(y && { y }) } : null;
}

function described(chart) {
  const figure = (value) => amountOf(value, chart.prefix, chart.unit);
  const sentences = [chart.title, `Upwards: ${chart.yLabel}; to the right: ${chart.xLabel}`];
  for (const { name, x, y } of chart.lines) {
    const [first, last] = [0, x.length - 1].map((i) => `${figure(y[i])} at ${placed(x[i])}`);
    sentences.push(x.length === 1 ? `${name}: ${first}` : `${name}: from ${first} to ${last}`);
  }
  chart.lines.forEach((one, i) => {
    for (const other of chart.lines.slice(i + 1)) {
      const crossings = crossingsOf(one, other).join(" and ");
      if (crossings) sentences.push(`${one.name} and ${other.name} cross ${crossings}`);
    }
  });
  for (const { x, y, text } of chart.marks) sentences.push(`Marked: ${text}, ${figure(y)} at ${placed(x)}`);
  return sentences.map((sentence) => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`)).join(" ");
}

const placed = (x) => inFigures(readableNumber(x, 4), 2);

function crossingsOf(one, other) {
  const low = Math.max(one.x[0], other.x[0]);
  const high = Math.min(one.x.at(-1), other.x.at(-1));
  const xs = [...new Set([...one.x, ...other.x])].filter((x) => low <= x && x <= high).sort((a, b) => a - b);
  const found = [];
  let [before, side, meet] = [low, 0, []];
  for (const x of xs) {
    const gap = heightAt(one, x) - heightAt(other, x);
    if (!gap) {
      meet.push(x);
      continue;
    }
    if (side * gap < 0) found.push(meet.length === 1 ? `at ${placed(meet[0])}` : `between ${placed(before)} and ${placed(x)}`);
    [before, side, meet] = [x, gap, []];
  }
  return found;
}

export function heightAt({ x: xs, y: ys }, x) {
  for (let i = 0; i + 1 < xs.length; i += 1) {
    if (xs[i] <= x && x <= xs[i + 1]) return ys[i] + ((ys[i + 1] - ys[i]) * (x - xs[i])) / (xs[i + 1] - xs[i]);
  }
  return ys[0];
}
