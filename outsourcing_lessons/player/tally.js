// A tally: before and after.

import { NB, plural } from "./amounts.js";
import { readouts } from "./charts.js";
import { heading, node, paragraphs, tableOf } from "./dom.js";
import { localDigits } from "./number_format.js";
import { slopeOf } from "./slope.js";
import WORDS_JSON from "./words.json";

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const hits = (answers) => answers.filter(({ outcome }) => outcome.correct).length;
const briers = (answers) => answers.map(({ outcome }) => outcome.brier).filter(Number.isFinite);

// models.measurement.normalised_gain of the mean scores, in words where the number would mislead.
function gainOf(before, after) {
  const [pre, post] = [before, after].map((answers) => 100 * mean(answers.map(({ outcome }) => outcome.score)));
  if (post < pre - 1e-9) return "fewer right than before";
  return pre > 100 - 1e-9 ? "nothing was left to learn" : localDigits(((post - pre) / (100 - pre)).toFixed(2));
}

export class Tallied {
  constructor(root, block, host, signal) {
    this.pairs = block.pairs;
    this.first = new Map();
    this.place = node("div.ol-tally-place");
    heading(root, "Before and after", block.title);
    root.append(...paragraphs(block.purpose), this.place);
    const ids = new Set(block.pairs.flatMap(({ before, after }) => [...before, ...after]));
    const listen = ({ detail }) => ids.has(detail.id) && this.take(detail.id, [detail]);
    document.addEventListener("ol:attempt", listen, { signal });
    this.paint();
    this.load([...ids], host);
  }

  async load(ids, host) {
    try {
      const kept = await Promise.all(ids.map((id) => host.attemptsAt?.(id) ?? []));
      ids.forEach((id, i) => this.take(id, kept[i]));
    } catch (problem) {
      this.place.prepend(node("p", problem.message));
    }
  }

  // The first valid attempt counts.
  take(id, attempts) {
    const valid = attempts.find(({ outcome }) => outcome.valid);
    if (!valid || this.first.has(id)) return;
    this.first.set(id, valid);
    this.paint();
  }

  side(ids) {
    const answers = ids.map((id) => this.first.get(id)).filter(Boolean);
    const open = ids.length - answers.length;
    return { answers, open, all: ids.length };
  }

  paint() {
    const pairs = this.pairs.map(({ title, before, after }) => ({ title, sides: [before, after].map((ids) => this.side(ids)) }));
    const done = pairs.filter(({ sides }) => sides.every(({ open }) => !open));
    const both = [0, 1].map((i) => done.flatMap(({ sides }) => sides[i].answers));
    const rows = pairs.map(({ title, sides }) => [title, ...results(sides)]);
    this.place.replaceChildren(
      ...(done.length === pairs.length ? [overAll(both)] : []),
      ...(done.length > 1 ? [slopeOf(done.map(({ sides }) => sides.map(({ answers }) => hits(answers) / answers.length)))] : []),
      tableOf("What has changed, mistake by mistake", ["Mistake", "Before", "After", "Gain"], rows),
      node("p.ol-note", WORDS_JSON.gain),
      ...(done.length ? calibration(both) : []),
      node("p", fewWords(pairs.reduce((sum, { sides }) => sum + sides[1].all, 0))),
    );
  }
}

function fewWords(count) {
  const few = count === 1 ? "One question is little" : `${count === 8 ? "Eight" : count} questions are few`;
  return `${few}: a difference of one answer is within chance.`;
}

function results(sides) {
  const open = sides.map((side, i) => side.open && `${side.open} ${["before", "after"][i]}`).filter(Boolean);
  if (open.length) return [...sides.map((side) => `${side.answers.length} of ${side.all} answered`), `to answer: ${open.join(", ")}`];
  return [...sides.map(({ answers, all }) => `${hits(answers)} of ${all} right`), gainOf(...sides.map(({ answers }) => answers))];
}

function overAll(both) {
  const [before, after] = both.map((answers) => `${hits(answers)} of ${answers.length} right`);
  const facts = [["Before", before], ["After", after], ["Gain", gainOf(...both)]];
  return node("dl.ol-readouts", readouts({ readouts: facts.map(([label, value]) => ({ label, value })) }));
}

function calibration(both) {
  const sure = both.flat().filter(({ outcome }) => Number.isFinite(outcome.brier));
  if (!sure.length) return [];
  const rows = Object.keys(WORDS_JSON.confidences).map((level) => {
    const said = sure.filter(({ response }) => response.confidence === Number(level));
    const share = said.length && Math.round((100 * hits(said)) / said.length);
    return [`${level}${NB}%`, plural(said.length, "time"), said.length && `${hits(said)} of ${said.length}, ${share}${NB}%`];
  });
  const columns = ["How sure you were", "You said it", "You were right"];
  const means = both.map((answers) => briers(answers)).map((all) => (all.length ? localDigits(mean(all).toFixed(2)) : "none"));
  const words =
    `Your mean Brier score was ${means[0]} before and ${means[1]} after. It is the squared distance between how sure you ` +
    `were and what was so: 0 is perfect, 0.25 is what always saying 50${NB}% gets.`;
  return [tableOf("How sure you were, and how often you were right", columns, rows.filter((row) => row[2])), node("p", words)];
}
