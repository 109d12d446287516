// What only some steps need is fetched when one of them is shown: the page of a game, the sliders of explorers. Without
// it a game is played by the dials of its form, and an explorer says that its sliders are on their way.

import { EXPLORER_PAGES, GAME_PAGES } from "../../player/page_models.js";

const AGAIN = 4000;
// Beside this script: behind a hub there is a path in front.
const neededBy = ({ kind, id, item, computed }) => {
  if (item?.model) return { from: "./games.js", to: GAME_PAGES, key: item.model };
  return kind === "explorer" && computed ? { from: "./explorers.js", to: EXPLORER_PAGES, key: id } : null;
};

// Whether a block can be shown in a better way from now on. A line that fails is tried again for as long as it is wanted.
export async function fetched(block, wanted) {
  const need = neededBy(block);
  if (!need || need.to.has(need.key)) return false;
  for (let attempt = 0; wanted(); attempt += 1) {
    // A browser may remember that an address failed.
    const found = await import(`${need.from}${attempt ? `?${attempt}` : ""}`).then((script) => script.default, () => null);
    for (const [key, page] of found ?? []) need.to.set(key, page);
    if (found) return need.to.has(need.key);
    await new Promise((resolve) => setTimeout(resolve, AGAIN));
  }
  return false;
}
