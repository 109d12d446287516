// The sliders of an explorer: what they say of themselves, and where they stand.

import { grouped, withUnit } from "./amounts.js";
import { make, node, uid } from "./dom.js";

const CLOSE_BY = 1e-9; // relative; a browser writes a value in its own digits

export const sliderText = (slider, value) => withUnit(grouped(value, slider.decimals ?? 0), slider);

export class Sliders {
  // `moved` is called while one is moved, `left` when it is let go.
  constructor(sliders, moved, left) {
    this.values = {};
    this.inputs = new Map();
    const rows = sliders.map((slider) => {
      const id = uid();
      const told = make("output", { for: id, class: "ol-value", "aria-live": "off" });
      const input = make("input", {
        type: "range", id, class: "ol-slider", min: slider.low, max: slider.high, step: slider.step,
        input: () => (this.read(slider.id), moved()), change: left,
      });
      this.inputs.set(slider.id, { input, told, slider });
      return node("div.ol-slide", make("label", { for: id, class: "ol-label" }, slider.label), told, input);
    });
    this.element = node("div.ol-sliders", rows);
    this.set(Object.fromEntries(sliders.map(({ id, value }) => [id, value])));
  }

  // A browser moves a slider to its nearest step, so what it says of itself is what counts.
  read(id) {
    const { input, told, slider } = this.inputs.get(id);
    this.values = { ...this.values, [id]: Number(Number(input.value).toPrecision(12)) };
    told.textContent = sliderText(slider, this.values[id]);
    input.setAttribute("aria-valuetext", told.textContent);
  }

  set(values) {
    for (const [id, { input }] of this.inputs) {
      if (!Object.hasOwn(values, id)) continue;
      input.value = values[id];
      this.read(id);
    }
  }

  isAt(values) {
    return Object.entries(values).every(([id, value]) => Math.abs(this.values[id] - value) <= CLOSE_BY * Math.max(1, Math.abs(value)));
  }
}
