// The fields of a worksheet: lines, areas, dates and choices.

import { make, node } from "./dom.js";

// A line is as high as its text: on paper nobody can scroll to the rest of it.
export const SHAPES = {
  line: { rows: "1", class: "ol-input ol-line" },
  number: { rows: "1", class: "ol-input ol-line", inputmode: "decimal" },
  date: { type: "date", class: "ol-input", maxlength: null },
  area: { rows: "4", class: "ol-input ol-area" },
};

// What comes into the field where the pen is, as if it were typed: so it can be undone.
export function typeText(text) {
  if (document.execCommand("insertText", false, text)) return;
  const area = /** @type {HTMLTextAreaElement} */ (document.activeElement);
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

// What is pasted loses its line breaks. Where the browser does not give a field the height of its text, we do.
export function oneLine(area, signal) {
  const flat = (text) => text.replace(/\s*[\r\n]+\s*/g, " ");
  const paste = (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (flat(text) === text) return;
    event.preventDefault();
    typeText(flat(text));
  };
  const fit = () => {
    if (/[\r\n]/.test(area.value)) area.value = flat(area.value);
    if (CSS.supports("field-sizing", "content")) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };
  area.addEventListener("paste", paste, { signal });
  area.addEventListener("input", fit, { signal });
  requestAnimationFrame(fit);
}

// An answer kept from an earlier version of the page can still be chosen. An option may have a role, and its colour.
export function chooser({ options, roles = [] }, value, attributes) {
  const roleOf = (one) => roles[options.indexOf(one)] ?? "";
  const choosable = [...new Set(["", ...options, value])].map((one) => make("option", { value: one, "data-role": roleOf(one) }, one));
  return make("select", { class: "ol-input ol-choice", ...attributes }, choosable);
}

// On paper nothing can be unfolded, so the options stand there.
export function onPaper(fields) {
  const asked = fields.filter(({ options }) => options.length).map(({ label, options }) => `${label}: ${options.join(", ")}`);
  return asked.map((words) => node("p.ol-note.ol-paper", words));
}
