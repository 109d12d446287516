// A phone as a remote: forward, back, blank, eyes here, a countdown, undo; and what to say at what is on the wall.

import { at, make, tell } from "../../player/dom.js";
import { nextWords, stageButtons, undoWords } from "./bar.js";
import { Countdown } from "./countdown.js";
import { secretOf, swap } from "./elements.js";
import { Link } from "./link.js";
import { problemSaid } from "./codes.js";

const REST = 400; // milliseconds in which a thumb that trembles presses nothing twice

const places = Object.fromEntries(["now", "problem", "stage", "time", "undo", "turn"].map((name) => [name, make(`div.wr-${name}${["stage", "time", "undo", "turn"].includes(name) ? ".wr-row" : ""}`)]));
places.problem.setAttribute("role", "alert");
at("main").append(...Object.values(places));
let resting = false;

const link = new Link(secretOf("remote"), {
  heard: paint,
  stands: (online) => {
    at("line").classList.toggle("ws-offline", !online);
    tell(at("line"), online ? "Connected" : "No connection; trying again.");
  },
  unknown: () => swap(at("main"), make("p.ws-card", {}, "This address does not open a remote. Scan the code on the console again.")),
});
const clock = new Countdown(() => link.now(), (words) => tell(at("title"), words || "Remote"));

async function act(command) {
  if (resting) return;
  resting = true;
  setTimeout(() => (resting = false), REST);
  const { problem } = await link.do(command);
  swap(places.problem, problem && problem !== "moved-on" && make("p.ws-problem", {}, problemSaid(problem)));
}

function does(words, key, can, click, css = "") {
  return make(`button.ol-button${css ? `.${css}` : ""}`, { type: "button", "data-key": key, "aria-disabled": !can && "true", click: () => can && click() }, words);
}

function paint() {
  const { room, step, people, notes, undo } = link.boards.remote ?? {};
  if (!room) return;
  clock.set(room.ends);
  const facts = step?.asks && make("p.wr-facts", {}, `${step.answered} of ${people} answered`);
  swap(places.now, step ? [make("p.ol-note", {}, step.number), make("h2", {}, step.title), facts, notes && make("p", {}, notes)] : make("p", {}, "Nothing is shown yet."));
  // A button that looks as before is not made anew: what it is about is read when it is pressed.
  const now = () => link.boards.remote;
  const go = (kind) => act({ kind, from: now().room.cue });
  swap(places.turn, does("Back", "back", Boolean(room.now), () => go("back")), does(nextWords(room, Boolean(room.now)), "next", Boolean(room.next.does) && !room.ended, () => go("next"), "ol-main"));
  const { toggles, times } = stageButtons(room, { act, does });
  swap(places.stage, toggles);
  swap(places.time, times);
  swap(places.undo, does(undo ? `Undo: ${undoWords(undo)}` : "Nothing to undo", "undo", Boolean(undo), () => act({ kind: "undo", number: now().undo?.number })));
}
