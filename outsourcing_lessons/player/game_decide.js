// The beginning of a quarter: the news, the dials, the guess.

import { listed } from "./amounts.js";
import { button, make, node, uid } from "./dom.js";
import { dialSaid, counting } from "./game_words.js";
import { COSTS, WeekBar } from "./game_week.js";

export class Decide {
  constructor(page) {
    this.page = page;
    this.year = page.year;
    this.dials = { ...(page.planned[this.year.past.length] ?? this.year.standing) };
    this.week = new WeekBar(this.year.firm);
    this.rows = page.item.dials.map((dial) => this.dialRow(dial));
    this.guess = null;
    this.view = this.build();
    this.tell();
  }

  build() {
    const { page, year } = this;
    const [title, story] = year.news;
    const news = node("div.ol-game-news", page.title(year.firm.quarter ? "News" : "A year begins", title), node("p.ol-game-story", story), this.peopleNow());
    const rows = node("div.ol-game-dials", this.rows.map(({ row }) => row));
    return node("div.ol-game-decide", news, node("div.ol-game-main", this.week.field, rows, this.allSix()), this.guessField());
  }

  peopleNow() {
    const { page, year: { helpers } } = this;
    const said = helpers.map(({ name, due, jobs }) =>
      due > 0 ? `${name} starts in week ${due + 1}` : jobs < 1 ? `${name} is new` : `${name} has ${counting(jobs, ...page.words.jobs)} of experience`);
    return node("p.ol-note", said.length ? `${listed(said)}.` : "Nobody works for you.");
  }

  dialRow(dial) {
    const [id, hint] = [uid(), uid()];
    const told = make("output", { for: id, class: "ol-value", "aria-live": "off" });
    const price = make("p", { id: hint, class: "ol-note" });
    const turned = () => {
      this.dials[dial.id] = Number(input.value);
      this.tell();
    };
    const { low, high, step } = dial;
    const input = make("input", { type: "range", id, class: "ol-slider", min: low, max: high, step, "aria-describedby": hint, input: turned });
    input.value = String(this.dials[dial.id]);
    const about = this.page.item.texts[`dial-${dial.id}`]?.[0];
    const row = node("div.ol-game-dial", make("label", { for: id, class: "ol-label" }, dial.text), told, input, about ? node("p.ol-small", about) : "", price);
    row.hidden = this.year.firm.quarter + 1 < dial.opens && !this.page.allOpen;
    return { dial, input, told, price, row };
  }

  allSix() {
    const shut = this.rows.filter(({ row }) => row.hidden);
    if (!shut.length) return "";
    const open = () => {
      this.page.allOpen = true;
      for (const { row } of shut) row.hidden = false;
      switching.hidden = true;
      shut[0].input.focus();
    };
    const switching = button(`All ${["", "one", "two", "three", "four", "five", "six"][this.rows.length] ?? this.rows.length}`, open, "ol-quiet");
    return node("p.ol-game-more", `${listed(shut.map(({ dial }) => dial.text))} open in the second quarter. `, switching);
  }

  guessField() {
    const { money } = this.page;
    const id = uid();
    const { cash, business } = this.year.firm;
    this.most = Math.max(cash, business.cash) + 2.5 * business.cash;
    this.told = make("output", { for: id, class: "ol-value ol-game-pencil", "aria-live": "off" }, "not guessed yet");
    const input = make("input", { type: "range", id, class: "ol-slider ol-game-guessing", min: 0, max: 200, step: 1, "aria-valuetext": "not guessed yet" });
    input.value = String(Math.round((200 * cash) / this.most));
    input.addEventListener("input", () => {
      this.guess = (Number(input.value) / 200) * this.most;
      this.told.textContent = money.of(this.guess);
      input.setAttribute("aria-valuetext", money.of(this.guess));
      this.go.disabled = false;
    });
    this.go = button("Play thirteen weeks", () => this.page.play(this.dials, this.guess, this.most), "ol-main");
    this.go.disabled = true;
    const without = button("Play without a guess", () => this.page.play(this.dials, null, this.most), "ol-quiet");
    const label = make("label", { for: id, class: "ol-label" }, "How much will be in the bank after the quarter, before you take anything home?");
    const ends = node("div.ol-game-ends", node("span", money.of(0)), node("span", money.of(this.most)));
    return node("div.ol-game-guess-field", node("div.ol-game-dial", label, this.told, input, ends), node("div.ol-game-actions", this.go, without));
  }

  tell() {
    const { page, year, dials } = this;
    this.week.show(dials);
    for (const { dial, input, told, price } of this.rows) {
      told.textContent = dialSaid(dial, dials[dial.id]);
      input.setAttribute("aria-valuetext", told.textContent);
      price.textContent = COSTS[dial.id]?.(year.firm, dials, page.money, year.helpers) ?? "";
    }
  }
}
