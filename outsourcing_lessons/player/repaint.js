// The nodes of a drawing, used again at every repaint: only what is different is written.

import { drawn } from "./dom.js";

export class Layer {
  constructor(element) {
    this.element = element;
    this.drawn = [];
    this.next = 0;
  }

  // Draws the next thing; the n-th of one repaint is the n-th of the one before, if it is of its kind.
  draw(kind, attributes, text = "") {
    const known = this.drawn[this.next];
    if (known?.kind === kind) rewrite(known, attributes, text);
    else {
      const element = drawn(kind, attributes, text);
      if (known) known.element.replaceWith(element);
      else this.element.append(element);
      this.drawn[this.next] = { kind, element, attributes, text };
    }
    return this.drawn[this.next++].element;
  }

  // All is drawn: what there was more of before goes.
  end() {
    for (const { element } of this.drawn.splice(this.next)) element.remove();
    this.next = 0;
  }
}

function rewrite(known, attributes, text) {
  const { element, attributes: before } = known;
  for (const name of Object.keys(before)) if (!(name in attributes)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) if (before[name] !== value) element.setAttribute(name, String(value));
  if (known.text !== text) element.textContent = text;
  Object.assign(known, { attributes, text });
}
