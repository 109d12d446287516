"""Practice on the simulator: what one dial does alone, what two do together, and what a spread is for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from outsourcing_lessons.course.turn_the_dials.predictions import UNWATCHED
from outsourcing_lessons.course.turn_the_dials.setting import BASELINE, LESSONS, hours_a_week, left_over
from outsourcing_lessons.items.item import Check, Exhibit, Number, Option, ShortText, SingleChoice, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models.business import Dials
from outsourcing_lessons.money import readable

BENCH, CARE = replace(BASELINE, bench_size=2), replace(BASELINE, vetting=0.7)


def _middle(case: Case, dials: Dials = BASELINE, figures: int = 3) -> float:
    """Return what is left over in the middle year at a setting of the dials, rounded as it is shown."""
    return readable(float(np.median(left_over(case, dials))), figures)


def _signed(case: Case, amount: float) -> str:
    return ("+" if amount > 0 else "") + case.money(amount)


@item("turn-the-dials.care-alone", "practice", "which-dial", 1)
def care_alone(case: Case, draw: SeededRandom) -> SingleChoice:
    """Why choosing with care can cost more than it brings."""
    loss = _middle(case, CARE) - _middle(case)
    options = (
        Option(id="every-stranger", text="The care is paid again for every stranger, and lasts for one job"),
        Option(
            id="care-useless",
            text="Choosing with care does not find better people",
            feedback="It does, a little: the share of jobs without a mistake went up. With strangers what it found is gone after one job.",
        ),
        Option(
            id="good-dear",
            text="Better people charge more an hour",
            feedback="Not in this model: the price of an hour is the same. The cost is in the owner's own hours.",
        ),
        Option(
            id="bad-luck",
            text="It happened to fall on unlucky years",
            feedback="The luck was the same in all settings, year by year. That is what makes them comparable.",
        ),
    )
    return SingleChoice(
        title="Care that costs",
        prompt=f"From the start you turned one dial only: more care in choosing people. In the middle year that changed what is left over by "
        f"{_signed(case, loss)}. Why?",
        options=draw.shuffled(options),
        key="every-stranger",
        hints=("How many people are chosen in a year when every job goes to somebody new?",),
        praise="Care is an investment in a person. With strangers it is written off after each job; with a bench it pays for as long as they "
        "stay.",
    )


@item("turn-the-dials.together", "practice", "which-dial", 2)
def together(case: Case, draw: SeededRandom) -> Number:
    """What a dial adds once another one is turned."""
    start, bench, care = _middle(case, figures=4), _middle(case, BENCH, 4), _middle(case, CARE, 4)
    both = _middle(case, replace(BENCH, vetting=0.7), 4)
    key = both - bench
    return Number(
        title="Two dials together",
        prompt="Here is the middle year at four settings, one figure more exact than on the page before. What did care in choosing add, once "
        "there was a bench of two?",
        exhibit=Exhibit(
            caption="What is left over in the middle year",
            columns=("Turned", "Left over"),
            rows=(
                ("Nothing: the start", case.money(start)),
                ("Only a bench of two", case.money(bench)),
                ("Only care in choosing", case.money(care)),
                ("Both", case.money(both)),
            ),
        ),
        key=key,
        tolerance=0.02 * abs(key),
        low=-1e12,
        high=1e12,
        prefix=case.prefix,
        hints=("Compare two settings that differ in nothing but the care.",),
        praise=f"{case.money(both)} less {case.money(bench)}. Alone, the same care changed things by {_signed(case, care - start)}. What a dial is "
        "worth depends on where the others stand, so no list of dials in order of worth is right for everybody.",
        traps=apart(
            Trap(
                id="alone",
                value=care - start,
                tolerance=0.01 * abs(care - start),
                feedback="That is what care did alone, with strangers. The question is what it added where there was a bench already.",
            ),
            Trap(
                id="both",
                value=both - start,
                tolerance=0.005 * abs(both - start),
                feedback="That is what the bench and the care brought together. The bench alone had brought most of it; the question is what "
                "came on top.",
            ),
        ),
        otherwise="Take the line with only the bench from the line with both.",
    )


@item("turn-the-dials.survive", "practice", "read-spread", 1)
def survive(case: Case, draw: SeededRandom) -> SingleChoice:
    """The middle is not the whole of it."""
    settings = {"watched": LESSONS, "unwatched": UNWATCHED, "start": BASELINE}
    names = {
        "watched": "Hand over most, and watch",
        "unwatched": "Hand over all, watch nothing",
        "start": "Everything through you",
    }
    rows = tuple(
        (
            names[i],
            case.about(float(np.median(left_over(case, dials)))),
            case.about(float(np.percentile(left_over(case, dials), 10))),
            hours(round(hours_a_week(case, dials))),
        )
        for i, dials in settings.items()
    )
    return SingleChoice(
        title="The year you must survive",
        prompt="You have a loan to serve. One bad year is enough to lose the business. Which setting, and which figure "
        "tells you?",
        exhibit=Exhibit(
            caption="A thousand years each",
            columns=("Setting", "Middle year", "One year in ten is below", "Your week"),
            rows=rows,
        ),
        options=draw.shuffled(
            (
                Option(id="watched", text="Hand over most, and watch: its bad years are the mildest"),
                Option(
                    id="unwatched",
                    text="Hand over all, watch nothing: its week is the shortest",
                    feedback="The hours are tempting. But read the column of bad years: that is the one a loan looks at.",
                ),
                Option(
                    id="start",
                    text="Everything through you: you notice every mistake yourself",
                    feedback="You do notice more. You also run out of hours, and the jobs that wait are lost. Its bad years are the worst here.",
                ),
                Option(
                    id="middle",
                    text="Any of them: the middle years decide in the long run",
                    feedback="In the long run, yes, for somebody who is sure to be there. A year that ends the business has no long run.",
                ),
            )
        ),
        key="watched",
        hints=("Which column speaks of bad years?",),
        praise="The middle tells what to expect, the tail tells what to fear. A plan needs both.",
    )


def _most(case: Case) -> str:
    """Name the dial that lifts the middle year most when it is the only one turned."""
    alone = {
        "The bench": BENCH,
        "The company": replace(BASELINE, companies=1.0),
        "Handing over decisions": replace(BASELINE, delegation=4),
        "Automating": replace(BASELINE, automation_hours=30),
    }
    return max(alone, key=lambda name: _middle(case, alone[name], 6))


@item("turn-the-dials.which-dial", "practice", "which-dial", 3.5)
def which_dial(case: Case, draw: SeededRandom) -> ShortText:
    """Explain the difference in one's own words."""
    return ShortText(
        title="Which dial was it?",
        prompt="Take a setting that beats the start. Explain to somebody who was not there which dial did most of it, and how you know.",
        least_words=20,
        checklist=(
            Check(
                id="one-at-a-time",
                text="It says what that dial did alone, all others left as they were",
                feedback="Turn the one dial from the start and leave the rest. Otherwise you cannot tell whose effect it was.",
            ),
            Check(
                id="together",
                text="It names a dial that does more, or less, in company",
                feedback="Look for a pair: care in choosing with and without a bench is one.",
            ),
            Check(
                id="spread",
                text="It speaks of bad years too, not only of the middle",
                feedback="Say what happened to the year in ten. A setting can lift the middle and let the bottom fall.",
            ),
            Check(
                id="model",
                text="It says that this is a model, and which assumption you trust least",
                feedback="Name the assumption you trust least. That is the dial you would check in your own business first.",
            ),
        ),
        hints=("Use the settings one by one, then two by two.",),
        praise="That is how to argue from a model: one change at a time, pairs, the bad years, and the weakest assumption.",
        answer=f"“{_most(case)} did most: alone it lifted the middle year more than any other dial, since strangers cost hours and learn nothing. "
        "Care in choosing did harm alone and some good with the bench. The year in ten rose as well. I trust the figure for departures least; ours leave "
        "more often.”",
    )


ITEMS = (care_alone, together, survive, which_dial)
