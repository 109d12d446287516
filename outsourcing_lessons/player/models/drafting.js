// models/drafting.py over again: what a piece costs when a machine drafts it and a person checks.

export function draftCost({ ownHour, check, right, caught, redo, miss, ask = 0, fee = 0 }) {
  const sure = (ownHour * (ask + check)) / 60 + fee;
  return sure + (1 - right) * ((caught * ownHour * redo) / 60 + (1 - caught) * miss);
}

export const meanDraftedCost = (share, drafted, otherwise) => share * drafted + (1 - share) * otherwise;

// How many minutes a check may take; 0 where a draft is the more expensive way without any.
export function breakevenCheck(otherwise, draft) {
  return Math.max((60 * (otherwise - draftCost({ ...draft, check: 0 }))) / draft.ownHour, 0);
}

// Which share of the drafts may be wrong, from 0 to 1.
export function breakevenFaults(otherwise, draft) {
  const left = otherwise - draftCost({ ...draft, right: 1 });
  const each = (draft.caught * draft.ownHour * draft.redo) / 60 + (1 - draft.caught) * draft.miss;
  if (left <= 0) return 0;
  return each > 0 ? Math.min(left / each, 1) : 1;
}
