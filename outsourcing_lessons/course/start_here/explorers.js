// What the explorer of explorers.py computes, in the page.

export function hour(_, values) {
  const { income, weeks, billable } = values;
  const worth = (share) => income / ((values["weekly-hours"] * weeks * share) / 100);
  const paid = (values["weekly-hours"] * billable) / 100;
  const shares = Array.from({ length: 19 }, (_, i) => 10 + 5 * i);
  return { shares, worths: shares.map(worth), here: worth(billable), paid, year: paid * weeks };
}
