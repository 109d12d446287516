"""Recall on evidence and limits: what lasts, what a mandate does, which figure tells, and where not to hand over."""

from __future__ import annotations

from outsourcing_lessons.course.case import Case, capital
from outsourcing_lessons.course.lesson import item
from outsourcing_lessons.course.managing_not_replacing.story import first_name, twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Option, SingleChoice


@item("managing-not-replacing.recall-decay", "recall", "know-limits", 1, ("bloom-2020",))
def decay(case: Case, draw: Draw) -> SingleChoice:
    """What was left after eight to nine years."""
    options = (
        Option(id="half", text="About half of them had been dropped"),
        Option(
            id="all-kept", text="Nearly all were still in use, since they had paid",
            feedback="They had paid, and that was not enough. Practices need somebody who keeps them up.",
        ),
        Option(
            id="all-gone", text="Nearly all had been dropped",
            feedback="It was not as bad as that: a gap of 19.7 percentage points to the other plants remained.",
        ),
        Option(
            id="spread", text="All were kept, and the other plants had copied them",
            feedback="They were not all kept, and a gap to the other plants of 19.7 percentage points remained.",
        ),
    )
    return SingleChoice(
        id="managing-not-replacing.recall-decay",
        title="Eight years later",
        prompt="Consultants had brought new management practices into Indian textile plants. Eight to nine years later, what had become "
        "of the practices?",
        options=draw.shuffled(options),
        key="half",
        praise="Managers who left, and directors without time, were the reasons given (Bloom and co-authors, 2020). What you install "
        "needs an owner, and a second one.",
    )


@item("managing-not-replacing.recall-mandate", "recall", "know-limits", 1, ("urbach-2014",))
def mandate(case: Case, draw: Draw) -> SingleChoice:
    """What making a checklist compulsory did."""
    options = (
        Option(id="hardly", text="From 3.86 % to 3.82 %: no difference that could be told from chance"),
        Option(
            id="trial", text="From 19.9 % to 11.5 %",
            feedback="That was a trial in which the start was drawn by lot and the list was brought in as a project.",
        ),
        Option(
            id="before-after", text="From 11.0 % to 7.0 %",
            feedback="That was the first study, in eight hospitals, before and after.",
        ),
        Option(
            id="worse", text="Upwards, because a list takes time away from patients",
            feedback="It did not rise. It hardly moved.",
        ),
    )
    return SingleChoice(
        id="managing-not-replacing.recall-mandate",
        title="By order",
        prompt="A surgical checklist was made compulsory in 101 hospitals in Ontario. How did the share of operations with complications change?",
        options=draw.shuffled(options),
        key="hardly",
        praise="Having the list and using it are two things (Urbach, 2014). In your business too: look at whether the page is followed, "
        "not at whether it hangs there.",
    )


@item("managing-not-replacing.recall-gamed", "recall", "hand-over", 1)
def gamed(case: Case, draw: Draw) -> SingleChoice:
    """The measure that would have shown it."""
    twist, helper = twist_of(case), first_name(case.trade.freelancer)
    options = (
        Option(id="again", text=f"{capital(twist.asker)}s who come back about the same thing"),
        Option(
            id="per-hour", text=f"{capital(twist.matters)} closed in each hour of the day",
            feedback="The same measure on a shorter ruler. It rises with hasty answers too.",
        ),
        Option(
            id="fastest", text="The time that the fastest answer took",
            feedback="One quick answer a day would do. It says nothing about the others.",
        ),
        Option(
            id="own-report", text=f"{helper}'s own report on how well it is going",
            feedback="It is in the hands of the person it is about.",
        ),
    )
    return SingleChoice(
        id="managing-not-replacing.recall-gamed",
        title="A number that is too good",
        prompt=f"The count of {twist.matters} closed in a day has doubled, and you are not sure that they were dealt with. Which second figure would show it?",
        options=draw.shuffled(options),
        key="again",
        praise="Hasty work pleases the count and comes back in the repeat rate. Set a measure of speed against one of quality.",
    )


@item("managing-not-replacing.recall-not-here", "recall", "know-limits", 1)
def not_here(case: Case, draw: Draw) -> SingleChoice:
    """Where not to hand over."""
    options = (
        Option(id="novel", text="Work that is new to everybody and will not come again"),
        Option(
            id="frequent", text="A question that comes ten times a day and has one answer nearly every time",
            feedback="This is the best case for it there is: it repeats, and you know the answer.",
        ),
        Option(
            id="limit", text="A decision that costs little and can be put right the next day",
            feedback="Cheap and mendable is what you can let go first, with a limit and a look at some cases.",
        ),
        Option(
            id="busy", text="A decision for which people wait hours, since you are hardly ever free",
            feedback="There the waiting is dearest, so handing over brings most.",
        ),
    )
    return SingleChoice(
        id="managing-not-replacing.recall-not-here",
        title="Not this one",
        prompt="For which of these would writing a procedure and handing it over be a mistake?",
        options=draw.shuffled(options),
        key="novel",
        praise="There is nothing to write down yet. The same goes where you have time to spare, where upkeep eats the saving, and where "
        "nobody will look.",
    )


ITEMS = (decay, mandate, gamed, not_here)
