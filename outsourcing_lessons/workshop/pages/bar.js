// The bar of the console: what the key does next, and what is for the whole room. Each button keeps its place.

import { make } from "../../player/dom.js";

const DOES = { votes: "Next: how they voted", answer: "Next: the answer", why: "Next: why", finding: "Next: another finding", told: "Next: what the room said", off: "Next: back to the step" };
const DONE = {
  open: "shown", go: "moved on", beat: "next beat", lock: "closed", reveal: "revealed", hide: "hidden", skip: "left out or in", show: "text shown or hidden",
  end: "ended", resume: "resumed", blank: "blank", pause: "eyes here", countdown: "countdown", poll: "asked", stand: "question opened, closed or told", moderate: "post let through or not", draw: "lot", beside: "side by side",
  order: "moved", minutes: "minutes of", helped: "helped", readmit: "let in again",
};
const TIMES = [30, 60, 120, 300];

export function nextWords({ next }, began) {
  if (!began && next.does === "step") return "Begin";
  if (next.does === "step") return `Next: ${next.number} ${next.title}`;
  return DOES[next.does] ?? "This was the last step";
}

export const undoWords = ({ kind, where }) => `${DONE[kind] ?? kind}${where && ` ${where}`}`;

// Buttons that do the same on the console and on the remote; `does` makes one.
export function stageButtons(room, { act, does }) {
  const pressed = (button, on) => {
    button.setAttribute("aria-pressed", String(on));
    return button;
  };
  const toggles = [
    pressed(does("Blank", "stage-blank", true, () => act({ kind: "blank", blank: !room.blank })), room.blank),
    pressed(does("Eyes here", "stage-pause", true, () => act({ kind: "pause", paused: !room.paused })), room.paused),
  ];
  const name = (seconds) => (seconds < 60 ? `${seconds} s` : `${seconds / 60} min`);
  const times = [
    ...TIMES.map((seconds) => does(name(seconds), `time-${seconds}`, true, () => act({ kind: "countdown", seconds }))),
    does("Stop", "time-0", room.ends !== null, () => act({ kind: "countdown", seconds: 0 })),
  ];
  return { toggles, times };
}

// `does` makes a button of words, a key, whether it can be pressed now, and what it does. A button that looks as before is
// not made anew, so what it is about is read when it is pressed: `current` gives the room and what can be undone.
export function bar(current, { act, does }) {
  const { room, undo } = current();
  const go = (kind) => act({ kind, from: current().room.cue });
  const next = does(nextWords(room, Boolean(room.now)), "bar-next", Boolean(room.next.does), () => go("next"), "ol-main");
  const back = does("Back", "bar-back", Boolean(room.now), () => go("back"), "");
  const { toggles, times } = stageButtons(room, { act, does });
  const undone = does(undo ? `Undo: ${undoWords(undo)}` : "Undo", "bar-undo", Boolean(undo), () => act({ kind: "undo", number: current().undo?.number }));
  return make("div.wc-for-all", { role: "group", "aria-label": "For the whole room" },
    make("div.wc-turn", {}, back, next), make("div.wc-stage", {}, toggles, make("span.wc-times", { role: "group", "aria-label": "Countdown" }, times), undone),
    make("p.ol-note.wc-keys", {}, "Keys: Page Down, arrows, Space or Enter go on; Page Up goes back; a full stop blanks the wall."));
}

// Everything that was done of late, each to be taken back while nothing later has changed the same.
export function doneList(done, { act, does, now }) {
  if (!done.length) return [];
  const ago = (at) => Math.max(0, Math.floor((now - at) / 60));
  const row = ({ number, at, kind, where, can }) => make("li", {}, make("span", {}, undoWords({ kind, where }), make("span.ol-note", {}, ` ${ago(at)} min ago`)), does("Undo", `undo-${number}`, can, () => act({ kind: "undo", number })));
  return make("details", {}, make("summary", { "data-key": "done" }, "Undo something earlier"), make("ul", {}, done.map(row)));
}
