// What the forms of the items are made of: options to tick, a number to type, how sure one is.

import { NB, roughly } from "./amounts.js";
import { make, node, uid } from "./dom.js";
import { affixesOf } from "./number_format.js";
import WORDS_JSON from "./words.json";

// In a class an option has a letter, so that it can be spoken of: "who has B?"
export function lettered(host, place) {
  const letter = host?.letter?.(place);
  return letter ? [node("span.ol-letter", letter), " "] : [];
}

export function choices(item, kind, legend, host) {
  const name = uid();
  const inputs = item.options.map((option) => make("input", { type: kind, name, value: option.id, class: "ol-tick" }));
  const label = (option, i) => node("label.ol-option", inputs[i], node("span", lettered(host, i), option.text));
  const rows = item.options.map((option, i) => node("div.ol-answer", label(option, i)));
  const field = make("fieldset", { role: kind === "radio" && "radiogroup" }, node("legend", legend), rows);
  const chosen = () => inputs.filter((input) => input.checked).map((input) => input.value);
  const tick = (ids) => inputs.forEach((input) => (input.checked = ids.includes(input.value)));
  return { field, rows, inputs, chosen, tick };
}

// A text input for a number, between its currency and its unit; both are part of its name.
// The phone's keypad of figures has no minus, so it is for what cannot be below nought.
export function numberInput(words, item) {
  const ids = [uid(), uid(), uid()];
  const input = make("input", {
    type: "text", inputmode: item.low < 0 ? "text" : "decimal", autocomplete: "off", spellcheck: "false", class: "ol-input ol-number-input",
    id: `${ids[0]}-input`, "aria-labelledby": ids.join(" "),
  });
  const label = make("label", { id: ids[0], for: input.id, class: "ol-label" }, words);
  const [start, end] = affixesOf(item.prefix);
  const before = make("span", { id: ids[1], class: "ol-affix" }, start);
  const after = make("span", { id: ids[2], class: "ol-affix" }, `${end.trim()} ${item.unit.trim()}`.trim());
  return { input, row: node("div.ol-entry", label, node("span.ol-affixed", before, input, after)) };
}

// How sure somebody is, in the seven steps that count.
export function sureness(words) {
  const name = uid();
  const sure = Object.entries(WORDS_JSON.confidences).map(([percent, words]) => {
    const input = make("input", { type: "radio", name, value: percent, class: "ol-tick" });
    const said = node("span", `${percent}${NB}%`, words && node("span.ol-note", ` ${words}`));
    return { input, row: node("label.ol-option.ol-short", input, said) };
  });
  const asked = node("legend", words);
  const field = make("fieldset", { class: "ol-sure", role: "radiogroup" }, asked, sure.map(({ row }) => row));
  const read = () => Number(sure.find(({ input }) => input.checked)?.input.value ?? NaN) || null;
  const write = (kept) => sure.forEach(({ input }) => (input.checked = Number(input.value) === kept?.confidence));
  return { field, read, write };
}

// Of several numbers, which ones a refusal is about.
const UNREAD = {
  "not-a-number": (text) => Number.isNaN(roughly(text)),
  "more-than-a-number": (text) => /\p{L}/u.test(text),
};
export const isSuspect = (code, text) => UNREAD[code]?.(text) ?? true;

// A test asks besides how sure one is; a prediction asks that of its range already.
export function testForm(form) {
  const sure = sureness(WORDS_JSON.asked.sure);
  const legend = node("legend.ol-unseen", `${WORDS_JSON.asked.number}, and how sure you are`);
  const field = node("fieldset.ol-tested", legend, form.field, sure.field);
  const read = () => ({ ...form.read(), confidence: sure.read() });
  const write = (kept) => [form, sure].forEach((part) => part.write(kept));
  const suspects = (code) => (code === "no-confidence" ? [sure.field] : form.suspects(code));
  return { ...form, field, read, write, suspects };
}
