// models/trials.py over again: what passed trials say of a provider.

// The chance that somebody is good after so many trials, all of them passed.
export function beliefAfterPasses(passed, base, passGood, passBad) {
  const times = (count, chance) => (count > 0 ? count * Math.log(chance) : 0);
  const good = Math.log(base) + times(passed, passGood);
  const bad = Math.log1p(-base) + times(passed, passBad);
  return Math.exp(good - logOfSum(good, bad));
}

export const chanceToPass = (belief, passGood, passBad) => belief * passGood + (1 - belief) * passBad;

function logOfSum(a, b) {
  const high = Math.max(a, b);
  return high + Math.log1p(Math.exp(Math.min(a, b) - high));
}
