// The foot of a step: back, a word on what comes, and one button whose verb is the act.

import { at } from "../../player/dom.js";
import { TYPES } from "../../player/item_types.js";
import { onwardFrom } from "./close.js";
import { isReview, leftToReview } from "./review.js";
import { after, askedIn, before, isClose, lessonOf, partOf, wordsOf } from "./steps.js";

let watching = null;

// The button that sends the answer of this step, where one is still to be given.
function sendOf(step) {
  const send = /** @type {HTMLButtonElement | null} */ (step.querySelector(".ol-ask button[type=submit]"));
  return send && !send.hidden ? send : null;
}

// What it does, whatever it says meanwhile: of what was wrong nothing stands below the foot.
const actOf = (send) => send.dataset.act ?? send.textContent;

export function paintFoot(step) {
  const send = sendOf(step);
  const next = after(step);
  const bet = askedIn(step).some(({ item }) => TYPES[item.type].committed);
  at("back").href = `#${before(step)?.id ?? "home"}`;
  at("skip").hidden = !send;
  at("skip").href = `#${next?.id ?? "home"}`;
  at("go").textContent = isClose(step) ? onwardFrom(step) : send ? actOf(send) : next || (isReview(step) && leftToReview()) ? "Continue" : "Finish";
  at("hint").textContent = hintFor(step, next, send, bet);
}

function hintFor(step, next, send, bet) {
  if (send) return bet ? "Only you will see it" : "";
  if (isReview(step) || isClose(step)) return "";
  if (!next || lessonOf(next) !== lessonOf(step)) return "The last step of this lesson";
  return partOf(next) === partOf(step) ? "" : `Next: ${wordsOf(next)}`;
}

// A form changes by itself: answered, tried again, opened in a second stage.
export function watchFoot(step) {
  watching?.disconnect();
  watching = null;
  if (!step.querySelector(".ol-ask")) return;
  watching = new MutationObserver(() => paintFoot(step));
  watching.observe(step, { subtree: true, childList: true, attributes: true, attributeFilter: ["hidden"] });
}

// Sends the answer, or says that there is none to send.
export function sent(step) {
  const send = sendOf(step);
  send?.click();
  return Boolean(send);
}
