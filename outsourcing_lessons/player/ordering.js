// Things to put in order: with buttons, by keyboard or by dragging.

import { button, icon, make, node } from "./dom.js";
import { lettered } from "./fields.js";
import { ensure, idsOf, knownIds, member, outcomeOf, rightly } from "./outcome.js";
import { follow } from "./pointer.js";

function orderingForm(item, host) {
  const said = make("output", { class: "ol-unseen", "aria-live": "polite" });
  const list = node("ol.ol-order");
  const field = make(
    "fieldset", { class: "ol-ordering-form" }, node("legend", "Put these in order"),
    node("p.ol-end", `First: ${item.first}`), list, node("p.ol-end", `Last: ${item.last}`), said,
  );
  /** @type {() => HTMLElement[]} */
  const rows = () => /** @type {any} */ ([...list.children]);
  // The neighbour moves, not the row itself: so the row keeps the focus, and the pointer that drags it.
  const move = (row, step) => {
    const other = rows()[rows().indexOf(row) + step];
    if (!other || field.matches(":disabled")) return;
    if (step < 0) row.after(other);
    else row.before(other);
    mark(rows());
    said.textContent = `${row.dataset.text}: now ${rows().indexOf(row) + 1} of ${rows().length}`;
  };
  list.append(...item.options.map((option, i) => orderRow(option, move, rows, lettered(host, i))));
  mark(rows());
  const write = (kept) => {
    const order = kept?.order ?? idsOf(item.options);
    list.append(...order.map((id) => rows().find((row) => row.dataset.id === id)).filter(Boolean));
    mark(rows());
  };
  return { field, read: () => ({ order: rows().map((row) => row.dataset.id) }), write, suspects: () => [] };
}

function orderRow(option, move, rows, letter) {
  const grip = node("span.ol-grip", icon("grip"));
  const words = node("span.ol-order-text", letter, option.text);
  const arrow = (name, step, verb) =>
    button([icon(name), node("span.ol-unseen", `${verb}: ${option.text}`)], () => move(row, step), "ol-move");
  const arrows = [arrow("up", -1, "Move up"), arrow("down", 1, "Move down")];
  const row = make("li", { "data-id": option.id, "data-text": option.text }, grip, words, arrows);
  grip.addEventListener("pointerdown", (down) => follow(down, grip, ({ clientY }) => drag(row, clientY, rows(), move)));
  return row;
}

function drag(row, y, rows, move) {
  const middle = (other) => other.getBoundingClientRect().top + other.offsetHeight / 2;
  const place = rows.indexOf(row);
  if (place > 0 && y < middle(rows[place - 1])) move(row, -1);
  else if (place < rows.length - 1 && y > middle(rows[place + 1])) move(row, 1);
}

// A button at its end of the list says so but stays where it is: a disabled one would lose the focus.
function mark(rows) {
  rows.forEach((row, i) => {
    const [up, down] = row.querySelectorAll("button");
    up.setAttribute("aria-disabled", String(i === 0));
    down.setAttribute("aria-disabled", String(i === rows.length - 1));
  });
}

function judgeOrder(item, response) {
  const order = knownIds(member(response, "order"), idsOf(item.options));
  ensure(order.length === item.key.length, "not-a-response");
  if (order.every((one, i) => one === item.key[i])) return rightly(item.praise);
  const places = item.key.map((one) => order.indexOf(one));
  const pairs = places.flatMap((place, i) => places.slice(i + 1).map((later) => place < later));
  const moved = places.map((place, i) => Math.abs(place - i));
  const farthest = item.key[moved.indexOf(Math.max(...moved))];
  const feedback = item.options.filter((one) => one.id === farthest).map((one) => one.feedback);
  return outcomeOf({ score: pairs.filter(Boolean).length / pairs.length, feedback });
}

function pairsInOrder({ options }, { score }) {
  const pairs = (options.length * (options.length - 1)) / 2;
  return `Partly right: ${Math.round(score * pairs)} of ${pairs} pairs are in order`;
}

export const ORDERING = { form: orderingForm, judge: judgeOrder, partly: pairsInOrder };
