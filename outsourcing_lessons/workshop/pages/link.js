// The line to the server: a WebSocket, or long polls where there is none. It keeps the boards, comes back by itself, and
// says how it stands. Nothing here is lost by a reload: what must not be lost is in the queue.

const OPEN = 1;
const OPENING = 5000;
const ANSWERING = 3000;
const BEAT = 1000;
const QUIET = 3000; // after so long without a word it is asked whether there still is a line
const SILENCE = 4500; // and after so long without an answer there is none: nine seconds in all, at most
const LONGEST_SILENCE = 40000; // where nothing but a greeting comes, a large message may be on its way over a slow line
const SENDING = 30000;
const POLL = 5; // seconds
const LONGEST_WAIT = 4000;
const SOCKET_AGAIN = 60000;
const AWAKE = "awake";

export class Link {
  // `heard(board, names)` after a patch, `acks(list)`, `stands(online)`, `unknown()` when the secret opens nothing.
  /** @param {string} secret @param {Record<string, (...given: any[]) => void>} callbacks */
  constructor(secret, { heard, acks = () => {}, stands = () => {}, unknown = () => {} }) {
    this.secret = secret;
    this.heard = heard;
    this.acks = acks;
    this.stands = stands;
    this.unknown = unknown;
    this.boards = {};
    this.versions = {};
    this.epoch = null;
    this.offset = 0;
    this.tries = 0;
    this.calls = new Map();
    this.failures = 0;
    this.asked = null; // since when an answer is waited for
    this.patience = SILENCE;
    this.online = null;
    this.ended = false;
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.check());
    addEventListener("online", () => this.check());
    addEventListener("pageshow", ({ persisted }) => persisted && this.check());
    setInterval(() => this.beat(), BEAT);
    this.open();
  }

  // The server's clock, in seconds.
  now() {
    return Date.now() / 1000 + this.offset;
  }

  say(online) {
    if (this.online === online) return;
    this.online = online;
    this.stands(online);
  }

  hello() {
    return { type: "hello", secret: this.secret, epoch: this.epoch, versions: this.versions };
  }

  // ---- WebSocket ----

  open() {
    if (this.ended) return;
    clearTimeout(this.later);
    const socket = new WebSocket(String(new URL("api/live", location.href)).replace(/^http/, "ws"));
    this.socket = socket;
    this.asked = null;
    const late = setTimeout(() => this.drop(socket), OPENING);
    socket.addEventListener("open", () => socket.send(JSON.stringify(this.hello())));
    socket.addEventListener("message", ({ data }) => {
      clearTimeout(late);
      if (socket === this.socket) this.take(JSON.parse(data));
    });
    socket.addEventListener("close", () => {
      clearTimeout(late);
      if (socket === this.socket) this.closed();
    });
  }

  // To close a dead line in good order takes an answer, for which a browser waits ten seconds; nobody here does.
  drop(socket) {
    socket.close();
    if (socket === this.socket) this.closed();
  }

  closed() {
    this.socket = null;
    if (this.ended) return;
    this.say(false);
    this.failures += 1;
    this.fail();
    if (this.failures >= 2) return this.poll();
    this.later = setTimeout(() => this.open(), this.wait());
  }

  wait() {
    this.tries += 1;
    return Math.min(LONGEST_WAIT, 250 * 2 ** this.tries) * (0.5 + Math.random());
  }

  // A phone that wakes up does not know that its line is dead: so it asks.
  check() {
    if (this.ended) return;
    const { socket } = this;
    if (!socket) return this.polling ? this.polled.abort(AWAKE) : this.open();
    const asked = Date.now();
    this.post({ type: "ping" });
    setTimeout(() => socket === this.socket && this.last < asked && this.drop(socket), ANSWERING);
  }

  beat() {
    if (this.socket?.readyState !== OPEN) return;
    const now = Date.now();
    if (this.asked !== null && now - this.asked > this.patience) {
      this.patience = Math.min(LONGEST_SILENCE, 2 * this.patience);
      return this.drop(this.socket);
    }
    if (this.asked !== null || now - this.last < QUIET) return;
    this.asked = now;
    this.post({ type: "ping" });
  }

  post(message) {
    if (this.socket?.readyState !== OPEN) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  // ---- Long poll ----

  async poll() {
    if (this.polling) return;
    this.polling = true;
    const until = Date.now() + SOCKET_AGAIN;
    let wait = 0; // the first one is answered at once: it is asked whether there is a line at all
    while (!this.ended && Date.now() < until && this.failures >= 2) {
      try {
        this.polled = new AbortController();
        const { messages } = await this.request("api/poll", { epoch: this.epoch, versions: this.versions, wait }, OPENING + 1000 * wait, this.polled);
        messages.forEach((message) => this.take(message));
        if (this.worked) break; // where a WebSocket has been there will be one again
        wait = POLL;
      } catch (why) {
        wait = 0;
        if (why === AWAKE) continue;
        this.say(false);
        this.fail();
        await new Promise((done) => setTimeout(done, this.wait()));
        if (this.tries > 3) break;
      }
    }
    this.polling = false;
    this.failures = 1;
    this.open();
  }

  async request(path, body, patience = SENDING, call = new AbortController()) {
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${this.secret}` };
    const late = setTimeout(() => call.abort(), patience);
    try {
      const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body), signal: call.signal });
      if (answer.status === 401) this.take({ type: "problem", problem: "not-known" });
      if (!answer.ok) throw new Error(String(answer.status));
      return await answer.json();
    } finally {
      clearTimeout(late);
    }
  }

  // ---- Both ----

  take(message) {
    this.last = Date.now();
    this.asked = null;
    if (message.type !== "hello") this.patience = SILENCE;
    if (message.type === "hello") {
      this.offset = message.now - Date.now() / 1000;
      this.role = message.role;
      this.tries = 0;
      if (this.socket) {
        this.failures = 0;
        this.worked = true;
      }
      this.say(true);
    } else if (message.type === "patch") this.patch(message);
    else if (message.type === "acks") this.acks(message.acks);
    else if (message.type === "done") this.settle(message);
    else if (message.type === "pong") this.compare(message.versions);
    else if (message.type === "problem") {
      this.ended = true;
      this.socket?.close();
      this.unknown();
    }
  }

  // Twice behind what the server has, with nothing on the way: then this line is not what it seems, and a new one is made.
  compare(versions) {
    const behind = Object.entries(versions).some(([board, version]) => (this.versions[board] ?? 0) < version);
    if (behind && this.behind && this.socket) this.drop(this.socket);
    this.behind = behind;
  }

  patch({ board, epoch, version, since, set, gone }) {
    if (epoch !== this.epoch) this.versions = {};
    const whole = since === 0 || epoch !== this.epoch;
    this.epoch = epoch;
    const before = this.boards[board] ?? {};
    const kept = whole ? {} : before;
    this.boards[board] = { ...kept, ...set };
    gone.forEach((name) => delete this.boards[board][name]);
    this.versions[board] = version;
    const lost = whole ? Object.keys(before).filter((name) => !(name in set)) : gone;
    this.heard(board, [...Object.keys(set), ...lost]);
  }

  // Sends events; false when that must wait for the line.
  send(events) {
    return this.tell("send", { events });
  }

  tell(type, message) {
    if (this.post({ type, ...message })) return true;
    if (!this.polling || !this.online) return false;
    this.request(`api/${type}`, message).then((reply) => this.take(reply), () => {});
    return true;
  }

  // Does something as the instructor; the promise gives what came of it, or {problem}.
  async do(command) {
    const call = (this.count = (this.count ?? 0) + 1);
    if (this.post({ type: "do", call, command })) {
      return new Promise((done) => {
        this.calls.set(call, done);
        setTimeout(() => this.settle({ call, problem: "no-network" }), 8000);
      });
    }
    return this.request("api/do", { command }).catch(() => ({ problem: "no-network" }));
  }

  settle(message) {
    this.calls.get(message.call)?.(message);
    this.calls.delete(message.call);
  }

  fail() {
    for (const call of this.calls.keys()) this.settle({ call, problem: "no-network" });
  }
}
