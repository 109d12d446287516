// What the tests have shown of one person, and what to read again: playbook/learned.py over again.

import WORDS_JSON from "./words.json";

const MOST_AGAIN = 5;
const LEARNED_SAID = WORDS_JSON.learned;

// `right` says by item whether the first valid answer was right, `putOff` holds the items that were put off.
const answersTo = (items, right) => items.filter((item) => right.has(item)).map((item) => right.get(item));
const countRight = (answers) => answers.filter(Boolean).length;

export function beforeAndAfter({ pairs = [], right = new Map(), putOff = new Set() }) {
  const asked = pairs.flatMap(({ before, after }) => [...before, ...after]);
  if (!asked.some((item) => right.has(item) || putOff.has(item))) return null;
  const rows = pairs.map(({ title, before, after }) => [title, wentIn(before, right, putOff), wentIn(after, right, putOff)]);
  const totals = [["Before", "before"], ["After", "after"]].map(([word, side]) =>
    testTotal(word, pairs.flatMap((pair) => pair[side]), right, putOff),
  );
  const section = { title: LEARNED_SAID.rows, columns: LEARNED_SAID.columns, rows, open: [], results: [...totals, LEARNED_SAID.few] };
  return { id: "before-and-after", title: LEARNED_SAID.title, purpose: LEARNED_SAID.purpose, sections: [section], filled: 0, fields: 0 };
}

export function toReadAgain({ studied = [], right = new Map() }) {
  const weak = studied.map(({ lesson, able, items }, place) => {
    const answers = answersTo(items, right);
    const missed = answers.length - countRight(answers);
    return { share: answers.length && missed / answers.length, place, row: [lesson, able, `${missed} of ${answers.length}`] };
  });
  const most = weak.filter(({ share }) => share >= 0.5).sort((a, b) => b.share - a.share || a.place - b.place).slice(0, MOST_AGAIN);
  if (!most.length) return null;
  return { title: LEARNED_SAID.again, columns: LEARNED_SAID["again-columns"], rows: most.map(({ row }) => row), open: [], results: [] };
}

export function wentIn(items, right, putOff) {
  const answers = answersTo(items, right);
  if (!answers.length) return items.some((item) => putOff.has(item)) ? LEARNED_SAID["put-off"] : LEARNED_SAID.unanswered;
  if (items.length === 1) return answers[0] ? LEARNED_SAID.right : LEARNED_SAID.wrong;
  return `${countRight(answers)} of ${items.length} right`;
}

export function testTotal(word, items, right, putOff) {
  const answers = answersTo(items, right);
  if (!answers.length) return `${word}: ${LEARNED_SAID[items.some((item) => putOff.has(item)) ? "test-put-off" : "test-unanswered"]}`;
  const short = answers.length === items.length ? "" : `, ${answers.length} answered`;
  return `${word}: ${countRight(answers)} of ${items.length} right${short}.`;
}
