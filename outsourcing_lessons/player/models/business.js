// The year of models/business/, one firm at a time: the same luck, the same whole numbers, money and hours alike.
// Money is in hours of the owner's own time.

import { luck, mix, ofPlace, ofRun } from "./luck.js";
import { newsOf, CARDS } from "./business_news.js";
import { playWeeks } from "./business_weeks.js";
import { teamOf, NOBODY } from "./business_team.js";

export const RANGES = { people: [0, 4], care: [0, 1], company: [0, 1], limit: [0, 6], build: [0, 10], watch: [0, 8] };
const [DECK, FIRST_HELPER] = [1000, 1001]; // weeks that no year has
const QUARTERS = 4;

// The three cards of a year, as numbers of CARDS; none twice.
export const deal = (seed, run) => dealt(ofRun(seed, run), DECK);

function dealt(run, week) {
  const [first, second, third] = [0, 1, 2].map((i) => (mix(ofPlace(week, i) ^ run) >>> 8) % (CARDS.length - i));
  const next = second + Number(second >= first);
  const between = third + Number(third >= Math.min(first, next));
  return [first, next, between + Number(between >= Math.max(first, next))];
}

// Where a firm stands before its first quarter; what the names mean is said in models/business/state.py.
export function start(business, seed, run, cards) {
  const bad = luck(seed, run, FIRST_HELPER, 0) >= Math.min(Math.floor(business.base * 2 ** 32), 2 ** 32 - 1);
  return {
    business, cards: cards ?? deal(seed, run), against: business.harder > 0 && !cards, run: ofRun(seed, run), quarter: 0, cash: business.cash, left: 0, alive: 1, customers: 1,
    backlog: 0.5 * business.jobs, company: 0, stock: 0, stale: 0, practice: 1, pile: 0,
    due: [0, NOBODY, NOBODY, NOBODY], skill: [3, 1, 1, 1].map((times) => times * business.half),
    bad: [Number(bad), 0, 0, 0], reports: [],
  };
}

// Play thirteen weeks in place and return what they brought; a `diary`, an array, is given the weeks one by one.
export function quarter(firm, dials, diary) {
  const { business } = firm;
  const told = newsOf(firm, dials);
  const team = teamOf(firm, dials, told);
  const { sums, cash, lowest, overtime } = playWeeks(firm, dials, told, team, diary);
  for (const name of Object.keys(sums)) sums[name] *= firm.alive;
  firm.left += sums.money - sums.hours + 0.5 * overtime * firm.alive;
  firm.alive *= Number(lowest >= 0);
  const home = Math.max(cash - business.reserve * business.cash, 0) * firm.alive;
  firm.cash = cash * firm.alive - home;
  firm.bad = team.after;
  firm.quarter += 1;
  const complaints = (sums.mistakes + 0.5 * sums.lost) / (sums.done + sums.lost + 1);
  firm.customers = Math.max(firm.customers + 0.4 * (1.15 - firm.customers) - business.fame * complaints, 0.3);
  const { alive, customers, backlog } = firm;
  const report = { ...sums, cash: firm.cash, home, alive, customers, backlog };
  firm.reports.push(report);
  if (firm.against && firm.quarter < QUARTERS) firm.cards = withTheWorst(firm, dials);
  return report;
}

// The cards with that of the coming quarter: of three, the one that hurts the dials most as they stand.
function withTheWorst(firm, dials) {
  const now = firm.quarter - 1;
  const before = firm.cards.slice(0, now);
  let [worst, least] = [null, Infinity];
  for (const card of dealt(firm.run, DECK + 1 + firm.quarter).filter((one) => !before.includes(one))) {
    const tried = withCards(firm, [...before, card, ...firm.cards.slice(now + 1)]);
    quarter(tried, dials);
    if (score(tried) < least) [worst, least] = [tried.cards, score(tried)];
  }
  return worst;
}

// A copy of a firm to which the cards come that are given, whatever is done.
export const withCards = (firm, cards) => ({ ...copyOf(firm), cards, against: false });

// Play a year: one setting, or four of them.
export function play(business, decisions, seed, run, cards) {
  const firm = start(business, seed, run, cards);
  for (let now = 0; now < QUARTERS; now++) quarter(firm, Array.isArray(decisions) ? decisions[now] : decisions);
  return { ...firm, score: score(firm) };
}

// Money earned less every own hour, and what the customers are worth at the end; a lost firm has the least.
export function score({ business, alive, left, customers }) {
  return alive ? Math.max(left + business.goodwill * (customers - 1), 1 - business.ruin) : -business.ruin;
}

// A copy of a firm that can be played on while the first stays where it is.
export function copyOf(firm) {
  const { due, skill, bad, reports } = firm;
  return { ...firm, due: [...due], skill: [...skill], bad: [...bad], reports: [...reports] };
}

// The coming quarter of one firm many times over, each with its own luck.
export function ahead(firm, dials, runs = 1000, seed = 0) {
  return Array.from({ length: runs }, (_, run) => quarter({ ...withCards(firm, firm.cards), run: ofRun(seed, run) }, dials));
}
