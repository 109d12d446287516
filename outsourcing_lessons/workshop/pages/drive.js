// The wall's explorer, driven from the console: the same sliders, presets or moves, and where they are set goes to the wall.

import { withEveryBlock } from "../../player/every_block.js";
import { withInstruments } from "../../player/instruments.js";
import { mount } from "../../player/mounting.js";
import { KEEPS_NOTHING } from "./live.js";

const APART = 150; // milliseconds between two words to the wall

withEveryBlock();
withInstruments();

export class Drive {
  constructor(place, link) {
    this.place = place;
    this.link = link;
    this.remove = () => {};
    this.id = "";
    this.values = null;
  }

  // `look` is the step in full, with its block where it can be driven; `open` says that the room has been shown it.
  show(look, open, live) {
    const id = look?.block ? look.id : "";
    if (id !== this.id) this.build(id, look, live);
    if (open && this.values && !this.opened) this.soon();
    this.opened = open;
  }

  build(id, look, live) {
    this.remove();
    this.place.replaceChildren();
    Object.assign(this, { id, values: null, opened: false });
    const kept = live?.step === id ? live.driven : null;
    this.remove = id ? mount(this.place, look.block, this.host(kept ?? {})) : () => {};
  }

  host(values) {
    return { ...KEEPS_NOTHING, restore: () => ({ values }), at: (now) => this.at(now) };
  }

  at(values) {
    this.values = values;
    if (this.opened) this.soon();
  }

  soon() {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      if (this.values) this.link.do({ kind: "drive", step: this.id, values: this.values });
    }, APART);
  }
}
