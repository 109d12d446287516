// What stands on a worksheet though the learner did not write it: what the course begins with, what other worksheets give,
// what is worked out. It is marked, it follows when something before it changes, and it gives way to what is written.

import { make, node, uid } from "./dom.js";
import { isWorkedOut, startOf, sumsUnder, withSums } from "./filled.js";

export class Given {
  constructor(block) {
    this.block = block;
    this.drawn = {};
    this.start = startOf(block);
    this.draws = block.sheets.some(({ draws }) => Object.keys(draws).length);
    this.sums = new Set(block.sheets.flatMap(({ fields }) => fields.filter(isWorkedOut).map(({ id }) => id)));
    this.from = new Map();
    this.worked = new Map();
    this.shown = [];
  }

  // What is emptied stays empty, but what can be worked out.
  texts(own) {
    return withSums(this.block, { ...this.start, ...this.drawn, ...own });
  }

  // The places of a sheet where its sources are named and its results stand.
  parts(sheet) {
    const from = make("p.ol-note.ol-from", { id: uid(), hidden: true });
    const values = sheet.results.map(({ label }) => node("div", node("dt", label), node("dd", "\u2013")));
    const results = values.length ? node("dl.ol-results", values) : null;
    this.from.set(sheet, from);
    if (results) this.shown.push({ sheet, results });
    return { from, results };
  }

  // The note at a field that works itself out.
  sum(field) {
    const { id } = field;
    if (!isWorkedOut(field)) return null;
    const note = make("p.ol-note", { id: uid(), hidden: true }, "Worked out from the entries above. Type your own figure if you know better.");
    this.worked.set(id, note);
    return note;
  }

  say(own, inputs, texts) {
    for (const [sheet, note] of this.from) this.sayFrom(sheet, note, own, inputs);
    for (const [id, note] of this.worked) {
      note.hidden = Boolean((own[id] ?? "").trim()) || !texts[id];
      markGiven(inputs.get(id), note, !note.hidden);
    }
    for (const { sheet, results } of this.shown) {
      sumsUnder(sheet, this.block, texts).forEach(({ text }, i) => (results.children[i].lastChild.textContent = text || "\u2013"));
    }
  }

  isBegun(key, own) {
    return Boolean(this.start[key]) && !Object.hasOwn(own, key) && !Object.hasOwn(this.drawn, key);
  }

  sayFrom({ draws, fields }, note, own, inputs) {
    const used = new Map();
    const follows = new Set();
    for (const [key, input] of inputs) {
      const [id, row] = key.split(".");
      if (row && this.sums.has(id) && fields.some((field) => field.id === id)) {
        const isWorked = !(own[key] ?? "").trim() && Boolean(input.value);
        markGiven(input, note, isWorked);
        if (isWorked) follows.add(fields.find((field) => field.id === id).label);
        continue;
      }
      const draw = draws[key] ?? draws[id];
      if (!draw || !fields.some((field) => field.id === id)) continue;
      const isDrawn = Object.hasOwn(this.drawn, key) && !Object.hasOwn(own, key);
      markGiven(input, note, isDrawn);
      if (isDrawn) used.set(draw.said, (used.get(draw.said) ?? new Set()).add(fields.find((field) => field.id === id).label));
    }
    const told = [...used].map(([said, labels]) => `From ${said}: ${[...labels].join(", ")}.`);
    if (follows.size) told.push(`Worked out from the other columns: ${[...follows].join(", ")}.`);
    const begun = fields.filter(({ id }) => [...inputs.keys()].some((key) => key.split(".")[0] === id && this.isBegun(key, own)));
    if (begun.length) told.push(`Filled in to begin with: ${begun.map(({ label }) => label).join(", ")}.`);
    note.hidden = !told.length;
    note.textContent = told.length ? `${told.join(" ")} Change it where it differs; what you write stays.` : "";
  }
}

function markGiven(input, note, given) {
  const about = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== note.id);
  input.classList.toggle("ol-given", given);
  input.setAttribute("aria-describedby", [...about, given ? note.id : ""].join(" ").trim());
  if (!input.getAttribute("aria-describedby")) input.removeAttribute("aria-describedby");
}
