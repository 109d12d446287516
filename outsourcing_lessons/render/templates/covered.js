// Tables with a covered figure: a learner guesses it first, or opens it without a guess. What is said about it comes after.

import { make } from "../../player/dom.js";

export function coverTables() {
  const tables = /** @type {HTMLTableElement[]} */ ([...document.querySelectorAll("table[data-covered]")]);
  for (const table of tables.reverse()) cover(table); // the last first, so that what it adds is covered by those above
}

function cover(table) {
  const [head] = table.rows;
  const last = table.rows[table.rows.length - 1];
  const column = [...head.cells].findIndex((cell) => cell.textContent.replace(/\s+/g, " ").trim() === table.dataset.covered);
  const cell = last.cells[column];
  if (!cell) return;
  const figure = cell.textContent;
  const label = `Your guess: ${last.cells[0].textContent}, ${head.cells[0].textContent} ${table.dataset.covered}`;
  const guess = make("input.wb-figure", { type: "text", inputmode: "decimal", autocomplete: "off", "aria-label": label, placeholder: "?" });
  const said = make("output", { role: "status", tabindex: "-1" });
  const open = () => {
    const typed = guess.value.trim();
    cell.textContent = figure;
    cell.classList.add("wb-opened");
    said.textContent = typed ? `You guessed ${typed}; the model says ${figure}.` : `It is ${figure}.`;
    act.remove();
    uncover(place);
    said.focus();
  };
  const act = make("button.wb-button", { type: "button", click: open }, "See the figure");
  guess.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") open();
  });
  cell.replaceChildren(guess);
  const place = make("p.wb-guess", {}, act, said);
  table.after(place);
  for (const one of after(place)) one.classList.add("wb-later");
}

// Shows what follows, as far as the next figure that is still covered.
function uncover(place) {
  for (const one of after(place)) {
    one.classList.remove("wb-later");
    if (one.matches(".wb-guess:has(button)")) return;
  }
}

function* after(place) {
  for (let next = place.nextElementSibling; next; next = next.nextElementSibling) yield next;
}
