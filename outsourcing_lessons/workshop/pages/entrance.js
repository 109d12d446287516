// How the room is entered: the address that is shown, whether a phone has come by it, the door, and who came from one place.

import { plural } from "../../player/amounts.js";
import { make } from "../../player/dom.js";
import { bare, shape } from "./elements.js";

// Whether anybody can get in, in one line: a light that only a phone can switch on.
function light(address, { reached, lan }) {
  if (!lan) return make("p.wc-light", {}, shape("open"), make("span", {}, "Only this computer can join: start again with --lan for a room."));
  const lit = reached.includes(address);
  const words = lit ? "A phone has reached this address." : "No phone has been here yet: try one before the room comes.";
  return make(`p.wc-light${lit ? ".wc-lit" : ""}`, {}, shape(lit ? "done" : "open"), make("span", {}, words));
}

// `button(words, key, command)` makes one that does something, or nothing for who only watches.
export function entrance(join, admission, { ended }, button) {
  const others = admission.addresses.filter((one) => one !== join.address).map((one) => make("li", {}, make("span", {}, bare(one), admission.reached.includes(one) && make("span.ol-note", {}, " a phone has reached it")), button("Show this one", `pick-${one}`, { kind: "pick", address: one })));
  const door = !ended && button(admission.shut ? "Open the door" : "Close the door", "door", { kind: "door", shut: !admission.shut });
  const picture = make("img.wc-qr", { src: `qr.svg?${encodeURIComponent(join.address)}`, alt: "QR code for joining" });
  return make("details", { open: !admission.reached.includes(join.address) },
    make("summary", { "data-key": "entrance" }, admission.shut ? "Join: the door is closed" : `Join: ${bare(join.address)}`),
    light(join.address, admission), picture, admission.shut && make("p", {}, "Nobody new can join. Who is in stays in."), door,
    others.length > 0 && make("div", {}, make("p.ol-note", {}, "If phones cannot reach it, show another of this computer’s addresses:"), make("ul", {}, others)));
}

// From some networks a whole room comes under one address; so does one phone that takes many seats.
export function crowds({ crowds: all }, button) {
  const row = ({ address, seats, full, barred }) => {
    const words = barred ? `${address} is kept out.` : `${plural(seats, "seat")} from ${address}${full ? ": it gets no more unless you say so." : ""}`;
    const more = (full || barred) && button(barred ? "Let in again" : "Let more in", `welcome-${address}`, { kind: "welcome", address });
    return make("li", {}, make("span", {}, words), more, !barred && button("Remove all and keep out", `clear-${address}`, { kind: "clear", address }));
  };
  return all.length > 0 && [make("p.ol-note", {}, "Many seats from one device, or from one network behind an address:"), make("ul", {}, all.map(row))];
}

// Who gave an id of the roster without the name that goes with it.
export function knocks({ knocks: all }, button) {
  const row = ({ token, learner_id: id, name }) => make("li", {}, make("span", {}, make("span.wc-called", {}, name || id), make("span.ol-note", {}, ` ${id}`)), button("Let in", `nod-${token}`, { kind: "nod", token }), button("No", `no-${token}`, { kind: "nod", token, nod: false }));
  return all.length > 0 && make("div.wc-knocks", {}, make("p", {}, "At the door, with an id and without its name. Are they who they say?"), make("ul", {}, all.map(row)));
}
