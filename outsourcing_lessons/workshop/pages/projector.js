// The wall: how to join, what is asked, how many have answered; what was answered only after the reveal, and never who.

import { plural } from "../../player/amounts.js";
import { at, make, paragraphs } from "../../player/dom.js";
import { bars, summary } from "./bars.js";
import { Link } from "./link.js";
import { leadUp, letterOf, ordinal, parsed, swap } from "./elements.js";
import { withEveryBlock } from "../../player/every_block.js";
import { withInstruments } from "../../player/instruments.js";
import { TYPES } from "../../player/item_types.js";
import { mount } from "../../player/mounting.js";

const SMALLEST = 0.6; // of the usual size: less than that is not read from the last row
withEveryBlock();
withInstruments();
let remove = () => {};
let drawn = "";

const KEY = "ol-projector";
const secret = location.hash.slice(1);
if (secret) sessionStorage.setItem(KEY, secret);
history.replaceState(null, "", "projector");
const link = new Link(secret || sessionStorage.getItem(KEY) || "", {
  heard: paint,
  stands: (online) => document.body.classList.toggle("wp-offline", !online),
  unknown: () => swap(at("main"), make("h1", {}, "This address does not open the projector"), make("p", {}, "Copy it again from the window where you started the workshop.")),
});

const spaced = (code) => `${code.slice(0, 3)} ${code.slice(3)}`;
const bare = (address) => address.replace(/^https?:\/\//, "");

function paint() {
  const { join, step, count, texts = [], room } = link.boards.projector ?? {};
  if (!join) return;
  swap(at("head"), step && !room.ended ? [make("p", {}, "Join at ", make("strong", {}, bare(join.address)), " with ", make("strong.wp-small-code", {}, spaced(join.code))), make("p", {}, plural(join.joined, "participant"))] : []);
  if (room.ended) return fresh("ended", () => at("main").replaceChildren(make("h1", {}, "Thank you."), make("p.wp-lead", {}, "Your answers stay on your page for as long as it can be reached.")));
  if (!step) return fresh(JSON.stringify(["join", join]), () => at("main").replaceChildren(welcome(join)));
  const before = drawn;
  fresh(JSON.stringify([step, texts]), () => show(step, texts));
  swap(at("foot"), step.kind === "ask" ? counting(count) : []);
  if (drawn !== before) fit();
}

// Nobody scrolls a wall: what is too tall for it is set smaller, as far as it can be read.
function fit() {
  const main = at("main");
  main.style.fontSize = "";
  const usual = parseFloat(getComputedStyle(main).fontSize);
  for (let size = usual - 1; size > SMALLEST * usual && document.documentElement.scrollHeight > innerHeight; size -= 1) main.style.fontSize = `${size}px`;
}
addEventListener("resize", fit);

// Draws only when something is new, so that an explorer on the wall keeps the setting it was given.
function fresh(signature, draw) {
  if (signature === drawn) return;
  drawn = signature;
  remove();
  remove = () => {};
  swap(at("foot"), []);
  draw();
}

function welcome({ address, code, joined }) {
  const picture = make("img.wp-qr", { src: "qr.svg", alt: `QR code of ${bare(address)} with the code` });
  const words = make("div", {}, make("h1", {}, "Join the workshop"), make("p.wp-lead", {}, "Open"), make("p.wp-address", {}, bare(address)), make("p.wp-lead", {}, "and type the code"), make("p.wp-code", {}, spaced(code)), make("p.wp-lead", {}, joined ? `${plural(joined, "participant")} so far` : "or scan the QR code."));
  return make("div.wp-welcome", {}, words, picture);
}

function show(step, texts) {
  const body = make("div.wp-body");
  const vote = step.round > 1 ? ` · ${ordinal(step.round).toLowerCase()} vote` : "";
  const headed = step.kind === "ask" ? [] : [make("h1.ol-unseen", {}, step.title), make("h2.ol-unseen", {}, `Step ${step.number}`)];
  at("main").replaceChildren(...headed, make("p.wp-where", {}, `${step.number}${vote}`), body);
  if (step.kind === "ask") body.append(make("h1", {}, step.title), ...(step.result ? revealed(step) : question(step.block.item)));
  else if (step.html) body.append(leadUp(step.lead) || "", ...parsed(step.html)); // before a question the instructor says it
  else remove = mount(body, step.block, { open: true, restore: () => ({}), keep: async () => {}, attemptsAt: () => [], entriesAt: () => ({}) });
  if (texts.length) body.append(make("ul.ws-texts.wp-texts", {}, texts.map((text) => make("li", {}, text))));
}

function question(item) {
  const rows = item.options ?? item.parts ?? [];
  return [
    make("div.wp-prompt", {}, paragraphs(item.prompt)),
    item.exhibit && exhibit(item.exhibit),
    make("ol.wp-options", {}, rows.map(({ text }, i) => make("li", {}, make("span.ws-letter", { "aria-hidden": "true" }, letterOf(i)), make("span", {}, text)))),
  ].filter(Boolean);
}

function exhibit({ caption, columns, rows }) {
  const head = make("tr", {}, columns.map((name) => (name ? make("th", { scope: "col" }, name) : make("td"))));
  const body = rows.map((row) => make("tr", {}, row.map((cell, i) => make(i ? "td" : "th", i ? {} : { scope: "row" }, cell))));
  return make("table.wp-table", {}, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, body));
}

function revealed({ result, block }) {
  const { rounds, answer, why } = result;
  return [make("p.wp-lead", {}, summary(rounds)), ...bars(rounds), make("div.wp-answer", {}, make("h2", {}, TYPES[block.item.type].answer), paragraphs(answer), why && make("p", {}, why))];
}

function counting({ answered, joined, status }) {
  if (status === "revealed") return [];
  const progress = make("progress", { max: Math.max(1, joined), value: Math.min(answered, joined), "aria-label": "Answered" });
  const words = status === "locked" ? `Closed: ${answered} of ${joined} answered` : `${answered} of ${joined} answered`;
  return [progress, make("p", {}, words)];
}
