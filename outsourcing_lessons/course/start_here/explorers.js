// What the explorer of explorers.py computes, in the page.

export function hour(_, values) {
  const { full, hours, sold, unsold, bill } = values;
  const weeks = Array.from({ length: 11 }, (_, i) => i);
  const gain = (share) => hours * (unsold + ((sold - unsold) * share) / 10) - bill;
  const gains = weeks.map(gain);
  const here = gain(full);
  const paying = weeks.filter((share) => gains[share] >= 0);
  return {
    weeks,
    gains,
    here,
    lost: -here,
    wins: here > 0,
    loses: here < 0,
    even: here === 0,
    from: paying[0] ?? 0,
    turns: sold > unsold && paying.length > 0 && paying[0] > 0,
    always: paying.length === weeks.length,
    never: !paying.length,
    falls: paying[0] === 0 && paying.length < weeks.length,
    worth: here + bill,
  };
}
