"""The prediction of the last lesson: how fast what was agreed is forgotten when nobody looks."""

from __future__ import annotations

from outsourcing_lessons.blocks.block import Reveal
from outsourcing_lessons.course.turn_the_dials.opponents import business_of
from outsourcing_lessons.items.item import Prediction
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models.business import Business
from outsourcing_lessons.money import plain


def still_done(business: Business, years: float = 1) -> float:
    """Return the per cent of what was agreed that is still done when nobody has looked."""
    return float(100 * 0.5 ** (years / business.half_life))


@item("turn-the-dials.still-done", "predict", "let-go", 1.5, sources=("bloom-2020",))
def still_done_item(case: Case, draw: SeededRandom) -> Prediction:
    """How much is left after a year in which nobody looks?"""
    return Prediction(
        title="When nobody looks",
        prompt=f"Everybody in the {case.trade.place} has been shown how things are done, and does them that way. Then the owner turns to something else, and for a "
        "year nobody checks.\n\nHow much of what was agreed is still done at the end?",
        key=still_done(business_of(case)),
        low=0,
        high=100,
        unit="%",
        hints=("How many years until half of it is gone?",),
        praise="Your range held it, as far as the one study that followed firms for so long can tell.",
        below="More is still done than you thought. In that study habits lasted longer than most of us would bet.",
        above="A little less is still done than you thought. It fades slowly, but it fades.",
    )


def reveal_still_done(case: Case) -> Reveal:
    """Tell what is left after a year, and what follows from it."""
    business = business_of(case)
    one, two = plain(still_done(business)), plain(still_done(business, 2))
    return Reveal(
        id="turn-the-dials.reveal-still-done",
        prediction="turn-the-dials.still-done",
        title="Practice fades slowly",
        truth=f"{one} % after one year, {two} % after two",
        explanation=f"In Indian textile plants, about half of the practices that consultants had brought were gone after eight to nine years. If it goes "
        f"at an even pace, half in {plain(business.half_life, 1)} years, {one} % is left after one. So fading is not the reason to keep looking. In the game it pays because things "
        "change, people leave, and mistakes happen every week.",
        formula=f"share still done = {plain(0.5, 1)} ^ (years / half-life)",
        assumptions="One study, of firms with 270 employees on average; firms of three may forget faster. The even pace is our assumption: only the end was measured. "
        "Two of the reasons given most often: managers had left, and directors had no time.",
    )


ITEMS = (still_done_item,)
