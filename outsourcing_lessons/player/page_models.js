// What this page can run beside the player. modules.py adds the models, by the id of their explorer: (givens, values) ->
// results, or by the name a game gives: (settings, seed, givens) -> {score, readouts}. A model adds the page that its games
// are played on, where it has one: made with (root, block, host, signal), as every block.

export const PAGE_MODELS = new Map();
export const GAME_PAGES = new Map();
export const EXPLORER_PAGES = new Map(); // what shows an explorer that the page runs, by its id: (place, {block, host, …})
export const POLICIES = new Map(); // how a rival decides, by its id: (firm, standing dials) -> dials
