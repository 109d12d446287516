// What there is to find with an explorer: goals one after another, each with one find or several, in any order.

import { make, node } from "./dom.js";
import { filledIn, holds, saidIn } from "./said.js";
import { unbroken } from "./written.js";

const findsOf = ({ finds, when, said }) => (finds?.length ? finds : [{ when, said }]);

export class Goals {
  // `story` are the results at the start. `results` names what a goal's `when` and its words speak of.
  constructor(first, story, prefix) {
    this.story = story;
    this.prefix = prefix;
    this.found = make("div", { class: "ol-found", role: "status" });
    this.asked = node("p.ol-goal");
    this.reached = 0;
    this.aim(first, story);
  }

  // Take up the next goal. What holds already counts only after it has not.
  aim(goal, results) {
    this.goal = goal ?? null;
    this.open = goal ? findsOf(goal).map((find) => ({ ...find, armed: !holds(find.when, results) })) : [];
    this.enough = goal?.enough || this.open.length;
    this.count = 0;
    this.ask();
  }

  ask() {
    this.asked.hidden = !this.goal;
    const several = this.enough > 1 ? ` ${this.count} of ${this.enough} found.` : "";
    this.asked.textContent = this.goal ? filledIn(this.goal.ask, this.story, this.prefix) + several : "";
  }

  // Whether a setting would give something away that is still to be found.
  gives(results) {
    return this.open.some(({ when }) => holds(when, results));
  }

  // Whether something was found at a setting; of several that hold there one counts, the others when it is left.
  notice(results, armed = false) {
    const holding = this.open.filter((find) => holds(find.when, results));
    const one = holding.find((find) => armed || find.armed);
    for (const find of this.open) if (one || !holding.includes(find)) find.armed = !holding.includes(find);
    if (!one) return false;
    this.found.append(node("p", unbroken(saidIn(one.said, results, this.prefix))));
    this.open = this.open.filter((find) => find !== one);
    this.count += 1;
    if (this.count < this.enough) this.ask();
    else {
      this.reached += 1;
      this.aim(this.goal.then, results);
    }
    return true;
  }
}
