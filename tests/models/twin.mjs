// Play years in JavaScript: node twin.mjs BUSINESS_JS GIVEN_JSON prints what came of them.
import fs from "node:fs";

const { quarter, score, start } = await import(process.argv[2]);
const { luck } = await import(new URL("./luck.js", process.argv[2]));
const LEDGER = ["income", "late", "people", "company", "mistakes", "rent", "sold", "household"];

const given = JSON.parse(fs.readFileSync(process.argv[3], "utf8"));
const years = given.years.map(({ business, dials, seed, runs }) =>
  Array.from({ length: runs }, (_, run) => yearOf(start(business, seed, run), dials)));
console.log(JSON.stringify({ luck: given.places.map((place) => luck(...place)), years }));

function yearOf(firm, dials) {
  const quarters = dials.map((setting) => {
    const [before, diary] = [firm.cash, []];
    const report = quarter(firm, setting, diary);
    const booked = diary.reduce((sum, week) => sum + LEDGER.reduce((all, line) => all + week[line], 0), 0);
    return { ...report, unbooked: diary.at(-1).cash - before - booked };
  });
  return { cards: firm.cards, score: score(firm), quarters };
}
