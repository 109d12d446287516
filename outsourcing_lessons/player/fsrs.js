// When a question should come back: FSRS 6 as progress/review.py uses it, with intervals of days only, at most a year, nothing
// random. Held to the Python by tests/browser/test_review_js.py.

const W = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729,
  0.5425, 0.0912, 0.0658, 0.1542,
];
const [AGAIN, HARD, GOOD, EASY] = [1, 2, 3, 4];
const RETENTION = 0.9;
const LONGEST_INTERVAL = 365; // days
const A_DAY = 86_400_000; // ms
const DECAY = -W[20];
const FACTOR = RETENTION ** (1 / DECAY) - 1;
const SURE = 90;
const UNSURE = 60; // per cent

const between = (low, value, high) => Math.min(Math.max(value, low), high);
const startingDifficulty = (rating) => W[4] - Math.E ** (W[5] * (rating - 1)) + 1;

// Wrong is forgotten; right is good, hard for who was unsure and easy for who was sure.
export function ratingOf({ correct }, { confidence }) {
  if (!correct) return AGAIN;
  if (typeof confidence !== "number") return GOOD;
  return confidence >= SURE ? EASY : confidence <= UNSURE ? HARD : GOOD;
}

function nextDifficulty(difficulty, rating) {
  const damped = difficulty - ((10 - difficulty) * W[6] * (rating - 3)) / 9;
  return between(1, W[7] * startingDifficulty(EASY) + (1 - W[7]) * damped, 10);
}

function sameDay(stability, rating) {
  const gain = Math.E ** (W[17] * (rating - 3 + W[18])) * stability ** -W[19];
  return stability * (rating === AGAIN ? gain : Math.max(gain, 1));
}

function forgotten({ stability, difficulty }, recalled) {
  const long = W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * Math.E ** ((1 - recalled) * W[14]);
  return Math.min(long, stability / Math.E ** (W[17] * W[18]));
}

function remembered({ stability, difficulty }, recalled, rating) {
  const weight = (rating === HARD ? W[15] : 1) * (rating === EASY ? W[16] : 1);
  return stability * (1 + Math.E ** W[8] * (11 - difficulty) * stability ** -W[9] * (Math.E ** ((1 - recalled) * W[10]) - 1) * weight);
}

function nextStability(card, rating, days) {
  if (days < 1) return sameDay(card.stability, rating);
  const recalled = (1 + (FACTOR * days) / card.stability) ** DECAY;
  return rating === AGAIN ? forgotten(card, recalled) : remembered(card, recalled, rating);
}

// `card` is what this gave before, or null; times are in milliseconds.
export function afterReview(card, rating, at) {
  const days = card && Math.floor((at - card.last) / A_DAY);
  const stability = Math.max(card ? nextStability(card, rating, days) : W[rating - 1], 0.001);
  const difficulty = card ? nextDifficulty(card.difficulty, rating) : between(1, startingDifficulty(rating), 10);
  const interval = Math.round((stability / FACTOR) * (RETENTION ** (1 / DECAY) - 1));
  return { stability, difficulty, last: at, due: at + between(1, interval, LONGEST_INTERVAL) * A_DAY };
}
