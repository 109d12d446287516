// An explorer that is played in turns, in place of sliders: what stands before the learner, a button a move, what came of it.

import { button, make, node, tell } from "./dom.js";
import { LUCK, made, turnOf } from "./models/moves.js";
import { unbroken } from "./written.js";

export class Turns {
  // `moved` is called when a move is made or all begins again, `left` when that is to be kept.
  constructor({ sliders, computed }, moved, left) {
    this.turns = computed.view.turns;
    this.lucks = sliders.find(({ id }) => id === LUCK).high + 1;
    this.values = Object.fromEntries(sliders.map(({ id, value }) => [id, value]));
    this.act = (values) => (this.set(values), moved(), left());
    this.happened = make("p", { class: "ol-happened", role: "status" });
    this.place = node("p.ol-note");
    this.meets = node("p.ol-meets");
    this.buttons = this.turns.moves.map((_, i) => button("", () => this.play(i + 1), "ol-choice"));
    this.moves = make("div", { class: "ol-moves", role: "group" }, this.buttons);
    this.other = button("Again, with other luck", () => this.again((this.values[LUCK] + 1) % this.lucks));
    this.same = button("The same luck again", () => this.again(this.values[LUCK]), "ol-quiet");
    this.ended = node("div.ol-moves", this.other, this.same);
    this.element = node("div.ol-turns", this.happened, this.place, this.meets, this.moves, this.ended);
  }

  set(values) {
    const known = Object.keys(this.values).filter((id) => Object.hasOwn(values, id));
    this.values = { ...this.values, ...Object.fromEntries(known.map((id) => [id, Math.round(values[id])])) };
  }

  isAt(values) {
    return Object.entries(values).every(([id, value]) => this.values[id] === value);
  }

  play(move) {
    this.act({ [turnOf(made(this.values).length + 1)]: move });
    if (this.buttons[move - 1].hidden) (this.first() ?? this.other).focus({ preventScroll: true }); // a hidden button would lose the focus
    this.tell();
  }

  // Under a bar, or a chart that stays in sight, nobody would read what came of a move.
  tell() {
    const sheet = this.element.closest(".ol-instrument").querySelector(".ol-chart-place");
    const style = getComputedStyle(sheet);
    const bar = parseFloat(style.getPropertyValue("--top")) || 0;
    this.happened.style.scrollMarginTop = `${bar + (style.position === "sticky" ? sheet.clientHeight : 0)}px`;
    this.happened.scrollIntoView({ block: "nearest" });
  }

  again(luck) {
    const none = Object.keys(this.values).map((id) => [id, 0]);
    this.act({ ...Object.fromEntries(none), [LUCK]: luck });
    this.first()?.focus();
  }

  first() {
    return this.buttons.find((one) => !one.hidden);
  }

  // What view.js found of the turn that is next.
  show({ meets, moves, happened, turn, over }) {
    const { each, count } = this.turns;
    const place = over ? "" : `${each} ${turn} of ${count}`;
    tell(this.happened, unbroken(happened));
    tell(this.place, place);
    tell(this.meets, unbroken(meets));
    this.moves.setAttribute("aria-label", place);
    moves.forEach(({ text, offered }, i) => {
      tell(this.buttons[i], unbroken(text));
      this.buttons[i].hidden = !offered;
    });
    this.ended.hidden = !over;
    for (const part of [this.place, this.meets, this.moves]) part.hidden = over;
  }
}
