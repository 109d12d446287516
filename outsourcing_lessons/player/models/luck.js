// Luck as models/business/luck.py draws it: 32-bit whole numbers, each a function of its place alone.

export const STREAMS = 8; // of a week

export function mix(number) {
  let mixed = Math.imul(number ^ (number >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

export const ofRun = (seed, run) => mix((Math.imul(run, 0x9e3779b9) + mix(seed)) | 0);

export const ofPlace = (week, stream) => mix((week * STREAMS + stream + 0x85ebca6b) | 0);

export const luck = (seed, run, week, stream) => mix(ofPlace(week, stream) ^ ofRun(seed, run));

export const upperHalf = (number) => (number >>> 16) / 65536;

export const lowerHalf = (number) => (number & 65535) / 65536;

// Nearly normal, mean 0 and deviation 1: the four bytes added up.
export const bell = (number) =>
  ((number & 255) + ((number >>> 8) & 255) + ((number >>> 16) & 255) + (number >>> 24) - 510) / 147.8;
