// A playbook as a page to save: playbook/web.py over again.

import BOOK_CSS from "./book.css";
import { escaped, ownFaces, wholePage } from "./page.js";
import { dayInWords } from "./shown.js";
import WORDS_JSON from "./words.json";

export function bookHtml({ learner, pages, appointments: dates, use = [], missing = [] }, title) {
  const { book } = WORDS_JSON;
  const days = dates.map(({ day, text }) => `<li>${dayInWords(day)}: ${escaped(text)}</li>`).join("");
  const plan = days && `<section><h2>${book.dates}</h2><ul>${days}</ul></section>`;
  const whose = learner && `<p class="soft"><bdi>${escaped(learner)}</bdi></p>`;
  const written = pages.filter(({ filled }) => filled).map((page) => pageHtml(page, 3)).join("");
  const all = written && `<h2>${book.all}</h2>${written}`;
  const pagesToUse = use.map((page) => pageHtml(page, 2)).join("");
  const front = `<h1>${escaped(title)}</h1>${whose}${contentsHtml(use, missing)}`;
  return wholePage(escaped(title), ownFaces() + BOOK_CSS, front + pagesToUse + all + plan);
}

// A page that leaves the house, alone: without what is open, and without anything else of the learner's.
export function letterOf(book, page) {
  const sections = page.sections.filter(({ rows }) => rows.length).map((section) => ({ ...section, open: [] }));
  return { ...book, pages: [], appointments: [], use: [{ ...page, sections }], missing: [] };
}

function contentsHtml(use, missing) {
  const items = use.length > 1 || missing.length ? use.map(({ id, title }) => `<li><a href="#${escaped(id)}">${escaped(title)}</a></li>`) : [];
  const listed = items.length ? `<nav><h2>${WORDS_JSON.book.use}</h2><ul>${items.join("")}</ul></nav>` : "";
  return listed + (missing.length ? `<p class="open">${escaped(`${WORDS_JSON.book.missing}: ${missing.join(" · ")}`)}</p>` : "");
}

function pageHtml({ id = "", title, purpose, sections, filled, fields }, level) {
  const about = fields ? `${purpose} ${filled} of ${fields} fields filled in.` : purpose;
  const name = id && ` id="${escaped(id)}"`;
  const parts = sections.map((section) => sectionHtml(section, level + 1)).join("");
  return `<section${name}><h${level}>${escaped(title)}</h${level}><p class="soft">${escaped(about)}</p>${parts}</section>`;
}

const cellHtml = (tag, text) => `<${tag}${text === WORDS_JSON.open ? ' class="open"' : ""}>${escaped(text)}</${tag}>`;

function sectionHtml({ title, columns, rows, open, results }, level) {
  const name = `<h${level}>${escaped(title)}</h${level}>`;
  const below = results.map((result) => `<p>${escaped(result)}</p>`).join("");
  if (!columns.length) {
    const pairs = rows.map(([label, text]) => `<dt>${escaped(label)}</dt>${cellHtml("dd", text)}`).join("");
    const rest = open.length ? `<p class="open">S${WORDS_JSON.open.slice(1)}: ${escaped(open.join(" · "))}</p>` : "";
    return name + (pairs && `<dl>${pairs}</dl>`) + rest + below;
  }
  const head = columns.map((label) => `<th scope="col">${escaped(label)}</th>`).join("");
  const body = rows.map((cells) => `<tr>${cells.map((cell) => cellHtml("td", cell)).join("")}</tr>`).join("");
  return (
    `${name}<div class="table" tabindex="0" role="region" aria-label="${escaped(title)}"><table><thead><tr>${head}</tr></thead>` +
    `<tbody>${body}</tbody></table></div>${below}`
  );
}
