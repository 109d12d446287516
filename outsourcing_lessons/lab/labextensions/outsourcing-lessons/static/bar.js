// The one bar of a lesson: its sections with ticks, the time left, and the way to all of JupyterLab.

import { goTo } from "./place.js";

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

const button = (words, click, attributes = {}) =>
  element("button", { type: "button", click, "data-lm-suppress-shortcuts": "true", ...attributes }, words);

export class Bar {
  constructor({ about, title, standing, panel, frame, commands }) {
    this.about = about;
    this.standing = standing;
    this.panel = panel;
    this.said = element("span", { class: "ol-bar-said", role: "status" });
    this.left = element("span", { class: "ol-bar-left" });
    this.going = button("Continue where you were", () => this.go(standing.next), { class: "ol-bar-main" });
    this.going.hidden = true;
    this.rows = standing.sections.map((section) => this.row(section));
    const id = `ol-sections-${panel.id}`;
    this.list = element("ol", { class: "ol-bar-list", id, popover: "", toggle: () => this.place() }, ...this.rows.map(({ item }) => item));
    this.opener = button("", () => {}, { popovertarget: id });
    this.segments = standing.parts.map(() => element("i"));
    const strip = element("span", { class: "ol-bar-strip", "aria-hidden": "true" }, ...this.segments);
    const home = button("All lessons", () => commands.execute("docmanager:open", { path: this.beside(about.start) }));
    home.hidden = !about.start;
    const all = button("", () => frame.toggle());
    frame.tell((full) => {
      all.textContent = full ? "Only the lesson" : "All of JupyterLab";
      all.setAttribute("aria-pressed", String(full));
    });
    this.node = element(
      "nav", { class: "ol-bar", "aria-label": "Where you are in this lesson" },
      home, element("strong", { class: "ol-bar-title" }, title), this.opener, this.list, strip, this.left, this.said, this.going, all,
    );
    standing.listeners.push(() => this.show());
    this.show();
  }

  row(section) {
    const tick = element("span", { class: "ol-bar-tick", "aria-hidden": "true" });
    const state = element("span", { class: "ol-bar-state" });
    const go = button("", () => this.go(section));
    go.append(tick, element("span", {}, section.title), state);
    return { section, tick, state, item: element("li", {}, go) };
  }

  beside(name) {
    return this.panel.context.path.replace(/[^/]*$/, name);
  }

  show() {
    const { standing } = this;
    const done = standing.parts.filter((part) => standing.isDone(part)).length;
    this.opener.textContent = `Sections: ${done} of ${standing.parts.length} done`;
    standing.parts.forEach((part, place) => this.segments[place].classList.toggle("ol-done", standing.isDone(part)));
    for (const { section, tick, state } of this.rows) {
      const finished = standing.isDone(section);
      const answered = section.ids.filter((id) => standing.done.has(id)).length;
      tick.textContent = finished ? "✓" : "";
      state.textContent = finished ? "done" : section.ids.length ? `${answered} of ${section.ids.length}` : "to read";
    }
    const minutes = Math.max(5, 5 * Math.round((this.about.minutes * (1 - standing.share)) / 5));
    this.left.textContent = standing.share === 1 ? "All is done" : `About ${minutes} minutes left`;
    this.going.hidden = this.gone || !standing.next;
  }

  go(section) {
    this.list.hidePopover();
    this.gone = true;
    this.show();
    goTo(this.panel, section.place);
  }

  // Below its button; a popover lies above all else on the page and is closed by Escape or a click elsewhere.
  place() {
    const { left, bottom } = this.opener.getBoundingClientRect();
    this.list.style.inset = `${bottom + 6}px auto auto ${Math.max(8, Math.min(left, innerWidth - this.list.offsetWidth - 8))}px`;
  }

  say(words) {
    this.said.textContent = words;
  }

  // For a lesson that does not start by itself.
  offer(start) {
    const begin = button("Start the lesson", () => {
      begin.remove();
      start();
    }, { class: "ol-bar-main" });
    this.say("This notebook came from somewhere else.");
    this.said.after(begin);
  }
}
