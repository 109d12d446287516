// Making elements; texts reach the page as text, never as markup.

export const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  right: "M3.5 10.5l4.2 4.2 8.8-9.4",
  partly: "M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M9.5 3v14M8 3.5v13M6.5 4v12M5 5.5v9M4 7v6",
  "not-yet": "M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15M6.5 10h7",
  refused: "M10 2.5L18 17H2zM10 8v4M10 14.2v.4",
  answer: "M10 2.5a5 5 0 0 1 2.8 9.2v2.3H7.2v-2.3A5 5 0 0 1 10 2.5M8 17.3h4",
  committed: "M5 9V6.5a5 5 0 0 1 10 0V9M3.5 9h13v8.5h-13z",
  up: "M10 16V4M5 9l5-5 5 5",
  down: "M10 4v12M5 11l5 5 5-5",
  grip: "M7 5v.1M13 5v.1M7 10v.1M13 10v.1M7 15v.1M13 15v.1",
};

const FOCUSABLE = /^(a|button|input|summary|textarea)$/;

// `make("p.ol-note", { id }, …)` is a paragraph of that class with that id and these children; a function listens.
/**
 * @template {string} Kind
 * @param {Kind} kind
 * @param {Record<string, any>} [attributes]
 * @param {...any} children
 * @returns {ElementOf<Kind>}
 */
export function make(kind, attributes = {}, ...children) {
  const [tag, ...css] = kind.split(".");
  const element = document.createElement(tag);
  if (css.length) element.className = css.join(" ");
  // JupyterLab's shortcuts match the focused element itself, so a mark on the root does not keep them off.
  if (FOCUSABLE.test(tag) || "tabindex" in attributes) element.setAttribute("data-lm-suppress-shortcuts", "true");
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false && child !== ""));
  return /** @type {any} */ (element);
}

/** @type {(id: string) => any} */
export const at = (id) => document.getElementById(id);

/**
 * The same without attributes.
 *
 * @template {string} Kind
 * @param {Kind} kind
 * @param {...any} children
 */
export const node = (kind, ...children) => make(kind, {}, ...children);

// The same for a drawing.
export function drawn(kind, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, kind);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

export const icon = (name) =>
  drawn("svg", { class: `ol-icon ol-icon-${name}`, viewBox: "0 0 20 20", "aria-hidden": "true" }, drawn("path", { d: ICONS[name] }));

// Text that is not to be written, or read out, again when it is the same.
export function tell(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

// The counter lives on the document: in JupyterLab each widget loads its own copy of this module.
export function uid() {
  document.olCount = (document.olCount ?? 0) + 1;
  return `ol-${document.olCount}`;
}

export function paragraphs(text, css) {
  const parts = text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean);
  return parts.map((part) => make("p", { class: css }, part));
}

export function button(words, click, css = "") {
  return make("button", { type: "button", class: `ol-button ${css}`.trim(), click }, words);
}

export function heading(root, eyebrow, title) {
  const id = uid(), head = make("h3", { class: "ol-title", id }, title);
  root.setAttribute("aria-labelledby", id);
  root.append(node("p.ol-eyebrow", eyebrow), head);
  requestAnimationFrame(() => level(head));
}

// What stands first under the title of a page is one level below it; what that is, only the page knows.
function level(head) {
  const all = [...document.querySelectorAll("h1, h2, h3, h4")];
  if (all[all.indexOf(head) - 1]?.tagName === "H1") head.setAttribute("aria-level", "2");
}

export function tableOf(caption, columns, rows, css = "ol-table", titled = false) {
  const figures = columns.map((_, i) => i > 0 && rows.every((row) => /^[^A-Za-z]*[0-9]/.test(String(row[i]))));
  const kind = columns.map((name, i) => ({ class: figures[i] && "ol-figures", "data-label": name }));
  const cell = (row, i) => (i ? make("td", kind[i], row[i]) : make("th", { scope: "row" }, row[i]));
  const head = node("tr", columns.map((name, i) => (name ? make("th", { scope: "col", class: kind[i].class }, name) : make("td"))));
  const body = rows.map((row) => node("tr", columns.map((_, i) => cell(row, i))));
  const named = node(titled ? "caption.ol-unseen" : "caption", caption);
  const table = make("table", { class: css }, named, columns.some(Boolean) ? node("thead", head) : "", node("tbody", body));
  return make("div", { class: "ol-scroll", role: "group", "aria-label": caption, tabindex: "0" }, table);
}

// Hands what a file holds, a text or a blob, to the browser to be saved.
export function download(name, type, content) {
  const link = make("a", { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
