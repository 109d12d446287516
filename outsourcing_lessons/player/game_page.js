// The page of the game: a year is begun, played quarter by quarter, kept, and played again.

import { button, heading, make, node, paragraphs, tableOf } from "./dom.js";
import { Decide } from "./game_decide.js";
import { endOf } from "./game_end.js";
import { reportOf } from "./game_report.js";
import { harderSwitch, restsOn } from "./game_rests.js";
import { Passing, still } from "./game_weeks.js";
import { dialSaid, Money } from "./game_words.js";
import { Year } from "./game_year.js";
import WORDS_JSON from "./words.json";

const SEEDS = 2 ** 32;
const NOT_KEPT = "This year could not be kept.";

export class GamePage {
  constructor(root, block, host, signal) {
    this.item = block.item;
    this.host = host;
    signal.addEventListener("abort", () => this.ending?.abort());
    this.money = new Money(this.item);
    const { texts } = this.item;
    this.words = { jobs: texts.jobs ?? ["job", "jobs"], talk: texts.talk?.[0] ?? "customers talk" };
    this.figures = {};
    this.kept = (host.restore()?.attempts ?? []).filter(({ outcome }) => outcome.valid);
    this.allOpen = this.kept.length > 0;
    this.root = root;
    const minutes = Math.max(1, Math.round(this.item.minutes));
    heading(root, `${WORDS_JSON.sections[block.section] ?? block.section} · about ${minutes} minutes`, this.item.title);
    this.track = node("div.ol-game-top");
    this.stage = node("div.ol-game-stage");
    root.append(make("div.ol-game", {}, paragraphs(this.item.prompt, "ol-prompt"), this.track, this.stage));
    this.drafted = host.restore()?.draft;
    this.broken = Year.resumed(this.item, this.drafted);
    if (this.kept.length) this.welcome(false);
    else if (this.broken) this.offer(false);
    else this.begin(this.item.seed, false);
  }

  // A view in the place of the one before it; what was under way there ends.
  show(make, live = true) {
    this.ending?.abort();
    this.ending = new AbortController();
    this.viewSignal = this.ending.signal;
    this.heading = null;
    const view = make();
    this.stage.replaceChildren(view);
    this.tellTrack();
    if (!live) return;
    this.heading?.focus({ preventScroll: true });
    this.track.scrollIntoView({ block: "start" });
  }

  title(eyebrow, words) {
    this.heading = make("h4", { tabindex: "-1", class: "ol-game-title" }, words);
    return node("div", node("p.ol-eyebrow", eyebrow), this.heading);
  }

  tellTrack() {
    const { year, item, money } = this;
    if (year?.seed === item.seed && !Object.keys(year.figures).length) this.host.at?.({ quarter: year.over ? item.quarters : year.past.length });
    const quarters = Array.from({ length: item.quarters }, (_, i) => {
      const state = !year || i > year.past.length ? "to come" : i < year.past.length ? "played" : "now";
      return node(`li.ol-game-${state.replace(" ", "-")}`, node("span.ol-unseen", `Quarter ${i + 1}: ${state}`));
    });
    const home = year?.home > 0.5 ? `, ${money.of(year.home)} taken home` : "";
    this.track.hidden = !year;
    this.track.replaceChildren(node("ol", quarters), node("p", year ? `${money.of(year.firm.cash)} in the bank${home}` : ""));
  }

  begin(seed, live = true) {
    this.broken = null;
    this.year = new Year(this.item, seed, this.figures);
    this.planned = [];
    this.decide(live);
  }

  // From a quarter on, with one dial turned; the dials of the later quarters begin where they stood.
  resume(now, dials) {
    this.planned = this.year.decisions.map((one, quarter) => (quarter === now ? { ...one, ...dials } : one));
    this.year = this.year.upTo(now);
    this.decide();
  }

  // A year that was broken off: it goes on behind the last quarter that was played to its end.
  goOn() {
    this.year = this.broken;
    this.figures = this.year.figures;
    this.planned = this.drafted.dials;
    this.broken = null;
    if (this.year.over) this.finish();
    else this.decide();
  }

  offer(live = true) {
    const again = () => this.begin(this.broken.seed);
    const actions = node("div.ol-game-actions", this.goingOn(), button("Begin this year again", again));
    this.show(() => node("div", this.title("Your year", "You have begun a year"), node("p.ol-game-story", this.brokenSaid()), actions), live);
  }

  brokenSaid() {
    const { past } = this.broken;
    return `${past.length === 1 ? "One quarter is" : `${past.length} quarters are`} played and kept: ${this.money.of(this.broken.firm.cash)} in the bank.`;
  }

  goingOn() {
    return button(this.broken.over ? "See how it ended" : `Go on with quarter ${this.broken.past.length + 1}`, () => this.goOn(), "ol-main");
  }

  newSeed() {
    return Math.floor(Math.random() * SEEDS);
  }

  decide(live = true) {
    this.show(() => new Decide(this).view, live);
  }

  play(dials, guess, most) {
    const past = this.year.play(dials, guess);
    this.host.draft?.(this.year.draft(this.planned));
    if (still()) return this.report(past, most);
    this.show(() => {
      this.passing = new Passing(this, past, () => this.report(past, most));
      return this.passing.view;
    });
    this.passing.start();
    this.passing.skip.focus({ preventScroll: true });
  }

  report(past, most) {
    this.show(() => reportOf(this, past, most));
  }

  async finish() {
    const said = await this.keep();
    this.show(() => endOf(this, said));
  }

  // Every year that was played to its end is an attempt; the first one stays the first.
  async keep() {
    if (this.host.closed || this.year.saved) return "";
    const response = this.year.response();
    try {
      const outcome = await this.host.submit(response);
      if (!outcome.valid) return NOT_KEPT;
      this.year.saved = true;
      this.host.draft?.(null); // it is an attempt now
      this.kept.push({ response, outcome });
      if (!outcome.held) document.dispatchEvent(new CustomEvent("ol:attempt", { detail: { id: this.item.id, response, outcome } }));
      this.rests = outcome.feedback?.at(-1) ?? "";
      return outcome.unkept ?? (this.kept.length === 1 ? "Your first year is kept." : `Year ${this.kept.length} is kept, beside your first.`);
    } catch (problem) {
      return `${NOT_KEPT} ${problem.message}`;
    }
  }

  // The years that were played, and what to play next.
  welcome(live = true) {
    this.year = null;
    this.show(() => node("div", this.title("Your years", `${this.kept.length === 1 ? "One year" : `${this.kept.length} years`} played`), this.yearsTable(), this.firstYear(), restsOn(this), harderSwitch(this),
      this.broken ? node("p.ol-game-story", `You have begun another year. ${this.brokenSaid()}`) : "",
      node("div.ol-game-actions", this.broken ? this.goingOn() : "", button("A new year", () => this.begin(this.newSeed()), this.broken ? "" : "ol-main"), button("My first year again", () => this.begin(this.kept[0].response.seed)))), live);
  }

  yearsTable() {
    const best = Math.max(...this.kept.map(({ outcome }) => outcome.points ?? -Infinity));
    const rows = this.kept.map(({ outcome, response }, i) => {
      const { points } = outcome;
      const lost = points != null && points <= -this.item.givens.ruin;
      const score = points == null ? "kept" : lost ? "lost" : this.money.of(points);
      const same = i > 0 && this.kept.slice(0, i).some((one) => one.response.seed === response.seed);
      const notes = [same && "same luck again", response.figures && "other figures", this.kept.length > 1 && points === best && !lost && "best"].filter(Boolean);
      return [i ? `Year ${i + 1}` : "First year", score, notes.join(", ")];
    });
    return tableOf("The years you have played", ["", "Score", "Note"], rows);
  }

  firstYear() {
    const { dials } = this.kept[0].response;
    const columns = ["", ...dials.map((_, i) => `Quarter ${i + 1}`)];
    const rows = this.item.dials.map((dial) => [dial.text, ...dials.map((one) => dialSaid(dial, one[dial.id]))]);
    return node("details", node("summary", "What you decided in your first year"), tableOf("Your first year", columns, rows, "ol-table", true));
  }
}
