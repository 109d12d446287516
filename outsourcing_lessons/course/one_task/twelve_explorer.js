// What twelve_explorer.py computes, in the page.

import { made, share } from "outsourcing-lessons/models/moves.js";

const JOBS = 12;
const [STRANGER, REGULAR, MYSELF] = [1, 2, 3];
const [WRONG, LEAVES, AWAY, FOUND] = [0, 1, 2, 3];
const HAPPENED = [
  "was_stranger", "was_first", "was_successor", "was_regular", "was_away", "was_last", "was_myself", "was_right",
  "was_found", "was_missed",
];

export function twelve(givens, values) {
  const moves = made(values).slice(0, JOBS);
  let regular = { known: 0, here: false, left: 0 };
  const jobs = [{ own: 0, invoice: 0, lost: 0, happened: [] }];
  moves.forEach((move, i) => {
    const chance = (which) => share(givens.seed, values.luck, i + 1, which);
    const [next, job] = done(givens, move, regular, chance);
    jobs.push({ invoice: 0, lost: 0, ...job });
    regular = next;
  });
  const { own_hour: ownHour, self_hours: selfHours } = givens;
  const last = jobs.at(-1);
  const [own, invoices, lost] = ["own", "invoice", "lost"].map((name) => runningSum(jobs.map((job) => job[name])));
  const total = own.map((hours, i) => ownHour * hours + invoices[i] + lost[i]);
  const stranger = ownHour * (givens.joining_hours + givens.managing_hours) + invoiceOf(givens);
  const alone = JOBS * selfHours;
  const over = jobs.length > JOBS;
  const allStrangers = over && moves.every((move) => move === STRANGER);
  const [hours, all] = [own.at(-1), total.at(-1)];
  return {
    jobs: jobs.map((_, i) => i),
    time: own.map((one) => ownHour * one),
    total,
    zero: 0,
    room: JOBS * stranger,
    own: hours,
    invoices: invoices.at(-1),
    lost: lost.at(-1),
    mishaps: lost.at(-1) > 0,
    all,
    own_share: all > 0 ? (100 * ownHour * hours) / all : 0,
    strangers: JOBS * stranger,
    alone: alone * ownHour,
    alone_hours: alone,
    own_now: last.own,
    invoice_now: last.invoice,
    lost_now: last.lost,
    ...Object.fromEntries(HAPPENED.map((name) => [name, last.happened.includes(name)])),
    fresh: jobs.length === 1,
    knows: regular.here,
    gone: isMet(regular) && !regular.here,
    who: regular.left ? (regular.here ? "The new regular" : "A new regular") : givens.regular,
    next_hours: hoursOf(givens, regular.known),
    thrifty: over && hours < alone && all < alone * ownHour,
    all_strangers: allStrangers,
    more_own: allStrangers && hours > alone,
    less_own: allStrangers && hours <= alone,
  };
}

const runningSum = (numbers) => {
  let sum = 0;
  return numbers.map((one) => (sum += one));
};

// What the regular knows when the next job comes, and what this one cost.
function done(givens, move, regular, chance) {
  const kept = Math.exp(-givens.forgetting * givens.weeks_between);
  if (move === REGULAR) {
    const leaves = chance(LEAVES) < givens.departure;
    return [{ known: leaves ? 0 : (regular.known + 1) * kept, here: !leaves, left: regular.left + Number(leaves) }, byRegular(givens, regular, chance)];
  }
  const job = move === STRANGER ? byStranger(givens) : move === MYSELF ? { own: givens.self_hours, happened: ["was_myself"] } : byMachine(givens, chance);
  return [{ ...regular, known: regular.known * kept }, job];
}

// Whether anybody ever was there: the brief is written then.
const isMet = ({ here, left }) => here || left > 0;

const invoiceOf = (givens) => givens.first_hours * givens.newcomer_price;

const hoursOf = (givens, known) => givens.first_hours * (known + 1) ** Math.log2(givens.rate);

const byStranger = (givens) => ({ own: givens.joining_hours + givens.managing_hours, invoice: invoiceOf(givens), happened: ["was_stranger"] });

function byRegular(givens, regular, chance) {
  const { known, here } = regular;
  const met = isMet(regular);
  const away = chance(AWAY) < givens.outage;
  const leaves = chance(LEAVES) < givens.departure;
  const how = here ? "was_regular" : met ? "was_successor" : "was_first";
  return {
    own: (here ? 0 : givens.joining_hours) + (met ? 0 : givens.setup_hours) + givens.managing_hours,
    invoice: hoursOf(givens, known) * givens.regular_price,
    lost: away ? givens.delay_cost : 0,
    happened: [how, away && "was_away", leaves && "was_last"],
  };
}

function byMachine(givens, chance) {
  const byHand = givens.draft_share * givens.self_hours;
  const hours = (givens.draft_ask + givens.draft_check) / 60 + givens.self_hours - byHand;
  if (chance(WRONG) < givens.draft_right) return { own: hours, happened: ["was_right"] };
  if (chance(FOUND) < givens.draft_caught) return { own: hours + byHand, happened: ["was_found"] };
  return { own: hours, lost: givens.draft_miss, happened: ["was_missed"] };
}
