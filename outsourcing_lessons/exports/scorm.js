// The workbook as a learner's unit in a learning platform (SCORM 1.2): score and completion go through the platform's
// API object; the answers themselves stay in the browser. Joined after the workbook's script, in the same module, so that
// `judge` is at hand. Where no API is found the workbook is as it was.
{
  const UP = 20; // windows to look through, as platforms nest their frames
  const SOON = 500; // ms: some platforms stop the page while they commit
  const data = JSON.parse(document.getElementById("data").textContent);
  const asks = Object.values(data.lessons).flat().filter(({ kind }) => kind === "ask");
  const counts = ({ section, item }) => section !== "pre-test" && item.type !== "prediction" && item.type !== "short-text";
  const begun = Date.now();
  const best = new Map(); // item id -> best score so far, 0 to 1

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

  // ---- What is known already: from this browser, and from the platform where another browser was used ----

  function fromBrowser({ item }) {
    try {
      const kept = JSON.parse(localStorage.getItem(["outsourcing_lessons", data.learner_id, item.id, item.variant].join("/")));
      for (const { response } of kept.attempts) take(item.id, judge(item, response));
    } catch {
      // nothing kept, or nothing may be kept
    }
  }

  function take(id, outcome) {
    if (outcome.valid) best.set(id, Math.max(best.get(id) ?? 0, outcome.score));
  }

  // Two characters an item, in order: there is room for 4,096.
  const packed = () =>
    `${data.version} ${asks.map(({ item }) => (best.has(item.id) ? Math.round(100 * best.get(item.id)).toString(36).padStart(2, "0") : "..")).join("")}`;

  function unpack(text) {
    const [version, codes = ""] = text.split(" ");
    if (version !== data.version || codes.length !== 2 * asks.length) return;
    asks.forEach(({ item }, i) => {
      const score = parseInt(codes.slice(2 * i, 2 * i + 2), 36) / 100;
      if (score >= 0 && score <= 1) best.set(item.id, Math.max(best.get(item.id) ?? 0, score));
    });
  }

  // ---- Telling the platform ----

  let late = 0;
  let over = false;
  const done = () => asks.every(({ item }) => best.has(item.id));

  function report() {
    const counting = asks.filter(counts);
    const sum = counting.reduce((all, { item }) => all + (best.get(item.id) ?? 0), 0);
    set("cmi.core.score.min", 0);
    set("cmi.core.score.max", 100);
    set("cmi.core.score.raw", counting.length ? Math.round((10000 * sum) / counting.length) / 100 : 0);
    set("cmi.core.lesson_status", done() ? "completed" : "incomplete");
    set("cmi.suspend_data", packed());
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
    report();
    set("cmi.core.session_time", spent());
    set("cmi.core.exit", done() ? "" : "suspend");
    call("LMSCommit", "");
    call("LMSFinish", "");
  }

  function say(words) {
    const keeping = document.getElementById("keeping");
    keeping.textContent = `${keeping.textContent.replace(" Nothing is sent anywhere.", "")} ${words}`;
  }

  if (api && call("LMSInitialize", "") === "true") {
    unpack(get("cmi.suspend_data"));
    asks.forEach(fromBrowser);
    report();
    call("LMSCommit", "");
    document.addEventListener("ol:attempt", ({ detail }) => {
      if (!asks.some(({ item }) => item.id === detail.id)) return;
      take(detail.id, detail.outcome);
      report();
      clearTimeout(late);
      late = setTimeout(() => call("LMSCommit", ""), SOON);
    });
    window.addEventListener("pagehide", leave);
    say("Your score, and how much is done, is reported to the learning platform.");
  } else if (api) say("The learning platform does not answer, so nothing is reported to it.");
}
