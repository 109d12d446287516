// models/normal.py over again: the normal distribution.

const FAR = 3; // from here on a continued fraction is exact, below it a series

export const bellDensity = (z) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

// The share above z.
export function shareAbove(z) {
  const x = Math.abs(z) / Math.SQRT2;
  const above = (x < FAR ? 1 - erfBySeries(x) : erfcByFraction(x)) / 2;
  return z < 0 ? 1 - above : above;
}

function erfBySeries(x) {
  let term = x;
  let sum = x;
  for (let n = 1; term > 1e-17 * sum; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function erfcByFraction(x) {
  let rest = 0;
  for (let n = 80; n > 0; n -= 1) rest = n / 2 / (x + rest);
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + rest);
}

// The z that this share lies above. Wichura (1988), algorithm AS 241, which Python's statistics uses too.
export function barOf(share) {
  if (share <= 0) return Infinity;
  if (share >= 1) return -Infinity;
  const q = share - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return -(q * polynomial(CENTRE, r)) / polynomial(UNDER_CENTRE, r);
  }
  const r = Math.sqrt(-Math.log(q <= 0 ? share : 1 - share));
  const z = r <= 5 ? polynomial(MIDDLE, r - 1.6) / polynomial(UNDER_MIDDLE, r - 1.6) : polynomial(TAIL, r - 5) / polynomial(UNDER_TAIL, r - 5);
  return q < 0 ? z : -z;
}

const polynomial = (coefficients, r) => coefficients.reduce((sum, one) => sum * r + one, 0);

const CENTRE = [
  2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
  1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0,
];
const UNDER_CENTRE = [
  5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
  5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1,
];
const MIDDLE = [
  7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
  3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0,
];
const UNDER_MIDDLE = [
  1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
  6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1,
];
const TAIL = [
  2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
  2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0,
];
const UNDER_TAIL = [
  2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
  1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1,
];
