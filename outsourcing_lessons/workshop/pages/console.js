// The instructor's console, and the helpers' view of it: the agenda, the step, the room.

import { plural } from "../../player/amounts.js";
import { at, make, tell } from "../../player/dom.js";
import { askForm, asked, besideBox, lot, planButtons } from "./asking.js";
import { bar, doneList } from "./bar.js";
import { Countdown, chime } from "./countdown.js";
import { Drive } from "./drive.js";
import { invitations } from "./invitations.js";
import { agenda, paceWords, standing } from "./agenda.js";
import { listen } from "./keys.js";
import { Link } from "./link.js";
import { liveWords, quartersOf } from "./live.js";
import { Help } from "./help.js";
import { crowds, entrance, knocks } from "./entrance.js";
import { secretOf, spaced, swap } from "./elements.js";
import { read, write } from "./queue.js";
import { answers, controls, guide, looked, stateWords } from "./results.js";
import { problemSaid } from "./codes.js";

const SHOWN = "ol-console-bars";
const MOVES = ["open", "again"];
const UNDO = 10; // seconds in which a button takes back what was done last
const BOUNCE = 300; // milliseconds in which a key that is pressed again was pressed once
const REST = 800; // milliseconds after a change in which no button does anything: nobody means a second click so soon

class Console {
  constructor(secret) {
    this.chosen = "";
    this.seen = "";
    this.moves = [];
    this.look = null;
    this.side = new Set();
    this.shown = read(SHOWN) ?? true;
    this.resting = false;
    this.pressed = 0;
    this.pending = 0;
    this.state = "";
    this.places = {};
    this.frame();
    this.link = new Link(secret, {
      heard: () => this.paint(),
      stands: (online) => this.stands(online),
      unknown: () => swap(at("step"), make("p.ws-card", {}, "This address does not open a console. Copy it again from the window where you started the workshop.")),
    });
    this.drive = new Drive(this.places.drive, this.link);
    this.does = this.does.bind(this);
    this.button = this.button.bind(this);
    this.act = this.act.bind(this);
    this.help = new Help(at("help"), at("called"), { does: this.does, act: this.act, now: () => this.link.now(), stepOf: (id) => this.steps.find((step) => step.id === id) });
    setInterval(() => this.paint(), 1000);
    listen((key) => this.key(key));
    this.clock = new Countdown(() => this.link.now(), (words) => tell(at("time"), words), () => !this.watching && chime());
  }

  get board() {
    return this.link.boards.desk ?? {};
  }

  get watching() {
    return this.link.role !== "instructor";
  }

  frame() {
    const part = (name, parent, kind = "div") => {
      this.places[name] = make(`${kind}.wc-${name}`);
      parent.append(this.places[name]);
    };
    ["bar", "title", "controls", "plan", "state", "problem", "answers", "drive", "notes", "view"].forEach((name) => part(name, at("step")));
    this.places.problem.setAttribute("role", "alert");
    ["entrance", "stuck", "asking", "asked", "texts", "lot", "done", "seats", "devices", "ending"].forEach((name) => part(name, at("room"), "section"));
  }

  stands(online) {
    at("line").classList.toggle("ws-offline", !online);
    tell(at("line"), online ? (this.watching ? "Connected, watching" : "Connected") : "No connection to the server; trying again.");
    this.paint();
  }

  counts(id) {
    return this.board[`step:${id}`];
  }

  get steps() {
    return (this.board.agenda ?? []).flatMap((part) => part.steps.map((step) => ({ ...step, part })));
  }

  choose(id, focus = true) {
    this.chosen = id;
    this.look = null;
    this.paint();
    if (focus) this.places.title.querySelector("h2")?.focus({ preventScroll: innerWidth > 900 });
    this.link.do({ kind: "look", step: id }).then(({ look }) => {
      if (look && look.id === this.chosen) this.look = look;
      this.paint();
    });
  }

  get waits() {
    return this.resting || this.pending > 0;
  }

  // For a moment after each change the buttons wait; they show it, and what is pressed meanwhile is not done.
  rest() {
    this.resting = true;
    clearTimeout(this.rested);
    this.rested = setTimeout(() => {
      this.resting = false;
      this.paint();
    }, REST);
  }

  // A button that does something in the room, or goes on to the next step; one that cannot be pressed now keeps its place.
  does(words, key, can, click, css = "ol-quiet") {
    const dead = !can || this.waits;
    const press = () => can && !this.waits && click();
    return make(`button.ol-button.${css || "ol-plain"}`, { type: "button", "data-key": key, "aria-disabled": dead && "true", click: press }, words);
  }

  // A key says at which cue it was pressed, so that none counts for what has come meanwhile: it need not rest as long.
  press(command) {
    if (this.pending || Date.now() - this.pressed < BOUNCE) return;
    this.pressed = Date.now();
    this.send(command);
  }

  async act(command) {
    if (!this.waits) await this.send(command);
  }

  async send(command) {
    if (MOVES.includes(command.kind) && command.step !== this.seen) this.moves.push(command.step);
    this.pending += 1;
    this.rest();
    this.paint();
    const { problem, detail } = await this.link.do(command);
    this.pending -= 1;
    this.paint();
    if (problem === "moved-on") return false;
    if (problem) this.moves = this.moves.filter((step) => step !== command.step);
    this.heard(problem, detail);
    return !problem;
  }

  heard(problem, detail) {
    swap(this.places.problem, problem && make("p.ws-problem", {}, problemSaid(problem), detail && ` (${detail})`));
  }

  key(kind) {
    const { room } = this.board;
    if (room && !this.watching) this.press(kind === "blank" ? { kind, blank: !room.blank } : { kind, from: room.cue });
  }

  // What the button takes back: the last thing done, for ten seconds; the rest is in the list.
  get undoable() {
    const [last] = this.board.done;
    return last?.can && this.link.now() - last.at < UNDO ? last : null;
  }

  // Whether the room has gone on to where this console should follow. A move of one's own is heard of a moment later; by
  // then one may look at something else, and stays there.
  moved(now) {
    if (!now || now === this.seen) return false;
    this.seen = now;
    const own = this.moves.indexOf(now);
    this.moves.splice(0, own + 1);
    return own < 0 && now !== this.chosen;
  }

  paint() {
    const { board } = this;
    if (!board.agenda) return;
    if (this.moved(board.room.now)) return this.choose(board.room.now, false);
    if (!this.chosen) return this.choose(this.steps.find((step) => standing(step, this.counts(step.id)) === "waiting")?.id ?? this.steps[0].id, false);
    swap(at("agenda"), agenda(board.agenda, (id) => this.counts(id), this.chosen, board, (id) => this.choose(id)));
    this.paintTop(board);
    this.paintStep(board);
    this.paintRoom(board);
  }

  paintTop({ pace, people, join, room, admission }) {
    this.clock.set(room.ends);
    tell(at("pace"), room.ended ? `The workshop has ended. ${admission.took} of ${people.joined} have kept their page.` : paceWords(pace));
    const fact = (number, words) => make("div", {}, make("dt", {}, words), make("dd", {}, String(number)));
    swap(at("facts"), make("dl", {}, fact(people.joined, "joined"), fact(people.done, "done"), fact(spaced(join.code), "code")));
  }

  paintStep({ people, live }) {
    const { steps } = this;
    const step = steps.find(({ id }) => id === this.chosen);
    const rest = steps.slice(steps.indexOf(step) + 1);
    const next = rest.find((one) => standing(one, this.counts(one.id)) === "waiting");
    const counts = this.counts(step.id);
    const { title, view, notes } = this.places;
    const { ended } = this.board.room;
    this.notice(step, counts, ended);
    const { act, does } = this;
    const doing = { act, does, now: this.link.now(), atOnce: (command) => this.send(command) };
    swap(this.places.bar, !this.watching && !ended && bar(() => ({ room: this.board.room, undo: this.undoable }), doing));
    swap(this.places.plan, !this.watching && !ended && planButtons(step, steps, ["waiting", "skipped"].includes(standing(step, counts)), doing));
    swap(this.places.lot, !this.watching && !ended && lot(this.board, doing));
    swap(this.places.asked, !this.watching && asked(this.board, doing));
    if (!this.watching && !this.places.asking.firstChild) this.places.asking.append(askForm((command) => this.send(command)));
    swap(this.places.done, !this.watching && doneList(this.board.done, doing));
    swap(title, make("p.ol-note", {}, `${step.part.title} · about ${Math.max(1, Math.round(step.minutes))} min`), make("h2", { tabindex: "-1", "data-key": "title" }, `${step.number} ${step.title}`));
    swap(this.places.controls, controls(step, counts, next, { act, choose: (id) => this.follow(id), does, watching: this.watching, ended }));
    swap(this.places.state, stateWords(step, counts, ended));
    const toggle = step.asks && counts?.rounds?.length ? this.toggle() : null;
    const own = counts?.own && make("p.ol-note", {}, `In JupyterLab: ${counts.own.words}, to variants of their own.`);
    const moved = live?.step === step.id && (live.quarters ? quartersOf(live) : make("p.wc-count", {}, liveWords(live)));
    swap(this.places.answers, moved, answers(step, counts, people.joined, this.shown), own, toggle);
    swap(notes, guide(step.part));
    const look = this.look?.id === step.id ? this.look : null;
    this.drive.show(this.watching ? null : look, Boolean(counts) && counts.status !== "waiting", live);
    swap(view, this.drive.id ? [] : looked(step, look));
  }

  // The next step has its button where this one has: a second click must not go two steps on.
  follow(id) {
    this.rest();
    this.choose(id);
  }

  // What is so in the room has changed, here or on another console: then what the buttons mean has changed, too.
  notice(step, counts, ended) {
    const state = JSON.stringify([step.id, counts?.status, counts?.rounds?.length, counts?.skipped, ended]);
    const same = this.state.startsWith(JSON.stringify([step.id]).slice(0, -1));
    if (this.state && same && state !== this.state) this.rest();
    this.state = state;
  }

  toggle() {
    const click = () => {
      this.shown = !this.shown;
      write(SHOWN, this.shown);
      this.paint();
    };
    return make("button.ol-button.ol-quiet", { type: "button", click, "data-key": "bars", "aria-pressed": String(!this.shown) }, this.shown ? "Hide how they answer" : "Show how they answer");
  }

  // ---- The room ----

  paintRoom({ help, stuck, texts, seats, room, admission, join }) {
    const { places } = this;
    swap(places.entrance, knocks(admission, this.button), entrance(join, admission, room, this.button));
    this.help.paint(help);
    swap(places.stuck, stuck.length ? [make("h2", {}, `Stuck: ${stuck.length}`), make("p.ol-note", {}, "Three wrong and none right in five minutes."), make("ul", {}, stuck.map(({ called, wrong }) => make("li", {}, make("span.wc-called", {}, called), make("span.ol-note", {}, ` ${plural(wrong, "answer")}, none right`))))] : []);
    const fresh = [...texts].sort((a, b) => b.at - a.at).slice(0, 60);
    swap(places.texts, texts.length ? [make("h2", {}, `Written: ${texts.length}`), make("p.ol-note", {}, "Shown on the projector only if you choose to, and without a name."), make("ul", {}, fresh.map((one) => this.written(one)))] : []);
    swap(places.seats, crowds(admission, this.button), seats.length ? make("details", {}, make("summary", { "data-key": "seats" }, `Who is here: ${seats.length}`), make("ul", {}, seats.map((one) => this.seated(one)))) : []);
    const end = !this.watching && !room.ended && room.began !== null;
    if (!this.watching && !places.devices.firstChild) places.devices.append(...invitations(this.link));
    swap(places.ending, end ? make("details", {}, make("summary", { "data-key": "ending" }, "End the workshop"), make("p", {}, "Nobody can answer any more; everything stays saved."), this.button("End it now", "end", { kind: "end" })) : []);
  }

  button(words, key, command) {
    return !this.watching && this.does(words, key, true, () => this.act(command));
  }

  written({ id, text, shown, step, called }) {
    const where = this.steps.find((one) => one.id === step);
    const by = make("span.ol-note", {}, called, where && ` · ${where.number} ${where.title}`);
    const words = shown ? "Take off the projector" : "Show without the name";
    return make(`li${shown ? ".wc-on-wall" : ""}`, {}, make("p.wc-text", {}, text), by, this.button(words, `show-${id}`, { kind: "show", text: id, shown: !shown }), !this.watching && besideBox(id, this.side, (name, on) => this.beside(name, on)));
  }

  // Two or three that were chosen stand on the wall at once, and none when there are fewer.
  beside(id, on) {
    this.side.delete(id);
    if (on) this.side.add(id);
    if (this.side.size > 3) this.side.delete([...this.side][0]);
    const texts = this.side.size > 1 ? [...this.side] : [];
    if (texts.length !== 0 || this.board.spot.beside.length) this.send({ kind: "beside", texts });
    this.paint();
  }

  seated({ who, called, readmit }) {
    const again = readmit ? make("span.ol-note", {}, " may join again") : readmit === false && this.button("Let in again", `readmit-${who}`, { kind: "readmit", who });
    return make("li", {}, make("span.wc-called", {}, called), again, this.button("Remove", `remove-${who}`, { kind: "remove", who }));
  }
}

new Console(secretOf("console"));
