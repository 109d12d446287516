// What studies found, each with how far such a study can be trusted, as dots, and for or against what it speaks.

import { heading, make, node, paragraphs } from "./dom.js";
import WORDS_JSON from "./words.json";

export function research(root, block) {
  heading(root, "Research", block.title);
  root.append(node("ul.ol-findings", block.findings.map(finding)), node("p.ol-note", WORDS_JSON.evidence.about));
}

function finding({ claim, citation, doi, strength, direction, note }) {
  const link = doi && make("a", { href: `https://doi.org/${doi}` }, `doi:${doi}`);
  const cited = node("p.ol-note", citation, doi && " ", link);
  const said = WORDS_JSON.evidence.direction[direction];
  const badges = node("p.ol-badges", dots(strength), " ", make("span", { class: `ol-badge ol-${direction}` }, said));
  return node("li", badges, node("p", claim), paragraphs(note ?? "", "ol-note"), cited);
}

function dots(strength) {
  const { most, strength: counts } = WORDS_JSON.evidence;
  const count = counts[strength];
  const drawn = Array.from({ length: most }, (_, i) => node(i < count ? "i.ol-full" : "i"));
  const unseen = node("span.ol-unseen", `, strength ${count} of ${most}`);
  return node("span.ol-strength", count ? [make("span.ol-dots", { "aria-hidden": "true" }, drawn), " "] : "", strength, count ? unseen : "");
}
