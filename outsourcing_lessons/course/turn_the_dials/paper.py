"""The game on paper: at each quarter two ways to go on, and what comes of all sixteen with the learner's luck."""

from __future__ import annotations

from itertools import product

import numpy as np

from outsourcing_lessons.course.turn_the_dials.first_year import first_year
from outsourcing_lessons.items.game import Round
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.models.business import CARDS, Business, Dials, State, deal, finish, quarter
from outsourcing_lessons.models.business.weeks import QUARTERS, WEEKS

Way = tuple[str, dict[str, float]]  # what it is in words, and the dials it turns
BEGIN: tuple[Way, Way] = (
    ("Leave all as it is. You have one helper, who asks about everything.", {}),
    (
        "Look for a second person with care. Only 1 question in 8 comes to you, and you look an hour and a half a week.",
        {"people": 2, "care": 0.6, "limit": 3, "watch": 1.5},
    ),
)
WAYS: dict[str, tuple[Way, Way]] = {
    "helper leaves": (
        ("Two people, whoever answers first, and a fifth of the work to a company.", {"people": 2, "care": 0, "company": 0.2}),
        ("Two people, chosen with care, however long that takes.", {"people": 2, "care": 0.6}),
    ),
    "helper ill": (
        ("Three people from now on.", {"people": 3}),
        ("A company for a third of the work.", {"company": 0.3}),
    ),
    "demand doubles": (
        ("Four people, whoever answers first.", {"people": 4, "care": 0}),
        ("Two people, a company for two fifths of the work, and only 1 question in 16 comes to you.", {"people": 2, "company": 0.4, "limit": 4}),
    ),
    "slump": (
        ("One person, and nothing is built.", {"people": 1, "build": 0}),
        ("Two people, and you look three hours a week.", {"people": 2, "watch": 3}),
    ),
    "process changes": (
        ("You build for four hours a week.", {"build": 4}),
        ("You look for three hours a week.", {"watch": 3}),
    ),
    "cover asked": (
        ("A company for a third of the work, to stand in.", {"company": 0.35}),
        ("Three people, and no company.", {"people": 3, "company": 0}),
    ),
    "price war": (
        ("No company, and nothing is built.", {"company": 0, "build": 0}),
        ("All as it is, and you look three hours a week.", {"watch": 3}),
    ),
    "AI tool": (
        ("You build for three hours a week.", {"build": 3}),
        ("You build nothing, and look two and a half hours a week.", {"build": 0, "watch": 2.5}),
    ),
    "owner ill": (
        ("Only 1 question in 16 comes to you.", {"limit": 4}),
        ("All as it is.", {}),
    ),
}  # fmt: skip
LETTERS = "AB"
COLUMNS = ("You chose", "Before anything is taken home")


def _ways(business: Business) -> tuple[tuple[Way, Way], ...]:
    drawn = deal(first_year(business), np.zeros(1, np.uint32))[:, 0]
    return BEGIN, *(WAYS[CARDS[card]] for card in drawn)


def rounds_of(texts: dict[str, tuple[str, ...]], business: Business) -> tuple[Round, ...]:
    """Return the four quarters of the learner's first year, told in the words of the page."""
    drawn = deal(first_year(business), np.zeros(1, np.uint32))[:, 0]
    told = [texts["begin"], *(texts[CARDS[card].lower().replace(" ", "-")] for card in drawn)]
    return tuple(
        Round(
            title=title.replace("[name]", texts["helpers"][0]), story=story.replace("[name]", texts["helpers"][0]),
            choices=tuple(words for words, _ in ways),
        )
        for (title, story, *_), ways in zip(told, _ways(business), strict=True)
    )  # fmt: skip


def results_of(case: Case, business: Business) -> tuple[tuple[str, ...], ...]:
    """Return what there is after each quarter, for every way there: two, four, eight, and sixteen with their score."""
    ways = list(product(range(2), repeat=QUARTERS))
    state = State(business, first_year(business), np.zeros(len(ways), np.uint32))
    standing = [{name: float(getattr(Dials(), name)) for name in Dials.RANGES} for _ in ways]
    rows: list[tuple[str, ...]] = [COLUMNS]
    for now, choices in enumerate(_ways(business)):
        standing = [dials | choices[way[now]][1] for dials, way in zip(standing, ways, strict=True)]
        report = quarter(state, Dials(**{name: np.array([dials[name] for dials in standing]) for name in Dials.RANGES}))
        week = business.own + report["hours"] / WEEKS
        scores = finish(state).score if now == QUARTERS - 1 else None
        for at, way in enumerate(ways):
            if any(way[now + 1 :]):
                continue  # the same so far as the one that goes on with A
            letters = "".join(LETTERS[one] for one in way[: now + 1])
            bank, score = (
                (report["cash"] + report["home"])[at] * case.hour,
                None if scores is None else scores[at] * case.hour,
            )
            rows.append((letters, _said(case, bool(report["alive"][at]), bank, float(week[at]), score)))
    return tuple(rows)


def _said(case: Case, alive: bool, bank: float, week: float, score: float | None) -> str:
    if not alive:
        return "The firm is lost."
    if score is not None:
        return f"Score: {case.about(score)}"
    return f"{case.about(bank)} in the bank, {hours(round(week))} a week"
