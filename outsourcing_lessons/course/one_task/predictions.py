"""The bet and the prediction of lesson 01, and what is shown once they are made."""

from __future__ import annotations

from outsourcing_lessons.blocks.block import Reveal
from outsourcing_lessons.course.one_task.story_numbers import RATE, StoryNumbers, story_numbers, twist_of
from outsourcing_lessons.items.item import Bet, Option, Prediction
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.models import bench
from outsourcing_lessons.money import plain

MOST = 20  # times: nobody guesses more
NAMES = {
    "strangers": "a stranger each time",
    "regular": "one regular",
    "self": "doing it yourself",
    "machine": "a machine’s draft that you check",
}


@item("one-task.first-reply", "predict", "full-cost", 0.5)
def first_reply(case: Case, draw: SeededRandom) -> Bet:
    """Four ways to get tonight's job done, and all the others like it."""
    trade, become = case.trade, _become(case)
    regular = first_name(trade.freelancer)
    said = {
        "stranger": f"Take the stranger, at {case.money(case.rate(trade.newcomer_rate))} an hour, and another one next time",
        "regular": f"Take {regular}, at {case.money(case.rate(trade.regular_rate))} an hour, for all of them",
        "myself": "Do them yourself",
        "machine": f"Let a machine draft {twist_of(case).drafted}, check it, and do the rest yourself",
    }
    options = tuple(Option(id=name, text=text, feedback=become[name]) for name, text in said.items())
    return Bet(
        title="What would you do?",
        prompt="Choose as you would on a Tuesday evening.",
        options=options,
        praise="Your bet is down. Further on you see what becomes of it, and of the other three.",
    )


@item("one-task.year-factor", "predict", "full-cost", 1.25)
def year_factor(case: Case, draw: SeededRandom) -> Prediction:
    """How far apart are the four ways over a year?"""
    story, trade = story_numbers(case), case.trade
    return Prediction(
        title="How far apart are they?",
        prompt=f"{trade.stream.per_year} such jobs come in a year. Add up a year of each way: a stranger each time, "
        f"{first_name(trade.freelancer)}, yourself, a machine’s draft that you check. Count invoices and your own time, at "
        f"{case.money(case.hour)} an hour.\n\nHow many times as much as the cheapest way does the most expensive one cost?",
        key=round(_factor(story), 1),
        low=1,
        high=MOST,
        unit="times as much",
        decimals=1,
        hints=(
            "The prices of an hour are a quarter apart. What else differs between the four?",
            "How much of your evening does a stranger take before the first paid hour?",
        ),
        praise="Your range held it.",
        below="They are closer together than your range. Each way has its price; some of them are on no invoice.",
        above="They are further apart than your range. The price of an hour catches the eye; your own hours do not.",
    )


def reveal_year_factor(case: Case) -> Reveal:
    """The model's answer, its formula and what it takes for granted."""
    story, trade = story_numbers(case), case.trade
    stream, totals = story.stream, _totals(story)
    cheapest, costliest = (NAMES[choose(totals, key=totals.__getitem__)] for choose in (min, max))
    regular = first_name(trade.freelancer)
    turn = bench.break_even(stream, story.jobs)
    turned = f"from job {turn} on {regular} has cost less than strangers" if turn else f"{regular} never catches up"
    return Reveal(
        id="one-task.reveal-year-factor",
        prediction="one-task.year-factor",
        title="A year in four ways",
        truth=f"{plain(_factor(story), 1)} times as much",
        explanation=f"Of the four, {cheapest} costs least here, and {costliest} most.\n\n"
        f"One job by a stranger costs {case.money(story.stranger)}: {case.money(story.invoice)} on the invoice and "
        f"{hours(story.own_hours)} of your own. Doing it yourself takes {hours(story.self_hours)}, worth "
        f"{case.money(story.self_hours * case.hour)}. And {turned}.\n\n{_machine_against(story, regular)}",
        formula="A stranger: own hours × your hour + hours × price, every time. The regular: finding, explaining and the "
        "brief once; after that fewer hours at a higher price. Yourself: your hours. The draft: asking, checking, the rest, and "
        "what slips through.",
        assumptions=f"People, prices and hours are made up; the sums are not. All jobs are alike. {regular}’s hours fall along an "
        f"{round(100 * RATE)} % learning curve, are billed by the hour, and rise a little in the breaks: {plain(100 * stream.forgetting, 1)} % of "
        f"what was learned fades each week, our own assumption. {regular} costs the search and the explaining once, "
        f"{hours(stream.setup_hours)} for the written brief, and half an hour of yours for each job, as a stranger does. After "
        f"each job there is a chance of {round(100 * stream.departure)} % that {regular} leaves and a successor starts anew; in "
        f"{round(100 * stream.outage)} % of jobs he or she is not free, and waiting costs {case.money(stream.delay_cost)}. "
        f"A machine can draft {round(100 * story.draft.share)} % of the work; {round(100 * (1 - story.draft.right))} % of "
        f"drafts are wrong, you find {round(100 * story.draft.caught)} % of those in {round(story.draft.check)} minutes, and a miss costs "
        f"{case.money(story.draft.miss)}. Mistakes that people make are not counted, so people look a little better here than they are.",
    )


def reveal_first_reply(case: Case) -> Reveal:
    """What becomes of each of the four replies."""
    story, become = story_numbers(case), _become(case)
    stream, regular = story.stream, first_name(case.trade.freelancer)
    return Reveal(
        id="one-task.reveal-first-reply",
        prediction="one-task.first-reply",
        title="What became of the four replies",
        truth=f"A year of {case.trade.stream.jobs}, four times over",
        explanation="\n\n".join(become.values()),
        formula="Cost of a year = invoices + own hours × what an hour of yours is worth + what goes wrong",
        assumptions=f"An hour of yours counts as {case.money(stream.own_hour)}. If nobody would buy it, it is worth less, and the ways that "
        f"use your hours gain. {regular} bills by the hour. The machine’s fee is left out: it is small beside the checking.",
    )


def _become(case: Case) -> dict[str, str]:
    story, trade = story_numbers(case), case.trade
    totals = {name: case.about(total) for name, total in _totals(story).items()}
    jobs, own = story.jobs, story.own_hours
    regular = first_name(trade.freelancer)
    than = "less" if _totals(story)["self"] < _totals(story)["strangers"] else "more"
    return {
        "stranger": f"A stranger each time: {jobs} searches, {jobs} explanations, {hours(jobs * own)} of your own. The year "
        f"costs {totals['strangers']}, and the next one costs the same.",
        "regular": f"{regular} for all of them: {hours(round(story.regular_hours))} of your own. The first job costs more than a stranger’s, the later "
        f"ones less. The year costs {totals['regular']}. What is learned sits in one head, which may leave.",
        "myself": f"Yourself: no invoice, and {hours(jobs * story.self_hours)} of your year, worth {totals['self']}. That is {than} than "
        "strangers cost. What else those hours could earn decides whether it is cheap.",
        "machine": f"A machine’s draft: {hours(round(jobs * story.draft_hours))} of your year go into the rest, the checking and the mending. With "
        f"what slips through, it costs {totals['machine']}. How often it is right for your work, only you can measure.",
    }


def _machine_against(story: StoryNumbers, regular: str) -> str:
    """Say how often drafts would have to be right for the machine's way to cost as much as the regular."""
    even, assumed = story.draft_even, round(100 * story.draft.right)
    if even > 1:
        return f"The machine’s way would cost more than {regular} even if every draft were right: the checking and the rest take too long."
    return (
        f"The machine’s way costs as much as {regular} if {round(100 * even)} of 100 drafts are right. We assume {assumed}; "
        "count your own."
    )


def _totals(story: StoryNumbers) -> dict[str, float]:
    return {name: float(way[-1]) for name, way in story.ways._asdict().items()}


def _factor(story: StoryNumbers) -> float:
    totals = _totals(story).values()
    return max(totals) / min(totals)


ITEMS = (first_reply, year_factor)
