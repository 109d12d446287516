// A reveal: the truth beside a prediction.

import { NB } from "./amounts.js";
import { readouts } from "./chart_figures.js";
import { button, heading, make, node, paragraphs } from "./dom.js";
import { panel } from "./feedback.js";

// Whatever shows the truth of a prediction stays covered until that is committed, or the learner wants none. `show` is
// given the attempt or null, fills the place, and returns what to look at first.
export function oncePredicted(prediction, { host, signal, place, words, show }) {
  const kept = (host.attemptsAt?.(prediction) ?? []).find(({ outcome }) => outcome.valid);
  if (kept || host.open) return show(kept ?? null);
  const shown = new AbortController();
  const open = (attempt) => {
    shown.abort();
    return show(attempt);
  };
  const listen = ({ detail }) => detail.id === prediction && open(detail);
  document.addEventListener("ol:attempt", listen, { signal: /** @type {any} */ (AbortSignal).any([signal, shown.signal]) });
  const skip = button("Show it without predicting", () => open(null).focus(), "ol-quiet");
  return place.replaceChildren(node("p", words), node("div.ol-actions", skip));
}

export class Revealed {
  constructor(root, block, host, signal) {
    this.block = block;
    this.place = make("div", { class: "ol-reveal-place", "aria-live": "polite" });
    heading(root, "Reveal", block.title);
    root.append(this.place);
    const words = "Give your own answer first. Then this shows how it compares.";
    const show = (attempt) => this.show(attempt);
    oncePredicted(block.prediction, { host, signal, place: this.place, words, show });
  }

  show(attempt) {
    const { block } = this;
    const more = node("details", node("summary", "Assumptions"), paragraphs(block.assumptions));
    this.place.replaceChildren(
      make("p", { class: "ol-truth", tabindex: "-1" }, block.truth),
      ...(attempt ? comparison(attempt) : []),
      ...paragraphs(block.explanation),
      node("p.ol-formula", block.formula),
      more,
    );
    return this.place.firstElementChild;
  }
}

function comparison({ response, outcome }) {
  if (outcome.correct === null) return [panel("p", "answer", "Your bet", outcome.feedback)];
  const facts = [
    { label: "Your best guess", value: response.value },
    { label: "Your range", value: `${response.low} to ${response.high}` },
    { label: "How sure you were", value: `${response.confidence}${NB}%` },
  ];
  const words = outcome.correct ? "The truth is in your range" : "The truth is outside your range";
  const state = outcome.correct ? "right" : "not-yet";
  return [
    node("dl.ol-readouts", readouts({ readouts: facts })),
    panel("p", state, words, outcome.feedback),
  ];
}
