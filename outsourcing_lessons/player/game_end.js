// The end of a year: one picture, the score as a sum, the others with the same luck, the turning point.

import { button, node, tableOf } from "./dom.js";
import { total } from "./game_books.js";
import { fitted, legend, weeksChart } from "./game_chart.js";
import { rivalScore, turningPoint } from "./game_rivals.js";
import { counting, dialSaid, hoursSaid, percent } from "./game_words.js";
import { WEEKS } from "./models/business_news.js";

const LAST = "Your year, week by week";

export function endOf(page, kept) {
  const { year, money } = page;
  const turn = turningPoint(year);
  const weeks = year.weeks;
  const { week, own } = year.business;
  const picture = fitted((width) => weeksChart(weeks, { width, money, cash: year.business.cash, quarters: page.item.quarters, title: LAST, whole: true, week, own }), page.viewSignal);
  const left = node("div.ol-game-side",
    page.title("The year", headOfYear(year, money)), node("ul.ol-game-causes", threeFigures(year, money).map((text) => node("li", text))),
    tableOf("Your score, as a sum", ["", "Amount"], scoreAsSum(year, money)), node("p.ol-note", kept), page.rests && node("p.ol-note", page.rests));
  const right = node("div.ol-game-main", node("h5", "Your year"), picture, legend(true), decided(page));
  return node("div.ol-game-end",
    node("div.ol-game-both", left, right), rivals(page), mistakesMade(page), turnSaid(page, turn), again(page, turn));
}

function headOfYear(year, money) {
  if (!year.firm.alive) return "You lost the firm.";
  return `${money.of(year.firm.cash + year.home)} kept, ${Math.round(weekOf(year))} hours a week.`;
}

function weekOf(year) {
  return year.business.own + total(year.weeks, "hours") / (WEEKS * year.past.length);
}

function threeFigures(year, money) {
  const { firm } = year;
  const change = Math.round(100 * (firm.customers - 1));
  return [
    `${money.of(year.home)} taken home on top of what your household lives on, ${money.of(firm.cash)} in the bank.`,
    `${hoursSaid(weekOf(year))} a week; your week has ${year.business.week}.`,
    `Demand is ${change === 0 ? "as at the start" : `${Math.abs(change)} % ${change > 0 ? "higher" : "lower"} than at the start`}.`,
  ];
}

// Each line in whole steps of the money; the last is what they add up to.
export function scoreAsSum(year, money) {
  const { firm, business, past } = year;
  if (!firm.alive) return [["A lost firm counts as this, whatever went before", money.of(year.score)]];
  const hours = past.reduce((sum, { report }) => sum + report.hours, 0);
  const earned = past.reduce((sum, { report }) => sum + report.money, 0);
  const over = earned - hours - firm.left;
  const rows = [
    ["Earned before your own hours", money.steps(earned)],
    [`${hoursSaid(hours)} of yours, at what an hour is worth`, -money.steps(hours)],
    ["Overtime, at half as much again", -money.steps(over)],
    ["Your reputation", money.steps(business.goodwill * (firm.customers - 1))],
  ];
  const all = money.steps(year.score);
  const rest = all - rows.reduce((sum, [, steps]) => sum + steps, 0);
  if (Math.abs(rest) > 4) rows.push(["No firm that survives counts for less than a lost one", rest]);
  else rows[0][1] += rest; // what rounding left over
  return [...rows, ["Your score", all]].map(([name, steps]) => [name, money.said(steps)]);
}

function decided({ item, year }) {
  const columns = ["", ...year.past.map((_, i) => `Quarter ${i + 1}`)];
  const dials = item.dials.map((dial) => [dial.text, ...year.past.map(({ dials }) => dialSaid(dial, dials[dial.id]))]);
  const news = year.past.map(({ news: [title] }) => title);
  const customers = year.past.map(({ report }) => percent(report.customers));
  return tableOf("What you decided", columns, [["News", ...news], ...dials, ["Demand, compared with the start", ...customers]]);
}

// Some of the others try out much before they decide: their list comes a moment after the rest.
function rivals(page) {
  const list = node("ol");
  const waiting = setTimeout(() => list.replaceChildren(...rivalRows(page)));
  page.viewSignal.addEventListener("abort", () => clearTimeout(waiting));
  return node("div.ol-game-rivals", node("h5", "The others, with the same luck"), list);
}

function rivalRows({ item, year, money }) {
  const scores = [
    { text: "You", about: "", score: year.score, mine: true },
    ...item.rivals.map((rival) => ({ ...rival, score: rivalScore(rival, year.business, year.seed, item.quarters, year.firm.cards) })),
  ].filter((one) => one.score !== null).sort((a, b) => b.score - a.score);
  const [low, high] = [Math.min(0, ...scores.map((one) => one.score)), Math.max(1, ...scores.map((one) => one.score))];
  const lost = (one) => one.score <= -year.business.ruin;
  return scores.map((one) => {
    const bar = node("span.ol-game-score");
    bar.style.left = `${(100 * (Math.min(one.score, 0) - low)) / (high - low)}%`;
    bar.style.width = `${Math.max(1, (100 * Math.abs(one.score)) / (high - low))}%`;
    return node(`li${one.mine ? ".ol-game-you" : ""}`, node("span", node("strong", one.text), one.about && node("span.ol-note", ` ${one.about}`)), node("span.ol-game-track", bar), node("span.ol-game-sum", lost(one) ? "lost" : money.of(one.score)));
  });
}

// What the learner did about each of the mistakes that the item names, in figures.
function mistakesMade({ item, year }) {
  const [heading, ...names] = item.texts.mistakes ?? [];
  if (!heading) return "";
  const figures = figuresOfMistakes(year);
  return node("div", node("h5", heading), node("ul.ol-game-causes", names.map((name, i) => node("li", `${name}: ${figures[i]}`))));
}

function figuresOfMistakes(year) {
  const { weeks, past } = year;
  const mean = (name) => past.reduce((sum, { dials }) => sum + dials[name], 0) / past.length;
  const alone = weeks.filter(({ present }) => present < 2).length;
  const came = total(weeks, "came");
  const answers = total(weeks, "answers");
  const missing = past.reduce((sum, { dials, weeks: some }) => sum + some.filter(({ present }) => present < dials.people).length, 0);
  const bought = total(weeks, "bought") / Math.max(1, total(weeks, "done"));
  return [
    `in ${alone} of ${weeks.length} weeks you had fewer than two people; in ${missing} somebody you had planned on was missing.`,
    `${counting(came, "person", "people")} joined, and your care in choosing was ${percent(mean("care"))} on average.`,
    `a company did ${percent(bought)} of the jobs.`,
    `you answered questions for ${hoursSaid(answers / weeks.length)} a week, and checked for ${hoursSaid(mean("watch"))}.`,
  ];
}

function turnSaid({ year, money }, turn) {
  if (!turn) return node("p.ol-game-story", "Turning one dial, once, would not have brought you much more.");
  const stood = dialSaid(turn.dial, year.decisions[turn.quarter][turn.dial.id]);
  return node("p.ol-game-story", node("strong", "Your turning point: "),
    `quarter ${turn.quarter + 1}, “${turn.dial.text}” at “${dialSaid(turn.dial, turn.value)}” instead of “${stood}”. Everything else as it was, with the same luck: ${money.of(turn.more)} more.`);
}

function again(page, turn) {
  const from = turn && button("Play from there", () => page.resume(turn.quarter, { [turn.dial.id]: turn.value }), "ol-main");
  return node("div.ol-game-actions", from, button("The same year again", () => page.begin(page.year.seed)), button("A new year", () => page.begin(page.newSeed())), button("All my years", () => page.welcome(), "ol-quiet"));
}
