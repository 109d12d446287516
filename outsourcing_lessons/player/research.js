// What studies found.

import { heading, make, node, paragraphs } from "./dom.js";

export function research(root, block) {
  heading(root, "Research", block.title);
  root.append(node("ul.ol-findings", block.findings.map(finding)));
}

function finding({ claim, citation, doi, strength, direction, note }) {
  const badges = node("p.ol-badges", node("span.ol-badge", strength), " ", node("span.ol-badge", direction));
  const link = doi && make("a", { href: `https://doi.org/${doi}` }, `doi:${doi}`);
  const cited = node("p.ol-note", citation, doi && " ", link);
  return node("li", badges, node("p", claim), paragraphs(note ?? "", "ol-note"), cited);
}
