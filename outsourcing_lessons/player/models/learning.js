// models/learning.py over again, for single numbers: how the hours a job takes fall with experience.

// The hours of a provider's n-th job, when each break before it costs experience.
export function hoursAfterBreaks(n, first, rate, weeks, forgetting) {
  const loss = forgetting * weeks;
  const kept = loss > 0 ? (Math.exp(-loss) * Math.expm1(-(n - 1) * loss)) / Math.expm1(-loss) : n - 1;
  return first * (kept + 1) ** Math.log2(rate);
}
