"""The game: a year of the learner's business, to be played in the page."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from outsourcing_lessons.course.turn_the_dials import year
from outsourcing_lessons.course.turn_the_dials.first_year import first_year
from outsourcing_lessons.course.turn_the_dials.opponents import SETTINGS, business_of
from outsourcing_lessons.course.turn_the_dials.paper import results_of, rounds_of
from outsourcing_lessons.course.turn_the_dials.rests_on import FIGURES, RESTS
from outsourcing_lessons.items.game import Dial, Game, Rival
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.fields import fill
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models.business import Business, Dials
from outsourcing_lessons.models.business.weeks import QUARTERS
from outsourcing_lessons.money import figures, plain, readable

RIVALS = {
    "start": ("Nothing changed", "One helper who asks about everything, and nobody checks."),
    "all yourself": ("All yourself", "Nobody to disappoint you, and nobody to help."),
    "article": ("The article, taken at its word", "Three people, most things decided without you, much automated, half an hour of checking."),
    "let go": ("Let go", "Everybody may decide anything, and nobody checks."),
    "lessons": ("The lessons, never adjusted", "Two people chosen with care, a limit, a small contract, regular checks: the same all year."),
}  # fmt: skip
DECIDING = (  # the page knows how these play, from opponents.js
    Rival(
        id="answering-the-news",
        text="The lessons, answering the news",
        about="Begins as the lessons say, and turns a dial whenever something happens.",
    ),
    Rival(
        id="the-account",
        text="The bank account",
        about="Does whatever brings in most cash by the end of the quarter, so it lets everybody go in the last one.",
    ),
)
MISTAKES = (
    "What you did about the four mistakes",
    "Everything in one head",
    "Whoever answers first",
    "A company for everything, or for nothing",
    "Everything across one desk",
)
ABOUT = {
    "people": "The same people, job after job.",
    "care": "How you choose the next person.",
    "limit": "How big a question they may decide without you.",
    "watch": "Time you spend checking how it goes.",
    "company": "Its share of the work. It does as much again when one of your people is missing.",
    "build": "Templates, drafts by machine, work that runs by itself.",
}


def dials_to_keep() -> tuple[Dial, ...]:
    """Return the dials in the words of a plan for the learner's own firm."""
    people: dict[float, str] = {0: "nobody yet", 1: "one person", 2: "two people", 3: "three people", 4: "four people"}
    care: dict[float, str] = {
        0: "whoever answers first",
        **{step / 10: "a talk and a reference" for step in range(1, 5)},
    }
    care |= {step / 10: "the same scored questions for all, then a paid trial" for step in range(5, 11)}
    company: dict[float, str] = {
        0: "nothing",
        **{step / 20: f"about {5 * step} % of the usual work" for step in range(1, 21)},
    }
    asked: dict[float, str] = {
        0: "none: I am asked about everything",
        **{step / 2: _alone(step / 2) for step in range(1, 13)},
    }
    return (
        _dial("people", "People", 1, 0, people),
        _dial("care", "Care in choosing", 0.1, 1, care),
        _dial("company", "To a company", 0.05, 2, company),
        _dial("limit", "What they decide alone", 0.5, 1, asked),
        _dial("build", "Hours I build", 0.25, 2, {0: "nothing for now"}, unit="hours a week to build it"),
        _dial("watch", "Hours I check", 0.25, 2, {0: "nothing for now"}, unit="hours a week to check"),
    )


def _alone(limit: float) -> str:
    return f"all but 1 question in {plain(readable(2**limit), 2)}, up to a limit"


def dials_of() -> tuple[Dial, ...]:
    """Return the six dials; two stay shut in the first quarter, since six at once are too many to begin with."""
    return (
        _dial("people", "People", 1, 0, {0: "nobody", 1: "one", 2: "two", 3: "three", 4: "four"}),
        _dial("care", "Care in choosing", 0.1, 1, {0: "whoever answers first", 1: "as much care as there is"}, percent=True),
        _dial("limit", "What they decide alone", 0.5, 1, {step / 2: _asked(step / 2) for step in range(13)}),
        _dial("watch", "Hours you check", 0.25, 2, {0: "none"}, unit="hours a week"),
        _dial("company", "To a company", 0.05, 2, {0: "nothing", 1: "all the usual work"}, percent=True, opens=2),
        _dial("build", "Hours you build", 0.25, 2, {0: "none"}, unit="hours a week", opens=2),
    )  # fmt: skip


def _dial(name: str, text: str, step: float, decimals: int, words: dict[float, str], unit: str = "", percent: bool = False, opens: int = 1) -> Dial:  # fmt: skip
    low, high = Dials.RANGES[name]
    steps = round((high - low) / step) if percent else 0
    shares = {low + step * at: f"{100 * (low + step * at):.0f} %" for at in range(steps + 1)}
    said = {figures(value, decimals): word for value, word in (shares | words).items()}
    start = float(getattr(Dials(), name))
    return Dial(id=name, text=text, low=low, high=high, step=step, start=start, unit=unit, decimals=decimals, words=said, opens=opens)  # fmt: skip


def _asked(limit: float) -> str:
    return f"1 question in {plain(readable(2**limit), 2)} comes to you" if limit else "they ask about everything"


def rivals_of() -> tuple[Rival, ...]:
    """Return who else plays the learner's year."""
    standing = (
        Rival(id=name.replace(" ", "-"), text=text, about=about, dials=_plain(SETTINGS[name]))
        for name, (text, about) in RIVALS.items()
    )
    return (*standing, *DECIDING)


def _plain(dials: Dials) -> dict[str, float]:
    return {name: float(getattr(dials, name)) for name in Dials.RANGES}


def business_fields(case: Case, business: Business) -> dict[str, float]:
    """Return what a trade may say of its business: jobs in a usual week, what one brings, rent, and the household."""
    return {
        "a_week": round(business.jobs), "worth": business.price * case.hour,
        "rent": business.fixed * case.hour, "living": business.draw * case.hour,
    }  # fmt: skip


def texts_of(case: Case, business: Business) -> dict[str, tuple[str, ...]]:
    """Return what the page tells, in the words of the trade."""
    slots = case.trade.of("turn-the-dials")
    fields = {**case.fields, **business_fields(case, business)}
    begin = fill(slots.begin, fields, f"the trade {case.trade.name}, turn-the-dials.begin")
    news = {
        card["card"].lower().replace(" ", "-"): (card["title"], card["story"], card["other_title"], card["other_story"])
        for card in slots.news
    }
    return {
        "begin": ("The first quarter", begin), "jobs": (slots.order, slots.orders), "talk": (slots.talk,),
        "helpers": tuple(slots.helpers), "rests": RESTS, "mistakes": MISTAKES, **news,
        **{f"dial-{name}": (about,) for name, about in ABOUT.items()},
        **{f"figure-{name.replace('_', '-')}": said for name, said in FIGURES.items()},
    }  # fmt: skip


@item("turn-the-dials.game", "practice", "which-dial", 8, sources=("bloom-2020",))
def game(case: Case, draw: SeededRandom) -> Game:
    """A year of the learner's business, quarter by quarter."""
    business = business_of(case)
    givens: dict[str, Any] = asdict(business)
    texts = texts_of(case, business)
    return Game(
        title="A year to survive",
        prompt=f"You run {case.trade.firm} for four quarters. Each time there is news, you turn the dials, and thirteen weeks pass. Never let the account run dry.",
        model=year.MODEL,
        quarters=QUARTERS,
        seed=first_year(business),
        dials=dials_of(),
        prefix=case.prefix,
        worth=case.hour,
        givens={name: float(value) for name, value in givens.items()},
        texts=texts,
        rivals=rivals_of(),
        rounds=rounds_of(texts, business),
        results=results_of(case, business),
        praise="Prices, shares and chances are assumptions of the course, chosen so that the decisions are hard. This is no forecast.",
    )


ITEMS = (game,)
