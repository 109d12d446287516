// Answers under a code of version 0.1, which was of all the words of a question and had no letter before it: whether they are
// to a question of today. items/identity.py over again, for the workbook's page.

import { judge } from "../../player/judge.js";

const FORMER = /^[0-9a-f]{8}$/;

function numbersIn(text) {
  return (text.match(/[0-9](?:[0-9,.]*[0-9])?/g) ?? []).map((found) => found.replaceAll(",", ""));
}

function markOf(outcome) {
  if (outcome?.valid !== true) return null;
  const said = (Array.isArray(outcome.feedback) ? outcome.feedback : []).filter((text) => typeof text === "string");
  return JSON.stringify([outcome.correct, outcome.score, outcome.brier, numbersIn(said.join("\n"))]);
}

function judgedAlike(item, made) {
  return made.every((one) => {
    try {
      return markOf(one.outcome) !== null && markOf(judge(item, one.response)) === markOf(one.outcome);
    } catch {
      return false;
    }
  });
}

// Of answers under one code, those to the item: all of them, or none.
export function ofThisQuestion(item, code, made, sameSeed) {
  if (code === item.variant) return made;
  if (typeof code !== "string" || !FORMER.test(code)) return [];
  const here = `w${code}` === item.wording || (sameSeed && judgedAlike(item, made));
  return here ? made.map((one) => ({ ...one, wording: `w${code}` })) : [];
}
