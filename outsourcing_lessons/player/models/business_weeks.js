// The weeks of a quarter, as models/business/tools.py, work.py and books.py have it.

import { bell, lowerHalf, STREAMS, upperHalf } from "./luck.js";
import { SLOTS, WEEKS } from "./business_news.js";

const [ILL_WEEKS, OWNER_ILL_WEEKS] = [9, 4];
const NONE = 1e-9; // instead of a division by nothing

// Play the weeks in place; with a `diary`, an array, each week is also written down in it.
export function playWeeks(firm, dials, told, team, diary) {
  const { business } = firm;
  const sums = { asked: 0, done: 0, lost: 0, mistakes: 0, hours: 0, money: 0 };
  const draw = business.draw * Math.min(Math.max(firm.cash / business.cash, business.least), 1);
  let [cash, lowest, overtime] = [firm.cash, Infinity, 0];
  for (let week = 0; week < WEEKS; week++) {
    const now = standing(firm, dials, told, team, week);
    const helpers = helpersOf(firm, told, team, now);
    const jobs = jobsOf(firm, dials, told, team.luck, now, helpers);
    const wrong = mistakesOf(firm, told, team.luck, now, helpers, jobs);
    const books = booked(firm, dials, told, team, now, helpers, jobs, wrong);
    cash += books.money + books.sold - draw;
    lowest = Math.min(lowest, cash);
    overtime += Math.min(books.spare, 0);
    sums.asked += jobs.asked;
    sums.done += jobs.done;
    sums.lost += jobs.lost;
    sums.mistakes += wrong.escaped;
    sums.hours += books.hours;
    sums.money += books.money;
    diary?.push({ ...now, ...helpers, ...jobs, ...wrong, ...books, cash, household: -draw });
  }
  return { sums, cash, lowest, overtime };
}

// What the company, the tool and the pile of things to see to are at this week; let them move on.
function standing(firm, dials, told, team, week) {
  const { business, stale, company: contract } = firm;
  const away = told.ownerIll && week < OWNER_ILL_WEEKS;
  const { stock } = firm;
  const saved = stock / (stock + business.build_half * (told.tool ? 0.5 : 1));
  const drafted = (business.routine + 0.2 * Number(told.tool)) * saved;
  const pile = firm.pile + (business.search + business.care_hours * dials.care) * team.arrivals[week];
  const mended = stale * Number(lowerHalf(team.luck[week * STREAMS + 2]) < 0.04 + 0.6 * told.seen);
  firm.stale -= mended;
  firm.stock = stock * (1 - business.fade) * (1 - 0.5 * mended) + (away ? 0 : dials.build * (told.tool ? 1.5 : 1));
  firm.company += (dials.company * business.jobs - firm.company) / 3;
  firm.pile = pile * (2 / 3);
  const admin = business.admin * (1 - saved);
  const [broken, came] = [0.5 * mended * stock, team.arrivals[week]];
  return { week, at: week * STREAMS, away, contract, stale, pile, drafted, admin, quick: 1 - drafted, broken, came };
}

function helpersOf(firm, told, team, { week, at, quick }) {
  const { business, skill, bad } = firm;
  const [slowest, learnt] = [business.hours * business.floor, business.hours * (1 - business.floor) * business.half];
  const able = [0, 0, 0, 0]; // jobs a week of each
  let [present, poor, capacity] = [0, 0, 0];
  for (let i = 0; i < SLOTS; i++) {
    if (week === team.gone[i]) {
      skill[i] = business.half + team.passedOn * (skill[i] - business.half);
      team.drag[i] = 1 + business.slow * team.after[i];
    }
    const back = week < team.gone[i] || week >= team.gone[i] + team.gap;
    const ill = week < ILL_WEEKS && i === told.fallsIll;
    if (week < team.due[i] || team.luck[at + 4 + i] >>> 16 >= team.here || !back || ill) continue;
    able[i] = business.helper_hours / quick / ((learnt / skill[i] + slowest) * team.drag[i]);
    capacity += able[i];
    present += 1;
    poor += week >= team.gone[i] ? team.after[i] : bad[i];
  }
  return { able, present, poor, capacity };
}

function jobsOf(firm, dials, told, luck, now, { able, present, capacity }) {
  const { business, skill } = firm;
  const [asksForCover, uncovered] = [told.coverAsked, now.contract < 0.95 * business.need * business.jobs];
  const mean = told.demand * (1 - business.big * Number(asksForCover && uncovered));
  const swung = Math.max(mean + Math.sqrt(mean) * (business.swing * bell(luck[now.at])), 0);
  const asked = Math.floor(swung + upperHalf(luck[now.at + 1]));
  const work = firm.backlog + asked;
  let bought = Math.min(work, now.contract);
  let helped = Math.min(work - bought, capacity);
  bought += Math.min(work - bought - helped, now.contract * Number(present < dials.people));
  const duties = now.admin + now.pile / 3 +
    (dials.watch + dials.build + business.contact * dials.people + 0.5 * Number(dials.company > 0));
  const pace = business.own_pace * business.hours * now.quick;
  const each = business.decisions * business.decide * told.reach;
  const free = now.away ? 3 : Math.max(business.week + business.stretch - business.own - duties, 2);
  const can = Math.min(free / (each * (helped + bought) + NONE), 1);
  helped *= can;
  bought *= can;
  const own = Math.min(work - helped - bought, (free - each * (helped + bought)) / pace);
  const rest = work - (helped + bought) - own;
  const lost = rest * business.quit;
  firm.backlog = rest - lost;
  const used = helped / (capacity + NONE);
  for (let i = 0; i < SLOTS; i++) skill[i] += able[i] * used;
  const answers = each * (helped + bought);
  const busy = used * business.helper_hours;
  return { asked, own, bought, helped, lost, done: own + bought + helped, busy, answers, worked: duties + answers + own * pace };
}

function mistakesOf({ business, practice }, told, luck, { at, stale, drafted }, { present, poor }, jobs) {
  const errorHours = present * business.error_good + poor * (business.error_bad - business.error_good);
  const made = (jobs.busy * errorHours) / business.hours + jobs.bought * business.error_company +
    jobs.done * drafted * business.error_tool;
  const unseen = 1 - business.catch * told.seen;
  const missed = business.decisions * (1 - told.reach) * business.wrong * unseen;
  const slips = Math.floor(made * missed + upperHalf(luck[at + 3]));
  const own = jobs.own * (0.5 * business.error_good);
  const all = Math.min((made + own) * ((1 + stale) * (2 - practice)), jobs.done);
  const found = 1 - (1 - business.look * told.reach) * unseen;
  const escaped = Math.floor(all * (1 - found) + lowerHalf(luck[at + 1]));
  const severity = Math.min(0.5 / Math.sqrt(upperHalf(luck[at + 2]) + 1 / 65536), 8);
  const size = lowerHalf(luck[at + 3]) * (1 - told.reach);
  const dear = slips * (size / (1 - size)) * business.stake;
  const damage = escaped * severity * business.error_cost + dear;
  return { escaped, slips, rework: business.rework * found * all, damage, dear };
}

// Money of the week by where it comes from and goes to; it adds up to what the account moves.
function booked({ business }, dials, told, team, now, { present }, jobs, wrong) {
  const hours = now.away
    ? business.week - business.own // an hour of illness is not an hour off
    : Math.min(jobs.worked + wrong.rework, 168 - business.own);
  const spare = business.week - business.own - hours;
  const paid = present * Math.max(jobs.busy, business.guarantee) * business.rate;
  const company = (0.8 * jobs.bought + 0.2 * now.contract) * business.company_price;
  const trials = business.trial * dials.care * team.arrivals[now.week];
  const goodbye = now.week ? 0 : 3 * business.guarantee * business.rate * team.sent;
  const money = told.price * (jobs.done - business.late * jobs.lost) - (paid + company + trials) - wrong.damage -
    business.fixed - goodbye;
  return {
    money, hours, spare, sold: business.sell * Math.max(spare, 0), income: told.price * jobs.done,
    late: -told.price * business.late * jobs.lost, people: -(paid + trials + goodbye), company: -company,
    mistakes: -wrong.damage, rent: -business.fixed, missed: told.price * jobs.lost, finding: now.pile / 3,
    idle: present * Math.max(0, business.guarantee - jobs.busy) * business.rate,
  };
}
