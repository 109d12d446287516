// The steps shown so far: the one that is on, and the others to go back to. A step is built when it is first looked at and
// anew only when something about it has changed that its author did not do on this page.

import { at, make, paragraphs } from "../../player/dom.js";
import { bars, summary } from "./bars.js";
import { leadUp, ordinal, parsed } from "./elements.js";
import { isHere, whenBetter } from "./fetched.js";
import { typeOf } from "../../player/item_types.js";
import { mount } from "../../player/mounting.js";

const KEPT = "What you write here is kept on the instructor’s computer until the instructor deletes the workshop. Nobody else in the room sees it; what you say you will do may be shown later, without your name.";
const HELD = { locked: "Closed. The result appears when it is shown to the room.", open: "", revealed: "" };

// A range that holds the truth and a text that its writer has ticked are no right answers; nor is a game.
const GRADED = ({ block }) => typeOf(block.item.type).graded;

export class Steps {
  constructor(link, hosts) {
    this.link = link;
    this.hosts = hosts;
    this.built = new Map();
    this.chosen = "";
    this.seen = "";
    this.place = make("div.ws-steps");
    this.news = make("div.ws-news", { "aria-live": "polite" });
    this.list = make("nav.ws-earlier", { "aria-label": "What has been shown" });
    this.idle = make("p.ws-card.ws-idle", {}, "You are in. The first page will appear here when the instructor starts.");
  }

  get room() {
    return this.link.boards.room?.room ?? { now: "", order: [] };
  }

  view(id) {
    return this.link.boards.room?.[`step:${id}`];
  }

  // Something about some steps has changed; `names` are their ids.
  changed(names) {
    if (!this.link.boards.mine) return; // a page without one's own answers would be a page that lost them
    const { now, order } = this.room;
    this.idle.hidden = order.length > 0 || this.ended;
    if (now !== this.seen) this.arrive(now);
    const ending = this.ended !== this.wasEnded;
    this.wasEnded = this.ended;
    for (const id of ending ? this.built.keys() : names) if (this.built.has(id)) this.build(id);
    this.paintList();
  }

  get ended() {
    return Boolean(this.room.ended);
  }

  // The line has gone or come back: what waits is spoken of otherwise.
  lineChanged() {
    for (const id of this.built.keys()) if (this.hosts.waiting(id).length) this.build(id);
  }

  refused(event, why) {
    this.hosts.refuse(event, why);
    if (this.built.has(event.step)) this.build(event.step);
  }

  // Somebody is writing here: a text or a number of an open question, or a line of a worksheet. What is ticked is kept.
  get busy() {
    const entry = this.built.get(this.chosen);
    const view = this.view(this.chosen);
    if (!entry?.touched || !view || this.ended) return false;
    return view.kind === "ask" ? view.status === "open" : view.kind === "worksheet" && entry.section.contains(document.activeElement);
  }

  // The room goes on. Who has begun an answer is told and not torn away.
  arrive(now) {
    const { busy } = this;
    const was = this.seen;
    this.seen = now;
    if (!this.view(now)) return;
    if (!busy) this.choose(now, Boolean(was));
    const { title } = this.view(now);
    const go = make("button.ol-button.ol-main", { type: "button", click: () => this.choose(now, true) }, `Go to “${title}”`);
    this.news.replaceChildren(busy ? make("p", {}, "The room has moved on. ", go) : make("p.ol-unseen", {}, `Now: ${title}`));
  }

  choose(id, focus = false) {
    if (id !== this.chosen) this.built.get(this.chosen)?.section.querySelector(":focus")?.blur(); // a draft is kept when its field is left
    this.chosen = id;
    if (id === this.seen) this.news.replaceChildren();
    if (!this.built.has(id)) this.build(id);
    for (const [other, { section }] of this.built) section.hidden = other !== id;
    this.paintList();
    if (!focus) return;
    const { section } = this.built.get(id);
    scrollTo({ top: 0 });
    section.focus({ preventScroll: true });
  }

  signature(view, known) {
    const mine = (this.link.boards.mine?.[`step:${view.id}`] ?? []).filter(({ id }) => !known.has(id));
    const own = view.kind === "ask" ? mine.map(({ id, outcome }) => [id, Boolean(outcome)]) : [];
    const waiting = view.kind === "ask" && this.link.online && this.hosts.waiting(view.id).some(({ id }) => !known.has(id));
    return JSON.stringify([view.status, view.mode, view.round, view.result, own, this.hosts.refusal(view)?.words, waiting, this.ended, this.link.boards.mine?.[`pair:${view.id}`]]);
  }

  build(id) {
    const view = this.view(id);
    if (!view) return;
    const entry = this.built.get(id) ?? this.blank(id);
    const focused = entry.section.contains(document.activeElement);
    const signature = this.signature(view, entry.known);
    if (signature === entry.signature && (focused || !this.elsewhere(id, entry))) return;
    const anew = entry.round && view.round > entry.round;
    entry.remove();
    entry.touched = false;
    entry.round = view.round;
    const body = make("div");
    entry.section.replaceChildren(...[this.heading(view), leadUp(view.lead), body, ...this.after(view)].filter(Boolean));
    entry.known.clear();
    entry.signature = this.signature(view, entry.known);
    entry.remove = this.fill(body, view, entry);
    if (anew && id === this.chosen) this.askAnew(view, entry.section);
    else if (focused) entry.section.focus({ preventScroll: true });
  }

  // The same question once more: whoever has scrolled down would not see that it is.
  askAnew(view, section) {
    scrollTo({ top: 0 });
    section.focus({ preventScroll: true });
    this.news.replaceChildren(make("p.ol-unseen", {}, this.again(view)));
  }

  again({ id, round, title }) {
    return `${ordinal(round)} vote on “${title}”. ${this.talk(id)} Then answer once more.`;
  }

  // Whom to talk to first: somebody near who said something else, as far as that is known.
  talk(id) {
    const { letter, place } = this.link.boards.mine?.[`pair:${id}`] ?? {};
    if (!letter) return "Say to a neighbour what you chose, and why.";
    if (!place) return `Find somebody who said ${letter}, and hear why.`;
    const here = place.toLowerCase() === this.link.boards.mine.me?.place.toLowerCase();
    return here ? `Somebody at your own place, ${place}, said ${letter}: hear why.` : `Somebody at ${place} said ${letter}: go and hear why.`;
  }

  // Another device has written on this worksheet; while somebody writes here, what is here stays.
  elsewhere(id, entry) {
    return Object.entries(this.link.boards.mine[`sheet:${id}`] ?? {}).some(([name, value]) => entry.kept[name] !== value);
  }

  blank(id) {
    const section = make("section.ws-step", { tabindex: "-1", "data-step": id });
    this.place.append(section);
    const entry = { section, signature: null, known: new Set(), kept: {}, touched: false, round: 0, remove: () => {} };
    section.addEventListener("input", ({ target }) => (entry.touched ||= /** @type {HTMLElement} */ (target).matches("textarea, input[type=text]")));
    this.built.set(id, entry);
    return entry;
  }

  fill(body, view, entry) {
    if (view.html) body.append(...parsed(view.html));
    if (!view.block) return () => {};
    const known = {
      add: (id) => entry.known.add(id), delete: (id) => entry.known.delete(id), keep: (entries) => Object.assign(entry.kept, entries),
      sent: () => (entry.touched = false),
      refused: (response, why) => this.refused({ step: view.id, round: view.round, response }, why),
    };
    // What was sent from here is no news: the page shows it already.
    const host = this.hosts.of(view, known, this.ended);
    let remove = () => {};
    const show = () => {
      remove();
      remove = mount(body, view.block, host);
    };
    if (isHere(view.block)) show();
    else body.append(make("p.ol-note", { role: "status" }, "Loading …"));
    whenBetter(view.block, () => body.isConnected && show());
    return () => remove();
  }

  heading(view) {
    const vote = view.round > 1 && view.status === "open" ? `${ordinal(view.round)} vote. ${this.talk(view.id)} Then answer once more.` : "";
    const held = this.ended && view.status === "open" ? "Closed: the workshop has ended." : HELD[view.status];
    const closed = view.kind === "ask" ? held : "";
    const refused = this.hosts.refusal(view)?.words;
    const sheet = view.kind === "worksheet" && make("p.ol-note", {}, KEPT);
    return make("div.ws-state", {}, make("h2.ol-unseen", {}, `Step ${view.number}`), refused && make("p.ws-refused", { role: "alert" }, refused), vote && !this.ended && make("p.ws-again", {}, vote), closed && make("p.ws-closed", {}, closed), sheet);
  }

  after({ id, result, block }) {
    if (!result) return [];
    const said = this.link.boards.mine?.[`step:${id}`]?.at(-1)?.outcome?.feedback ?? [];
    const { rounds, answer, why, texts } = result;
    return [
      make("section.ws-card.ws-result", { "aria-label": "How the room answered" },
        make("h2", {}, "How the room answered"), make("p", {}, summary(rounds)), bars(rounds),
        make("h3", {}, typeOf(block.item.type).answer), paragraphs(answer), why && !said.some((one) => one.toLowerCase().endsWith(why.toLowerCase())) && make("p", {}, why),
        texts.length ? [make("h3", {}, "From the room"), make("ul.ws-texts", {}, texts.map((one) => make("li", {}, one)))] : []),
    ];
  }

  paintList() {
    const { order, now } = this.room;
    const links = order.map((id) => {
      const view = this.view(id);
      if (!view) return null;
      const state = id === now && !this.ended ? "now" : view.kind === "ask" ? this.standing(view) : "";
      const click = () => this.choose(id, true);
      return make("li", {}, make("button.ws-link", { type: "button", click, "aria-current": id === this.chosen && "step" }, `${view.number} ${view.title}`, state && make("span.ol-note", {}, ` ${state}`)));
    });
    const open = at("earlier")?.open ?? false;
    const details = make("details", { id: "earlier", open }, make("summary", {}, `What has been shown: ${order.length}`), make("ol", {}, links));
    const text = details.textContent;
    this.list.hidden = order.length < 2;
    if (this.text === text + this.chosen) return;
    this.text = text + this.chosen;
    const focused = this.list.contains(document.activeElement);
    this.list.replaceChildren(details);
    if (focused) details.querySelector("summary").focus();
  }

  standing(view) {
    const mine = this.link.boards.mine?.[`step:${view.id}`] ?? [];
    if (!mine.length) return view.status === "open" && !this.ended ? "to answer" : "not answered";
    return mine.at(-1).outcome?.correct && GRADED(view) ? "right" : "answered";
  }

  progress() {
    const asked = this.room.order.map((id) => this.view(id)).filter((view) => view?.kind === "ask");
    const mine = asked.map((view) => this.link.boards.mine?.[`step:${view.id}`] ?? []);
    const answered = mine.filter((list) => list.length);
    const right = asked.filter((view, i) => GRADED(view) && mine[i].some(({ outcome }) => outcome?.correct));
    // Not before something was: a bet is neither right nor wrong, and a zero would read as a mark.
    const shown = right.length ? `; so far ${right.length} shown to be right` : "";
    return asked.length ? `You have answered ${answered.length} of ${asked.length}${shown}.` : "";
  }
}
