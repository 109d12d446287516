// Explorers whose models this page runs get their sliders. A page that should load quickly leaves this module out.

import { Instrument } from "./instrument.js";
import { EXPLORER_PAGES, PAGE_MODELS } from "./page_models.js";

export function withInstruments() {
  for (const [id, model] of PAGE_MODELS) EXPLORER_PAGES.set(id, (place, given) => new Instrument(place, { ...given, model }));
  return EXPLORER_PAGES;
}
