// Who waits for help, always in view: since when, where, and whether somebody is on the way. What is new can be heard, and
// the count stands in the title of the window.

import { make, tell } from "../../player/dom.js";
import { read, write } from "./queue.js";
import { shape, swap } from "./elements.js";
import { minutes } from "./codes.js";

const SOUND = "ol-console-sound";
const NOTES = [660, 880]; // hertz
const LENGTH = 0.18; // seconds
const FIRST = 3; // as many as stand there before the rest is one press away

export class Help {
  // `does(words, key, can, click)` makes a button; `act(command)` does what it says.
  constructor(strip, status, { does, act, now, stepOf }) {
    this.strip = strip;
    this.status = status;
    this.does = does;
    this.act = act;
    this.now = now;
    this.stepOf = stepOf;
    this.tones = null;
    this.waiting = [];
    this.known = null;
    this.title = document.title;
    this.sound = read(SOUND) ?? true;
    this.all = false;
    // A browser lets nothing be heard before somebody has touched the page.
    document.addEventListener("pointerdown", () => this.tones?.resume(), { passive: true });
  }

  paint(waiting) {
    this.waiting = waiting;
    const ids = waiting.map(({ who }) => who);
    const fresh = this.known && ids.some((who) => !this.known.includes(who));
    this.known = ids;
    document.title = waiting.length ? `(${waiting.length}) ${this.title}` : this.title;
    const shown = this.all ? waiting : waiting.slice(0, FIRST);
    const more = waiting.length > FIRST && this.does(this.all ? "Show fewer" : `and ${waiting.length - FIRST} more`, "help-all", true, () => this.toggle("all"));
    const sound = this.does(this.sound ? "Sound on" : "Sound off", "help-sound", true, () => this.toggle("sound"));
    const none = this.sound ? "Nobody needs help" : "Nobody needs help (sound off)";
    this.strip.classList.toggle("wc-needed", waiting.length > 0);
    swap(this.strip, make("h2", {}, shape("help"), waiting.length ? `Help: ${waiting.length} waiting` : none), make("ol", {}, shown.map((one) => this.row(one))), more, sound);
    if (!fresh) return;
    const last = waiting.at(-1);
    tell(this.status, `${last.called} needs help${last.place ? `, at ${last.place}` : ""}.`);
    if (this.sound) this.ring();
  }

  toggle(what) {
    this[what] = !this[what];
    if (what === "sound") write(SOUND, this.sound);
    this.paint(this.waiting);
  }

  row({ who, called, place, since, step, going }) {
    const where = this.stepOf(step);
    const words = [place, minutes(Math.max(0, this.now() - since)), where && `at ${where.number}`].filter(Boolean).join(" · ");
    const go = going ? make("span.wc-going", {}, "somebody is going") : this.does("I go", `go-${who}`, true, () => this.act({ kind: "going", who }), "ol-plain");
    return make("li", {}, make("span", {}, make("span.wc-called", {}, called), make("span.ol-note", {}, ` ${words}`)), go, this.does("Helped", `helped-${who}`, true, () => this.act({ kind: "helped", who }), "ol-plain"));
  }

  ring() {
    this.tones ??= new AudioContext();
    NOTES.forEach((hertz, i) => {
      const [tone, volume] = [this.tones.createOscillator(), this.tones.createGain()];
      const from = this.tones.currentTime + i * LENGTH;
      tone.frequency.value = hertz;
      volume.gain.setValueAtTime(0.15, from);
      volume.gain.exponentialRampToValueAtTime(0.001, from + LENGTH);
      tone.connect(volume).connect(this.tones.destination);
      tone.start(from);
      tone.stop(from + LENGTH);
    });
  }
}
