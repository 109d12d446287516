// What a year of asking brings: patience.py over again.

const HOUR = 0.25;

export function patience(settings, seed) {
  let score = 0;
  let granted = 0;
  settings.forEach(({ ask, hours }, quarter) => {
    const limit = 2 + 0.5 * hours + 4 * luck(seed, quarter);
    const yes = ask > 0 && ask <= limit;
    score += (yes ? ask : 0) - HOUR * hours;
    granted += Number(yes);
  });
  return { score, readouts: [`${granted} of ${settings.length} quarters brought something.`] };
}

function luck(seed, quarter) {
  let mixed = (seed + 0x9e3779b9 * (quarter + 1)) % 2 ** 32 >>> 0;
  for (const [shift, factor] of [[16, 0x7feb352d], [15, 0x846ca68b]]) mixed = Math.imul(mixed ^ (mixed >>> shift), factor) >>> 0;
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
