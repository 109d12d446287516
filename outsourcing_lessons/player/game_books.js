// What a quarter came to, from its own figures: the account, what went right, and what cost most.

import { WEEKS } from "./models/business_news.js";
import { counting, hoursSaid } from "./game_words.js";

export const total = (weeks, name) => weeks.reduce((sum, week) => sum + week[name], 0);

const where = (weeks, holds) => weeks.filter(holds);

const LINES = [
  ["people", "People"], ["company", "The company"], ["mistakes", "Mistakes and wrong decisions"],
  ["late", "Keeping people waiting"], ["rent", "Rent, tools, insurance"], ["household", "Your household"],
  ["sold", "Your free hours, sold"],
];

// The account of a quarter, in whole steps of the money: the lines add up to the last one, as they are shown.
export function ledgerOf({ before, weeks, report }, money, words) {
  const rows = LINES.map(([name, words]) => [words, money.steps(total(weeks, name))]).filter(([, steps]) => steps);
  if (report.home > 0) rows.push(["Taken home", -money.steps(report.home)]);
  const [from, to] = [money.steps(before.cash), money.steps(weeks.at(-1).cash - report.home)];
  const done = to - from - rows.reduce((sum, [, steps]) => sum + steps, 0);
  const jobs = counting(Math.round(total(weeks, "done")), ...words.jobs);
  return [["In the bank before", from], [`${jobs} done`, done], ...rows, ["In the bank", to]];
}

export function rightOf({ before, dials, weeks, report }, words) {
  const [done, asked, helped] = ["done", "asked", "helped"].map((name) => total(weeks, name));
  const { business } = before;
  const found = total(weeks, "rework") / Math.max(business.rework, 1e-9);
  const steppedIn = total(where(weeks, ({ present }) => present < dials.people), "bought");
  const [one, many] = words.jobs;
  const said = [
    [!total(weeks, "escaped"), "Not one mistake got out."],
    [steppedIn >= 5, `While somebody was missing, the company stepped in and did ${counting(steppedIn, one, many)}.`],
    [done && total(weeks, "lost") < 0.02 * asked, "Hardly anybody gave up waiting."],
    [found >= 4, `${counting(found, "mistake was", "mistakes were")} found before they got out.`],
    [helped > 0.7 * asked, `Your people did ${Math.round(helped)} of ${counting(asked, one, many)}.`],
    [total(where(weeks, ({ spare }) => spare > 0), "spare") > 60,
      `You had ${hoursSaid(total(where(weeks, ({ spare }) => spare > 0), "spare"))} to sell, or to sleep.`],
    [report.customers > before.customers + 0.02, "Your reputation got better."],
    [report.alive && report.cash > before.cash, "There is more in the bank than before."],
    [report.alive, "The account never ran dry."],
  ];
  return said.find(([holds]) => holds)?.[1] ?? `${counting(done, one, many)} got done.`;
}

// What cost most, dearest first: [the own hours it cost, a sentence]. No hour and no job is counted under two heads.
export function causesOf(past, money, words) {
  return [...jobCauses(past, money, words), ...mistakeCauses(past, money, words), ...hourCauses(past), ...paidCauses(past, money, words), ...newsCauses(past, money, words)]
    .filter(([cost, many]) => cost > 4 && many >= 1)
    .sort(([a], [b]) => b - a)
    .map(([cost, , text]) => ({ cost, text }));
}

// Jobs that left, by what stood in the way in their week; at the full price of a job.
function jobCauses({ dials, weeks, events }, money, words) {
  const ill = where(weeks, ({ away }) => away);
  const missing = where(weeks, ({ away, present }) => !away && present < dials.people);
  const asking = where(weeks, (week) => !week.away && week.present >= dials.people && week.answers > 8);
  const others = where(weeks, (week) => !week.away && week.present >= dials.people && week.answers <= 8);
  const who = events.find(({ kind }) => kind === "left") ?? events.find(({ kind }) => kind === "ill");
  const gone = (some, beginning) => {
    const [lost, cost] = [total(some, "lost"), total(some, "missed")];
    return [cost, lost, `${beginning} ${counting(lost, ...words.jobs)} waited too long and went elsewhere: ${money.of(cost)} not earned.`];
  };
  const left = who ? (who.kind === "left" ? `${who.name} left in week ${who.week + 1}.` : `${who.name} was ill.`) : "Somebody was missing.";
  return [
    gone(ill, `You were ill for ${counting(ill.length, "week", "weeks")}.`),
    gone(missing, `${left} In the ${counting(missing.length, "week", "weeks")} with too few people,`),
    gone(asking, `In the weeks when questions took more than 8 hours of yours,`),
    gone(others, ""),
  ].map(([cost, lost, text]) => [cost, lost, text.trim().replace(/^./, (first) => first.toUpperCase())]);
}

function mistakeCauses({ weeks, before }, money, words) {
  const [escaped, slips, dear] = ["escaped", "slips", "dear"].map((name) => total(weeks, name));
  const stale = where(weeks, (week) => week.stale > 0.5);
  const costOf = (some) => total(some, "damage") - total(some, "dear");
  const usual = where(weeks, (week) => week.stale <= 0.5);
  const worst = usual.reduce((most, week) => (week.damage - week.dear > most.damage - most.dear ? week : most), usual[0] ?? { damage: 0, dear: 0 });
  const one = worst.damage - worst.dear;
  const single = one > 0.6 * costOf(usual) && one > 2 * before.business.error_cost;
  return [
    [costOf(usual), total(usual, "escaped"),
      single
        ? `A mistake in week ${worst.week + 1} alone cost ${money.of(one)}, and ${words.talk}.`
        : `${counting(total(usual, "escaped"), "mistake", "mistakes")} got out: ${money.of(costOf(usual))}, and ${words.talk}.`],
    [costOf(stale), total(stale, "escaped"),
      `For ${counting(stale.length, "week", "weeks")} everything still followed the old rules, and ${counting(total(stale, "escaped"), "mistake", "mistakes")} got out: ${money.of(costOf(stale))}.`],
    [dear, slips, `${counting(slips, "decision", "decisions")} made without you ${Math.round(slips) === 1 ? "was" : "were"} wrong: ${money.of(dear)}.`],
    [0.6 * total(weeks, "rework"), escaped, `Putting right what was found in time took ${hoursSaid(total(weeks, "rework"))} of yours.`],
  ];
}

// Own hours at what a free one could have been sold for, those beyond the week one and a half times.
function hourCauses({ before, weeks }) {
  const { sell } = before.business;
  const [answers, finding, admin, broken] = ["answers", "finding", "admin", "broken"].map((name) => total(weeks, name));
  const over = -total(where(weeks, ({ spare }) => spare < 0), "spare");
  const said = (hours, text) => [sell * hours, hours, text];
  return [
    said(answers, `${hoursSaid(answers)} of yours went into answering questions.`),
    said(finding, `Finding and briefing people took ${hoursSaid(finding)} of yours.`),
    said(before.quarter ? admin : 0, `Routine work took ${hoursSaid(admin)} of yours.`),
    said(broken, `When the process changed, ${hoursSaid(broken)} of what you had built stopped working.`),
    [0.5 * over, over, `You worked ${hoursSaid(over)} of overtime.`],
  ];
}

function paidCauses({ before, weeks, dials, events }, money, words) {
  const { business } = before;
  const idle = total(weeks, "idle");
  const ready = weeks.reduce((sum, { contract, bought }) => sum + Math.max(0, contract - bought), 0);
  const unused = 0.2 * business.company_price * ready;
  const came = total(weeks, "came");
  const trials = business.trial * dials.care * came;
  const sent = events.filter(({ kind }) => kind === "sent");
  const notice = 3 * business.guarantee * business.rate * sent.length;
  return [
    [idle, 1, `You paid your people ${money.of(idle)} for hours with nothing to do.`],
    [unused, ready, `You paid the company ${money.of(unused)} to stand ready for ${counting(ready, ...words.jobs)} that you did not need.`],
    [trials, came, `Paid trials for ${counting(came, "newcomer", "newcomers")} cost ${money.of(trials)}.`],
    [notice, sent.length, `Letting ${counting(sent.length, "person", "people")} go cost ${money.of(notice)} in notice pay.`],
  ];
}

function newsCauses({ before, weeks }, money, words) {
  const { business, customers } = before;
  const done = total(weeks, "done");
  const cheaper = business.price * done - total(weeks, "income");
  const fewer = business.jobs * Math.max(0, 1 - customers) * WEEKS;
  const wanted = before.cards.slice(Math.max(0, before.quarter - 3), before.quarter).includes(5);
  const uncovered = wanted ? where(weeks, ({ contract }) => contract < 0.95 * business.need * business.jobs).length : 0;
  const away = business.big * business.jobs * customers * uncovered;
  return [
    [cheaper, done, `Lower prices cost you ${money.of(cheaper)}.`],
    [fewer * business.price, fewer, `Demand was lower than at the start, by about ${counting(fewer, ...words.jobs)}: ${money.of(fewer * business.price)} not earned.`],
    [away * business.price, away, `Those who asked for cover stayed away for ${counting(uncovered, "week", "weeks")}: about ${counting(away, ...words.jobs)}, ${money.of(away * business.price)}.`],
  ];
}

// What customers say, as it moves demand.
export function reputationOf({ before, report }, words) {
  const change = report.customers - before.customers;
  const now = Math.round(100 * (report.customers - 1));
  const level = now === 0 ? "as many as at the start" : `${Math.abs(now)} % ${now > 0 ? "more" : "fewer"} than at the start`;
  const moved = Math.abs(change) < 0.01 ? "Your reputation has not changed" : change > 0 ? "Your reputation has got better" : `Your reputation has suffered: ${words.talk}`;
  return `${moved}. ${words.jobs[1].replace(/^./, (first) => first.toUpperCase())} asked for: ${level}.`;
}
