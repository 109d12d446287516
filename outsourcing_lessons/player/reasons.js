// What is said of an option stands on it: the chosen one and the right ones are open, the others one click away.

import { icon, make, node } from "./dom.js";
import WORDS_JSON from "./words.json";

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
export function explaining(item, rows, chosen, several) {
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
