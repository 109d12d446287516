// The console's own questions: typed and put to the room at once; what came in, post by post; a lot; the plan changed.

import { plural } from "../../player/amounts.js";
import { make } from "../../player/dom.js";
import { bars } from "./bars.js";

const FORMS = { choice: "A choice", number: "A number", words: "A word cloud", wall: "An open wall" };

// The form is made once: nothing that happens in the room may take away what is being typed.
export function askForm(act) {
  const form = make("select.ol-input", { id: "poll-form" }, Object.entries(FORMS).map(([value, words]) => make("option", { value }, words)));
  const prompt = make("input.ol-input", { id: "poll-prompt", type: "text", maxlength: "200", autocomplete: "off" });
  const options = make("textarea.ol-input", { id: "poll-options", rows: "4" });
  const choices = make("div", {}, make("label.ol-label", { for: "poll-options" }, "Options, one a line"), options);
  form.addEventListener("change", () => (choices.hidden = form.value !== "choice"));
  const submit = async (event) => {
    event.preventDefault();
    const lines = options.value.split("\n").map((line) => line.trim()).filter(Boolean);
    const done = await act({ kind: "poll", form: form.value, prompt: prompt.value, ...(form.value === "choice" ? { options: lines } : {}) });
    if (done) prompt.value = options.value = "";
  };
  return make("details", {}, make("summary", { "data-key": "ask" }, "Ask something now"),
    make("form.wc-ask", { submit },
      make("label.ol-label", { for: "poll-prompt" }, "Your question"), prompt,
      make("label.ol-label", { for: "poll-form" }, "Answered with"), form, choices,
      make("button.ol-button.ol-main", { type: "submit" }, "Put it to the room")));
}

// The question that is on, or else the last one; `does` makes a button.
export function asked({ polls, spot }, { act, does, atOnce }) {
  if (!polls.length) return [];
  const poll = polls.find(({ id }) => id === spot.poll) ?? polls[0];
  const on = poll.id === spot.poll;
  const stand = (words, key, change) => does(words, `poll-${key}-${poll.id}`, true, () => act({ kind: "stand", poll: poll.id, ...change }));
  const buttons = make("div.ol-actions", {}, stand(poll.open ? "Close" : "Open again", "open", { open: !poll.open }), poll.form === "wall" ? null : stand(poll.told ? "Hide the answers" : "Show the answers", "told", { told: !poll.told }), stand(on ? "Off the wall" : "On the wall", "on", { on: !on }));
  const answered = poll.bars?.reduce((sum, { count }) => sum + count, 0);
  const room = poll.bars ? [make("p.ol-note", {}, plural(answered, "answer")), ...bars([{ answered, bars: poll.bars }], false)] : [];
  const post = ({ id, text, shown, ups, called }) => make(`li${shown ? ".wc-on-wall" : ""}`, {}, make("p.wc-text", {}, text), make("span.ol-note", {}, called, ups > 0 && ` · ▲ ${ups}`), make("button.ol-button.ol-quiet", { type: "button", "data-key": `post-${id}`, click: () => atOnce({ kind: "moderate", poll: poll.id, post: id, shown: !shown }) }, shown ? "Take back" : "Let through"));
  return [make("h2", {}, poll.prompt), buttons, ...room, make("ul", {}, poll.posts.map(post))];
}

export function lot({ spot }, { act, does }) {
  const words = spot.drawn ? `No. ${spot.drawn}: off the wall` : "Draw a number";
  const draw = does(words, "lot", true, () => act(spot.drawn ? { kind: "draw", clear: true } : { kind: "draw" }));
  const among = does("Among those who answered", "lot-answered", !spot.drawn, () => act({ kind: "draw", answered: true }));
  return make("div.ol-actions", {}, draw, among);
}

// Texts chosen to stand side by side: two or three, and no names.
export function besideBox(id, chosen, change) {
  const box = make("input", { type: "checkbox", id: `beside-${id}`, checked: chosen.has(id), "data-key": `beside-${id}`, change: ({ target }) => change(id, target.checked) });
  return make("label.wc-beside", {}, box, "Side by side");
}

// Earlier, later, more minutes, fewer: of a step that has not been shown.
export function planButtons(step, steps, waiting, { act, does }) {
  const place = steps.findIndex(({ id }) => id === step.id);
  const minutes = Math.max(1, Math.round(step.minutes));
  const move = (before) => act({ kind: "move", step: step.id, before });
  const take = (change) => act({ kind: "minutes", step: step.id, minutes: Math.max(0, minutes + change) });
  return make("div.wc-plan", { role: "group", "aria-label": "Change the plan" },
    does("Earlier", `plan-up-${step.id}-${place}`, waiting && place > 0, () => move(steps[place - 1].id)),
    does("Later", `plan-down-${step.id}-${place}`, waiting && place < steps.length - 1, () => move(steps[place + 2]?.id ?? "")),
    does("1 min less", `plan-less-${step.id}-${minutes}`, minutes > 1, () => take(-1)),
    does("1 min more", `plan-more-${step.id}-${minutes}`, true, () => take(1)));
}
