// A bet: a choice that is neither right nor wrong. What becomes of it is told by its reveal.

import { choices } from "./fields.js";
import { ensure, idsOf, knownIds, member, outcomeOf } from "./outcome.js";
import WORDS_JSON from "./words.json";

function betForm(item, host) {
  const { field, chosen, tick } = choices(item, "radio", WORDS_JSON.asked[item.type], host);
  const write = (kept) => tick([kept?.bet]);
  return { field, read: () => ({ bet: chosen()[0] ?? null }), write, suspects: () => [field] };
}

function judgeBet(item, response) {
  const bet = member(response, "bet");
  ensure(bet !== null, "nothing-chosen");
  const [chosen] = knownIds([bet], idsOf(item.options));
  const become = item.options.filter((one) => one.id === chosen).map((one) => one.feedback);
  return outcomeOf({ correct: null, score: null, feedback: become });
}

export const BET = {
  form: betForm,
  judge: judgeBet,
  committed: true,
  graded: false,
  keyed: false,
  recorded: () => "Your bet",
  noted: ({ praise }) => ["Noted", praise],
};
