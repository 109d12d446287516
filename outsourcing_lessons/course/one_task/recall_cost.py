"""Recall on the full cost: why the cheap hour loses, and the four costs that no invoice shows."""

from __future__ import annotations

from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

WHAT_DECIDES = (
    Situation(
        prompt="In the first explorer the newcomer's hour was cheaper, and yet the newcomers cost more in the end. Why?",
        key="own-time",
        right="The owner's own hours for each newcomer, and learning that starts anew",
        wrong=(
            (
                "rate",
                "The regular's lower price per hour",
                "The regular asked for more an hour, not less, and was still cheaper in the end.",
            ),
            (
                "errors",
                "Newcomers make more mistakes, and each of them has to be paid for",
                "They may, at times. But the sum was made without counting a single mistake.",
            ),
            (
                "loyalty",
                "A regular gives a discount in time",
                "No discount came into it. The price stayed; the hours went down.",
            ),
            (
                "slower",
                "Each newcomer is slower than the one before, since the good ones are taken first",
                "All newcomers took as long as the first. That is the trouble: the tenth was no quicker either.",
            ),
        ),
        praise="Both are paid again with every stranger: your hours to find and brief them, and their slow first job.",
    ),
    Situation(
        prompt="Two offers for {jobs}, and both do the work equally well. An owner multiplies hours by price for the first job; the newcomer is "
        "cheaper. What has to come into the sum before it can decide a whole year?",
        key="both-hours",
        right="Her own hours with each newcomer, and the hours a regular saves later",
        wrong=(
            (
                "nothing",
                "Nothing: over a year the first job is multiplied by the number of jobs, on both sides",
                "That keeps the regular for ever at the speed of the first job, and makes the owner's evenings free.",
            ),
            (
                "errors",
                "A sum for mistakes, of which newcomers make more",
                "In this question both work equally well. The newcomers lose even so, by the hours.",
            ),
            (
                "discount",
                "The discount that a regular will grant for so many jobs",
                "There may be none, and none is needed. What falls is the number of hours, and not their price.",
            ),
            (
                "tax",
                "What the two pay in tax and insurance",
                "That is in the price which each of them asks. What is missing is on neither of the two invoices.",
            ),
        ),
        praise="The first job shows both at the same speed and leaves out the owner's time. Over a year neither is true.",
    ),
    Situation(
        prompt="Now the other way round: for which work does the newcomer's cheaper hour win, even over a whole year?",
        key="explains-itself",
        right="Work that explains itself and goes no faster the tenth time",
        wrong=(
            (
                "long-briefing",
                "Work with a briefing of two hours, given to each newcomer again",
                "Those two hours are yours, and they are paid once more with every name.",
            ),
            (
                "steep",
                "Work in which the fourth job takes half as long as the first",
                "Half the hours at the fourth job: only somebody who stays ever gets there.",
            ),
            (
                "house-rules",
                "Weekly work by house rules that no stranger could know",
                "Each stranger has to be told them, every week. This is where a regular wins soonest.",
            ),
            (
                "free-evenings",
                "Work that you explain in the evening, when your time costs nothing",
                "It costs what else the evening was for. An hour of yours does not get cheaper after dark.",
            ),
        ),
        praise="With nothing to learn and nothing to explain, only the price of the hour is left. Then take the cheaper one.",
    ),
    Situation(
        prompt="“I give {jobs} to whoever is cheapest that day, and they are always done well. My invoices are the lowest there are.” So they are. "
        "Where would you look for what is missing from them?",
        key="calendar",
        right="In the owner's calendar, under finding and explaining",
        wrong=(
            (
                "small-print",
                "In the small print of the invoices, for extras",
                "Extras are on the invoice, so they have been counted. Look for what was paid without one.",
            ),
            (
                "market",
                "In the price lists of other providers, for an even lower hour",
                "The invoices are the lowest already. It is not the price of an hour that makes strangers dear.",
            ),
            (
                "complaints",
                "In the complaints, for what bad work has cost",
                "The work is always done well, says the owner. Strangers cost more even so.",
            ),
            (
                "tax-return",
                "In the tax return, where the true cost of the year is added up",
                "It adds up what was invoiced. An owner's evening appears in no tax return.",
            ),
        ),
        praise="What strangers cost beside the invoice is your own time, once for each of them. It is written down in the calendar, if anywhere.",
    ),
)


@item("one-task.recall-what-decides", "recall", "full-cost", 1)
def what_decides(case: Case, draw: Draw) -> SingleChoice:
    """Why the cheap hour loses, and when it does not."""
    return draw.pick(WHAT_DECIDES).ask(
        draw, "one-task.recall-what-decides", "The cheap hour", jobs=case.trade.stream.jobs
    )


# Which cost a scene belongs to is told apart by when it arises, so each name has one explanation for all scenes.
SEARCH = (
    "search",
    "Searching and contracting",
    "That comes before: finding, comparing, agreeing on terms. This arises at another time.",
)
TRANSITION = (
    "transition",
    "Transition",
    "That is the start, once: handing the work over and explaining it until it runs.",
)
MANAGING = ("managing", "Managing", "That goes on all the while the work runs: questions, checks, dates.")
SWITCHING = (
    "switching",
    "Switching",
    "That comes with the end: taking the work to somebody else, or back to yourself.",
)
PRICE = (
    "price",
    "No hidden one: it is in the provider's price",
    "No provider charges for your hours. That is why this cost stays hidden.",
)


def _scene(told: str, right: tuple[str, str, str], praise: str) -> Situation:
    wrong = tuple(one for one in (SEARCH, TRANSITION, MANAGING, SWITCHING, PRICE) if one != right)
    return Situation(
        prompt=f"{told}\n\nWhich of the four hidden costs is that (Barthélemy, 2001)?",
        key=right[0],
        right=right[1],
        wrong=wrong,
        praise=praise,
    )


HIDDEN = (
    Situation(
        prompt="Which four costs did a survey of fifty outsourcing buyers find to be hidden?",
        key="four",
        right="Search and contracting, transition, managing, switching",
        wrong=(
            (
                "invoice",
                "Hours, materials, travel, tax",
                "Those are on the invoice. Hidden costs are the ones that never reach it.",
            ),
            (
                "quality",
                "Defects, delays, rework, complaints by customers",
                "These come from work gone wrong. The four hidden costs are there even when all goes well.",
            ),
            (
                "finance",
                "Interest, insurance, changes of currency, fees of the bank",
                "Those are costs of paying. The four have to do with finding, teaching, steering and leaving a provider.",
            ),
            (
                "providers",
                "The provider's wages, rent, equipment and training",
                "Those are the provider's, and the price covers them. The four are yours.",
            ),
        ),
        praise="In the order in which they come: before, at the start, during, and after (Barthélemy, 2001).",
    ),
    _scene(
        "Eleven profiles read, three calls, a week of messages about terms. The work has not begun.",
        SEARCH,
        "Before the first paid hour. In that survey more of it went with lower hidden costs later on.",
    ),
    _scene(
        "{freelancer} has signed. You spend two mornings showing files, telling how things are done here and correcting the first try.",
        TRANSITION,
        "It is paid at every start, which is why a new name for each job pays it again and again.",
    ),
    _scene(
        "For a year the work has run well. Each week there are a dozen messages to answer, a result to check and a date to chase.",
        MANAGING,
        "Little each week, and every week. In that survey buyers with more experience had less of it.",
    ),
    _scene(
        "The work goes to another provider. You ask for the files, change the passwords, and pay a month for both.",
        SWITCHING,
        "It comes last and is thought of last. Files and access in your own name make it small.",
    ),
    Situation(
        prompt="Fifty outsourcing buyers were asked about the costs that never reach an invoice. What went with less of them later on?",
        key="more-search",
        right="More spent on the search for a provider",
        wrong=(
            (
                "less-search",
                "A short search and an early start",
                "It was the other way round: those who spent more on the search had less of the hidden costs later.",
            ),
            (
                "large",
                "A provider who is large and well known",
                "The survey as we read it reports nothing of the kind.",
            ),
            (
                "first-time",
                "A buyer who comes to it with fresh eyes",
                "Experience lowered the cost of managing. Fresh eyes did not.",
            ),
            (
                "low-price",
                "A low price, which leaves more money for the rest",
                "The survey as we read it does not say so. A low price is seen at once; these costs are not.",
            ),
        ),
        praise="More of the first cost went with less of the later ones (Barthélemy, 2001). It is a survey: buyers told what they had done, and nobody had drawn lots.",
    ),
)


@item("one-task.recall-hidden", "recall", "full-cost", 1, ("barthelemy-2001",))
def hidden(case: Case, draw: Draw) -> SingleChoice:
    """The four hidden costs: by name, in a scene, and what makes them smaller."""
    return draw.pick(HIDDEN).ask(draw, "one-task.recall-hidden", "Hidden costs", freelancer=case.trade.freelancer)


ITEMS = (what_decides, hidden)
