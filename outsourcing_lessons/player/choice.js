// Choices: of options that are shown one is right, or some are.

import { choices } from "./fields.js";
import { ensure, idsOf, knownIds, member, outcomeOf, rightly } from "./judging.js";
import WORDS_JSON from "./words.json";

function singleForm(item, host) {
  const { field, chosen, tick } = choices(item, "radio", WORDS_JSON.asked[item.type], host);
  const write = (kept) => tick([kept?.option]);
  return { field, read: () => ({ option: chosen()[0] ?? null }), write, suspects: () => [field] };
}

function multipleForm(item, host) {
  const { field, inputs, chosen, tick } = choices(item, "checkbox", WORDS_JSON.asked[item.type], host);
  const write = (kept) => tick(kept?.options ?? []);
  return { field, read: () => ({ options: chosen() }), write, suspects: () => inputs };
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

const partOfOptions = ({ options }, { feedback }) => `Partly right: ${options.length - feedback.length} of ${options.length}`;

export const SINGLE_CHOICE = { form: singleForm, judge: judgeSingle };
export const MULTIPLE_CHOICE = { form: multipleForm, judge: judgeMultiple, partly: partOfOptions };
