// The workbook's page: a host for each block that judges here and keeps answers in this browser. Joined after judge.js and
// player.js, whose `judge` and `mount` it uses; its own names stay in the block below.
{
  const LARGEST_FILE = 5e6;
  const LONGEST_ENTRY = 5000;
  const MOST_ATTEMPTS = 200;
  const data = JSON.parse(document.getElementById("data").textContent);
  const COURSE = data.course.replaceAll("-", "_");
  const at = (id) => document.getElementById(id);
  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  // ---- Keeping: the browser's storage, or this page's memory where that is blocked ----

  let owner = data.learner_id;
  const memory = new Map();
  let storage = null;
  try {
    storage = window.localStorage;
    storage.setItem(`${COURSE}/probe`, "1");
    storage.removeItem(`${COURSE}/probe`);
  } catch {
    storage = null;
    onlyForNow();
  }

  function onlyForNow() {
    at("keeping").textContent =
      "This browser does not let the page keep anything: your answers last until you close it. Save them as a file before you do.";
    at("keeping").classList.add("wb-warn");
  }

  const prefixOf = (block) => [COURSE, owner, block.item?.id ?? block.id, ""].join("/");
  const keyOf = (block) => prefixOf(block) + (block.item?.variant ?? block.kind);

  function kept(block) {
    const key = keyOf(block);
    if (!memory.has(key)) memory.set(key, checked(block, stored(key)));
    return memory.get(key);
  }

  function stored(key) {
    try {
      const found = JSON.parse(storage?.getItem(key) ?? "null");
      return isRecord(found) ? found : {};
    } catch {
      return {}; // written by something else, or damaged: the same as nothing
    }
  }

  // Another tab may have kept something since: it stays.
  function latest(block) {
    if (storage) memory.delete(keyOf(block));
    return kept(block);
  }

  function keep(block, record) {
    memory.set(keyOf(block), record);
    try {
      storage?.setItem(keyOf(block), JSON.stringify(record));
    } catch {
      storage = null;
      onlyForNow();
    }
    count();
  }

  function forget(block) {
    memory.delete(keyOf(block));
    try {
      for (const key of Object.keys(storage ?? {})) if (key.startsWith(prefixOf(block))) storage.removeItem(key);
    } catch {
      onlyForNow();
    }
  }

  // ---- What was kept is judged again: a file or a storage that others wrote to can bring responses, but no texts ----

  function checked(block, record) {
    if (block.kind === "ask") return { attempts: attemptsOf(block, record.attempts), ...toldAt(record.told) };
    if (block.kind === "worksheet") return { entries: entriesOf(block, record.entries) };
    return {};
  }

  function attemptsOf(block, given) {
    const attempts = (Array.isArray(given) ? given.slice(0, MOST_ATTEMPTS) : []).filter((one) => isRecord(one) && isRecord(one.response));
    return attempts.map((one) => attempt(block, one)).filter((one) => one?.outcome.valid);
  }

  // What was answered after the answer had been shown is kept with a mark.
  const toldAt = (when) => (typeof when === "string" && when ? { told: when.slice(0, 40) } : {});

  function attempt(block, { response, at: when, wording, told }) {
    try {
      const made = { response, outcome: judge(block.item, response), at: typeof when === "string" ? when.slice(0, 40) : "" };
      const put = typeof wording === "string" ? { wording: wording.slice(0, 9) } : {};
      return { ...made, ...put, ...(told === true && { told }) };
    } catch {
      return null;
    }
  }

  function entriesOf(block, given) {
    const known = new Set(block.sheets.flatMap(({ fields, rows }) =>
      fields.flatMap(({ id }) => (rows > 1 ? Array.from({ length: rows }, (_, i) => `${id}.${i + 1}`) : [id]))));
    const usable = Object.entries(isRecord(given) ? given : {}).filter(([name, value]) => known.has(name) && typeof value === "string");
    return Object.fromEntries(usable.map(([name, value]) => [name, value.slice(0, LONGEST_ENTRY)]));
  }

  // ---- What version 0.1 kept in this browser, beside which today's answers go on ----

  // The storage does not say with which seed a question was drawn; a learner's id has one.
  function takeAlong() {
    const keys = Object.keys(storage ?? {}).filter((key) => key.startsWith(`${COURSE}/${owner}/`));
    for (const { block } of all.filter(({ block }) => block.kind === "ask")) {
      for (const key of keys.filter((one) => one.startsWith(prefixOf(block)) && one !== keyOf(block))) {
        const { attempts } = stored(key);
        if (Array.isArray(attempts)) putBeside(block, ofThisQuestion(block.item, key.slice(prefixOf(block).length), attempts, true));
      }
    }
  }

  // ---- The blocks of the page ----

  const all = Object.entries(data.lessons).flatMap(([lesson, blocks]) => blocks.map((block) => ({ lesson, block })));
  const blockOf = new Map(all.map(({ block }) => [block.id, block]));
  const askOf = new Map(all.filter(({ block }) => block.kind === "ask").map(({ block }) => [block.item.id, block]));
  const removers = new Map();

  function host(block) {
    return {
      submit: async (response) => {
        const outcome = judge(block.item, response);
        const before = latest(block);
        const made = { response, outcome, at: new Date().toISOString(), wording: block.item.wording, ...(before.told && { told: true }) };
        if (outcome.valid) keep(block, { ...before, attempts: [...before.attempts, made] });
        return outcome;
      },
      answer: async () => {
        keep(block, { ...toldAt(new Date().toISOString()), ...latest(block) });
        document.dispatchEvent(new CustomEvent("ol:told", { detail: { id: block.item.id } }));
        return { answer: block.item.answer, praise: block.item.praise };
      },
      restore: () => kept(block),
      keep: (entries, changed) => (block.kind === "worksheet" ? keepEntries(block, changed) : null),
      elsewhere: (hear, signal) => listenFor(block, hear, signal),
      attemptsAt: (id) => (askOf.has(id) ? kept(askOf.get(id)).attempts : []),
      entriesAt: (id) => (blockOf.has(id) ? (kept(blockOf.get(id)).entries ?? {}) : {}),
      learner: data.learner,
      learnerId: data.learner_id,
    };
  }

  function keepEntries(block, changed) {
    const earlier = latest(block).entries;
    keep(block, checked(block, { entries: { ...earlier, ...changed } }));
    return earlier;
  }

  // The browser tells every other tab with this page what has been kept; null is what was forgotten there.
  function listenFor(block, hear, signal) {
    const listen = ({ key, newValue }) => key === keyOf(block) && newValue && hear(latest(block).entries);
    window.addEventListener("storage", listen, { signal });
  }

  function show() {
    for (const place of document.querySelectorAll("[data-block]")) {
      const block = blockOf.get(place.dataset.block);
      removers.get(place)?.();
      if (block) removers.set(place, mount(place, block, host(block)));
    }
    count();
  }

  function count() {
    const asked = all.filter(({ block }) => block.kind === "ask");
    const answered = asked.filter(({ block }) => kept(block).attempts.length).length;
    at("progress").textContent = `${answered} of ${asked.length} answered`;
    at("bar").value = answered;
  }

  // ---- Saving as a file, bringing back, starting over ----

  const tell = (words) => {
    at("told").textContent = words;
  };

  function saved() {
    const lessons = {};
    for (const { lesson, block } of all) {
      const into = (lessons[lesson] ??= { attempts: [], entries: {} });
      const record = kept(block);
      if (record.told) (into.told ??= {})[block.item.id] = record.told;
      for (const one of record.attempts ?? []) into.attempts.push({ item: block.item.id, variant: block.item.variant, ...one });
      if (record.entries && Object.keys(record.entries).length) into.entries[block.id] = record.entries;
    }
    return { course: COURSE, version: data.version, format: 1, learner_id: data.learner_id, settings: data.settings, lessons };
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(saved(), null, 1)], { type: "application/json" }));
    link.download = `${data.learner_id}-answers.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    tell(`Saved as ${link.download}.`);
  }

  async function read(file) {
    if (file.size > LARGEST_FILE) throw new Error("This file is too large to be saved answers.");
    let found = null;
    try {
      found = JSON.parse(await file.text());
    } catch {
      throw new Error("This file holds no saved answers.");
    }
    if (!isRecord(found) || found.course !== COURSE || !isRecord(found.lessons)) throw new Error("This file holds no saved answers.");
    if (found.format !== 1) throw new Error("This file was saved by another version of the course and cannot be read here.");
    if (found.learner_id !== data.learner_id) throw new Error("These are the answers of somebody else's workbook.");
    return found;
  }

  function bring({ lessons, settings }) {
    const sameSeed = settings?.seed === data.settings.seed;
    let brought = 0;
    for (const { lesson, block } of all) {
      const from = Object.hasOwn(lessons, lesson) && isRecord(lessons[lesson]) ? lessons[lesson] : {};
      const told = isRecord(from.told) ? from.told[block.item?.id] : "";
      brought += block.kind === "ask" ? bringAttempts(block, from.attempts, sameSeed, told) : bringEntries(block, from.entries);
    }
    show();
    return brought;
  }

  function bringAttempts(block, given, sameSeed, told) {
    const mine = (Array.isArray(given) ? given : []).filter((one) => isRecord(one) && one.item === block.item.id);
    const codes = new Set(mine.map(({ variant }) => variant));
    const fresh = [...codes].flatMap((code) => ofThisQuestion(block.item, code, mine.filter(({ variant }) => variant === code), sameSeed));
    return putBeside(block, fresh, told);
  }

  function putBeside(block, given, told = "") {
    const { attempts: here, ...before } = kept(block);
    const same = (one) => JSON.stringify([one.response, one.at]);
    const known = new Set(here.map(same));
    const fresh = attemptsOf(block, given).filter((one) => !known.has(same(one)));
    const attempts = [...here, ...fresh].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    if (fresh.length) keep(block, { ...toldAt(told), ...before, attempts });
    return fresh.length;
  }

  function bringEntries(block, given) {
    if (block.kind !== "worksheet" || !isRecord(given) || !Object.hasOwn(given, block.id)) return 0;
    const entries = entriesOf(block, given[block.id]);
    keep(block, { entries: { ...kept(block).entries, ...entries } });
    return Object.keys(entries).length;
  }

  async function bringBack() {
    const [file] = at("file").files;
    at("file").value = "";
    if (!file) return;
    try {
      const brought = bring(await read(file));
      tell(brought ? "Your answers are back." : "There was nothing new in this file.");
    } catch (error) {
      tell(error.message);
    }
  }

  function ask(open) {
    at("sure").hidden = !open;
    at(open ? "sure-no" : "over").focus();
  }

  function startOver() {
    // Removing a worksheet keeps what is typed in it, so it goes before its record does.
    for (const remove of removers.values()) remove();
    for (const { block } of all) forget(block);
    show();
    ask(false);
    tell("Everything is as it was on the first day.");
  }

  // What another tab keeps or forgets holds here too. Forgotten there, all begins anew here, once all of it is gone.
  let anew = null;
  window.addEventListener("storage", ({ key, newValue }) => {
    if (!key?.startsWith(`${COURSE}/${owner}/`)) return;
    memory.delete(key);
    clearTimeout(anew);
    if (newValue === null) anew = setTimeout(show, 100);
    else count();
  });

  // Where a learning platform knows who sits here, what is kept is that person's, and nobody else's in the same browser.
  document.addEventListener("ol:owner", ({ detail }) => {
    owner = detail.owner;
    memory.clear();
    if (!owner) {
      storage = null;
      onlyForNow();
    }
    show();
    for (const [id, block] of askOf) detail.kept(id, kept(block));
  });

  at("save").addEventListener("click", save);
  at("bring").addEventListener("click", () => at("file").click());
  at("file").addEventListener("change", bringBack);
  at("over").addEventListener("click", () => ask(true));
  at("sure-no").addEventListener("click", () => ask(false));
  at("sure-yes").addEventListener("click", startOver);
  takeAlong();
  show();
  document.querySelector(".wb-desk").hidden = false;
  at("unscripted").hidden = true;
}
