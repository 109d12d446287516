"""Twelve jobs, one by one: each goes to a stranger, the regular, oneself or a machine, with the numbers of the lesson."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import asdict
from itertools import accumulate
from typing import Any, NamedTuple

from outsourcing_lessons.blocks.view import Goal, Move, Series, Turns, Value, View, say
from outsourcing_lessons.course.one_task.story_numbers import story_numbers, twist_of
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel
from outsourcing_lessons.lessons.moves import one_play
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.models.moves import made, share

JOBS = 12
STRANGER, REGULAR, MYSELF, MACHINE = 1, 2, 3, 4
WRONG, LEAVES, AWAY, FOUND = 0, 1, 2, 3  # what the numbers of a turn decide
HAPPENED = (
    "was_stranger", "was_first", "was_successor", "was_regular", "was_away", "was_last", "was_myself", "was_right",
    "was_found", "was_missed",
)  # fmt: skip
Givens = dict[str, Any]
Chance = Callable[[int], float]


class Regular(NamedTuple):
    """What the regular remembers of the jobs so far, whether somebody is there, and how many have left."""

    known: float = 0.0
    here: bool = False
    left: int = 0

    @property
    def met(self) -> bool:
        """Whether anybody ever was there: the brief is written then."""
        return self.here or self.left > 0


class Job(NamedTuple):
    """What a job cost: own hours, the invoice, what went wrong; and what happened in it."""

    own: float
    invoice: float = 0.0
    lost: float = 0.0
    happened: tuple[str, ...] = ()


def _givens(case: Case) -> Givens:
    story = story_numbers(case)
    draft = {f"draft_{name}": value for name, value in asdict(story.draft).items()}
    return {
        **asdict(story.stream),
        **draft,
        "seed": case.profile.seed,
        "self_hours": story.self_hours,
        "joining_hours": story.stream.search_hours + story.stream.onboarding_hours,
        "job": case.trade.stream.job,
        "drafted": twist_of(case).drafted,
        "regular": first_name(case.trade.freelancer),
    }


def twelve(givens: Givens, values: dict[str, float]) -> dict[str, Any]:
    """Return what the jobs so far have cost, and what came of the last one."""
    regular, jobs = Regular(), [Job(0.0)]
    for turn, move in enumerate(made(values)[:JOBS], 1):
        regular, job = _done(givens, move, regular, _chances(givens["seed"], values["luck"], turn))
        jobs.append(job)
    own_hour, last = givens["own_hour"], jobs[-1]
    own, invoices, lost = (list(accumulate(getattr(job, name) for job in jobs)) for name in ("own", "invoice", "lost"))
    total = [own_hour * one + two + three for one, two, three in zip(own, invoices, lost, strict=True)]
    stranger = own_hour * (givens["joining_hours"] + givens["managing_hours"]) + _invoice(givens)
    alone = JOBS * givens["self_hours"]
    over, only = len(jobs) > JOBS, set(made(values)[:JOBS])
    return {
        "jobs": range(len(jobs)),
        "time": [own_hour * one for one in own],
        "total": total,
        "zero": 0.0,
        "room": JOBS * stranger,
        "own": own[-1],
        "invoices": invoices[-1],
        "lost": lost[-1],
        "mishaps": lost[-1] > 0,
        "all": total[-1],
        "own_share": 100 * own_hour * own[-1] / total[-1] if total[-1] > 0 else 0.0,
        "strangers": JOBS * stranger,
        "alone": alone * own_hour,
        "alone_hours": alone,
        "own_now": last.own,
        "invoice_now": last.invoice,
        "lost_now": last.lost,
        **{name: name in last.happened for name in HAPPENED},
        "fresh": len(jobs) == 1,
        "knows": regular.here,
        "gone": regular.met and not regular.here,
        "who": givens["regular"] if not regular.left else "The new regular" if regular.here else "A new regular",
        "next_hours": _hours(givens, regular.known),
        "thrifty": over and own[-1] < alone and total[-1] < alone * own_hour,
        "all_strangers": over and only == {STRANGER},
        "more_own": over and only == {STRANGER} and own[-1] > alone,
        "less_own": over and only == {STRANGER} and own[-1] <= alone,
    }


def _chances(seed: int, luck: float, turn: int) -> Chance:
    return lambda which: share(seed, luck, turn, which)


def _done(givens: Givens, move: int, regular: Regular, chance: Chance) -> tuple[Regular, Job]:
    """Return what the regular knows when the next job comes, and what this one cost."""
    kept = math.exp(-givens["forgetting"] * givens["weeks_between"])
    if move == REGULAR:
        leaves, job = chance(LEAVES) < givens["departure"], _by_regular(givens, regular, chance)
        known = 0.0 if leaves else (regular.known + 1) * kept
        return Regular(known, not leaves, regular.left + leaves), job
    job = {STRANGER: _by_stranger, MYSELF: _by_oneself}.get(move, _by_machine)(givens, chance)
    return regular._replace(known=regular.known * kept), job


def _invoice(givens: Givens) -> float:
    return float(givens["first_hours"] * givens["newcomer_price"])


def _hours(givens: Givens, known: float) -> float:
    return float(givens["first_hours"] * (known + 1) ** math.log2(givens["rate"]))


def _by_stranger(givens: Givens, chance: Chance) -> Job:
    return Job(givens["joining_hours"] + givens["managing_hours"], _invoice(givens), happened=("was_stranger",))


def _by_regular(givens: Givens, regular: Regular, chance: Chance) -> Job:
    joins = 0.0 if regular.here else givens["joining_hours"]
    brief = 0.0 if regular.met else givens["setup_hours"]
    away, leaves = chance(AWAY) < givens["outage"], chance(LEAVES) < givens["departure"]
    how = "was_regular" if regular.here else "was_successor" if regular.met else "was_first"
    return Job(
        joins + brief + givens["managing_hours"],
        _hours(givens, regular.known) * givens["regular_price"],
        givens["delay_cost"] if away else 0.0,
        (how, *(["was_away"] if away else []), *(["was_last"] if leaves else [])),
    )


def _by_oneself(givens: Givens, chance: Chance) -> Job:
    return Job(givens["self_hours"], happened=("was_myself",))


def _by_machine(givens: Givens, chance: Chance) -> Job:
    by_hand = givens["draft_share"] * givens["self_hours"]
    hours = (givens["draft_ask"] + givens["draft_check"]) / 60 + givens["self_hours"] - by_hand
    if chance(WRONG) < givens["draft_right"]:
        return Job(hours, happened=("was_right",))
    if chance(FOUND) < givens["draft_caught"]:
        return Job(hours + by_hand, happened=("was_found",))
    return Job(hours, lost=givens["draft_miss"], happened=("was_missed",))


VIEW = View(
    title="What the jobs so far have cost",
    x_label="Jobs done",
    y_label="Your own time included",
    money=True,
    series=(
        Series(name="All in all", x="jobs", y="total", role="regular"),
        Series(name="Your own time", x="jobs", y="time", role="own"),
    ),
    turns=Turns(
        each="Job",
        count=JOBS,
        room=("zero", "room"),
        meets=say(
            ("fresh", "Tonight it is {job}. "),
            ("not fresh", "The next one is due. "),
            ("knows", "{who} knows your ways by now, and would take about {next_hours:hours}."),
            ("gone", "{regular} is gone, the brief is still there. Somebody would have to begin again."),
            ("not knows, not gone", "{regular} has never worked for you."),
        ),
        on_paper=say(("fresh", "Tonight it is {job}."), ("not fresh", "The next one is due.")),
        moves=(
            Move(text="A stranger"),
            Move(text="{who}"),
            Move(text="Do it myself"),
            Move(text="A machine drafts, I check"),
        ),
        happened=say(
            (
                "was_stranger",
                "You searched, explained and answered for {own_now:hours}, and the bill was {invoice_now:about}.",
            ),
            (
                "was_first",
                "Choosing, explaining and writing the brief took you {own_now:hours}. {regular}’s bill was {invoice_now:about}.",
            ),
            (
                "was_successor",
                "You searched and explained again for {own_now:hours}. The bill was {invoice_now:about}.",
            ),
            ("was_regular", "Half an hour of yours, and a bill of {invoice_now:about}."),
            ("was_away", " But nobody was free at once, and the wait cost you {lost_now:about}."),
            ("was_last", " Then a message: two weeks’ notice. All that was learned leaves too."),
            ("was_myself", "It took you {own_now:hours}. No bill came."),
            ("was_right", "The draft was right. Asking, checking and the rest took you {own_now:hours}."),
            ("was_found", "You found a mistake and did that part by hand: {own_now:hours} in all."),
            ("was_missed", "A mistake went out unseen, and cost you {lost_now:about}. You had spent {own_now:hours}."),
        ),
    ),
    sentence=say(
        ("not begun", "Twelve jobs are coming. Who does the first?"),
        ("begun, not over", "So far {invoices:about} on invoices, and {own:1} {own|hour|hours} of your own."),
        ("over", "{invoices:about} on invoices, {own:1} hours of your own"),
        ("over, mishaps", ", {lost:about} for what went wrong"),
        (
            "over",
            ": {all:about} in all, {own_share:0} % of it your time. Twelve strangers would have cost {strangers:about}. Doing all twelve yourself, {alone:about}.",
        ),
    ),
    readouts=(
        Value(label="On invoices", value=say("{invoices:about}")),
        Value(label="Your own hours", value=say("{own:1}")),
        Value(label="What went wrong", value=say("{lost:about}")),
        Value(label="All in all", value=say("{all:about}")),
    ),
    goal=Goal(
        ask="1 of 2. Get all twelve done for less money than doing them yourself, and with fewer hours of your own.",
        when="thrifty",
        said=say(
            "Found: {all:about} and {own:1} hours of yours. Done by yourself, they cost {alone:about} and {alone_hours:1} hours."
        ),
        then=Goal(
            ask="2 of 2. Whose evenings do strangers take? Give all twelve to strangers.",
            when="all_strangers",
            said=say(
                (
                    "more_own",
                    "Twelve strangers took {own:1} of your hours. The work itself would have taken you {alone_hours:1}.",
                ),
                (
                    "less_own",
                    "Twelve strangers took {own:1} of your hours; the work itself would have taken {alone_hours:1}.",
                ),
            ),
        ),
    ),
)
TWELVE = ExplorerTemplate(
    id="one-task.twelve",
    title="Twelve jobs, one by one",
    question="An hour of yours counts as {own_hour:about}. A stranger charges {newcomer_price:about} an hour, {regular} {regular_price:about}.",
    scenarios=one_play(
        STRANGER, REGULAR, REGULAR, REGULAR, MACHINE, REGULAR, REGULAR, MYSELF, REGULAR, REGULAR, MACHINE, REGULAR
    ),
    page=PageModel(twelve, VIEW, _givens),
)
