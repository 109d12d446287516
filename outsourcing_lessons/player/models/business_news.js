// What the news of a quarter comes to, as models/business/news.py and quarter_news.py have it.

export const WEEKS = 13;
export const SLOTS = 4; // helpers, at most
export const CARDS = [
  "helper leaves", "helper ill", "demand doubles", "slump", "process changes", "cover asked", "price war", "AI tool",
  "owner ill",
];
const [LEAVES, ILL, DOUBLES, SLUMP, CHANGES, COVER, PRICES, TOOL, OWNER] = CARDS.keys();
const LASTS = [1, 1, 2, 2, 1, 3, 2, 3, 1]; // quarters in which a card is at work

// Whether a card is at work in the coming quarter.
export function atWork({ cards, quarter }, card) {
  return cards.slice(Math.max(0, quarter - LASTS[card]), quarter).includes(card);
}

// Return what holds in the coming quarter; let a change of the process and time do their work on the firm.
export function newsOf(firm, dials) {
  const { business, customers } = firm;
  const now = firm.quarter ? firm.cards[firm.quarter - 1] : -1;
  const tool = atWork(firm, TOOL);
  const name = Math.min(Math.max((customers - 0.88) / 0.17, 0), 1); // 0 spoken ill of, 1 spoken well of
  const demand = business.jobs * customers * (atWork(firm, DOUBLES) ? 2 : 1) *
    (atWork(firm, SLUMP) ? 0.4 + 0.5 * name : 1);
  const price = business.price * (atWork(firm, PRICES) ? 0.8 + 0.18 * name : 1) * (tool ? 0.94 : 1);
  const best = mostKnowing(firm);
  if (now === CHANGES) {
    firm.skill = firm.skill.map((skill) => 0.6 * business.half + 0.4 * skill);
    firm.stale = 1;
  }
  const seen = dials.watch / (dials.watch + business.watch_half);
  firm.practice *= Math.exp((-Math.log(2) * WEEKS) / 52 / business.half_life * (1 - seen));
  return {
    leaves: now === LEAVES ? best : -1, fallsIll: now === ILL ? best : -1, ownerIll: now === OWNER,
    coverAsked: atWork(firm, COVER), tool, demand, price, seen, reach: 2 ** -dials.limit,
  };
}

function mostKnowing({ due, skill, bad }) {
  let [best, most] = [-1, 0];
  for (let i = 0; i < SLOTS; i++) {
    const value = due[i] <= 0 ? skill[i] * (1 - 0.4 * bad[i]) : 0;
    if (value > most) [best, most] = [i, value];
  }
  return best;
}
