// A participant's page: joining, then the steps, "done" and "help", a word to the instructor.

import { plural } from "../../player/amounts.js";
import { at, download, make, tell } from "../../player/dom.js";
import { FIRST_TYPES } from "../../player/first_items.js";
import { addTypes } from "../../player/item_types.js";
import { fetchNear } from "./fetched.js";
import { Hosts } from "./host.js";
import { invitation } from "./invitations.js";
import { join, leave, remember, seat } from "./join.js";
import { Link } from "./link.js";
import { PollCard } from "./poll.js";
import { Queue } from "./queue.js";
import { Signs } from "./signs.js";
import { Steps } from "./steps.js";
import { problemSaid } from "./codes.js";

addTypes(FIRST_TYPES);
const PAGE_KEPT = "my-workshop-page.html";
const main = at("main");

async function begin(why = "") {
  const mine = seat() ?? (await join(main, why));
  remember(mine);
  new Room(mine);
}

class Room {
  constructor(mine) {
    this.seat = mine;
    this.queue = new Queue(mine, { changed: (waiting) => this.tellLine(waiting), refused: (event, why) => this.refused(event, why) });
    this.link = new Link(mine.token, {
      heard: (board, names) => this.heard(board, names),
      acks: (list) => this.queue.acks(list),
      stands: (online) => this.stands(online),
      unknown: () => this.unknown(),
    });
    this.queue.join(this.link);
    this.steps = new Steps(this.link, new Hosts(this.link, this.queue, mine));
    this.build();
    this.pause = pauseIn(main);
    this.poll = new PollCard(this.link, this.queue);
    main.prepend(this.poll.drawn, this.poll.place);
    this.tellLine();
  }

  build() {
    this.progress = make("p.ol-note");
    this.notice = make("div.ws-notice", { role: "status" });
    const { news, idle, place, list } = this.steps;
    this.over = make("section.ws-card.ws-over", { hidden: true, "aria-label": "The end" }, make("h2", { tabindex: "-1" }, "The workshop has ended. Thank you."), make("p", {}, "Take your page with you before the instructor’s computer is closed: your answers, what was said of them, and what you wrote."), keepButton(this.link, this.queue));
    this.signs = new Signs(place, (sign) => this.sign(sign));
    this.moves = [this.more(), this.signs.bar];
    this.coming = make("div.ws-coming", { "aria-live": "polite" });
    main.replaceChildren(this.over, news, this.coming, idle, place, this.progress, list, ...this.moves, this.notice);
  }

  // After the end nothing can be sent, so nothing is there to send with; what was answered can be read.
  end(ended) {
    if (this.over.hidden === !ended) return;
    this.over.hidden = !ended;
    for (const part of this.moves) part.hidden = ended;
    if (!ended) return;
    this.notice.replaceChildren();
    at("earlier")?.setAttribute("open", "");
    scrollTo({ top: 0 });
    this.over.querySelector("h2").focus({ preventScroll: true });
  }

  sign(sign) {
    this.signs.paint(sign);
    this.queue.add({ kind: "sign", sign });
    const words = { done: "The instructor sees that you are done.", help: "Somebody will come. You can carry on in the meantime.", none: "Withdrawn." };
    this.say(words[sign]);
  }

  // Who waits for help says where, and is told when somebody comes.
  paintHelp({ sign, going, place }) {
    const state = JSON.stringify([sign === "help", going, place]);
    if (state === this.helped) return;
    this.helped = state;
    if (sign !== "help") return this.coming.replaceChildren();
    if (going) return this.coming.replaceChildren(make("p", {}, "Somebody is on the way to you."));
    if (place) return this.coming.replaceChildren();
    const input = make("input.ol-input", { id: "where", maxlength: "20", autocomplete: "off", enterkeyhint: "send" });
    const submit = (event) => {
      event.preventDefault();
      if (input.value.trim()) this.queue.add({ kind: "place", place: input.value.trim() });
      this.coming.replaceChildren();
    };
    this.coming.replaceChildren(make("form", { submit }, make("label.ol-label", { for: "where" }, "Where are you? A table or a seat"), input, make("button.ol-button", {}, "Say where")));
  }

  more() {
    const area = make("textarea.ol-input.ol-area", { id: "note", maxlength: "500", rows: "3" });
    const send = () => {
      const text = area.value.trim();
      if (!text) return area.focus();
      const { answer } = this.queue.add({ kind: "note", text });
      area.value = "";
      this.say(this.link.online ? "Sent to the instructor." : "Saved here, and sent when you are online.");
      answer.then((ack) => ack.status === "refused" && this.refused({ kind: "note" }, ack.why));
    };
    this.address = make("p.ol-note.ws-address");
    return make("details.ws-more", {}, make("summary", {}, "Message the instructor, or change device"),
      make("label.ol-label", { for: "note" }, "What is unclear, or what should everybody hear?"), area,
      make("p.ol-note", {}, "The instructor reads it first, and may show it without your name."),
      make("div.ol-actions", {}, make("button.ol-button", { type: "button", click: send }, "Send")),
      make("p.ws-device", {}, "To continue on another device, open this address there; do not share it:"), this.address, invitation(this.link, "seat"),
      make("p.ws-device", {}, "You have to leave early?"), keepButton(this.link, this.queue));
  }

  say(words) {
    this.notice.replaceChildren(make("p", {}, words));
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.notice.replaceChildren(), 4000);
  }

  heard(board, names) {
    const { me } = this.link.boards.mine ?? {};
    if (board === "mine" && names.includes("me") && me) this.greet(me);
    const steps = names.filter((name) => /^(step|sheet|pair):/.test(name)).map((name) => name.replace(/^(step|sheet|pair):/, ""));
    this.steps.changed(steps);
    tell(this.progress, this.steps.progress());
    const { lessons = [], ended, near } = this.steps.room;
    if (near) fetchNear(near);
    if (lessons.length) tell(at("title"), lessons.join(" · "));
    this.end(Boolean(ended));
    this.poll.paint(me);
    this.pause(Boolean(this.steps.room.paused) && !ended);
  }

  greet(me) {
    Object.assign(this.seat, { number: me.number, name: me.name });
    remember(this.seat);
    tell(at("who"), `You are No. ${me.number}${me.name ? `, ${me.name}` : ""}`);
    tell(this.address, `${new URL("./", location.href)}#seat=${this.seat.token}`);
    if (!this.queue.pending().some(({ event }) => event.kind === "sign")) this.signs.paint(me.sign);
    this.paintHelp(me);
  }

  stands(online) {
    if (online) this.queue.fresh();
    if (online) this.steps?.hosts.standing.again();
    this.tellLine();
    this.steps?.lineChanged();
  }

  tellLine(waiting = this.queue?.pending().length ?? 0) {
    const line = at("line");
    line.classList.toggle("ws-offline", this.link?.online === false);
    if (this.link?.online) tell(line, waiting ? `Sending ${plural(waiting, "answer")} …` : "Connected");
    else if (this.link?.online === false) tell(line, `No network. ${waiting ? `${plural(waiting, "answer")} saved here, sent later.` : "Your answers are saved here."}`);
    else tell(line, "Connecting …");
  }

  refused(event, why) {
    if (event.kind === "answer" || event.kind === "keep") this.steps.refused(event, why);
    if (event.kind === "note") this.say(`Your message to the instructor was not accepted. ${problemSaid(why)}`);
  }

  unknown() {
    leave();
    begin(problemSaid("not-known"));
  }
}

// "Eyes here": while it lasts, a phone takes nothing and says where to look. What was begun stays as it is.
function pauseIn(main) {
  const card = make("div.ws-pause", { hidden: true, role: "status" }, make("p", {}, "Eyes here, please. Your page comes back in a moment."));
  main.after(card);
  return (paused) => {
    card.hidden = !paused;
    main.inert = paused;
  };
}

// The page to take along: what somebody answered and wrote, as a file of their own that needs no network.
function keepButton(link, queue) {
  const said = make("p.ol-note", { role: "status" });
  const click = async () => {
    const waiting = queue.pending().length;
    if (!link.online) return (said.textContent = "No network at the moment. Try again when this page says “Connected”.");
    if (waiting) return (said.textContent = `${plural(waiting, "answer")} still to be sent. Try again in a moment.`);
    try {
      const answer = await fetch("api/page", { method: "POST", headers: { Authorization: `Bearer ${link.secret}` } });
      if (!answer.ok) throw new Error(String(answer.status));
      download(PAGE_KEPT, "text/html", await answer.blob());
      said.textContent = `Kept: look for ${PAGE_KEPT} among your downloads. It opens without a network.`;
    } catch {
      said.textContent = "That did not work. Try again in a moment.";
    }
  };
  return make("div.ws-keep", {}, make("button.ol-button.ol-main", { type: "button", click }, "Keep my page"), said);
}

begin();
