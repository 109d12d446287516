// models/automation.py over again, for a process that does not die: present value and payback.

const FELT = 1e-200; // a rate below it is lost when it is multiplied, and nothing is left of the quotient

export function netPresentValue(build, saving, upkeep, rate, years) {
  const factor = rate > FELT ? -Math.expm1(-years * Math.log1p(rate)) / rate : years;
  return (saving - upkeep) * factor - build;
}

// After how many years the present value reaches 0; infinite when it never does.
export function paybackYears(build, saving, upkeep, rate) {
  if (build === 0) return 0;
  const factor = saving > upkeep ? build / (saving - upkeep) : Infinity; // the annuity factor that it takes
  if (factor * rate >= 1 || factor === Infinity) return Infinity;
  return rate > FELT ? -Math.log1p(-factor * rate) / Math.log1p(rate) : factor;
}
