// The pages of the course's games, as a script of its own.

import { GAME_PAGES } from "../../player/page_models.js";

export default GAME_PAGES;
