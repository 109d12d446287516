// An explorer that runs in the page: sliders, chart, words, and a goal that is noticed.

import { roughly } from "./amounts.js";
import { readouts } from "./charts.js";
import { button, make, node, tableOf } from "./dom.js";
import { Drawing } from "./drawing.js";
import { keepWith } from "./keeping.js";
import { filledIn, holds, saidIn } from "./said.js";
import { Sliders, sliderText } from "./sliders.js";
import { heightAt, shownAt } from "./view.js";
import { amountOf, inFigures, unbroken } from "./written.js";

const STILL = 500; // ms without a move before the words are read out

export class Instrument {
  constructor(place, { block, model, host, signal, response }) {
    this.block = block;
    this.host = host;
    this.signal = signal;
    this.at = (values) => shownAt(model, block.computed, values);
    this.view = block.computed.view;
    this.sliders = new Sliders(block.sliders, () => this.moved(), () => this.remember());
    this.sliders.set(block.scenarios[0].values);
    this.start = this.sliders.values;
    this.story = this.at(this.start);
    this.aim(this.view.goal, this.story.results);
    this.guess = this.guessOf(response);
    this.build(place);
    this.begin();
    signal.addEventListener("abort", () => (cancelAnimationFrame(this.frame), clearTimeout(this.pause)));
  }

  build(place) {
    this.sheet = node("div.ol-chart-place");
    this.drawing = new Drawing(this.sheet, this.signal);
    this.sentence = node("p.ol-sentence");
    this.figures = node("dl.ol-readouts");
    this.changed = node("p.ol-changed");
    this.note = make("p", { class: "ol-note", role: "status" });
    this.found = make("div", { class: "ol-found", role: "status" });
    this.asked = node("p.ol-goal");
    this.ask();
    this.spoken = make("p", { class: "ol-unseen", "aria-live": "polite" });
    this.table = node("details.ol-as-table", node("summary", "The chart as a table"));
    this.table.addEventListener("toggle", () => this.tabulate());
    this.chips = make("div", { class: "ol-chips", role: "group", "aria-label": "Settings to start from" });
    const view = node("div.ol-seen", this.sheet, this.sentence);
    const panel = node("div.ol-panel", this.found, this.asked, this.chips, this.sliders.element);
    place.replaceChildren(node("div.ol-instrument", view, panel, node("div.ol-told", this.figures, this.changed, this.note, this.table, this.spoken)));
    this.offer();
  }

  // Take up the next goal. One that holds already counts only after it has not.
  aim(goal, results) {
    this.goal = goal ?? null;
    this.armed = Boolean(goal) && !holds(goal.when, results);
  }

  ask() {
    this.asked.hidden = !this.goal;
    if (this.goal) this.asked.textContent = filledIn(this.goal.ask, this.story.results, this.block.computed.prefix);
  }

  // Named settings that do not give the goal away; when all are found, all of them.
  offer() {
    const { goal } = this;
    const open = this.block.scenarios.filter((one, i) => !i || !goal || !holds(goal.when, this.at(one.values).results));
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
    const kept = this.host.restore?.()?.values ?? {};
    const known = this.block.sliders.filter(({ id }) => Object.hasOwn(kept, id) && Number.isFinite(kept[id]));
    this.sliders.set(Object.fromEntries(known.map(({ id }) => [id, kept[id]])));
    this.paint();
    this.host.shared?.((values) => this.follow(values), this.signal);
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
    const away = !this.sliders.isAt(this.start);
    this.shown = shown;
    this.drawing.show({ ...shown, alt: unbroken(shown.alt) }, away ? this.story.chart.lines : [], this.guess);
    put(this.sentence, unbroken(shown.sentence));
    put(this.changed, away ? unbroken(this.difference(shown)) : "");
    this.fill(shown);
    this.offered.forEach(({ values }, i) => this.press(this.chips.children[i], values));
    this.notice(shown);
  }

  fill({ readouts: facts }) {
    const said = facts.map(({ label, value }) => ({ label: unbroken(label), value: unbroken(value) }));
    if (this.figures.childElementCount !== said.length) return this.figures.replaceChildren(...readouts({ readouts: said }));
    return said.forEach(({ label, value }, i) => {
      put(this.figures.children[i].children[0], label);
      put(this.figures.children[i].children[1], value);
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
    const { goal } = this;
    if (!goal) return;
    const holding = holds(goal.when, results);
    if (!this.armed || !holding) {
      this.armed ||= !holding;
      return;
    }
    this.found.append(node("p", unbroken(saidIn(goal.said, results, this.block.computed.prefix))));
    this.aim(goal.then, results);
    this.ask();
    this.offer();
  }

  speak() {
    put(this.spoken, this.sentence.textContent);
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

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
