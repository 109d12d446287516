// The kinds of block and the types of item that a phone does not begin with.

import { withEveryBlock } from "../../player/every_block.js";

withEveryBlock();
