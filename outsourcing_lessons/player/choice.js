// Choices: of options that are shown one is right, or some are.

import { icon, make, node } from "./dom.js";
import { choices } from "./fields.js";
import { ensure, idsOf, knownIds, member, outcomeOf, rightly } from "./outcome.js";
import WORDS_JSON from "./words.json";

function singleForm(item, host) {
  const { field, rows, chosen, tick } = choices(item, "radio", WORDS_JSON.asked[item.type], host);
  const write = (kept) => tick([kept?.option]);
  return { ...explaining(item, rows, chosen, false), field, read: () => ({ option: chosen()[0] ?? null }), write, suspects: () => [field] };
}

function multipleForm(item, host) {
  const { field, rows, inputs, chosen, tick } = choices(item, "checkbox", WORDS_JSON.asked[item.type], host);
  const write = (kept) => tick(kept?.options ?? []);
  return { ...explaining(item, rows, chosen, true), field, read: () => ({ options: chosen() }), write, suspects: () => inputs };
}

function judgeSingle(item, response) {
  const option = member(response, "option");
  ensure(option !== null, "nothing-chosen");
  const [chosen] = knownIds([option], idsOf(item.options));
  if (chosen === item.key) return rightly(item.praise);
  return outcomeOf({ feedback: item.options.filter((one) => one.id === chosen).map((one) => one.feedback) });
}

function judgeMultiple(item, response) {
  const chosen = knownIds(member(response, "options"), idsOf(item.options));
  ensure(chosen.length > 0, "nothing-chosen");
  const wrong = item.options.filter((one) => chosen.includes(one.id) !== item.key.includes(one.id));
  const hits = chosen.filter((one) => item.key.includes(one)).length;
  const score = Math.max(0, (hits - (chosen.length - hits)) / item.key.length);
  const feedback = wrong.length ? wrong.map((one) => misjudged(item, one)) : [item.praise];
  const missed = wrong.flatMap((one, place) => (item.key.includes(one.id) ? [place] : []));
  return outcomeOf({ correct: !wrong.length, score, feedback, missed });
}

function misjudged(item, option) {
  const { missed, ticked } = WORDS_JSON.said;
  return `${item.key.includes(option.id) ? missed : ticked} “${option.text}”: ${option.feedback}`;
}

// What is said of each option, by its id.
const reasonsOf = ({ options, key, praise }) =>
  Object.fromEntries(options.map(({ id, feedback }) => [id, { right: [key].flat().includes(id), said: feedback || praise }]));

// Of an outcome without reasons nobody knows how many there are to be found.
function partOfOptions({ options }, { feedback, missed, reasons }) {
  if (!reasons) return `Partly right: ${options.length - feedback.length} of ${options.length}`;
  const all = Object.values(reasons).filter(({ right }) => right).length;
  const tooMany = feedback.length - missed.length;
  return `Partly right: ${all - missed.length} of ${all} found${tooMany ? `, ${tooMany} too many` : ""}`;
}

// ---- What is said of an option stands on it: the chosen one and the right ones are open, the others one click away ----

// The words of one option's verdict, in a choice of several and in a choice of one.
function verdictOf(several, right, chosen) {
  const { found, missed, key, mistaken, spared, other } = WORDS_JSON.options;
  if (right) return chosen ? found : several ? missed : key;
  return chosen ? mistaken : several ? spared : other;
}

function reasonOf(option, { right, said }, chosen, several) {
  const unseen = node("span.ol-unseen", `: ${option.text}`);
  const summary = node("summary", icon(right ? "right" : "not-yet"), node("span", verdictOf(several, right, chosen), unseen));
  return make(`details.ol-why.${right ? "ol-why-right" : "ol-why-wrong"}`, { open: right || chosen }, summary, node("p", said));
}

// `explain(outcome, settled)` puts reasons on the options: on all when the question is settled, else on what was chosen,
// so that the rest is still to be found. Without an outcome it takes them away.
function explaining(item, rows, chosen, several) {
  const explain = (outcome, settled) => {
    for (const row of rows) row.querySelector(".ol-why")?.remove();
    if (!outcome?.reasons) return;
    const mine = chosen();
    item.options.forEach((option, i) => {
      const isMine = mine.includes(option.id);
      if (settled || isMine) rows[i].append(reasonOf(option, outcome.reasons[option.id], isMine, several));
    });
  };
  return { explain, several };
}

export const SINGLE_CHOICE = { form: singleForm, judge: judgeSingle, reasons: reasonsOf };
export const MULTIPLE_CHOICE = { form: multipleForm, judge: judgeMultiple, reasons: reasonsOf, partly: partOfOptions };
