// What a game gives a table of a worksheet, if the learner says so: the dials of the best year, a row for each.

import { button, make } from "./dom.js";
import { dialSaid } from "./game_words.js";

// `take` is given what stands there in words, by field and row.
export function offerOf({ offer, title }, host, signal, take) {
  if (!offer || !host.attemptsAt) return null;
  const heard = []; // played since the page was made, which not every host knows of
  const best = async () => bestOf([...(await host.attemptsAt(offer.item)), ...heard]);
  const said = make("output", { class: "ol-note" });
  const act = button(offer.label, async () => {
    const { dials } = (await best()).response;
    const rows = offer.dials.map((dial, i) => [`${offer.field}.${i + 1}`, dialSaid(dial, longest(dials.map((one) => one[dial.id])))]);
    said.textContent = take(Object.fromEntries(rows)) ? "Taken over. Change what does not fit your own firm." : "Every row has a text already; empty one to take it over.";
  }, "ol-quiet");
  const place = make("p", { class: "ol-actions", "aria-label": title, hidden: true }, act, said);
  const look = async () => {
    place.hidden = !(await best());
  };
  const hear = ({ detail }) => {
    if (detail.id !== offer.item) return;
    heard.push(detail);
    look();
  };
  document.addEventListener("ol:attempt", hear, { signal });
  look();
  return place;
}

const bestOf = (attempts) =>
  attempts.filter(({ outcome }) => outcome.valid && outcome.points != null).sort((one, other) => other.outcome.points - one.outcome.points)[0];

// Where a dial stood in most quarters; of equals where it stood last.
function longest(values) {
  const times = (value) => values.filter((one) => one === value).length;
  return values.reduce((most, value) => (times(value) >= times(most) ? value : most));
}
