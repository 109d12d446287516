// The page of a game is fetched when there is one to play. Without it, or without the network, the dials of its form do.

import { GAME_PAGES } from "../../player/page_models.js";

const GAMES = "./games.js"; // beside this script: behind a hub there is a path in front

// Whether a block can be shown in a better way from now on.
export async function playable({ item }) {
  if (!item?.model || GAME_PAGES.has(item.model)) return false;
  const pages = await import(GAMES).then((script) => script.default, () => new Map());
  for (const [model, page] of pages) GAME_PAGES.set(model, page);
  return GAME_PAGES.has(item.model);
}
