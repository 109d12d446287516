// An explorer: sliders over a model that the page runs itself; covered, where it answers a prediction, until that is made.

import { heading, make, node, paragraphs } from "./dom.js";
import { EXPLORER_PAGES } from "./page_models.js";
import { Prepared } from "./prepared.js";
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
