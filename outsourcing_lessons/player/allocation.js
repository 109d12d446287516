// A total to share out over several parts.

import { grouped, roughly, withUnit } from "./amounts.js";
import { make, node } from "./dom.js";
import { isSuspect, lettered, numberInput } from "./fields.js";
import { ensure, idsOf, isOfAHundred, isPlain, knownIds, member, numbersOf, outcomeOf, SLACK } from "./outcome.js";

function allocationForm(item, host) {
  const entries = item.parts.map((part, i) => ({ id: part.id, ...numberInput([...lettered(host, i), part.text], item) }));
  const left = make("output", { class: "ol-left", "aria-live": "polite" });
  const total = withUnit(grouped(item.total, item.total % 1 ? 2 : 0), item);
  const tell = () => {
    const rest = item.total - entries.reduce((sum, { input }) => sum + roughly(input.value), 0);
    const amount = withUnit(grouped(Math.abs(rest), Math.abs(rest % 1) > 0.005 ? 2 : 0), { prefix: item.prefix });
    left.style.setProperty("--given", String(Number.isNaN(rest) ? 0 : Math.min(1, (item.total - rest) / item.total)));
    if (Number.isNaN(rest)) left.textContent = `To share out: ${total}`;
    else if (rest < -1e-6 * item.total) left.textContent = `Too much: ${amount} over ${total}`;
    else left.textContent = `Left to share out: ${amount} of ${total}`;
  };
  const legend = node("legend", `Share out ${total}`);
  const field = node("fieldset.ol-allocation-form", legend, entries.map(({ row }) => row), left);
  field.addEventListener("input", tell);
  tell();
  const read = () => ({ amounts: Object.fromEntries(entries.map(({ id, input }) => [id, input.value.trim() || "0"])) });
  const write = (kept) => {
    for (const { id, input } of entries) input.value = kept && Object.hasOwn(kept.amounts, id) ? kept.amounts[id] : "";
    tell();
  };
  const inputs = entries.map(({ input }) => input);
  const suspects = (code) => inputs.filter((input) => isSuspect(code, input.value));
  return { field, read, write, suspects };
}

function judgeAllocation(item, response) {
  const amounts = member(response, "amounts");
  ensure(isPlain(amounts), "not-a-response");
  const given = knownIds(Object.keys(amounts), idsOf(item.parts));
  ensure(given.length === item.parts.length, "not-a-response");
  const shares = item.parts.map((part) => numbersOf(amounts[part.id], item)[0]);
  ensure(shares.every((share) => share >= 0), "out-of-range");
  const sum = shares.reduce((total, share) => total + share, 0);
  const sharesOfOne = isOfAHundred(item) && Math.abs(100 * sum - item.total) <= 1e-6 * item.total;
  ensure(Math.abs(sum - item.total) <= 1e-6 * item.total, sharesOfOne ? "share" : "sum");
  const wrong = item.parts.map((part, i) => saidOf(part, shares[i])).filter(Boolean);
  const score = (shares.length - wrong.length) / shares.length;
  return outcomeOf({ correct: !wrong.length, score, feedback: wrong.length ? wrong : [item.praise] });
}

function saidOf(part, share) {
  if (share < part.low - SLACK * Math.max(1, Math.abs(part.low))) return part.too_low;
  return share > part.high + SLACK * Math.max(1, Math.abs(part.high)) ? part.too_high : "";
}

const partOfParts = ({ parts }, { score }) => `Partly right: ${Math.round(score * parts.length)} of ${parts.length}`;

export const ALLOCATION = { form: allocationForm, judge: judgeAllocation, partly: partOfParts };
