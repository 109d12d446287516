// The agenda: parts with their minutes, steps with where they stand; and the sentence about planned and actual time.

import { listed } from "../../player/amounts.js";
import { make } from "../../player/dom.js";
import { shape } from "./elements.js";
import { STATUS } from "./codes.js";

export function standing(step, counts) {
  if (!counts) return step.home ? "skipped" : "waiting";
  if (counts.status === "waiting") return counts.skipped ? "skipped" : "waiting";
  return step.asks ? counts.status : "shown";
}

export function agenda(parts, countsOf, chosen, { room, spent }, choose) {
  return parts.map((part) => {
    const own = part.steps.filter((step) => standing(step, countsOf(step.id)) !== "skipped");
    const minutes = Math.round(own.reduce((sum, step) => sum + step.minutes, 0));
    const took = part.steps.reduce((sum, step) => sum + (spent[step.id] ?? 0), 0);
    const plan = minutes ? ` ${minutes} min` : " for home";
    const head = make("h2", {}, `${part.number} ${part.title}`, make("span.ol-note", {}, took ? `${plan}, took ${took}` : plan));
    const rows = part.steps.flatMap((step) => [row(step, countsOf(step.id), chosen, room.now, choose), step.pause && pause(step.pause)]);
    return make("section.wc-part", {}, head, make("ol", {}, rows.filter(Boolean)));
  });
}

// What is planned between steps and shown on no page.
function pause({ title, minutes }) {
  return make("li.wc-pause", {}, make("span.wc-name", {}, title), make("span.ol-note", {}, `${minutes} min`));
}

function row(step, counts, chosen, now, choose) {
  const state = standing(step, counts);
  const words = state === "skipped" ? (step.home ? "for home" : "left out") : STATUS[state];
  const click = () => choose(step.id);
  const answered = counts?.rounds?.at(-1)?.answered;
  return make(`li.wc-${state}${step.id === now ? ".wc-now" : ""}`, {},
    make("button.wc-pick", { type: "button", click, "data-key": `pick-${step.id}`, "aria-current": step.id === chosen && "true" },
      shape(state), make("span.wc-name", {}, `${step.number} ${step.title}`, make("span.ol-unseen", {}, `, ${words}`)),
      answered ? make("span.wc-number", {}, String(answered)) : null));
}

export function paceWords(pace) {
  if (!pace) return "";
  const given = pace.given ?? pace.total;
  const plan = pace.total > given ? `Planned: ${pace.total} minutes, and you have ${given}.` : `Planned: ${pace.total} ${pace.total < given ? `of your ${given} ` : ""}minutes.`;
  if (pace.began === null) return `${plan} The clock starts when you show the first step.`;
  const gone = `${pace.gone} of ${pace.total} minutes gone`;
  if (pace.late >= 2) return `${gone}: ${pace.late} minutes late.${skipWords(pace)}`;
  if (pace.late <= -2) return `${gone}: ${-pace.late} minutes ahead.`;
  return `${gone}: on time.`;
}

function skipWords({ skip, saves }) {
  if (!skip.length) return " There is nothing left to skip; talk less.";
  const names = skip.map(({ number, title }) => `${number} “${title}”`);
  return ` Skip ${listed(names)}: that saves ${saves}.`;
}
