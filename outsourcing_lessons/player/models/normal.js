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
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987,
  13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665,
];
const UNDER_CENTRE = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597,
  5394.196021424751, 687.1870074920579, 42.31333070160091, 1,
];
const MIDDLE = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
  3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835,
];
const UNDER_MIDDLE = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
  0.6897673349851, 1.6763848301838038, 2.053191626637759, 1,
];
const TAIL = [
  2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124,
  0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
];
const UNDER_TAIL = [
  2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133,
  0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
];
