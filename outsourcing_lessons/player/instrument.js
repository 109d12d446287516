// An explorer that runs in the page: sliders, chart, words, and a goal that is noticed.

import { roughly } from "./amounts.js";
import { readouts } from "./chart_figures.js";
import { button, make, node, tableOf, tell } from "./dom.js";
import { draggedBy } from "./dragging.js";
import { Drawing } from "./chart.js";
import { Goals } from "./goals.js";
import { keepWith } from "./keeping.js";
import { filledIn } from "./said.js";
import { Sliders, sliderText } from "./sliders.js";
import { Turns } from "./turns.js";
import { foundAt, heightAt, shownAt } from "./view.js";
import { amountOf, inFigures, unbroken } from "./written.js";

const STILL = 500; // ms without a move before the words are read out

export class Instrument {
  constructor(place, { block, model, host, signal, response }) {
    this.block = block;
    this.host = host;
    this.signal = signal;
    this.at = (values) => shownAt(model, block.computed, values);
    this.view = block.computed.view;
    const acted = [() => this.moved(), () => this.remember()];
    this.sliders = this.view.turns ? new Turns(block, ...acted) : new Sliders(block.sliders, ...acted);
    this.sliders.set(block.scenarios[0].values);
    this.start = this.sliders.values;
    this.story = this.at(this.start);
    this.goals = new Goals(this.view.goal, this.story.results, block.computed.prefix);
    this.found = (values) => foundAt(model, block.computed, values);
    this.guess = this.guessOf(response);
    this.acted = false;
    this.charts = new Map();
    this.build(place);
    this.begin();
    signal.addEventListener("abort", () => (cancelAnimationFrame(this.frame), clearTimeout(this.pause)));
  }

  build(place) {
    this.sheet = node("div.ol-chart-place");
    this.drawing = new Drawing(this.sheet, this.signal, { grab: (part, from) => this.grab(part, from), dropped: () => this.remember() });
    this.sentence = node("p.ol-sentence");
    this.figures = node("dl.ol-readouts");
    this.changed = node("p.ol-changed");
    this.note = make("p", { class: "ol-note", role: "status" });
    this.spoken = make("p", { class: "ol-unseen", "aria-live": "polite" });
    this.table = node("details.ol-as-table", node("summary", "The chart as a table"));
    this.table.addEventListener("toggle", () => this.tabulate());
    this.chips = make("div", { class: "ol-chips", role: "group", "aria-label": "Settings to start from" });
    const view = node("div.ol-seen", this.sheet, this.sentence);
    const panel = node("div.ol-panel", this.goals.found, this.goals.asked, this.chips, this.sliders.element);
    place.replaceChildren(node("div.ol-instrument", view, panel, node("div.ol-told", this.figures, this.changed, this.note, this.table, this.spoken)));
    this.offer();
  }

  // Named settings that do not give the goal away; when all are found, all of them.
  offer() {
    const named = this.view.turns ? [] : this.block.scenarios; // a play is the learner's own
    const open = named.filter((one, i) => !i || !this.goals.gives(this.found({ ...this.start, ...one.values })));
    this.chips.replaceChildren(...open.map((one) => {
      const chip = button(one.label, () => this.go(one.values), "ol-chip");
      this.press(chip, one.values);
      return chip;
    }));
    this.offered = open;
  }

  press(chip, values) {
    chip.setAttribute("aria-pressed", String(this.sliders.isAt(values)));
  }

  begin() {
    const { values = {}, reached = [] } = this.host.restore?.() ?? {};
    this.reached = reached.map((one) => this.settingOf(one)).filter((one) => this.goals.notice(this.found(one), true));
    if (this.reached.length) this.offer();
    this.sliders.set(this.settingOf(values));
    this.paint();
    this.host.shared?.((now) => this.follow(now), this.signal);
    this.host.crowd?.((settings) => this.surround(settings), this.signal);
  }

  // Where others have set theirs, each with how many stand there: drawn as a cloud around what is set here.
  surround(settings) {
    const chartAt = (setting) => this.at(Object.fromEntries(this.block.sliders.map(({ id }, i) => [id, setting[i]]))).chart;
    const charts = new Map(settings.map(([setting]) => [String(setting), this.charts.get(String(setting)) ?? chartAt(setting)])); // most have not moved
    this.charts = charts;
    this.crowd = settings.map(([setting, many]) => ({ ...charts.get(String(setting)), many }));
    this.paint();
  }

  // Kept values, for the sliders there are today; the others stand at the start.
  settingOf(kept) {
    const known = this.block.sliders.filter(({ id }) => Object.hasOwn(kept, id) && Number.isFinite(kept[id]));
    return { ...this.start, ...Object.fromEntries(known.map(({ id, low, high }) => [id, Math.min(Math.max(kept[id], low), high)])) };
  }

  // Something is dragged on the chart: the sliders follow, and the chart follows them.
  grab(part, from) {
    const sliderAt = draggedBy({ sliders: this.block.sliders, values: this.sliders.values, found: this.found }, part, from);
    return (to) => {
      const before = this.sliders.values;
      this.sliders.set(sliderAt(to));
      if (!this.sliders.isAt(before)) this.moved();
    };
  }

  // Go where a link or the kernel has set the sliders; what this view has set itself comes back too.
  follow(values) {
    if (this.sliders.isAt(values)) return;
    this.sliders.set(values);
    this.moved();
  }

  go(values) {
    this.sliders.set(values);
    this.moved();
    this.remember();
  }

  remember() {
    const values = { ...this.sliders.values };
    this.host.share?.(values);
    keepWith(this.host, values, this.note);
  }

  // A move is painted at once; however many more come before the next frame, the last of them is painted then.
  moved() {
    if (this.frame) this.behind = true;
    else this.paint();
    this.frame ??= requestAnimationFrame(() => {
      this.frame = undefined;
      if (this.behind) this.paint();
      this.behind = false;
    });
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.speak(), STILL);
  }

  paint() {
    const shown = this.at(this.sliders.values);
    const away = !this.view.turns && !this.sliders.isAt(this.start);
    this.shown = shown;
    if (this.sliders instanceof Turns) this.sliders.show(shown.turn);
    this.drawing.show({ ...shown, alt: unbroken(shown.alt) }, away && !this.crowd ? this.story.chart.lines : [], this.guess, this.crowd);
    tell(this.sentence, unbroken(shown.sentence));
    tell(this.changed, away ? unbroken(this.difference(shown)) : "");
    this.fill(shown);
    this.offered.forEach(({ values }, i) => this.press(this.chips.children[i], values));
    this.notice(shown);
    this.say();
  }

  // Who wants to know hears where this one stands, from the first move on.
  say() {
    this.acted ||= this.goals.reached > 0 || !this.sliders.isAt(this.start);
    if (this.acted) this.host.at?.({ ...this.sliders.values }, this.goals.reached);
  }

  fill({ readouts: facts }) {
    const said = facts.map(({ label, value }) => ({ label: unbroken(label), value: unbroken(value) }));
    if (this.figures.childElementCount !== said.length) return this.figures.replaceChildren(...readouts({ readouts: said }));
    return said.forEach(({ label, value }, i) => {
      tell(this.figures.children[i].children[0], label);
      tell(this.figures.children[i].children[1], value);
    });
  }

  // What the sliders changed, and what that did to the first figure that is another now.
  difference(shown) {
    const turned = this.block.sliders.filter(({ id }) => this.sliders.values[id] !== this.start[id]);
    const settings = turned.map((slider) => {
      const [now, before] = [this.sliders.values, this.start].map((values) => sliderText(slider, values[slider.id]));
      return `${slider.short || slider.label} ${now} instead of ${before}`;
    });
    const i = shown.readouts.findIndex(({ value }, k) => value !== this.story.readouts[k]?.value);
    const effect = i < 0 ? "no figure changes" : `${shown.readouts[i].label}: ${shown.readouts[i].value} instead of ${this.story.readouts[i].value}`;
    return `${settings.join(", ")}; ${effect}.`;
  }

  notice({ results }) {
    if (!this.goals.notice(results)) return;
    this.reached = [...this.reached, { ...this.sliders.values }];
    this.host.reached?.(this.reached);
    this.offer();
  }

  speak() {
    if (this.shown.turn?.over ?? true) tell(this.spoken, this.sentence.textContent); // of a turn is said what came of it
    this.tabulate();
  }

  tabulate() {
    if (!this.table.open) return;
    const { chart } = this.shown;
    const xs = [...new Set(chart.lines.flatMap(({ x }) => x))].sort((a, b) => a - b);
    const cell = (line, x) => amountOf(heightAt(line, x), chart.prefix, chart.unit);
    const rows = xs.map((x) => [inFigures(x, 2), ...chart.lines.map((line) => cell(line, x))]);
    const table = tableOf(chart.title, [chart.xLabel, ...chart.lines.map(({ name }) => name)], rows);
    this.table.replaceChildren(this.table.firstElementChild, table);
  }

  // The learner's prediction, where it lies on an axis of the chart.
  guessOf(response) {
    const { prediction } = this.view;
    if (!prediction || !response) return null;
    const times = prediction.times ?? 1;
    const [value, low, high] = [response.value, response.low, response.high].map((typed) => times * roughly(String(typed)));
    if (![value, low, high].every(Number.isFinite)) return null;
    return { axis: prediction.axis, value, low, high, text: filledIn(prediction.text, { guess: String(response.value) }, "") };
  }
}
