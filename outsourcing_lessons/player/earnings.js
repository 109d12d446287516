// What an hour brings, worked out from a year's income: beside the form, for who does not know it.

import { button, make, node, uid } from "./dom.js";
import { readNumber } from "./numbers.js";
import WORDS_JSON from "./words.json";

const SYMBOL = new Map(Object.entries(WORDS_JSON.numbers.codes).map(([symbol, code]) => [code, symbol]));
const ASKED_FOR = { income: "What your work brings in a year, before tax", weeks: "Weeks you work in a year", paid: "Hours a week that customers pay for" };
const MISSING = "Enter a number in all three, and in your weekly hours above. Paid hours cannot be more than those.";

export class Earnings {
  constructor(inputs) {
    this.inputs = inputs;
    this.fields = new Map();
    const rows = Object.entries(ASKED_FOR).map(([name, words]) => this.row(name, words));
    this.fields.get("weeks").value = "46";
    this.said = make("output", { class: "ol-note", "aria-live": "polite" });
    const work = button("Work out my hour", () => this.work(), "ol-quiet");
    this.root = node("details.ol-earnings", node("summary", "Work it out from your income"), node("div.ol-profile-fields", rows), node("div.ol-actions", work), this.said);
  }

  row(name, words) {
    const id = uid();
    const input = make("input", { type: "text", class: "ol-input", id, autocomplete: "off", inputmode: "decimal" });
    // Enter here works it out; it does not save the form around it.
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      this.work();
    });
    this.fields.set(name, input);
    return node("div.ol-entry", make("label", { for: id, class: "ol-label" }, words), input);
  }

  work() {
    const currency = this.inputs.get("currency").value;
    const read = ({ value }, unit) => readNumber(value, "", unit)[0] ?? NaN;
    // Of "60.000" in a year the larger reading is meant.
    const income = Math.max(...readNumber(this.fields.get("income").value, SYMBOL.get(currency) ?? currency));
    const weeks = read(this.fields.get("weeks"), "weeks");
    const paid = read(this.fields.get("paid"), "hours");
    const worked = read(this.inputs.get("weekly_hours"), "hours");
    const hours = hourValues(income, weeks, paid, worked);
    this.said.textContent = hours ? "" : MISSING;
    if (!hours) return;
    const before = Object.keys(hours).filter((name) => !this.inputs.get(name).disabled);
    for (const name of before) this.inputs.get(name).value = String(hours[name]);
    const { hour_value: sold, unsold_hour_value: unsold } = hours;
    this.said.textContent = `An hour you sell brings in ${sold} ${currency}; averaged over all your hours, one is worth ${unsold} ${currency}. Both are in the form now: check them, then save.`;
  }
}

// A year's income over the hours that are paid for, and over all that are worked; null where that cannot be.
export function hourValues(income, weeks, paid, worked) {
  if (!(income > 0 && weeks > 0 && weeks <= 52 && paid > 0 && paid <= worked)) return null;
  const toTheCent = (value) => Math.round(value * 100) / 100;
  return { hour_value: toTheCent(income / (weeks * paid)), unsold_hour_value: toTheCent(income / (weeks * worked)) };
}
