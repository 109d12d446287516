// What the player asks of this page: a host for each step (docs/how-it-is-built.md), which sends through the queue and
// judges nothing.

import { typeOf } from "../../player/item_types.js";
import WORDS_JSON from "../../player/words.json";
import { letterOf } from "./elements.js";
import { problemSaid } from "./codes.js";
import { read, remove, write } from "./queue.js";

const APART = 1000; // milliseconds between two words on where a phone stands
const PATIENCE = 4000;
const NOTED = "The result appears when it is shown to the room.";
const CHANGE = "You can change your answer until the question is closed.";
const WAITING = "You are offline. Your answer is saved on this device and will be sent as soon as you are online.";
const SLOW = "Your answer is saved on this device. The server has not confirmed it yet; it will be sent again until it does.";
const LATE = "It came after the question was closed: you can still see it, but it does not count.";

// What the form itself can put right; any other refusal is about the question and stands above it.
const FORM = ["nothing-chosen", "not-a-number", "out-of-range", "sum", "range-order", "no-confidence", "too-short", "too-long", "not-a-response", "share", "more-than-a-number"];

const late = () => new Promise((done) => setTimeout(() => done(null), PATIENCE));

export class Hosts {
  constructor(link, queue, seat) {
    this.link = link;
    this.standing = new Standing(link);
    this.queue = queue;
    this.seat = seat;
    this.draftKey = `ol-draft/${seat.token.slice(0, 12)}/`;
    this.slidersKey = `ol-sliders/${seat.token.slice(0, 12)}/`;
    this.refusedKey = `ol-refused/${seat.token.slice(0, 12)}/`;
  }

  mine(name) {
    return this.link.boards.mine?.[name];
  }

  waiting(step) {
    return this.queue.pending().map(({ event }) => event).filter((event) => event.step === step);
  }

  held(words) {
    return { valid: true, held: true, correct: false, score: 0, feedback: words, brier: null };
  }

  get waitingWords() {
    return this.link.online ? SLOW : WAITING;
  }

  // What was not taken at a step, and why: shown there until an answer is taken, or the question is asked anew.
  refusal(view) {
    const kept = read(this.refusedKey + view.id);
    return kept && kept.round === view.round && !this.waiting(view.id).length ? kept : null;
  }

  refuse({ step, round = 0, response = null }, why) {
    write(this.refusedKey + step, { round: round || (this.link.boards.room?.[`step:${step}`]?.round ?? 0), response, words: problemSaid(why) });
  }

  // What is kept of a step for the player: in an open vote the answers of this round, else all.
  attempts(view) {
    const sent = (this.mine(`step:${view.id}`) ?? []).filter(({ round }) => view.mode !== "vote" || view.status === "revealed" || round === view.round);
    const known = new Set(sent.map(({ id }) => id));
    const waiting = this.waiting(view.id).filter(({ id, kind, round }) => kind === "answer" && round === view.round && !known.has(id));
    const noted = this.notedWords(view);
    return [
      ...sent.map(({ response, outcome }) => ({ response, outcome: outcome ?? this.held(noted) })),
      ...waiting.map(({ response }) => ({ response, outcome: this.held([this.waitingWords]) })),
    ];
  }

  notedWords(view) {
    const { type } = view.block.item;
    const once = typeOf(type).committed || WORDS_JSON.tests.includes(view.block.section);
    return view.status === "open" && !once ? [NOTED, CHANGE] : [NOTED];
  }

  of(view, known, ended = false) {
    const entries = this.entries(view.id);
    known.keep(entries);
    const closed = view.kind === "ask" && (view.status !== "open" || ended);
    const refused = closed ? this.refusal(view)?.response : null;
    return {
      closed,
      holds: view.mode === "vote",
      told: view.status === "revealed",
      open: true, // the instructor has shown it
      learner: this.seat.name,
      restore: () => ({ attempts: view.kind === "ask" ? this.attempts(view) : [], entries, ...read(this.slidersKey + view.id), draft: closed ? refused : read(this.draftKey + view.id) }),
      letter: letterOf,
      draft: (response) => write(this.draftKey + view.id, response),
      submit: (response) => this.submit(view, response, known),
      keep: (values, changed) => (view.kind === "worksheet" ? this.keep(view.id, changed, known) : this.keepSliders(view.id, { values })),
      reached: (reached) => this.keepSliders(view.id, { reached }),
      at: (values, found) => this.standing.at(view.id, values, found),
      attemptsAt: (item) => (this.mine(`step:ask:${item}`) ?? []).filter(({ outcome }) => outcome),
      entriesAt: (block) => this.entries(`worksheet:${block}`),
    };
  }

  // Where the sliders of an explorer stand is no answer: it stays on this device.
  keepSliders(step, news) {
    write(this.slidersKey + step, { ...read(this.slidersKey + step), ...news });
  }

  async submit(view, response, known) {
    const { id, answer } = this.queue.add({ kind: "answer", step: view.id, round: view.round, response });
    known.add(id);
    known.sent();
    remove(this.draftKey + view.id);
    remove(this.refusedKey + view.id);
    const ack = this.link.online ? await Promise.race([answer, late()]) : null;
    if (!ack) {
      known.delete(id); // what becomes of it is shown when it is known
      this.queue.leave(id);
      return this.held([this.waitingWords]);
    }
    if (ack.status === "kept") return ack.outcome ?? this.held(ack.counts ? this.notedWords(view) : [LATE]);
    if (FORM.includes(ack.why)) return { valid: false, refusal: ack.why };
    known.refused(response, ack.why);
    return this.held([problemSaid(ack.why)]);
  }

  entries(step) {
    const waiting = this.waiting(step).filter(({ kind }) => kind === "keep");
    return Object.assign({}, this.mine(`sheet:${step}`), ...waiting.map(({ entries }) => entries));
  }

  // Only what was changed here: another tab of the same person may have written the other fields meanwhile.
  async keep(step, changed, known) {
    const before = this.entries(step);
    known.keep(changed);
    const news = Object.entries(changed).filter(([name, value]) => (before[name] ?? "") !== value);
    known.sent();
    if (!news.length) return;
    remove(this.refusedKey + step);
    const { id, answer } = this.queue.add({ kind: "keep", step, entries: Object.fromEntries(news) });
    const ack = this.link.online ? await Promise.race([answer, late()]) : null;
    if (!ack) this.queue.leave(id);
    if (!ack) throw new Error("Saved on this device until you are online.");
    if (ack.status === "refused") throw new Error(problemSaid(ack.why));
  }
}

// Where the explorers and the game of this phone stand, for the wall: the last of each, at most once a second. It is no
// answer, so it waits in no queue; after a cut, or where the server has begun anew, it is said again.
class Standing {
  constructor(link) {
    this.link = link;
    this.last = new Map();
    this.due = new Set();
    this.said = 0;
  }

  at(step, values, found = 0) {
    const before = JSON.stringify(this.last.get(step));
    this.last.set(step, { step, values, found });
    if (JSON.stringify(this.last.get(step)) === before) return;
    this.due.add(step);
    this.soon();
  }

  again() {
    for (const step of this.last.keys()) this.due.add(step);
    if (this.due.size) this.soon();
  }

  soon() {
    this.timer ??= setTimeout(() => this.say(), Math.max(0, this.said + APART - Date.now()));
  }

  say() {
    this.timer = undefined;
    const [step] = this.due;
    if (!step || !this.link.tell("at", this.last.get(step))) return; // without a line it is said when there is one
    this.said = Date.now();
    this.due.delete(step);
    if (this.due.size) this.soon();
  }
}
