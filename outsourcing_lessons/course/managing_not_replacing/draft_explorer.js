// What the explorer of draft_explorer.py computes, in the page.

import { breakevenCheck, breakevenFaults, draftCost, meanDraftedCost } from "outsourcing-lessons/models/drafting.js";

const [MOST_WRONG, HUNDRED, TINY, ALMOST] = [50, 100, 1e-12, 1e-9];
const SHARES_WRONG = Array.from({ length: MOST_WRONG + 1 }, (_, at) => at);

export function draftMachine(givens, values) {
  const [share, read, wrong] = [values.share / 100, values.read / 100, values.wrong / 100];
  const { rate, minutes, caught, by_hand: wrongByHand } = givens;
  const byHand = (rate * minutes) / 60 + wrongByHand * values.miss;
  const draftOf = (isWrong, isRead = read) => ({
    ownHour: rate,
    check: values.check * isRead,
    right: 1 - isWrong,
    caught: caught * isRead,
    redo: minutes,
    miss: values.miss,
  });
  const mixed = (isWrong, isRead) => HUNDRED * meanDraftedCost(share, draftCost(draftOf(isWrong, isRead)), byHand);
  const [hand, cost] = [HUNDRED * byHand, mixed(wrong)];
  const faults = wrong * (1 - caught * read);
  const checking = breakevenCheck(byHand, draftOf(wrong));
  const mostWrong = HUNDRED * breakevenFaults(byHand, draftOf(wrong));
  const [cheaper, dearer] = [cost < hand * (1 - ALMOST), cost > hand * (1 + ALMOST)];
  return {
    shares: SHARES_WRONG,
    hand_line: SHARES_WRONG.map(() => hand),
    set_line: SHARES_WRONG.map((at) => mixed(at / 100)),
    unread_line: SHARES_WRONG.map((at) => mixed(at / 100, 0)),
    some_read: read > 0,
    at: values.wrong,
    cost,
    hand,
    out: HUNDRED * (share * faults + (1 - share) * wrongByHand),
    hand_out: HUNDRED * wrongByHand,
    gap: cheaper || dearer ? Math.abs(hand - cost) : 0,
    cheaper,
    dearer,
    even: !cheaper && !dearer,
    drafts: share > 0,
    reading: read > 0 && checking > 0 ? checking / read : null,
    no_reading: read > 0 && checking === 0,
    unread: read === 0,
    turn: share > 0 && mostWrong > 0 && mostWrong < MOST_WRONG ? mostWrong : null,
    ...costOfAMiss(givens, draftOf(wrong), faults),
    found: dearer && values.wrong <= 10 && values.check < minutes,
  };
}

// From or up to which cost of a miss drafts are the cheaper way, or that it makes no difference.
function costOfAMiss({ rate, minutes, by_hand: wrongByHand }, draft, faults) {
  const more = faults - wrongByHand;
  const left = (rate * minutes) / 60 - draftCost({ ...draft, miss: 0 });
  const turns = Math.abs(more) > TINY && left / more > 0;
  return {
    most_miss: turns && more > 0 ? left / more : null,
    least_miss: turns && more < 0 ? left / more : null,
    always: !turns && left > 0,
    never: !turns && left <= 0,
  };
}
