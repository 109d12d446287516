// Codes to be photographed by a second device: the instructor's remote, a helper's console, a participant's seat. They are
// fetched when they are wanted, since whoever sees one of them can use it.

import { make } from "../../player/dom.js";

const WORDS = {
  seat: ["This page as a code to photograph", "Your own seat: with your phone you go on there, and can keep your page."],
  remote: ["Your phone as a remote", "Goes on, back, blank, pause, countdown and undo. Anyone who photographs this can do the same."],
  helper: ["A helper’s phone", "Sees this console, keys included, says “I go” and “Helped”, and changes nothing else."],
};

export function invitation(link, of) {
  const [words, help] = WORDS[of];
  const place = make("div.wc-code");
  const details = make("details", {}, make("summary", { "data-key": `invite-${of}` }, words), make("p.ol-note", {}, help), place);
  details.addEventListener("toggle", async () => {
    if (!details.open) return place.replaceChildren();
    const found = await link.request("api/invitation", { of }).catch(() => null);
    if (!found) return place.replaceChildren(make("p", {}, "No connection; try again."));
    const drawing = new DOMParser().parseFromString(found.svg, "image/svg+xml").documentElement;
    place.replaceChildren(document.importNode(drawing, true), make("p.ol-note", {}, found.address));
  });
  return details;
}

export const invitations = (link) => ["remote", "helper"].map((of) => invitation(link, of));
