// An explorer: sliders over a model that the page runs itself; covered, where it answers a prediction, until that is made.

import { heading, node, paragraphs } from "./dom.js";
import { Instrument } from "./instrument.js";
import { PAGE_MODELS } from "./page_models.js";
import { Prepared } from "./prepared.js";
import { oncePredicted } from "./reveal.js";

export class Explored {
  constructor(root, block, host, signal) {
    heading(root, "Explore", block.title);
    root.append(...paragraphs(block.question));
    const place = node("div");
    root.append(place);
    const words = "Commit your prediction above first: this shows the answer.";
    const show = (attempt) => {
      const model = block.computed && PAGE_MODELS.get(block.id);
      if (model) new Instrument(place, { block, model, host, signal, response: attempt?.response });
      else new Prepared(place, block);
      return place.querySelector("input, button");
    };
    if (block.after) oncePredicted(block.after, { host, signal, place, words, show });
    else show(null);
  }
}
