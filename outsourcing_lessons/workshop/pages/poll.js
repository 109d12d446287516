// A question of the instructor's own, on a phone: choose, type a number or a few words, or write on the wall that all see.

import { make } from "../../player/dom.js";
import { letterOf } from "./elements.js";
import { problemSaid } from "./codes.js";

const LONGEST = { number: 30, words: 30, wall: 280 };
const ASKED = { number: "Your number", words: "A word or two", wall: "Write to the room: nobody sees your name" };

export class PollCard {
  constructor(link, queue) {
    this.link = link;
    this.queue = queue;
    this.place = make("section.ws-card.ws-poll", { hidden: true, tabindex: "-1", "aria-label": "Asked just now" });
    this.said = make("p.ol-note", { role: "status" });
    this.drawn = make("p.ws-drawn", { hidden: true, role: "status" }, "Your number was drawn.");
    this.id = "";
  }

  paint(me) {
    const { poll, drawn } = this.link.boards.room ?? {};
    this.drawn.hidden = !drawn || drawn !== me?.number;
    const mine = this.link.boards.mine?.poll ?? [];
    this.place.hidden = !poll;
    if (!poll) return;
    if (poll.id !== this.id) this.build(poll);
    const given = mine.filter((one) => one.poll === poll.id && one.text).map(({ text }) => text);
    this.form.hidden = !poll.open;
    this.mine.replaceChildren(...given.map((text) => make("li", {}, text)));
    for (const input of /** @type {any} */ (this.form).querySelectorAll("input[type=radio]")) input.checked = input.value === (this.sent ?? given.at(-1));
    if (!poll.open) this.said.textContent = "Closed.";
    const ups = new Set(mine.filter(({ up }) => up).map(({ up }) => up));
    this.others.replaceChildren(...(poll.posts ?? []).map((post) => this.post(post, ups.has(post.id), poll.open)));
  }

  build(poll) {
    const arrived = this.id !== poll.id;
    Object.assign(this, { id: poll.id, sent: undefined });
    this.said.textContent = "";
    this.mine = make("ul.ws-mine", { "aria-label": "What you sent" });
    this.others = make("ul.ws-posts", { "aria-label": "What others wrote" });
    this.form = poll.form === "choice" ? this.choices(poll) : this.line(poll);
    this.place.replaceChildren(make("h2", {}, poll.prompt), this.form, ...(poll.form === "choice" ? [] : [this.mine]), this.said, this.others);
    if (arrived) this.place.scrollIntoView({ block: "start" });
  }

  choices({ options }) {
    const name = `poll-${this.id}`;
    const change = ({ target }) => this.send(target.value);
    const row = (text, i) => make("label.ws-option", {}, make("input", { type: "radio", name, value: text, change }), make("span.ws-letter", { "aria-hidden": "true" }, letterOf(i)), make("span", {}, text));
    return make("div.ws-options", { role: "radiogroup", "aria-label": "Choose one" }, options.map(row));
  }

  line({ form }) {
    const id = `line-${this.id}`;
    const kind = form === "wall" ? "textarea.ol-input" : "input.ol-input";
    const input = make(kind, { id, maxlength: String(LONGEST[form]), autocomplete: "off", ...(form === "wall" ? { rows: "3" } : { type: "text", inputmode: form === "number" ? "decimal" : "text" }) });
    const submit = (event) => {
      event.preventDefault();
      const text = input.value.trim();
      if (!text) return input.focus();
      input.value = "";
      this.send(text);
    };
    return make("form.ws-line-form", { submit }, make("label.ol-label", { for: id }, ASKED[form]), input, make("button.ol-button.ol-main", { type: "submit" }, "Send"));
  }

  async send(text) {
    this.sent = text;
    this.said.textContent = this.link.online ? "" : "Saved here, and sent when you are online.";
    await this.ask({ kind: "post", poll: this.id, text }, "Noted.");
  }

  async ask(event, words) {
    const { answer } = this.queue.add(event);
    const { status, why } = await answer;
    this.said.textContent = status === "refused" ? problemSaid(why) : words;
  }

  post({ id, text, ups }, mine, open) {
    const click = () => this.ask({ kind: "upvote", poll: this.id, post: id, up: !mine }, "");
    const vote = make("button.ol-button", { type: "button", "aria-pressed": String(mine), "data-key": `up-${id}`, click, disabled: !open }, `▲ ${ups}`, make("span.ol-unseen", {}, " votes for this"));
    return make("li", {}, make("span.ws-post", {}, text), vote);
  }
}
