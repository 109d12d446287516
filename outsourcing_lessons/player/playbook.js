// All worksheets as a playbook: playbook/book.py and web.py over again, with the same order and the same words.

import BOOK_CSS from "./book.css";
import { legal, replacedIn } from "./characters.js";
import { sumsUnder, whatStands } from "./filled.js";
import { escaped, ownFaces, wholePage } from "./page.js";
import WORDS_JSON from "./words.json";

const MONTHS =
  "January February March April May June July August September October November December".split(" ");

// `filled` holds pairs of a worksheet and its entries.
export function bound(learner, filled, learnerId = "") {
  const stands = whatStands(filled);
  const usable = stands.map(({ worksheet, texts, written }) => ({ worksheet, entries: usableTexts(texts), written }));
  const dates = usable.flatMap(({ worksheet, entries }) => appointments(worksheet, entries));
  const sorted = dates.sort((a, b) => (a.day + a.id < b.day + b.id ? -1 : 1));
  const pages = usable.map(bookPage);
  const given = filled.flatMap(([, entries]) => Object.values(entries)).filter((value) => typeof value === "string");
  return { learner: legal(learner), learnerId, pages, appointments: sorted, replaced: replacedIn(given.join("")) };
}

function usableTexts(texts) {
  /** @type {[string, string][]} */
  const pairs = Object.entries(texts).map(([name, value]) => [name, legal(value).trim()]);
  return new Map(pairs.filter(([, text]) => text));
}

const suffixesOf = ({ rows }) => (rows > 1 ? Array.from({ length: rows }, (_, i) => `.${i + 1}`) : [""]);

// The rows of a table in which something is written.
function usedOf({ fields, rows }, entries) {
  return suffixesOf({ rows }).filter((suffix) => !(rows > 1) || fields.some(({ id }) => entries.has(id + suffix)));
}

// Of a table the rows in use count, and at least one. What the learner wrote counts, and what is still open for them.
function bookPage({ worksheet, entries, written }) {
  const namesOf = (sheet) => {
    const used = usedOf(sheet, entries);
    return (used.length ? used : [".1"]).flatMap((suffix) => sheet.fields.map(({ id }) => id + suffix));
  };
  const names = worksheet.sheets.flatMap(namesOf);
  const sums = worksheet.sheets.flatMap(({ fields }) => fields.filter(({ formula }) => formula !== null).map(({ id }) => id));
  const done = names.filter((name) => written.has(name) && entries.has(name)).length;
  const open = names.filter((name) => !entries.has(name) && !sums.includes(name.split(".")[0])).length;
  return { worksheet, entries, filled: done, fields: done + open };
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
export function dayOf(text = "") {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : null;
}

function dayInWords(text) {
  const day = dayOf(text);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${text.slice(0, 4)}`;
}

export function bookHtml({ learner, pages, appointments: dates }, title) {
  const days = dates.map(({ day, text }) => `<li>${dayInWords(day)}: ${escaped(text)}</li>`).join("");
  const plan = days && `<section><h2>Dates</h2><ul>${days}</ul></section>`;
  const whose = learner && `<p class="soft"><bdi>${escaped(learner)}</bdi></p>`;
  return wholePage(escaped(title), ownFaces() + BOOK_CSS, `<h1>${escaped(title)}</h1>${whose}${pages.map(pageHtml).join("")}${plan}`);
}

function pageHtml({ worksheet, entries, filled, fields }) {
  const { title, purpose, sheets } = worksheet;
  const progress = `<p class="soft">${escaped(purpose)} ${filled} of ${fields} fields filled in.</p>`;
  return `<section><h2>${escaped(title)}</h2>${progress}${sheets.map((one) => partHtml(one, entries, worksheet)).join("")}</section>`;
}

function partHtml(sheet, entries, worksheet) {
  const { title, fields, rows } = sheet;
  const sums = sumsUnder(sheet, worksheet, Object.fromEntries(entries)).filter(({ text }) => text);
  const results = sums.map(({ label, text }) => `<p>${escaped(`${label}: ${text}`)}</p>`).join("");
  const heading3 = `<h3>${escaped(title)}</h3>`;
  const shown = (tag, { id, type }, suffix = "") => {
    const text = entries.get(id + suffix);
    if (!text) return `<${tag} class="open">${WORDS_JSON.open}</${tag}>`;
    return `<${tag}>${escaped(type === "date" && dayOf(text) ? dayInWords(text) : text)}</${tag}>`;
  };
  const used = usedOf({ fields, rows }, entries);
  const single = !(rows > 1);
  if (single || !used.length) {
    const [filled, open] = [true, false].map((which) => fields.filter(({ id }) => single && entries.has(id) === which));
    const pairs = filled.map((one) => `<dt>${escaped(one.label)}</dt>${shown("dd", one)}`).join("");
    const names = (single ? open : fields).map(({ label }) => label).join(" · ");
    const rest = names && `<p class="open">S${WORDS_JSON.open.slice(1)}: ${escaped(names)}</p>`;
    return heading3 + (pairs && `<dl>${pairs}</dl>`) + rest + results;
  }
  const head = fields.map(({ label }) => `<th scope="col">${escaped(label)}</th>`).join("");
  const body = used.map((suffix) => `<tr>${fields.map((one) => shown("td", one, suffix)).join("")}</tr>`).join("");
  return (
    `${heading3}<div class="table" tabindex="0" role="region" aria-label="${escaped(title)}"><table><thead><tr>${head}</tr></thead>` +
    `<tbody>${body}</tbody></table></div>${results}`
  );
}
