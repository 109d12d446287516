// What a participant sends, kept in this browser until the server says that it is on its disk. Each event has an id of its
// own, so it may be sent twice and still happens once; each has a place of its own in the storage, so two tabs do not
// write over each other.

const AGAIN = 5000;
const MOST = 50;
const LARGEST = 100000;

export const memory = new Map();

export const storage = (() => {
  try {
    localStorage.setItem("ol-probe", "1");
    localStorage.removeItem("ol-probe");
    return localStorage;
  } catch {
    return null; // private windows may have none: then this page remembers while it is open
  }
})();

export function read(key) {
  try {
    return JSON.parse(storage?.getItem(key) ?? memory.get(key) ?? "null");
  } catch {
    return null;
  }
}

export function write(key, value) {
  const text = JSON.stringify(value);
  try {
    if (storage) return storage.setItem(key, text);
  } catch {
    // full: what is new is remembered while the page is open
  }
  memory.set(key, text);
}

export function remove(key) {
  storage?.removeItem(key);
  memory.delete(key);
}

export function names(prefix) {
  const all = [...(storage ? Object.keys(storage) : []), ...memory.keys()];
  return [...new Set(all)].filter((key) => key.startsWith(prefix)).sort();
}

// crypto.randomUUID is missing where the address is plain http, as it is in most rooms.
export const randomId = (bytes = 12) =>
  [...crypto.getRandomValues(new Uint8Array(bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export class Queue {
  // `changed(waiting)` is told how many wait, `refused(event, why)` what was not taken.
  constructor(seat, { changed, refused }) {
    this.prefix = `ol-queue/${seat.token.slice(0, 12)}/`;
    this.changed = changed;
    this.refused = refused;
    this.sent = new Map();
    this.asked = new Map();
    this.count = 0;
    setInterval(() => this.flush(), AGAIN);
    addEventListener("storage", ({ key }) => key?.startsWith(this.prefix) && this.tell());
  }

  join(link) {
    this.link = link;
  }

  pending() {
    return names(this.prefix).map((key) => ({ key, event: read(key) })).filter(({ event }) => event);
  }

  tell() {
    this.changed(names(this.prefix).length);
  }

  // Keeps an event and sends it; the promise gives the server's answer, whenever it comes.
  add(event) {
    const whole = { id: randomId(), made: this.link.now(), ...event };
    this.count += 1;
    write(`${this.prefix}${Date.now()}-${String(this.count).padStart(5, "0")}-${whole.id}`, whole);
    const answer = new Promise((done) => this.asked.set(whole.id, done));
    this.tell();
    this.flush();
    return { id: whole.id, answer };
  }

  // Nobody waits for the answer to an event any more: should it be refused, `refused` hears of it.
  leave(id) {
    this.asked.delete(id);
  }

  // A new line knows nothing of what went over the old one.
  fresh() {
    this.sent.clear();
    this.flush();
  }

  flush() {
    if (!this.link?.online) return;
    const now = Date.now();
    let size = 0;
    const due = this.pending().filter(({ event }) => {
      size += JSON.stringify(event).length;
      return now - (this.sent.get(event.id) ?? -Infinity) >= AGAIN && size < LARGEST;
    });
    const events = due.slice(0, MOST).map(({ event }) => event);
    if (!events.length || !this.link.send(events)) return;
    events.forEach(({ id }) => this.sent.set(id, now));
  }

  acks(list) {
    const pending = new Map(this.pending().map(({ key, event }) => [event.id, { key, event }]));
    for (const ack of list.filter(({ status }) => status !== "later")) {
      const { key, event } = pending.get(ack.id) ?? {};
      if (key) remove(key);
      this.sent.delete(ack.id);
      if (this.asked.has(ack.id)) this.asked.get(ack.id)(ack);
      else if (ack.status === "refused" && event) this.refused(event, ack.why);
      this.asked.delete(ack.id);
    }
    this.tell();
    this.flush();
  }
}
