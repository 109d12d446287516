// The bar under the thumb: while a question waits for an answer its main button sends it; at other times it says "done". A
// sign is put up and taken down by the one who needs it, as a sticky note: a shape and a word each.

import { make, tell } from "../../player/dom.js";
import { shape } from "./elements.js";

const SENDS = ".ws-step:not([hidden]) .ol-ask form .ol-main:not([hidden])";

export class Signs {
  // `steps` is where questions stand, `sign(name)` puts a sign up or, with "none", takes it down.
  constructor(steps, sign) {
    this.steps = steps;
    const button = (name, words) => {
      const click = () => sign(this[name].getAttribute("aria-pressed") === "true" ? "none" : name);
      return make(`button.ws-sign.ws-sign-${name}`, { type: "button", click, "aria-pressed": "false" }, shape(name), make("span", {}, words));
    };
    this.help = button("help", "I need help");
    this.done = button("done", "Done");
    this.send = make("button.ws-sign.ws-send", { type: "button", click: () => this.target?.click() });
    this.bar = make("div.ws-signs", { role: "group", "aria-label": "Answer, or tell the instructor" }, this.help, this.done, this.send);
    const changes = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["hidden", "disabled"] };
    new MutationObserver(() => this.follow()).observe(steps, changes);
    this.follow();
  }

  paint(sign) {
    for (const name of ["done", "help"]) this[name].setAttribute("aria-pressed", String(name === sign));
  }

  // What is to be sent, if anything is; its own button would be below what a thumb reaches.
  follow() {
    const found = /** @type {HTMLButtonElement} */ (this.steps.querySelector(SENDS));
    this.target = found?.closest("form").querySelector("fieldset:disabled") ? null : found;
    const sends = Boolean(this.target);
    const focused = document.activeElement === this.send;
    this.send.hidden = !sends;
    this.done.hidden = sends;
    if (sends) tell(this.send, this.target.textContent);
    else if (focused) this.done.focus();
  }
}
