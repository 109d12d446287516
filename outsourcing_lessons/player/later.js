// A question of the first test may be put off: that is kept, said, and taken back by answering.

import { button, node } from "./dom.js";
import { panel } from "./feedback.js";

export const PUT_OFF = "later"; // under this name it is kept
const LATER_SAID = "Nothing is lost. Answer it when you like, ideally before lesson 1: without it, the last test has nothing to be compared with.";

export const isPutOff = (entries) => Boolean(entries?.[PUT_OFF]);

export class PuttingOff {
  // `form` is what is hidden while the question is put off; one press puts off all questions of the test on the page.
  constructor(form, host, id, isDone) {
    this.form = form;
    this.host = host;
    this.isDone = isDone;
    this.now = null;
    this.button = button("Later", () => document.dispatchEvent(new CustomEvent("ol:later", { detail: { id } })), "ol-quiet");
    this.place = node("div");
    form.after(this.place);
    document.addEventListener("ol:later", ({ detail }) => form.isConnected && this.put(true, detail.id === id));
    if (!isDone() && isPutOff(host.restore()?.entries)) this.show(true);
  }

  async put(late, focus) {
    if (this.isDone()) return;
    this.show(late);
    if (focus) (late ? this.now : this.form.querySelector("input, button, textarea"))?.focus();
    const text = late ? "put off" : "";
    try {
      await this.host.keep({ [PUT_OFF]: text }, { [PUT_OFF]: text });
    } catch (problem) {
      this.place.append(node("p.ol-note", problem.message));
    }
  }

  show(late) {
    this.form.hidden = late;
    this.now = button("Answer it now", () => this.put(false, true));
    this.place.replaceChildren(...(late ? [panel("span", "committed", "Put off", [LATER_SAID], ""), this.now] : []));
  }
}
