// The forms of the seven types of items: each gives {field, read, write, suspects}.

import { grouped, roughly, withUnit } from "./amounts.js";
import { make, node, uid } from "./dom.js";
import { soFar, wordsIn } from "./feedback.js";
import { choices, lettered, numberInput, sureness } from "./fields.js";
import { orderingForm } from "./ordering.js";
import WORDS_JSON from "./words.json";

// Of several numbers, which one a refusal is about.
const UNREAD = {
  "not-a-number": (text) => Number.isNaN(roughly(text)),
  "more-than-a-number": (text) => /\p{L}/u.test(text),
};

function singleForm(item, host) {
  const { field, chosen, tick } = choices(item, "radio", host);
  const write = (kept) => tick([kept?.option]);
  return { field, read: () => ({ option: chosen()[0] ?? null }), write, suspects: () => [field] };
}

function multipleForm(item, host) {
  const { field, inputs, chosen, tick } = choices(item, "checkbox", host);
  const write = (kept) => tick(kept?.options ?? []);
  return { field, read: () => ({ options: chosen() }), write, suspects: () => inputs };
}

function numberForm(item) {
  const { input, row } = numberInput(WORDS_JSON.asked.number, item);
  const field = node("fieldset", node("legend.ol-unseen", WORDS_JSON.asked.number), row);
  const write = (kept) => (input.value = kept?.value ?? "");
  return { field, read: () => ({ value: input.value }), write, suspects: () => [input] };
}

function allocationForm(item, host) {
  const entries = item.parts.map((part, i) => ({ id: part.id, ...numberInput([...lettered(host, i), part.text], item) }));
  const left = make("output", { class: "ol-left", "aria-live": "polite" });
  const total = withUnit(grouped(item.total, item.total % 1 ? 2 : 0), item);
  const tell = () => {
    const rest = item.total - entries.reduce((sum, { input }) => sum + roughly(input.value), 0);
    const amount = withUnit(grouped(Math.abs(rest), Math.abs(rest % 1) > 0.005 ? 2 : 0), { prefix: item.prefix });
    if (Number.isNaN(rest)) left.textContent = `To give: ${total}`;
    else if (rest < -1e-6 * item.total) left.textContent = `Given too much: ${amount} over ${total}`;
    else left.textContent = `Left to give: ${amount} of ${total}`;
  };
  const legend = node("legend", `Share out ${total}`);
  const field = node("fieldset.ol-allocation-form", legend, entries.map(({ row }) => row), left);
  field.addEventListener("input", tell);
  tell();
  const read = () => ({ amounts: Object.fromEntries(entries.map(({ id, input }) => [id, input.value.trim() || "0"])) });
  const write = (kept) => {
    for (const { id, input } of entries) input.value = kept && Object.hasOwn(kept.amounts, id) ? kept.amounts[id] : "";
    tell();
  };
  const inputs = entries.map(({ input }) => input);
  const suspects = (code) => inputs.filter((input) => UNREAD[code]?.(input.value) ?? true);
  return { field, read, write, suspects };
}

function predictionForm(item) {
  const [value, low, high] = ["My best guess", "Probably from", "to"].map((words) => numberInput(words, item));
  const sure = sureness(WORDS_JSON.asked["sure-of-range"]);
  const range = node("div.ol-range", low.row, high.row);
  const field = node("fieldset", node("legend.ol-unseen", "Your prediction"), value.row, range, sure.field);
  const numbers = [value, low, high].map(({ input }) => input);
  const typed = () => ({ value: value.input.value, low: low.input.value, high: high.input.value });
  const read = () => ({ ...typed(), confidence: sure.read() });
  const write = (kept) => {
    ["value", "low", "high"].forEach((which, i) => (numbers[i].value = kept?.[which] ?? ""));
    sure.write(kept);
  };
  const suspects = (code) => {
    if (code === "no-confidence") return [sure.field];
    return numbers.filter((input) => UNREAD[code]?.(input.value || "?") ?? true);
  };
  return { field, read, write, suspects };
}

function textForm(item) {
  const area = make("textarea", { class: "ol-input ol-area", rows: "5", id: uid(), maxlength: "5000" });
  const list = choices({ options: item.checklist }, "checkbox");
  list.field.querySelector("legend").textContent = "Tick what your text really says";
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

export const FORMS = {
  "single-choice": singleForm,
  "multiple-choice": multipleForm,
  number: numberForm,
  ordering: orderingForm,
  allocation: allocationForm,
  prediction: predictionForm,
  "short-text": textForm,
};
