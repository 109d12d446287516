"""Recall: short items, answered from memory, which also come back later."""

from __future__ import annotations

from outsourcing_lessons.course.case import Case, capital, hours
from outsourcing_lessons.course.lesson import item
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import MultipleChoice, Number, Option, SingleChoice, Trap, apart
from outsourcing_lessons.models import bench
from outsourcing_lessons.money import plain


@item("one-task.recall-doubling", "recall", "full-cost", 1.5)
def doubling(case: Case, draw: Draw) -> Number:
    """One doubling, two doublings."""
    first, percent = draw.pick((5, 10, 20)), draw.pick((70, 80, 90))
    rate = percent / 100
    key = first * rate**2
    return Number(
        id="one-task.recall-doubling",
        title="Two doublings",
        prompt=f"First job: {hours(first)}. {percent} % learning curve. How long does the fourth job take?",
        key=key,
        tolerance=0.01 * first,
        low=0,
        high=1000,
        unit="hours",
        decimals=2,
        hints=("From 1 to 4 the number of jobs doubles twice.",),
        praise=f"{first} × {plain(rate, 1)} × {plain(rate, 1)} = {plain(key, 2)} hours.",
        traps=apart(
            Trap(
                id="once", value=first * rate, tolerance=0.005 * first,
                feedback="That is the second job. The fourth is one more doubling away.",
            ),
            Trap(
                id="every-job", value=first * rate**3, tolerance=0.005 * first,
                feedback="You took the saving three times, once for each further job. It comes with each doubling: 1 to 2, 2 to 4.",
            ),
        ),
        otherwise=f"Multiply by {plain(rate, 1)} once for each doubling from 1 to 4.",
    )


@item("one-task.recall-available", "recall", "small-bench", 1.5)
def available(case: Case, draw: Draw) -> Number:
    """Two people, each sometimes away."""
    percent = draw.pick((5, 10, 20))
    away = percent / 100
    key = 100 * float(bench.available(away, 2))
    return Number(
        id="one-task.recall-available",
        title="Somebody is there",
        prompt=f"Your main provider and your backup are each unavailable {percent} % of the time, independently. On what share of "
        "days is at least one of them there?",
        key=round(key, 2),
        tolerance=0.05,
        low=0,
        high=100,
        unit="%",
        decimals=2,
        hints=("How often are both away at once?", f"Both away: {plain(away, 2)} × {plain(away, 2)}."),
        praise=f"Both are away {plain(100 * away**2, 2)} % of the time, so somebody is there on {plain(key, 2)} % of days. The sum "
        "holds only if they are away for different reasons: not the same agency, town or holiday.",
        traps=apart(
            Trap(
                id="one-only", value=100 - percent, tolerance=0.02,
                feedback="That is one of them alone. The second fills most of the gaps the first one leaves.",
            ),
            Trap(
                id="added", value=100 - 2 * percent, tolerance=0.02,
                feedback="You added the two absences, as though each of them hurt you. Only the days on which both are away do.",
            ),
        ),
        otherwise="Take the chance that both are away at once from 100 %.",
    )


@item("one-task.recall-what-decides", "recall", "full-cost", 1)
def what_decides(case: Case, draw: Draw) -> SingleChoice:
    """Why the cheap hour loses."""
    options = (
        Option(id="own-time", text="The owner's own hours for each newcomer, and learning that starts anew"),
        Option(
            id="rate", text="The regular's lower price an hour",
            feedback="The regular asked for more an hour, not less, and was still cheaper in the end.",
        ),
        Option(
            id="errors", text="Newcomers do worse work",
            feedback="They may, at times. But the sum was made without counting a single mistake.",
        ),
        Option(
            id="loyalty", text="A regular gives a discount in time",
            feedback="No discount came into it. The price stayed; the hours went down.",
        ),
    )
    return SingleChoice(
        id="one-task.recall-what-decides",
        title="Why the cheap hour lost",
        prompt="In the first explorer the newcomer's hour was cheaper, and yet the newcomers cost more in the end. Why?",
        options=draw.shuffled(options),
        key="own-time",
        praise="Both are paid again with every stranger: your hours to find and brief them, and their slow first job.",
    )


@item("one-task.recall-hidden", "recall", "full-cost", 1, ("barthelemy-2001",))
def hidden(case: Case, draw: Draw) -> SingleChoice:
    """The four hidden costs by name."""
    options = (
        Option(id="four", text="Search and contracting, transition, managing, switching"),
        Option(
            id="invoice", text="Hours, materials, travel, tax",
            feedback="Those are on the invoice. Hidden costs are the ones that never reach it.",
        ),
        Option(
            id="quality", text="Defects, delays, rework, complaints",
            feedback="These come from work gone wrong. The four hidden costs are there even when all goes well.",
        ),
        Option(
            id="finance", text="Interest, insurance, currency, bank fees",
            feedback="Those are costs of paying. The four have to do with finding, teaching, steering and leaving a provider.",
        ),
    )
    return SingleChoice(
        id="one-task.recall-hidden",
        title="Four hidden costs",
        prompt="Which four costs did a survey of fifty outsourcing buyers find to be hidden?",
        options=draw.shuffled(options),
        key="four",
        praise="In the order in which they come: before, at the start, during, and after (Barthélemy, 2001).",
    )


@item("one-task.recall-familiarity", "recall", "know-limits", 1, ("huckman-2013",))
def familiarity(case: Case, draw: Draw) -> SingleChoice:
    """How much familiarity went with, at one firm."""
    options = (
        Option(id="published", text="19 % fewer defects and 30 % less deviation from budget"),
        Option(
            id="none", text="No difference worth naming",
            feedback="There was a difference, and a large one, though the figure comes from a single firm.",
        ),
        Option(
            id="half", text="Half the defects and half the cost",
            feedback="That would be remarkable, and it is not what was found. Round halves are worth a second look wherever you meet them.",
        ),
        Option(
            id="worse", text="More defects, because people grew careless",
            feedback="Carelessness is a fair worry, and a study of audit teams did find shared experience to hurt. At this "
            "firm it was the other way round.",
        ),
    )
    return SingleChoice(
        id="one-task.recall-familiarity",
        title="Half as much again",
        prompt="At one large software firm, teams whose members had worked together half as much again (50 % more familiarity) had …",
        options=draw.shuffled(options),
        key="published",
        praise="Huckman and Staats (2013), from one firm, observed and not randomised. A direction you can use; not a promise "
        "for your business.",
    )


@item("one-task.recall-exit", "recall", "small-bench", 1, ("barthelemy-2003",))
def exit_plan(case: Case, draw: Draw) -> MultipleChoice:
    """What must be yours from the first day."""
    yours = (
        Option(id="files", text="The files, in a folder you own", feedback="Files on somebody else's computer leave with them."),
        Option(
            id="access", text="The accounts and passwords, in your name",
            feedback="An account in the provider's name is the provider's.",
        ),
        Option(
            id="notice", text="A period of notice with a hand-over in it",
            feedback="A hand-over that nobody agreed on is a favour, and comes when it suits.",
        ),
        Option(
            id="second", text="A second person who has done the job at least once",
            feedback="A second source is what turns an emergency into a delay.",
        ),
    )
    not_yours = (
        Option(
            id="hours", text="A say in when the provider works",
            feedback="The day they leave, it is worth nothing. Until then, it is the kind of control an employer has.",
        ),
        Option(
            id="exclusive", text="A promise to work for nobody else",
            feedback="It does not help on the day they leave, and it makes a contractor look like an employee.",
        ),
    )
    chosen = draw.some(yours, 3)
    return MultipleChoice(
        id="one-task.recall-exit",
        title="On the day they leave",
        prompt="No exit plan is one of the “seven deadly sins of outsourcing”. What should be settled on the first day, so that the "
        "last one is cheap?",
        options=draw.shuffled(chosen + not_yours),
        key=tuple(option.id for option in chosen),
        praise="All of these are cheap on the first day and dear on the last (the list of sins is Barthélemy's, 2003).",
    )


@item("one-task.recall-warm", "recall", "small-bench", 1)
def warm(case: Case, draw: Draw) -> SingleChoice:
    """Why the backup gets real jobs."""
    options = (
        Option(id="forgets", text="Because skill with your work fades when it is not used"),
        Option(
            id="fair", text="Because it is only fair to share the work",
            feedback="Fairness may be your wish. The bench needs it for another reason: a backup is no use cold.",
        ),
        Option(
            id="price", text="Because two providers compete and the price falls",
            feedback="It might. But the hours go up as the learning is diluted, and that was not why the backup got its jobs.",
        ),
        Option(
            id="law", text="Because one provider alone counts as an employee",
            feedback="How many providers you have decides nothing here. Permanence and control do.",
        ),
    )
    return SingleChoice(
        id="one-task.recall-warm",
        title="Jobs for the backup",
        prompt="Your main provider could do every job. Why does the backup get one every couple of months all the same?",
        options=draw.shuffled(options),
        key="forgets",
        praise="Yes. How fast people forget between jobs is not well established, so the “couple of months” is a guess: shorten it "
        "if the backup has to ask what they once knew.",
    )


@item("one-task.recall-record", "recall", "know-limits", 1, ("jorgensen-2014",))
def record(case: Case, draw: Draw) -> SingleChoice:
    """What most strongly went with fewer failures."""
    options = (
        Option(id="worked-before", text="You have worked together before, and their past jobs rarely failed"),
        Option(
            id="highest-bid", text="They asked the highest price",
            feedback="A strong emphasis on low price went with more risk. That does not make the highest bid the safest.",
        ),
        Option(
            id="small-country", text="They come from the same country as you",
            feedback="That was not among the strongest signs. Having worked together was.",
        ),
        Option(
            id="big-project", text="The job is large enough to be taken seriously",
            feedback="It was the other way round: the risk rose with the size of the project.",
        ),
    )
    return SingleChoice(
        id="one-task.recall-record",
        title="The best signs",
        prompt="Among 785,325 jobs on one marketplace, what went with the strongest reduction in the risk of failure?",
        options=draw.shuffled(options),
        key="worked-before",
        praise="Previous collaboration, and a low rate of failure in the provider's earlier projects (Jørgensen, 2014). What the "
        "client was like mattered almost as much.",
    )


@item("one-task.recall-one-off", "recall", "see-streams", 1)
def one_off(case: Case, draw: Draw) -> SingleChoice:
    """Find the one-off among streams."""
    once, back = draw.pick(case.trade.one_offs), draw.some(case.trade.streams, 3)
    options = (Option(id="once", text=capital(once)),) + tuple(
        Option(
            id=f"stream-{n}", text=capital(text),
            feedback="This comes back. Whoever did it last time starts ahead of everybody else next time, so keep them.",
        )
        for n, text in enumerate(back, 1)
    )
    return SingleChoice(
        id="one-task.recall-one-off",
        title="Buy once",
        prompt="For which of these would you not build a bench?",
        options=draw.shuffled(options),
        key="once",
        praise="It does not come back, so nobody gets to use what they learn. Everything else here is a stream.",
    )


ITEMS = (
    doubling, available, what_decides, hidden, familiarity, exit_plan, warm, record, one_off,
)
