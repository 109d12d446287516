// The others who play the same luck, and the one turn that would have changed most.

import { play, quarter, score, start, withCards } from "./models/business.js";
import { POLICIES } from "./page_models.js";

const FEWEST = 30; // own hours: less is no turning point
const STEPS = 8; // of a dial, tried from end to end

// Null where the page does not know how somebody plays.
// The news is that of the year that was played, whatever they do.
export function rivalScore({ id, dials }, business, seed, quarters, cards) {
  if (Object.keys(dials).length) return play(business, dials, seed, 0, cards).score;
  const decide = POLICIES.get(id);
  if (!decide) return null;
  const firm = start(business, seed, 0, cards);
  let standing;
  for (let now = 0; now < quarters; now++) quarter(firm, (standing = decide(firm, standing)));
  return score(firm);
}

// The one dial in the one quarter that would have changed most, all else as it was and with the same luck.
export function turningPoint(year) {
  let found = null;
  for (const [now, { before }] of year.past.entries()) {
    for (const dial of year.item.dials.filter(({ opens }) => opens <= now + 1)) {
      for (const value of valuesOf(dial)) {
        const more = replayed(year, now, before, { ...year.decisions[now], [dial.id]: value }) - year.score;
        if (more > Math.max(FEWEST, found?.more ?? 0)) found = { quarter: now, dial, value, more };
      }
    }
  }
  return found;
}

function valuesOf({ low, high, step }) {
  const whole = Math.round((high - low) / step);
  return [...new Set(Array.from({ length: STEPS + 1 }, (_, i) => Number((low + Math.round((whole * i) / STEPS) * step).toFixed(4))))];
}

function replayed({ item, decisions, firm: { cards } }, now, before, dials) {
  const firm = withCards(before, cards);
  quarter(firm, dials);
  for (let next = now + 1; next < item.quarters; next++) quarter(firm, decisions[next] ?? decisions.at(-1));
  return score(firm);
}
