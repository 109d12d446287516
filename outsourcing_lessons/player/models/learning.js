// models/learning.py over again, for single numbers: how the hours a job takes fall with experience.

// The sums of the hours of the first 0, 1, … n jobs, where the first takes one hour.
export function cumulativeHours(n, rate) {
  const sums = [0];
  for (let job = 1; job <= n; job += 1) sums.push(sums[job - 1] + job ** Math.log2(rate));
  return sums;
}

// The share of hours that is added by spreading jobs over several providers as evenly as can be.
export function splittingPenalty(jobs, providers, rate) {
  const hours = cumulativeHours(jobs, rate);
  const share = Math.floor(jobs / providers);
  const left = jobs % providers;
  const split = left * (hours[share + 1] ?? 0) + (providers - left) * hours[share];
  return split / hours[jobs] - 1;
}

// The hours of a provider's n-th job, when each break before it costs experience.
export function hoursAfterBreaks(n, first, rate, weeks, forgetting) {
  const loss = forgetting * weeks;
  const kept = loss > 0 ? (Math.exp(-loss) * Math.expm1(-(n - 1) * loss)) / Math.expm1(-loss) : n - 1;
  return first * (kept + 1) ** Math.log2(rate);
}
