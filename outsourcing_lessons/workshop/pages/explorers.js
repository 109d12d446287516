// The sliders of explorers, with the models they run: fetched when there is one to move.

import { withInstruments } from "../../player/instruments.js";

export default withInstruments();
