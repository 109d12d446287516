// A countdown, in the server's time: the same on wall, console and remote. At its end the console sounds, quietly.

export function timeLeft(ends, now) {
  const left = ends === null ? 0 : Math.max(0, Math.ceil(ends - now));
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
}

// Two soft tones. A browser plays nothing before somebody has clicked or pressed a key in the page; then it stays silent.
export function chime() {
  const { userActivation } = /** @type {any} */ (navigator);
  if (userActivation && !userActivation.hasBeenActive) return;
  const audio = new AudioContext();
  [523.25, 659.25].forEach((pitch, i) => {
    const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
    const from = audio.currentTime + 0.22 * i;
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(0.0001, from);
    loudness.gain.exponentialRampToValueAtTime(0.08, from + 0.03);
    loudness.gain.exponentialRampToValueAtTime(0.0001, from + 0.6);
    tone.connect(loudness).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.65);
  });
  setTimeout(() => audio.close(), 2000);
}

// Calls `tick` with the words several times a second while there is a countdown, and `over` once when it has run out here.
export class Countdown {
  constructor(now, tick, over = () => {}) {
    this.now = now;
    this.tick = tick;
    this.over = over;
    this.ends = null;
    setInterval(() => this.look(), 250);
  }

  set(ends) {
    if (ends === this.ends) return;
    this.ends = ends;
    this.running = ends !== null && ends > this.now();
    this.look();
  }

  look() {
    this.tick(this.ends === null ? "" : timeLeft(this.ends, this.now()));
    if (!this.running || this.ends > this.now()) return;
    this.running = false;
    this.over();
  }
}
