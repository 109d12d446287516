"""The game: quarters are played one after another, and the year is added up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.arguments import one_whole_number, whole_numbers
from outsourcing_lessons.models.business.arrays import Flags, Floats, Luck, Whole
from outsourcing_lessons.models.business.books import book, mistakes_of
from outsourcing_lessons.models.business.dials import Dials
from outsourcing_lessons.models.business.figures import Business
from outsourcing_lessons.models.business.luck import DECK, luck
from outsourcing_lessons.models.business.news import CALM, CARDS, deal
from outsourcing_lessons.models.business.quarter_news import told_of
from outsourcing_lessons.models.business.state import Report, State
from outsourcing_lessons.models.business.team import team_of
from outsourcing_lessons.models.business.tools import tools_of
from outsourcing_lessons.models.business.weeks import QUARTERS, WEEKS
from outsourcing_lessons.models.business.work import jobs_of

Decisions: TypeAlias = Dials | Sequence[Dials] | Callable[[State], Dials]
MOST_RUNS = 2**20


@dataclass(frozen=True)
class Year:
    """What came of the year: arrays with one figure for each run."""

    score: Floats  # money and what customers are worth, less own hours, overtime dearer; in the owner's hours
    ruined: Flags  # whether the firm is lost; then the score is the least there is
    cash: Floats  # in the bank at the end
    hours: Floats  # own hours a week
    quality: Floats  # share of jobs without a mistake that reached a customer
    cards: Whole  # the news, of shape (3, runs)
    quarters: list[Report]  # the reports


def quarter(state: State, dials: Dials) -> Report:
    """Play thirteen weeks in place and return what they brought.

    Parameters
    ----------
    state : State
        Where the firms stand; changed.
    dials : Dials
        One setting, or one for each run.

    Returns
    -------
    dict
        ``asked``, ``done``, ``lost`` (jobs), ``mistakes`` that reached a customer, ``hours`` of the owner beside work
        that is never handed over, ``money`` earned, ``cash``, ``home`` (taken home), ``alive``, ``customers``,
        ``backlog``: one figure for each run; ``path``, the account at the end of each week.
    """
    if state.quarter >= QUARTERS:
        raise ArgumentError("quarter", state.quarter + 1, f"a quarter from 1 to {QUARTERS}")
    drawn = luck(state.seed, state.runs, state.quarter * WEEKS, WEEKS)
    told = told_of(state, dials)
    team = team_of(state, dials, drawn[:, 4:], told)
    tools = tools_of(state, dials, drawn[:, 2], told)
    jobs = jobs_of(state, dials, drawn, told, team, tools)
    report = book(state, dials, told, team, jobs, mistakes_of(state, drawn, told, team, tools, jobs))
    if state.against and state.quarter < QUARTERS:
        state.cards = _with_the_worst(state, dials)
    return report


def play(
    business: Business, decisions: Decisions, seed: int | ArrayLike = 1, runs: int | ArrayLike = 1000,
    cards: ArrayLike | None = None,
) -> Year:  # fmt: skip
    """Play the year.

    Parameters
    ----------
    business : Business
    decisions : Dials, four of them, or a function
        One setting for the year, one a quarter, or what to ask each quarter with the state.
    seed : int or array of int
        In [0, 2**32); one, or one for each run.
    runs : int or array of int
        How many, up to 2**20, or their numbers.
    cards : array of int, optional
        The news, of shape (3,) or (3, runs), as numbers of `CARDS`; -1 is a quarter without.

    Examples
    --------
    >>> shop = Business(jobs=10, hours=6, price=7.6, rate=0.4, company_price=3.8, error_cost=14, stake=3.4)
    >>> nothing, lessons = Dials(), Dials(people=2, care=0.6, company=0.2, limit=3, build=2, watch=1.5)
    >>> bool(play(shop, lessons).score.mean() > play(shop, nothing).score.mean())
    True
    """
    numbered = _runs(runs)
    seeds = _seeds(seed, len(numbered))
    dealt = None if cards is None else _cards(cards, len(numbered))
    state = State(business, seeds, numbered, dealt)
    if not callable(decisions) and not isinstance(decisions, Dials) and len(decisions) != QUARTERS:
        raise ArgumentError("decisions", len(decisions), f"one setting, or {QUARTERS} of them")
    for now in range(QUARTERS):
        quarter(state, _decided(decisions, state, now))
    return finish(state)


def finish(state: State) -> Year:
    """Add up a year that has been played."""
    b = state.business
    total = {name: sum((one[name] for one in state.reports), np.zeros(1)) for name in ("done", "mistakes", "hours")}
    return Year(
        score=_worth(state), ruined=state.alive == 0, cash=state.cash,
        hours=b.own + total["hours"] / WEEKS / QUARTERS,
        quality=1 - np.minimum(total["mistakes"] / np.maximum(total["done"], 1e-9), 1),
        cards=state.cards, quarters=state.reports,
    )  # fmt: skip


def _worth(state: State) -> Floats:
    """Return what firms have earned, less every own hour, and what their customers are worth; the least if lost."""
    b = state.business
    earned = np.maximum(state.left + b.goodwill * (state.customers - 1), 1 - b.ruin)
    return np.where(state.alive > 0, earned, -b.ruin)


def _with_the_worst(state: State, dials: Dials) -> Whole:
    """Return the cards with that of the coming quarter: of three, the one that hurts the dials most as they stand.

    What a card costs is what the quarter would leave, with the luck that it will have. No card comes twice.
    """
    now, before = state.quarter - 1, state.cards[: state.quarter - 1]
    each, left = deal(state.seed, state.runs, DECK + 1 + state.quarter), []
    for card in each:
        tried = state.copied()
        tried.cards = np.concatenate([before, card[None], state.cards[now + 1 :]])
        quarter(tried, dials)
        left.append(np.where((before == card).any(axis=0), np.inf, _worth(tried)))
    worst = np.take_along_axis(each, np.argmin(left, axis=0)[None], axis=0)
    return np.concatenate([before, worst, state.cards[now + 1 :]])


def ahead(state: State, run: int, dials: Dials, runs: int = 1000, seed: int = 0) -> Report:
    """Return one firm's coming quarter many times over, each with its own luck; the state stays as it is."""
    return quarter(state.alone(run, runs, seed), dials)


def _decided(decisions: Decisions, state: State, now: int) -> Dials:
    if isinstance(decisions, Dials):
        return decisions
    return decisions(state) if callable(decisions) else decisions[now]


def _runs(runs: int | ArrayLike) -> Luck:
    if np.ndim(runs):
        return np.asarray(runs, np.uint32)
    return np.arange(one_whole_number("runs", runs, 1, MOST_RUNS), dtype=np.uint32)


def _seeds(seed: int | ArrayLike, runs: int) -> int | Whole:
    seeds = whole_numbers("seed", seed, 0, 2**32 - 1)
    if seeds.shape not in ((), (runs,)):
        raise ArgumentError("seed", seeds.shape, f"one seed, or one for each of the {runs} runs")
    return seeds if seeds.ndim else int(seeds)


def _cards(cards: ArrayLike, runs: int) -> Whole:
    dealt = whole_numbers("cards", cards, CALM, len(CARDS) - 1)
    if dealt.shape not in ((QUARTERS - 1,), (QUARTERS - 1, runs)):
        raise ArgumentError("cards", dealt.shape, f"{QUARTERS - 1} cards, or as many for each of the {runs} runs")
    return np.broadcast_to(dealt.reshape(QUARTERS - 1, -1), (QUARTERS - 1, runs))
