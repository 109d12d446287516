// The workbook's page: every block live, answers saved and brought back, and the walk through it.

import { at } from "../../player/dom.js";
import { withEveryBlock } from "../../player/every_block.js";
import { withInstruments } from "../../player/instruments.js";
import { mount } from "../../player/mounting.js";
import { all, askOf, blockOf } from "./content.js";
import { coverTables } from "./covered.js";
import { hostOf } from "./hosts.js";
import { belongTo, count, forget, forgetCopy, isOurs, kept } from "./browser_storage.js";
import { bringBack, save, takeAlong, tellBeside } from "./saved.js";
import { overSteps } from "./screens.js";
import { WALK } from "./steps.js";
import { beginWalk, repaintWalk, showTogether } from "./walk.js";

withEveryBlock();
withInstruments();
const removers = new Map();

function show() {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("article [data-block]"))) {
    const block = blockOf.get(place.dataset.block);
    removers.get(place)?.();
    if (!block) continue;
    removers.set(place, mount(place, block, hostOf(block)));
    overSteps(place, block, showTogether);
  }
  count();
  repaintWalk();
}

function askIfSure(open) {
  at("sure").hidden = !open;
  at(open ? "sure-no" : "over").focus();
}

function startOver() {
  // Removing a worksheet keeps what is typed in it, so it goes before its record does.
  for (const remove of removers.values()) remove();
  for (const { block } of [...all, { block: WALK }]) forget(block);
  show();
  askIfSure(false);
  tellBeside("Everything has been cleared.");
}

// What another tab keeps or forgets holds here too. Forgotten there, all begins anew here, once all of it is gone.
let anew = null;
window.addEventListener("storage", ({ key, newValue }) => {
  if (!key || !isOurs(key)) return;
  forgetCopy(key);
  clearTimeout(anew);
  if (newValue === null) anew = setTimeout(show, 100);
  else count();
});

document.addEventListener("ol:asks", ({ detail }) => {
  detail.asks = [...askOf.values()];
});
document.addEventListener("ol:owner", ({ detail }) => {
  belongTo(detail.owner);
  show();
  for (const [id, block] of askOf) detail.kept(id, kept(block));
});

at("save").addEventListener("click", save);
at("bring").addEventListener("click", () => at("file").click());
at("file").addEventListener("change", () => bringBack(show));
at("over").addEventListener("click", () => askIfSure(true));
at("sure-no").addEventListener("click", () => askIfSure(false));
at("sure-yes").addEventListener("click", startOver);
takeAlong();
coverTables();
show();
beginWalk();
/** @type {HTMLElement} */ (document.querySelector(".wb-desk")).hidden = false;
at("unscripted").hidden = true;
