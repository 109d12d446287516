// In JupyterLab: the kernel as the host, and what anywidget takes.

import { withEveryBlock } from "./every_block.js";
import { withInstruments } from "./instruments.js";
import { BUILDERS, isEnter, mount } from "./mounting.js";
import { ProfileForm } from "./profile.js";
import { typeText } from "./writing.js";

const KERNEL_PATIENCE = 5000;
const BINDING_PATIENCE = 30000;
const KERNEL_SILENT =
  "The kernel is not answering. Nothing you typed is lost. Choose Run ▸ Run All Cells from the menu, then try again.";

withEveryBlock();
withInstruments();
// Only here is there somebody to keep what the form about the learner says.
Object.assign(BUILDERS, { profile: (...given) => new ProfileForm(...given) });

// JupyterLab cancels the line break of an Enter inside a cell, and with it the submission of a form: so both are done here.
function enter(event) {
  const { target } = event;
  if (!isEnter(event)) return;
  if (target.matches("textarea:not(.ol-line)")) typeText("\n");
  else if (target.matches("input[type=text]") && target.form) target.form.requestSubmit();
  else return;
  event.preventDefault();
}

class Kernel {
  constructor(model) {
    this.model = model;
    this.calls = new Map();
    this.listen = (message) => this.settle(message);
    model.on("msg:custom", this.listen);
  }

  call(message, patience = KERNEL_PATIENCE) {
    return new Promise((resolve, reject) => {
      const call = Math.random().toString(36).slice(2);
      const late = setTimeout(() => this.overdue(call), patience);
      this.calls.set(call, { resolve, reject, late });
      try {
        this.model.send({ ...message, call });
      } catch {
        this.settle({ call, problem: KERNEL_SILENT });
      }
    });
  }

  // Who waits hears that nothing came; what comes after all still counts.
  overdue(call) {
    const waiting = this.calls.get(call);
    const silent = new Error(KERNEL_SILENT);
    const { reject } = waiting;
    silent.later = new Promise((resolve) => Object.assign(waiting, { resolve, reject: () => {} }));
    reject(silent);
  }

  settle(message) {
    const call = this.calls.get(message?.call);
    if (!call) return;
    clearTimeout(call.late);
    this.calls.delete(message.call);
    if (message.problem) call.reject(new Error(message.problem));
    else call.resolve(message);
  }

  kept() {
    return this.model.get("restored") ?? {};
  }

  host() {
    return {
      submit: async (response) => (await this.call({ type: "submit", response })).outcome,
      answer: () => this.call({ type: "answer" }),
      // Where it cannot be kept it still stands in its field, and what is sent later says so.
      draft: (response) => this.call({ type: "draft", response }).catch(() => {}),
      reached: (settings) => this.call({ type: "reached", settings }).catch(() => {}),
      restore: () => this.kept(),
      // Another tab or kernel may have changed the other fields meanwhile.
      keep: async (_, changed) => (await this.call({ type: "keep", entries: changed })).earlier,
      elsewhere: (hear, signal) => {
        const listen = (message) => message?.elsewhere && hear(message.elsewhere);
        this.model.on("msg:custom", listen);
        signal.addEventListener("abort", () => this.model.off("msg:custom", listen));
      },
      share: (values) => this.model.set("values", values), // for links in the page; the kernel hears by `keep`
      shared: (hear, signal) => {
        const listen = () => hear(this.model.get("values"));
        this.model.on("change:values", listen);
        signal.addEventListener("abort", () => this.model.off("change:values", listen));
      },
      // A reveal's own widget is given the attempts at its prediction, a tally's those at many items.
      attemptsAt: (id) => this.kept().attemptsAt?.[id] ?? this.kept().attempts ?? [],
      drawn: () => this.kept().drawn,
      entriesAt: (id) => this.kept().entriesAt?.[id] ?? {},
      saveProfile: (values) => this.call({ type: "profile", values }),
      bind: () => this.call({ type: "bind" }, BINDING_PATIENCE),
    };
  }
}

export default {
  render({ model, el }) {
    const html = model.get("html"); // of a block with nothing to answer, escaped where it was made
    if (html) {
      el.innerHTML = html;
      return undefined;
    }
    const kernel = new Kernel(model);
    const remove = mount(el, model.get("block"), kernel.host());
    el.addEventListener("keydown", enter);
    return () => {
      el.removeEventListener("keydown", enter);
      model.off("msg:custom", kernel.listen);
      remove();
    };
  },
};
