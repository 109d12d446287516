// What a page can save without a kernel: a worksheet as a page, and playbook/book.py, web.py and calendar.py over again,
// with the same order and the same words. Joined after player.js; everything is escaped where it is put in.

const OPEN = "still open";
const MONTHS =
  "January February March April May June July August September October November December".split(" ");

const SHEET_STYLE =
  "body{font:1rem/1.6 system-ui,sans-serif;color:#1a2226;max-width:44rem;margin:3rem auto;padding:0 1.25rem}" +
  "h1{font-size:1.75rem;line-height:1.25}h2{font-size:1.2rem;margin-top:2.5rem}dt{font-weight:600;margin-top:1rem}" +
  "dd{margin:0;white-space:pre-wrap;border-bottom:1px solid #77858b;min-height:1.6em}small{font-weight:400}" +
  "table{border-collapse:collapse;width:100%}caption{text-align:left;font-weight:600}" +
  "th,td{text-align:left;vertical-align:top;border:1px solid #77858b;padding:.4rem .6rem;white-space:pre-wrap}";

const BOOK_STYLE =
  ":root{color-scheme:light dark;--text:#1c1c1a;--soft:#4a4a45;--line:#c9c6bd;--ground:#fff;--accent:#0b4f6c}" +
  "@media(prefers-color-scheme:dark){:root{--text:#f2f1ec;--soft:#c9c6bd;--line:#55534c;--ground:#16161a;" +
  "--accent:#8fd3f4}}body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem 4rem;font:1rem/1.6 system-ui,sans-serif;" +
  "color:var(--text);background:var(--ground);overflow-wrap:break-word}h1{font-size:2rem;line-height:1.2}" +
  "h2{font-size:1.5rem;margin-top:3rem;color:var(--accent)}h3{font-size:1.1rem}.soft,.open{color:var(--soft)}" +
  ".open{font-style:italic}dt{font-weight:600}dd{margin:0 0 .75rem;white-space:pre-line}.table{overflow-x:auto}" +
  "table{border-collapse:collapse;width:100%}th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:start;" +
  "vertical-align:top}@media print{body{max-width:none;padding:0}section{break-before:page}" +
  ":root{color-scheme:light;--ground:#fff;--text:#000;--soft:#4a4a45;--accent:#0b4f6c}}";

function escaped(text) {
  return String(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function wholePage(title, style, body) {
  const meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return (
    `<!doctype html>\n<html lang="en"><head>${meta}<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<title>${escaped(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>\n`
  );
}

// What no document can hold, and what stands for it: the table of characters.py.
const OF_WORD = new Map([
  ...[..."\uf02d\uf06e\uf06f\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf0fe"].map((char) => [char, "•"]),
  ["\uf0df", "←"], ["\uf0e0", "→"], ["\uf04a", "☺"],
]);
const OF_WINDOWS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"; // what it calls the characters from 128 on; a blank for none

function legal(text) {
  return text
    .replace(/[\uf000-\uf0ff]/g, (char) => OF_WORD.get(char) ?? char)
    .replace(/[\x80-\x9f]/g, (char) => OF_WINDOWS[char.charCodeAt(0) - 0x80].trim())
    .replace(/[\v\f\u2028\u2029]/g, "\n")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/[\x00-\x08\x0e-\x1f\x7f]|\p{Noncharacter_Code_Point}/gu, "");
}

// The characters of a text that something else stands for, line breaks left out: each in words.
function replacedIn(text) {
  const changed = [...new Set(text)].filter((char) => ![char, "\n"].includes(legal(char)));
  const number = (char) => `U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return changed.map((char) => `${number(char)} ${legal(char) ? `is written as ${legal(char)}` : "is left out"}`);
}

function download(name, type, text) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// ---- One worksheet --------------------------------------------------------------------------------------------------

function sheetPage({ title, purpose, sheets }, entries) {
  const form = (sheet) => (sheet.rows > 1 ? sheetTable(sheet, entries) : sheetList(sheet, entries));
  const body = sheets.map((sheet) => `<section><h2>${escaped(sheet.title)}</h2>${form(sheet)}</section>`).join("");
  return wholePage(title, SHEET_STYLE, `<h1>${escaped(title)}</h1><p>${escaped(purpose)}</p>${body}`);
}

function labelled({ label, options }) {
  return escaped(label) + (options.length ? ` <small>(${escaped(options.join(", "))})</small>` : "");
}

function sheetList({ fields }, entries) {
  const row = (field) => `<dt>${labelled(field)}</dt><dd>${escaped(legal(entries[field.id]))}</dd>`;
  return `<dl>${fields.map(row).join("")}</dl>`;
}

function sheetTable({ title, fields, rows }, entries) {
  const head = ["No.", ...fields.map(labelled)].map((label) => `<th scope="col">${label}</th>`);
  const cell = (id, i) => `<td>${escaped(legal(entries[`${id}.${i}`]))}</td>`;
  const row = (i) => `<tr><th scope="row">${i}</th>${fields.map(({ id }) => cell(id, i)).join("")}</tr>`;
  const body = Array.from({ length: rows }, (_, i) => row(i + 1)).join("");
  const caption = `<caption>${escaped(title)}</caption>`;
  return `<table>${caption}<thead><tr>${head.join("")}</tr></thead><tbody>${body}</tbody></table>`;
}

// ---- All worksheets as a playbook -----------------------------------------------------------------------------------

// `filled` holds pairs of a worksheet and its entries.
function bound(learner, filled, learnerId = "") {
  const startOf = ({ sheets }) => Object.assign({}, ...sheets.map(({ start }) => start));
  const usable = filled.map(([worksheet, entries]) => [worksheet, written({ ...startOf(worksheet), ...entries })]);
  const dates = usable.flatMap(([worksheet, entries]) => appointments(worksheet, entries));
  const sorted = dates.sort((a, b) => (a.day + a.id < b.day + b.id ? -1 : 1));
  const pages = usable.map(([worksheet, entries]) => bookPage(worksheet, entries));
  const given = filled.flatMap(([, entries]) => Object.values(entries)).filter((value) => typeof value === "string");
  return { learner: legal(learner), learnerId, pages, appointments: sorted, replaced: replacedIn(given.join("")) };
}

function written(entries) {
  const typed = Object.entries(entries).filter(([, value]) => typeof value === "string");
  return new Map(typed.map(([name, value]) => [name, legal(value).trim()]).filter(([, text]) => text));
}

const suffixesOf = ({ rows }) => (rows > 1 ? Array.from({ length: rows }, (_, i) => `.${i + 1}`) : [""]);

// The rows of a table in which something is written.
function usedOf({ fields, rows }, entries) {
  return suffixesOf({ rows }).filter((suffix) => !(rows > 1) || fields.some(({ id }) => entries.has(id + suffix)));
}

// Of a table the rows in use count, and at least one.
function bookPage(worksheet, entries) {
  const namesOf = (sheet) => {
    const used = usedOf(sheet, entries);
    return (used.length ? used : [".1"]).flatMap((suffix) => sheet.fields.map(({ id }) => id + suffix));
  };
  const names = worksheet.sheets.flatMap(namesOf);
  return { worksheet, entries, filled: names.filter((name) => entries.has(name)).length, fields: names.length };
}

function appointments(worksheet, entries) {
  const inRow = (sheet, suffix) => {
    const dated = sheet.fields.filter(({ id, type }) => type === "date" && dayOf(entries.get(id + suffix)));
    return dated.map((field) => {
      const text = about(worksheet, sheet, field, suffix, entries);
      return { id: `${worksheet.id}.${field.id}${suffix}`, day: entries.get(field.id + suffix), text };
    });
  };
  return worksheet.sheets.flatMap((sheet) => suffixesOf(sheet).flatMap((suffix) => inRow(sheet, suffix)));
}

// What a date is about, in one line: what was written beside it, or else where it stands.
function about(worksheet, sheet, field, suffix, entries) {
  const label = field.label.replace(/ on$/, "");
  if (label.startsWith("I ")) return `${worksheet.title}: ${label}`;
  const beside = sheet.fields.find(({ id, type }) => type !== "date" && entries.has(id + suffix));
  const subject = beside ? entries.get(beside.id + suffix).trim().replace(/\s+/g, " ") : "";
  if (label === "By") {
    if (!beside) return `${worksheet.title}: ${sheet.title}`;
    return beside.label.startsWith("The ") ? `${beside.label}: ${subject}` : subject;
  }
  const lowered = label[0].toLowerCase() + label.slice(1);
  return beside ? `${subject} (${lowered})` : `${worksheet.title}: ${lowered}`;
}

// "2026-12-01" as a date; null for anything else, such as the 31st of February.
function dayOf(text = "") {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : null;
}

function dayInWords(text) {
  const day = dayOf(text);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${text.slice(0, 4)}`;
}

function bookHtml({ learner, pages, appointments: dates }, title) {
  const days = dates.map(({ day, text }) => `<li>${dayInWords(day)}: ${escaped(text)}</li>`).join("");
  const plan = days && `<section><h2>Dates</h2><ul>${days}</ul></section>`;
  const whose = learner && `<p class="soft"><bdi>${escaped(learner)}</bdi></p>`;
  return wholePage(escaped(title), BOOK_STYLE, `<h1>${escaped(title)}</h1>${whose}${pages.map(pageHtml).join("")}${plan}`);
}

function pageHtml({ worksheet: { title, purpose, sheets }, entries, filled, fields }) {
  const progress = `<p class="soft">${escaped(purpose)} ${filled} of ${fields} fields filled in.</p>`;
  return `<section><h2>${escaped(title)}</h2>${progress}${sheets.map((one) => partHtml(one, entries)).join("")}</section>`;
}

function partHtml({ title, fields, rows }, entries) {
  const heading3 = `<h3>${escaped(title)}</h3>`;
  const shown = (tag, { id, type }, suffix = "") => {
    const text = entries.get(id + suffix);
    if (!text) return `<${tag} class="open">${OPEN}</${tag}>`;
    return `<${tag}>${escaped(type === "date" && dayOf(text) ? dayInWords(text) : text)}</${tag}>`;
  };
  const used = usedOf({ fields, rows }, entries);
  const single = !(rows > 1);
  if (single || !used.length) {
    const [filled, open] = [true, false].map((which) => fields.filter(({ id }) => single && entries.has(id) === which));
    const pairs = filled.map((one) => `<dt>${escaped(one.label)}</dt>${shown("dd", one)}`).join("");
    const names = (single ? open : fields).map(({ label }) => label).join(" · ");
    const rest = names && `<p class="open">S${OPEN.slice(1)}: ${escaped(names)}</p>`;
    return heading3 + (pairs && `<dl>${pairs}</dl>`) + rest;
  }
  const head = fields.map(({ label }) => `<th scope="col">${escaped(label)}</th>`).join("");
  const body = used.map((suffix) => `<tr>${fields.map((one) => shown("td", one, suffix)).join("")}</tr>`).join("");
  return (
    `${heading3}<div class="table" tabindex="0" role="region" aria-label="${escaped(title)}"><table><thead><tr>${head}</tr></thead>` +
    `<tbody>${body}</tbody></table></div>`
  );
}

// ---- Its dates as an iCalendar file ---------------------------------------------------------------------------------

// Each event is known by its learner and its field, and of two files the later counts: see calendar.py.
function bookCalendar({ learner, learnerId, appointments: dates }, now = new Date()) {
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//outsourcing-lessons//Playbook//EN"];
  const whose = encodeURIComponent(["", "guest"].includes(learnerId) ? learner : learnerId);
  const lines = [...head, ...dates.flatMap((date) => eventLines(date, whose, now)), "END:VCALENDAR"];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines({ id, day, text }, whose, now) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const sequence = Math.max(0, Math.floor((now - Date.UTC(2026, 0, 1)) / 1000));
  const start = day.replaceAll("-", "");
  const next = new Date(dayOf(day).getTime() + 864e5).toISOString().slice(0, 10).replaceAll("-", "");
  const said = text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");
  return [
    "BEGIN:VEVENT", `SUMMARY:${said}`, `DTSTART;VALUE=DATE:${start}`, `DTEND;VALUE=DATE:${next}`,
    `DTSTAMP:${stamp}`, `UID:${id}.${whose}@outsourcing-lessons`, `SEQUENCE:${sequence}`, "BEGIN:VALARM", "ACTION:DISPLAY",
    `DESCRIPTION:${said}`, "TRIGGER:PT9H", "END:VALARM", "END:VEVENT",
  ];
}

// A line is at most 75 bytes long; the next begins with a blank.
function folded(line) {
  const encoder = new TextEncoder();
  let [text, bytes] = ["", 0];
  for (const char of line) {
    const size = encoder.encode(char).length;
    const full = bytes + size > 74;
    text += (full ? "\r\n " : "") + char;
    bytes = full ? size : bytes + size;
  }
  return text;
}
