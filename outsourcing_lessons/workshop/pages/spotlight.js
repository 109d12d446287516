// What stands on the wall instead of a step: a question of the instructor's own, a lot, two or three answers side by side.

import { plural } from "../../player/amounts.js";
import { make } from "../../player/dom.js";
import { bars } from "./bars.js";
import { letterOf } from "./elements.js";

export function spotOn({ drawn, beside, poll }) {
  if (drawn) return [make("p.wp-lead", {}, "Drawn at random"), make("p.wp-drawn", {}, `No. ${drawn}`)];
  if (beside) return [make("div.wp-beside", {}, beside.map((text, i) => make("div", {}, make("p.ws-letter", {}, letterOf(i)), make("p.wp-said", {}, text))))];
  return poll ? [make("h1", {}, poll.prompt), ...pollOn(poll)] : null;
}

function pollOn(poll) {
  const count = make("p.wp-sum", {}, plural(poll.answered, "answer"));
  if (poll.form === "wall") return [make("ul.wp-posts", {}, poll.posts.map(({ text, ups }, i) => make(i ? "li.wp-spare" : "li", {}, make("span.wp-said", {}, text), ups > 0 && make("strong", {}, `▲ ${ups}`))))];
  if (poll.words) return [cloud(poll.words)];
  if (poll.bars) {
    const middle = Number.isFinite(poll.middle) && make("p.wp-sum", {}, `${plural(poll.answered, "answer")}; the middle one is ${poll.middle}`);
    return [middle || count, ...bars([{ answered: poll.answered, bars: poll.bars.map((bar, i) => ({ ...bar, letter: poll.options && letterOf(i) })) }], false)];
  }
  if (!poll.options) return [make("p.wp-lead", {}, poll.open ? "Answer on your phone." : "Closed."), count];
  const options = poll.options.map((text, i) => make("li", {}, make("span.ws-letter", { "aria-hidden": "true" }, letterOf(i)), make("span", {}, text)));
  return [make("ol.wp-options", {}, options), count];
}

// The more often a word was given the larger it stands; how often, in words, for those who cannot see sizes.
function cloud(words) {
  const most = Math.max(1, ...words.map(({ count }) => count));
  return make("ul.wp-cloud", {}, words.map(({ word, count }, i) => {
    const item = make(i > 2 ? "li.wp-spare" : "li", {}, word, make("span.ol-unseen", {}, `, ${plural(count, "time")}`));
    item.style.fontSize = `${1 + (1.6 * (count - 1)) / Math.max(1, most - 1)}em`;
    return item;
  }));
}
