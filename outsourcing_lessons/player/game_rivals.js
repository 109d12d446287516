// The others who play the same luck, and the one turn that would have changed most.

import { copyOf, play, quarter, score, start } from "./models/business.js";
import { atWork, CARDS } from "./models/business_news.js";

const FEWEST = 30; // own hours: less is no turning point
const STEPS = 8; // of a dial, tried from end to end

// As course/turn_the_dials/opponents.py answers the news.
export function answeringNews(firm) {
  const on = Object.fromEntries(CARDS.map((name, card) => [name, atWork(firm, card)]));
  const thin = on.slump || on["price war"];
  const missing = on["helper leaves"] || on["helper ill"];
  return {
    people: on.slump ? 2 : on["demand doubles"] ? 4 : missing ? 3 : 2,
    care: 0.6,
    company: on["cover asked"] ? Math.max(0.3, firm.business.need) : thin ? 0 : 0.2,
    limit: on["demand doubles"] || on["owner ill"] ? 4 : 3,
    build: on["AI tool"] ? 3 : thin ? 0.5 : 2,
    watch: on["process changes"] || on["demand doubles"] ? 2.5 : 1.5,
  };
}

export function rivalScore(rival, business, seed, quarters) {
  if (Object.keys(rival.dials).length) return play(business, rival.dials, seed, 0).score;
  const firm = start(business, seed, 0);
  for (let now = 0; now < quarters; now++) quarter(firm, answeringNews(firm));
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

function replayed({ item, decisions }, now, before, dials) {
  const firm = copyOf(before);
  quarter(firm, dials);
  for (let next = now + 1; next < item.quarters; next++) quarter(firm, decisions[next] ?? decisions.at(-1));
  return score(firm);
}
