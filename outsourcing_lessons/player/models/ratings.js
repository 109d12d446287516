// models/ratings.py over again: how far to trust a share of successes, and who is better.

import { barOf } from "./normal.js";

const [NODES, WEIGHTS] = gauss(72);

export function wilsonInterval(successes, trials, confidence = 0.95) {
  const z = barOf((1 - confidence) / 2);
  const middle = successes + z ** 2 / 2;
  const half = z * Math.sqrt((successes * (trials - successes)) / Math.max(trials, 1e-300) + z ** 2 / 4);
  const low = successes === 0 ? 0 : (middle - half) / (trials + z ** 2);
  return [low, successes === trials ? 1 : (middle + half) / (trials + z ** 2)];
}

// The chance that A's true share is above B's, where what was known before is worth so many successes and failures: one
// of each if every share was equally likely. What is summed over is the share that is known better.
export function chanceBetter(successesA, trialsA, successesB, trialsB, won = 1, lost = 1) {
  const a = [successesA + won, trialsA - successesA + lost];
  const b = [successesB + won, trialsB - successesB + lost];
  const turned = a[0] + a[1] < b[0] + b[1];
  return turned ? 1 - chanceAbove(b, a) : chanceAbove(a, b);
}

function chanceAbove(a, b) {
  const [low, high] = angleLimits(b);
  const density = angleDensity(a);
  const densityB = angleDensity(b);
  const integral = (of, from, to) => spread(from, to).reduce((sum, [angle, weight]) => sum + of(angle) * weight, 0);
  const whole = integral(densityB, low, high);
  let above = 0;
  let all = 0;
  for (const [angle, weight] of spread(...angleLimits(a))) {
    const here = density(angle) * weight;
    above += (here * integral(densityB, low, Math.min(Math.max(angle, low), high))) / whole;
    all += here;
  }
  return Math.min(above / all, 1);
}

// The angles between which all but exp(-30) of a beta distribution lies; the share is sin² of the angle.
function angleLimits([a, b]) {
  const [won, lost] = [2 * a - 1, 2 * b - 1];
  const middle = Math.atan2(Math.sqrt(won), Math.sqrt(lost));
  const reach = Math.sqrt(60) / Math.max(Math.sqrt(won) + Math.sqrt(lost), 1);
  return [Math.max(middle - reach, 0), Math.min(middle + reach, Math.PI / 2)];
}

function angleDensity([a, b]) {
  const [won, lost] = [2 * a - 1, 2 * b - 1];
  const top = Math.atan2(Math.sqrt(won), Math.sqrt(lost));
  const [sinTop, cosTop] = [Math.sin(top), Math.cos(top)];
  const power = (exponent, base, highest) => (exponent > 0 ? exponent * Math.log(base / highest) : 0);
  return (angle) => Math.exp(power(won, Math.sin(angle), sinTop) + power(lost, Math.cos(angle), cosTop));
}

// Angles from low to high with their weights, densest at the ends.
function spread(low, high) {
  return NODES.map((node, i) => {
    const t = (node + 1) / 2;
    const angle = low + (high - low) * t ** 3 * (10 + t * (6 * t - 15));
    return [angle, (high - low) * 15 * WEIGHTS[i] * (t * (1 - t)) ** 2];
  });
}

// The nodes and weights of Gauss and Legendre, by Newton's method.
function gauss(n) {
  const nodes = [];
  const weights = [];
  for (let i = n; i > 0; i -= 1) {
    let x = Math.cos((Math.PI * (i - 0.25)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step += 1) {
      let [before, value] = [1, x];
      for (let k = 2; k <= n; k += 1) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      slope = (n * (x * value - before)) / (x * x - 1);
      x -= value / slope;
    }
    nodes.push(x);
    weights.push(2 / ((1 - x * x) * slope * slope));
  }
  return [nodes, weights];
}
