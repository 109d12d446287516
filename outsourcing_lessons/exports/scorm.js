// The workbook as a learner's unit in a learning platform (SCORM 1.2): score and completion go through the platform's
// API object; the answers themselves stay in the browser, under the name that the platform has for the learner. Joined
// after the workbook's script, in the same module. Where no API is found the workbook is as it was.
{
  const UP = 20; // windows to look through, as platforms nest their frames
  const SOON = 500; // ms: some platforms stop the page while they commit
  const data = JSON.parse(document.getElementById("data").textContent);
  // The page hands its questions over, which lie sealed in its data; one of an earlier version has them there as they are.
  const page = { asks: Object.values(data.lessons).flat().filter(({ kind }) => kind === "ask") };
  document.dispatchEvent(new CustomEvent("ol:asks", { detail: page }));
  const { asks } = page;
  const once = ({ section, item }) => section === "pre-test" || section === "post-test" || item.type === "prediction";
  // What has a key can be right, but for a prediction: its range only holds the truth or does not.
  const counts = ({ section, item }) => section !== "pre-test" && item.type !== "prediction" && "key" in item;
  const begun = Date.now();
  const best = new Map(); // code of an item -> best score so far, 0 to 1
  const told = new Set(); // codes of the items whose answer was shown

  function apiOf(start) {
    try {
      for (let at = start, n = 0; at && n < UP; n++, at = at.parent === at ? null : at.parent) if (at.API?.LMSInitialize) return at.API;
    } catch {
      // a window of another site: whatever is above it is not ours to see
    }
    return null;
  }

  const api = apiOf(window.parent) ?? (window.opener ? apiOf(window.opener) : null);

  const call = (name, ...given) => {
    try {
      return String(api[name](...given));
    } catch {
      return "false";
    }
  };
  const get = (name) => call("LMSGetValue", name);
  const set = (name, value) => call("LMSSetValue", name, String(value));

  // ---- What is known already: from the platform, and from what this browser has kept of the same learner ----

  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
  const ROOM = 4096; // characters that the standard leaves a unit to remember
  const FORMAT = "2 ";
  const digits = (number, count) => Array.from({ length: count }, (_, i) => DIGITS[Math.floor(number / 64 ** i) % 64]).join("");
  const number = (text) => [...text].reduceRight((all, digit) => 64 * all + DIGITS.indexOf(digit), 0);

  // An item goes by its id, whatever its place and variant in this version of the course: 24 bits of FNV-1a.
  function codeOf(id) {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193);
    return digits((hash ^ (hash >>> 24)) & 0xffffff, 4);
  }

  const codes = new Map(asks.map(({ item }) => [item.id, codeOf(item.id)]));
  const askOf = new Map(asks.map((ask) => [ask.item.id, ask]));

  // Typed off is not answered: it completes the unit and adds nothing to the score. The first answer of a test counts.
  function take(id, outcome, after) {
    const code = codes.get(id);
    if (!outcome.valid || (best.has(code) && once(askOf.get(id)))) return;
    best.set(code, Math.max(best.get(code) ?? 0, after ? 0 : outcome.score));
  }

  function fromBrowser(id, { attempts, told: when }) {
    for (const { outcome, told: after } of attempts) take(id, outcome, after);
    if (when) told.add(codes.get(id));
  }

  // Six characters an item: four for which, two for its score and whether its answer was shown. Items that this version
  // does not have are handed on after those it has.
  function packed() {
    const mine = [...codes.values()];
    const all = [...mine.filter((code) => best.has(code)), ...[...best.keys()].filter((code) => !mine.includes(code))];
    const written = all.map((code) => code + digits(Math.round(100 * best.get(code)) + (told.has(code) ? 101 : 0), 2));
    return FORMAT + written.slice(0, Math.floor((ROOM - FORMAT.length) / 6)).join("");
  }

  function unpack(text) {
    if (!text.startsWith(FORMAT)) return;
    for (const [, code, value] of text.slice(FORMAT.length).matchAll(/([\w-]{4})([\w-]{2})/g)) {
      const found = number(value);
      if (found > 201) continue;
      best.set(code, (found % 101) / 100);
      if (found > 100) told.add(code);
    }
  }

  // ---- Telling the platform: nothing before the first answer, and never less than it holds ----

  let late = 0;
  let over = false;
  let news = false;
  let held = { status: "", score: 0 };
  const done = () => asks.every(({ item }) => best.has(codes.get(item.id)));
  const finished = () => held.status === "completed" || held.status === "passed";

  function score() {
    const counting = asks.filter(counts);
    const sum = counting.reduce((all, { item }) => all + (best.get(codes.get(item.id)) ?? 0), 0);
    return counting.length ? Math.round((10000 * sum) / counting.length) / 100 : 0;
  }

  function report() {
    set("cmi.core.score.min", 0);
    set("cmi.core.score.max", 100);
    set("cmi.core.score.raw", Math.max(held.score, score()));
    // What the platform made of an earlier score, such as "failed", it is to decide anew only when all is answered.
    if (!finished() && (done() || held.status !== "failed")) set("cmi.core.lesson_status", done() ? "completed" : "incomplete");
    set("cmi.suspend_data", packed());
  }

  function hold() {
    const score = Number.parseFloat(get("cmi.core.score.raw"));
    held = { status: get("cmi.core.lesson_status"), score: score >= 0 && score <= 100 ? score : 0 };
  }

  function spent() {
    const seconds = Math.round((Date.now() - begun) / 1000);
    const [h, m, s] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)));
    return `${h.padStart(4, "0")}:${m.padStart(2, "0")}:${s.padStart(2, "0")}`;
  }

  function leave() {
    if (over) return;
    over = true;
    clearTimeout(late);
    if (news) report();
    // Left without a word, a unit that was only looked at counts as completed on some platforms.
    else if (["", "not attempted"].includes(held.status)) set("cmi.core.lesson_status", "incomplete");
    set("cmi.core.session_time", spent());
    set("cmi.core.exit", done() || finished() ? "" : "suspend");
    call("LMSCommit", "");
    call("LMSFinish", "");
  }

  function say(words) {
    const keeping = document.getElementById("keeping");
    keeping.querySelector(".wb-unsent")?.remove();
    keeping.append(` ${words}`);
  }

  if (api && call("LMSInitialize", "") === "true") {
    hold();
    unpack(get("cmi.suspend_data"));
    // Both ids: one learner may have several workbooks on a platform. Of a platform that tells no id nothing is kept.
    const student = get("cmi.core.student_id");
    const owner = student && `${data.learner_id}@${encodeURIComponent(student)}`;
    document.dispatchEvent(new CustomEvent("ol:owner", { detail: { owner, kept: fromBrowser } }));
    document.addEventListener("ol:told", ({ detail }) => {
      told.add(codes.get(detail.id));
      news ||= best.size > 0;
    });
    document.addEventListener("ol:attempt", ({ detail }) => {
      if (!codes.has(detail.id)) return;
      take(detail.id, detail.outcome, told.has(codes.get(detail.id)));
      news = true;
      report();
      clearTimeout(late);
      late = setTimeout(() => call("LMSCommit", ""), SOON);
    });
    window.addEventListener("pagehide", leave);
    say("Your score, and how much is done, is reported to the learning platform.");
  } else if (api) say("The learning platform does not answer, so nothing is reported to it.");
}
