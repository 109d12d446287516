// A few sentences of one's own, compared by their writer with a checklist and an example.

import { make, node, uid } from "./dom.js";
import { choices } from "./fields.js";
import { ensure, idsOf, knownIds, member, outcomeOf } from "./outcome.js";
import { SPACES } from "./numbers.js";
import WORDS_JSON from "./words.json";

const wordsIn = (text) => text.split(/\s+/).filter(Boolean).length;

function soFar(text, least) {
  const written = wordsIn(text);
  return written < least ? `${written} of ${least} words` : `${written} words: enough to compare`;
}

function textForm(item) {
  const area = make("textarea", { class: "ol-input ol-area", rows: "5", id: uid(), maxlength: "5000" });
  const list = choices({ options: item.checklist }, "checkbox", "Tick what your text really says");
  list.field.hidden = true;
  const label = make("label", { for: area.id, class: "ol-label" }, `${WORDS_JSON.asked.number}, in your own words`);
  const count = make("p", { class: "ol-note", id: uid() });
  const tell = () => (count.textContent = soFar(area.value, item.least_words));
  area.setAttribute("aria-describedby", count.id);
  area.addEventListener("input", tell);
  tell();
  const field = node("fieldset", node("legend.ol-unseen", WORDS_JSON.asked.number), label, area, count, list.field);
  const open = (shown) => (list.field.hidden = !shown);
  const write = (kept) => {
    area.value = kept?.text ?? "";
    tell();
    list.tick(kept?.ticks ?? []);
    open(Boolean(kept?.ticks.length));
  };
  const enough = () => wordsIn(area.value) >= item.least_words;
  const read = () => ({ text: area.value, ticks: list.chosen() });
  return { field, read, write, suspects: () => [area], open, enough, list: list.inputs };
}

function judgeText(item, response) {
  const text = member(response, "text");
  ensure(typeof text === "string", "not-a-response");
  ensure([...text].length <= WORDS_JSON.longest.text, "too-long");
  const words = [...text].map((char) => (SPACES.includes(char) ? " " : char)).join("").split(" ").filter(Boolean);
  ensure(words.length >= item.least_words, "too-short");
  const ticks = knownIds(member(response, "ticks"), idsOf(item.checklist));
  const missing = item.checklist.filter((check) => !ticks.includes(check.id)).map((check) => check.feedback);
  const score = ticks.length / item.checklist.length;
  return outcomeOf({ correct: !missing.length, score, feedback: missing.length ? missing : [item.praise] });
}

function pointsThere({ checklist }, { score }) {
  return `${Math.round(score * checklist.length)} of ${checklist.length} points are there`;
}

export const SHORT_TEXT = {
  form: textForm, judge: judgeText, graded: false, written: true, send: "Compare with the checklist", answer: "An example",
  right: "Your text says it all", partly: pointsThere, wrong: pointsThere,
};
