// Opponents who turn their dials as they go: opponents.py over again.

import { ahead } from "outsourcing-lessons/models/business.js";
import { atWork, CARDS } from "outsourcing-lessons/models/business_news.js";

const AT_FIRST = { people: 1, care: 0, company: 0, limit: 0, build: 0, watch: 0 };
const TRIED = {
  people: [0, 1, 2, 3, 4], care: [0, 0.3, 0.6, 1], company: [0, 0.1, 0.2, 0.4, 1], limit: [0, 1, 2, 3, 4, 5, 6],
  build: [0, 1, 3, 6], watch: [0, 1, 2, 4],
};

// Begins with the lessons' setting, and turns what the news asks for.
export function answeringTheNews(firm) {
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

// Turns, one dial after another and twice round, what the cash of the coming quarter likes best.
export function watchingTheAccount(firm, standing = AT_FIRST, runs = 60) {
  const cashOf = (dials) => ahead(firm, dials, runs).reduce((sum, { cash }) => sum + cash, 0) / runs;
  let now = standing;
  for (const [name, values] of [...Object.entries(TRIED), ...Object.entries(TRIED)]) {
    const settings = values.map((value) => ({ ...now, [name]: value }));
    const cash = settings.map(cashOf);
    now = settings[cash.indexOf(Math.max(...cash))];
  }
  return now;
}
