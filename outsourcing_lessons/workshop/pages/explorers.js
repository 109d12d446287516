// The sliders of explorers, with the models they run.

import { withInstruments } from "../../player/instruments.js";

withInstruments();
