// An explorer: sliders over a model that the page runs itself; covered, where it answers a prediction, until that is made.

import { trimmed, withUnit } from "./amounts.js";
import { figure, readouts } from "./chart_figures.js";
import { heading, make, node, paragraphs, tell, uid } from "./dom.js";
import { EXPLORER_PAGES } from "./page_models.js";
import { oncePredicted } from "./reveal.js";

export class Explored {
  constructor(root, block, host, signal) {
    heading(root, block.computed?.view.turns ? "Play" : "Explore", block.title);
    root.append(...paragraphs(block.question));
    const place = node("div");
    root.append(place);
    const words = "Make your prediction first: this chart shows the answer.";
    const show = (attempt) => {
      const build = block.computed && EXPLORER_PAGES.get(block.id);
      if (build) build(place, { block, host, signal, response: attempt?.response });
      else if (block.computed) place.replaceChildren(make("p.ol-note", {}, "The sliders are loading."));
      else new Prepared(place, block);
      return place.querySelector("input, button");
    };
    if (block.after) oncePredicted(block.after, { host, signal, place, words, show });
    else show(null);
  }
}

// ---- An explorer whose model no page can run: its named settings, drawn beforehand, to look at ----

// What a named setting changes against the first, as blocks/outline.py says it.
function changesOf({ sliders, scenarios }, { values }) {
  const at = (slider, given) => (Object.hasOwn(given, slider.id) ? given[slider.id] : slider.value);
  const turned = sliders.filter((slider) => at(slider, values) !== at(slider, scenarios[0].values));
  return turned.map((slider) => inShort(slider, at(slider, values))).join("; ");
}

function inShort(slider, value) {
  const said = slider.words[String(value)] ?? withUnit(trimmed(value, slider.decimals), slider);
  return `${slider.short || slider.label}: ${said}`;
}

class Prepared {
  constructor(place, block) {
    this.chart = node("div.ol-chart-place");
    this.sentence = make("output", { class: "ol-sentence", "aria-live": "polite" });
    this.figures = node("dl.ol-readouts");
    place.replaceChildren(this.settings(block), this.chart, this.sentence, this.figures);
    this.paint(block.scenarios[0].frame);
  }

  settings(block) {
    const name = uid();
    const rows = block.scenarios.map((scenario, i) => {
      const [id, about, changes] = [uid(), uid(), changesOf(block, scenario)];
      const told = { "aria-labelledby": id, "aria-describedby": changes && about };
      const change = () => this.paint(scenario.frame);
      const input = make("input", { type: "radio", name, class: "ol-tick", checked: i === 0, change, ...told });
      const note = changes && make("span", { class: "ol-note ol-changes", id: about }, changes);
      return node("label.ol-option", input, node("span", make("span", { id }, scenario.label), note));
    });
    return make("fieldset", { class: "ol-settings", role: "radiogroup" }, node("legend", "Look at"), rows);
  }

  paint(shown) {
    this.chart.replaceChildren(figure(shown));
    tell(this.sentence, shown.sentence);
    this.figures.replaceChildren(...readouts(shown));
    this.figures.hidden = !shown.readouts.length;
  }
}
