// An explorer: sliders over a model, with a chart; without a kernel, settings to look at.

import { grouped, withUnit } from "./amounts.js";
import { figure, readouts } from "./charts.js";
import { button, heading, make, node, paragraphs, uid } from "./dom.js";
import { keepWith } from "./keeping.js";
import { oncePredicted } from "./reveal.js";

const BREATH = 5; // ms without a move before the next step is foreseen

// What a named setting changes against the first, as blocks/outline.py says it.
function changesOf({ sliders, scenarios }, { values }) {
  const at = (slider, given) => (Object.hasOwn(given, slider.id) ? given[slider.id] : slider.value);
  const turned = sliders.filter((slider) => at(slider, values) !== at(slider, scenarios[0].values));
  return turned.map((slider) => inShort(slider, at(slider, values))).join("; ");
}

function inShort(slider, value) {
  const said = slider.words[String(value)] ?? withUnit(grouped(value, slider.decimals).replace(/\.0+$/, ""), slider);
  return `${slider.short || slider.label}: ${said}`;
}

export class Explored {
  constructor(root, block, host, signal) {
    this.block = block;
    this.host = host;
    this.signal = signal;
    this.values = {};
    this.wanted = null;
    this.busy = false;
    heading(root, "Explore", block.title);
    root.append(...paragraphs(block.question));
    const place = node("div");
    root.append(place);
    const words = "Commit your prediction above first: this shows the answer.";
    if (block.after) oncePredicted(block.after, { host, signal, place, words, show: () => this.show(place) });
    else this.show(place);
  }

  show(place) {
    const { block, host } = this;
    this.chart = node("div.ol-chart-place");
    this.sentence = make("output", { class: "ol-sentence", "aria-live": "polite" });
    this.figures = node("dl.ol-readouts");
    const controls = host.frame ? [this.scenarios(), this.sliders()] : [this.settings()];
    place.replaceChildren(...controls, this.chart, this.sentence, this.figures);
    this.paint(block.scenarios[0].frame);
    if (host.frame) this.start();
    return place.querySelector("input, button");
  }

  start() {
    const kept = this.host.restore()?.values ?? {};
    const known = this.block.sliders.filter(({ id }) => Object.hasOwn(kept, id) && Number.isFinite(kept[id]));
    this.set(this.block.scenarios[0].values);
    this.host.shared?.((values) => this.follow(values), this.signal);
    if (known.length) this.follow(Object.fromEntries(known.map(({ id }) => [id, kept[id]])));
  }

  // Go where a link or the kernel has set the sliders; what this view has set itself comes back too.
  follow(values) {
    if (Object.entries(values).every(([id, value]) => this.values[id] === value)) return;
    this.set(values);
    this.request();
  }

  settings() {
    const name = uid();
    const rows = this.block.scenarios.map((scenario, i) => {
      const [id, about, changes] = [uid(), uid(), changesOf(this.block, scenario)];
      const told = { "aria-labelledby": id, "aria-describedby": changes && about };
      const change = () => this.paint(scenario.frame);
      const input = make("input", { type: "radio", name, class: "ol-tick", checked: i === 0, change, ...told });
      const note = changes && make("span", { class: "ol-note ol-changes", id: about }, changes);
      return node("label.ol-option", input, node("span", make("span", { id }, scenario.label), note));
    });
    return make("fieldset", { class: "ol-settings", role: "radiogroup" }, node("legend", "Look at"), rows);
  }

  scenarios() {
    const go = (scenario) => {
      this.set(scenario.values);
      this.request();
      this.remember();
    };
    const attempts = this.block.scenarios.map((one) => button(`Try: ${one.label}`, () => go(one), "ol-quiet"));
    return node("div.ol-actions", attempts);
  }

  sliders() {
    this.inputs = new Map();
    const rows = this.block.sliders.map((slider) => {
      const id = uid();
      const told = make("output", { for: id, class: "ol-value", "aria-live": "off" });
      const input = make("input", {
        type: "range", id, class: "ol-slider", min: slider.low, max: slider.high, step: slider.step,
        input: () => this.moved(slider), change: () => this.remember(),
      });
      this.inputs.set(slider.id, { input, told, slider });
      return node("div.ol-slide", make("label", { for: id, class: "ol-label" }, slider.label), told, input);
    });
    return node("div.ol-sliders", rows);
  }

  set(values) {
    for (const [id, { input, slider }] of this.inputs) {
      const fallback = Object.hasOwn(this.values, id) ? this.values[id] : slider.value;
      input.value = Object.hasOwn(values, id) ? values[id] : fallback;
      this.tell(slider);
    }
  }

  tell(slider) {
    const { input, told } = this.inputs.get(slider.id);
    this.values[slider.id] = Number(input.value);
    told.textContent = withUnit(grouped(Number(input.value), slider.decimals), slider);
    input.setAttribute("aria-valuetext", told.textContent);
  }

  moved(slider) {
    const before = this.values[slider.id];
    this.tell(slider);
    this.step = { slider, by: this.values[slider.id] - before };
    this.request();
  }

  remember() {
    this.host.share?.({ ...this.values });
    keepWith(this.host, { ...this.values }, this.sentence);
  }

  // One question at a time; when it is answered, the latest wish is the next one.
  async request() {
    this.wanted = { ...this.values };
    clearTimeout(this.pause);
    if (this.busy) return;
    this.busy = true;
    while (this.wanted) {
      const values = this.wanted;
      this.wanted = null;
      try {
        const foreseen = this.ahead?.at === JSON.stringify(values);
        this.paint(foreseen ? this.ahead.frame : await this.host.frame(values));
      } catch (problem) {
        this.wanted = null;
        this.sentence.textContent = problem.message;
      }
    }
    this.busy = false;
    this.pause = setTimeout(() => this.foresee(), BREATH);
  }

  // Who steps along a slider takes the same step again: its frame is asked for while nobody waits for another.
  async foresee() {
    const values = this.onward();
    if (!values || this.busy) return;
    this.busy = true;
    try {
      this.ahead = { at: JSON.stringify(values), frame: await this.host.frame(values) };
    } catch {
      this.step = null; // the guess is nobody's wish; a wish that fails will say so
    }
    this.busy = false;
    if (this.wanted) this.request();
  }

  onward() {
    if (!this.step || Math.abs(Math.abs(this.step.by) - this.step.slider.step) > 1e-9) return null;
    const { slider, by } = this.step;
    const next = Number((this.values[slider.id] + by).toPrecision(12));
    return next >= slider.low && next <= slider.high ? { ...this.values, [slider.id]: next } : null;
  }

  paint(shown) {
    this.chart.replaceChildren(figure(shown));
    if (this.sentence.textContent !== shown.sentence) this.sentence.textContent = shown.sentence;
    this.figures.replaceChildren(...readouts(shown));
    this.figures.hidden = !shown.readouts.length;
  }
}
