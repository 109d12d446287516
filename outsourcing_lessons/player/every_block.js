// All kinds of block and all types of item. A page that should load quickly fetches this module when one of them is near.

import { Bound } from "./binder.js";
import { Explored } from "./explorer.js";
import { addTypes } from "./item_types.js";
import { EVERY_TYPE } from "./items.js";
import { BUILDERS } from "./mounting.js";
import { research } from "./research.js";
import { Revealed } from "./reveal.js";
import { Tallied } from "./tally.js";
import { Filled } from "./worksheet.js";

export function withEveryBlock() {
  addTypes(EVERY_TYPE);
  Object.assign(BUILDERS, {
    explorer: (...given) => new Explored(...given),
    reveal: (...given) => new Revealed(...given),
    research,
    worksheet: (...given) => new Filled(...given),
    tally: (...given) => new Tallied(...given),
    binder: (...given) => new Bound(...given),
  });
}
