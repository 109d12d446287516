// Where the explorers and the game of this phone stand, for the wall: the last of each, at most once a second. It is no
// answer, so it waits in no queue; after a cut, or where the server has begun anew, it is said again.

const APART = 1000;

export class Standing {
  constructor(link) {
    this.link = link;
    this.last = new Map();
    this.due = new Set();
    this.said = 0;
  }

  at(step, values, found = 0) {
    const before = JSON.stringify(this.last.get(step));
    this.last.set(step, { step, values, found });
    if (JSON.stringify(this.last.get(step)) === before) return;
    this.due.add(step);
    this.soon();
  }

  again() {
    for (const step of this.last.keys()) this.due.add(step);
    if (this.due.size) this.soon();
  }

  soon() {
    this.timer ??= setTimeout(() => this.say(), Math.max(0, this.said + APART - Date.now()));
  }

  say() {
    this.timer = undefined;
    const [step] = this.due;
    if (!step || !this.link.tell("at", this.last.get(step))) return; // without a line it is said when there is one
    this.said = Date.now();
    this.due.delete(step);
    if (this.due.size) this.soon();
  }
}
