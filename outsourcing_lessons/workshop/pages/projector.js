// The wall: how to join, what is asked, how many have answered; what was answered only after the reveal, and never who.

import { plural } from "../../player/amounts.js";
import { at, make, tell } from "../../player/dom.js";
import { withEveryBlock } from "../../player/every_block.js";
import { withInstruments } from "../../player/instruments.js";
import { bare, ordinal, secretOf, spaced, swap } from "./elements.js";
import { fit, overflows } from "./fit.js";
import { Countdown } from "./countdown.js";
import { listen } from "./keys.js";
import { Link } from "./link.js";
import { Following, liveFoot, liveWords } from "./live.js";
import { spotOn } from "./spotlight.js";
import { draw } from "./wall.js";

withEveryBlock();
withInstruments();
let remove = () => {};
let drawn = "";
// What is driven may say more than what stood there when type was set; it is painted within two frames.
const following = new Following(() => requestAnimationFrame(() => requestAnimationFrame(() => overflows(at("main")) && refit())));

const BOUNCE = 300; // milliseconds in which a key that is pressed again was pressed once
const link = new Link(secretOf("projector"), {
  heard: paint,
  stands: (online) => document.body.classList.toggle("wp-offline", !online),
  unknown: () => swap(at("main"), make("h1", {}, "This address does not open the projector"), make("p", {}, "Copy it again from the window where you started the workshop.")),
});

const clock = new Countdown(() => link.now(), (words) => tell(at("time"), words));

// A clicker is plugged in where the wall is: it turns pages, and that is all this window can do.
let pressed = 0;
listen((kind) => {
  const { room } = link.boards.projector ?? {};
  if (Date.now() - pressed < BOUNCE) return;
  pressed = Date.now();
  if (room) link.do(kind === "blank" ? { kind, blank: !room.blank } : { kind, from: room.cue });
});

function paint() {
  const { join, step, count, texts = [], room, spot = {}, live } = link.boards.projector ?? {};
  if (!join) return;
  const tried = live?.counts.tried !== undefined; // an explorer fills the wall: how far the room is stands at its head
  document.body.classList.toggle("wp-dark", room.blank);
  clock.set(room.ends);
  swap(at("head"), step && !room.ended ? [make("p", {}, "Join at ", make("strong", {}, bare(join.address)), " with ", make("strong.wp-small-code", {}, spaced(join.code))), make("p", {}, tried ? make("strong", {}, liveWords(live.counts)) : plural(join.joined, "participant"))] : []);
  if (room.ended) return fresh(JSON.stringify(["ended", join.address]), () => at("main").replaceChildren(farewell(join)));
  const instead = spotOn(spot);
  if (instead) {
    swap(at("foot"), []);
    return fresh(JSON.stringify(["spot", spot]), () => at("main").replaceChildren(make("div.wp-body", {}, instead)));
  }
  if (!step) return fresh(JSON.stringify(["join", join]), () => at("main").replaceChildren(welcome(join)));
  swap(at("foot"), step.kind !== "ask" || step.beat ? [] : live ? liveFoot(live.counts) : counting(count));
  fresh(JSON.stringify([step, texts]), () => show(step, texts));
  following.hear(live, step.id);
}

// The size of type hangs on the size of the wall, and on letters that may come after what is set in them.
const refit = () => fit(at("main"));
new ResizeObserver(refit).observe(at("main"));
document.fonts.addEventListener("loadingdone", refit);

// Draws only when something is new, so that an explorer on the wall keeps the setting it was given.
function fresh(signature, what) {
  if (signature === drawn) return;
  drawn = signature;
  remove();
  remove = () => {};
  following.forget();
  what();
  refit();
}

const coded = (address, words) => make("img.wp-qr", { src: `qr.svg?${encodeURIComponent(address)}`, alt: `QR code of ${bare(address)}${words}` });

function farewell({ address }) {
  const words = make("div", {}, make("h1", {}, "Thank you. Take your page with you."), make("p.wp-lead", {}, "On your phone, press"), make("p.wp-address", {}, "Keep my page"), make("p.wp-lead", {}, "before this computer is closed. The code brings you back to your page."));
  return make("div.wp-welcome", {}, words, coded(address, ""));
}

function welcome({ address, far, code, joined }) {
  const words = make("div", {}, make("h1", {}, "Join the workshop"), make("p.wp-lead", {}, "Open"), make("p.wp-address", {}, bare(address)), make("p.wp-lead", {}, "and type the code"), make("p.wp-code", {}, spaced(code)), make("p.wp-lead", {}, joined ? `${plural(joined, "participant")} so far` : "or scan the QR code."), far && make("p.wp-lead", {}, "From home: ", make("strong", {}, bare(far))));
  return make("div.wp-welcome", {}, words, coded(address, " with the code"));
}

function show(step, texts) {
  const body = make("div.wp-body");
  const vote = step.round > 1 ? ` · ${ordinal(step.round).toLowerCase()} vote` : "";
  at("main").replaceChildren(body);
  at("main").dataset.kind = step.kind;
  if (vote && !step.beat && !texts.length) body.append(make("p.wp-where", {}, `${step.number}${vote}`));
  if (texts.length) body.append(make("h1", {}, step.title), written(texts));
  else remove = draw(body, step, following);
  // Where what is shown has no first heading, the step's number is it.
  at("main").prepend(make(body.querySelector("h1") ? "h2.ol-unseen" : "h1.ol-unseen", {}, `Step ${step.number}`));
}

// What the instructor has let through has the wall to itself; the latest first, for as many as there is room.
function written(texts) {
  return make("ul.wp-texts", {}, [...texts].reverse().map((text, i) => make(i ? "li.wp-spare" : "li", {}, text)));
}

function counting({ answered, joined, status }) {
  if (status === "revealed") return [];
  const progress = make("progress", { max: Math.max(1, joined), value: Math.min(answered, joined), "aria-label": "Answered" });
  const words = status === "locked" ? `Closed: ${answered} of ${joined} answered` : `${answered} of ${joined} answered`;
  return [progress, make("p", {}, words)];
}
