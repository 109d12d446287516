// What the game rests on: figures of the business that can be opened and changed, with what each means.

import { button, make, node, uid } from "./dom.js";
import { grouped } from "./amounts.js";

const HARDER = { reserve: 1, harder: 1 };
const TIMES = [0.25, 0.5, 1, 2, 4]; // a figure, turned

// `texts.figure-NAME` says what a figure means: [label, why, what no figure may be above, or ""].
export function restsOn(page) {
  const { item } = page;
  const named = Object.entries(item.texts).filter(([name]) => name.startsWith("figure-"));
  if (!named.length) return "";
  const rows = named.map(([name, [label, why, most]]) => figureRow(page, name.slice(7).replaceAll("-", "_"), label, why, Number(most)));
  const reset = button("All figures back as they were", () => rows.forEach((row) => row.write()), "ol-quiet");
  return node("details.ol-game-rests", node("summary", "The figures behind this, and others to try"),
    (item.texts.rests ?? []).map((text) => node("p", text)), rows.map((row) => row.field), reset);
}

function figureRow(page, name, label, why, most) {
  const [id, hint] = [uid(), uid()];
  const usual = page.item.givens[name];
  const values = [...new Set(TIMES.map((times) => Math.min(Number((usual * times).toPrecision(3)), most)))];
  const option = (value) => make("option", { value, selected: value === (page.figures[name] ?? usual) }, grouped(value, value < 10 ? 2 : 0) + (value === usual ? " (as it is)" : ""));
  const choose = make("select", { id, class: "ol-input", "aria-describedby": hint }, values.map(option));
  choose.addEventListener("change", () => set(Number(choose.value)));
  const set = (value) => {
    if (value === usual) delete page.figures[name];
    else page.figures = { ...page.figures, [name]: value };
  };
  const write = () => {
    choose.value = String(usual);
    set(usual);
  };
  return { write, field: node("div.ol-game-figure-row", make("label", { for: id, class: "ol-label" }, label), choose, make("p", { id: hint, class: "ol-note" }, why)) };
}

// The household takes all above the start, so the account stays thin all year; and the news is against the dials.
export function harderSwitch(page) {
  const input = make("input", { type: "checkbox", class: "ol-tick" });
  input.checked = page.figures.harder === 1;
  input.addEventListener("change", () => {
    const others = Object.entries(page.figures).filter(([name]) => !Object.hasOwn(HARDER, name));
    page.figures = { ...Object.fromEntries(others), ...(input.checked && HARDER) };
  });
  return node("label.ol-option", input, node("span", "A harder year: after each quarter you take home everything above the cash you started with, and of three things that could happen next, the one that hits your dials hardest does."));
}
