// models/selection.py over again: the chance that the one of a few candidates who looks best is good.

import { barOf, bellDensity, shareAbove } from "./normal.js";

const WIDTH = 0.1;
const LOOKS = Array.from({ length: 161 }, (_, i) => {
  const look = -8 + i * WIDTH;
  return { look, below: shareAbove(-look), density: bellDensity(look) };
});
const SHARP = 0.7; // from this validity on the truth itself is the smoother variable to sum over

export function successBestOf(base, validity, candidates) {
  if (candidates === 1 || validity === 0) return base;
  const summed = validity > SHARP ? overTruth : overLooks;
  return Math.min(Math.max(summed(barOf(base), validity, candidates), base), 1);
}

function overLooks(bar, validity, candidates) {
  const apart = Math.sqrt(1 - validity ** 2);
  let sum = 0;
  for (const { look, below, density } of LOOKS) {
    const best = below ** (candidates - 1) * candidates * density;
    if (best > 1e-18) sum += best * shareAbove((bar - validity * look) / apart);
  }
  return sum * WIDTH;
}

function overTruth(bar, validity, candidates) {
  const apart = Math.sqrt(1 - validity ** 2);
  let sum = 0;
  for (const { look, density } of LOOKS) sum += shareAbove(-(bar + apart * look) / validity) ** candidates * density;
  return 1 - sum * WIDTH;
}
