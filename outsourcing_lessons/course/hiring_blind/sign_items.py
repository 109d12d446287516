"""Practice on signs: which of them predict good work, how to ask, and what a market does when nobody can see."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.twists import owner_of, twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Exhibit, MultipleChoice, Number, Option, Ordering, Trap, apart
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import readable

OTHERS = {  # each far enough from its neighbours to be worth ordering
    "situations": (
        0.26,
        "A written test: what would you do in these situations?",
        "0.26 in 2022. It asks about the work, as the interview with marks does, and cannot ask back.",
    ),
    "interests": (
        0.24,
        "A list of questions about what they like to do",
        "0.24 in 2022, and 0.10 in the summary of 1998. What somebody likes tells a little of what they will do well.",
    ),
}


@item("hiring-blind.order-signs", "practice", "read-signs", 2, ("sackett-2022", "schmidt-1998"))
def order_signs(case: Case, draw: Draw) -> Ordering:
    """Ways of choosing by what they tell, in the figures of 2022."""
    other = draw.pick(tuple(OTHERS))
    validity, text, why = OTHERS[other]
    options = {
        "scored": (
            0.42,
            "An interview: the same questions for all, with marks",
            "0.42 in 2022, the highest of the five. The questions are about the work, and the marks are fixed before anybody answers.",
        ),
        other: (validity, text, why),
        "sample": (
            0.33,
            "A sample of the work, done for you",
            "0.33 in 2022. In the summary of 1998 it led with 0.54. Which corrections are right is disputed.",
        ),
        "talk": (
            0.19,
            "An interview: a free conversation",
            "0.19 in 2022. Everybody gets other questions, so what is compared is how the talks went.",
        ),
        "years": (
            0.07,
            "Years of experience",
            "0.07 in 2022, and 0.18 in 1998. In both it is near drawing lots, which is 0.",
        ),
    }
    order = sorted(options, key=lambda i: -options[i][0])
    return Ordering(
        id="hiring-blind.order-signs",
        title="What tells most?",
        prompt=f"Five ways to choose {twist_of(case).role}. Order them by how well they went together with later work in a large "
        "summary of studies (2022), the most telling first.",
        options=draw.shuffled([Option(id=i, text=options[i][1], feedback=options[i][2]) for i in order]),
        key=tuple(order),
        first="tells most",
        last="tells least",
        hints=(
            "Two of them are interviews. They do not stand side by side.",
            "The usual first answer, the sample of work, led in 1998. It does not lead now.",
            "First is the interview with marks; last, years of experience.",
        ),
        praise="That is the order of Sackett and others (2022). In Schmidt and Hunter (1998) the work sample led. How "
        "such figures should be corrected is disputed; that years come last is not our invention. "
        "Both summaries are about people in jobs, and both were read by us in summaries of their own.",
    )


@item("hiring-blind.marks", "practice", "read-signs", 1.5, ("sackett-2022", "huffcutt-2014"))
def marks(case: Case, draw: Draw) -> MultipleChoice:
    """What turns a talk into a scored interview."""
    twist = twist_of(case)
    makes = (
        Option(
            id="same",
            text="Everybody is asked the same questions, in the same order",
            feedback="With other questions for each, you would be comparing the questions.",
        ),
        Option(
            id="key",
            text="What earns full marks is written down before the first talk",
            feedback=f"This is the heart of it. For “{twist.question}” full marks might go to whoever {twist.strong}. Somebody who "
            "knows the craft can write that down for you.",
        ),
        Option(
            id="each",
            text="Each answer gets its marks at once, before the next is heard",
            feedback="Marks given at the end go to the whole impression, and no longer to the answers.",
        ),
        Option(
            id="job",
            text="The questions are about situations from this work",
            feedback="What they would do on a bad day in this very work is nearer to it than what they think of themselves.",
        ),
    )
    harms = (
        Option(
            id="flow",
            text="A good talk may wander to whatever proves interesting",
            feedback="That is the free conversation, at 0.19. It is pleasant, and it leaves you with answers that cannot be "
            "compared.",
        ),
        Option(
            id="gut",
            text="The overall impression may outvote the marks",
            feedback="Then the marks decide only when they agree with you. What you pay for by preparing them is being corrected.",
        ),
        Option(
            id="strengths",
            text="Everybody names their three greatest strengths and one weakness",
            feedback="The question is the same for all, and so is the answer: it can be prepared without knowing the work.",
        ),
    )
    chosen, beside = draw.some(makes, 3), draw.some(harms, 2)
    return MultipleChoice(
        id="hiring-blind.marks",
        title="From a talk to a measurement",
        prompt=f"{owner_of(case)} will talk with each applicant for half an hour. Which of these lift the half-hour from 0.19 towards 0.42?",
        options=draw.shuffled(chosen + beside),
        key=tuple(option.id for option in chosen),
        hints=("Ask of each: does it make two applicants easier to compare?", "Three of the five do."),
        praise="Nothing in this needs charm or a trained ear. An earlier summary found the same direction: 0.20 for the loosest "
        "interviews, and 0.46, 0.71 and 0.70 for more and more structure (Huffcutt and others, 2014). The sizes depend on how "
        "one corrects them; the direction is the same in both.",
    )


@item("hiring-blind.who-stays", "practice", "read-signs", 2, ("akerlof-1970",))
def who_stays(case: Case, draw: Draw) -> Number:
    """The average price drives the best away."""
    people, step = draw.pick((4, 5, 6)), readable(draw.pick((0.1, 0.15, 0.2)) * case.hour, 1)
    least = [2 * step * k for k in range(1, people + 1)]
    worth = [3 * step * k for k in range(1, people + 1)]
    offer = sum(worth) / people
    stay = [w for low, w in zip(least, worth, strict=True) if low <= offer]
    key, wrong_way = sum(stay) / len(stay), [w for w in worth if w <= offer]
    letters = "ABCDEF"
    last = letters[len(stay) - 1]
    then = f"{last} leaves as well" if least[len(stay) - 1] > key else f"{last} only just stays"
    return Number(
        id="hiring-blind.who-stays",
        title="The usual price",
        prompt=f"{count(people).capitalize()} providers, whom you cannot tell apart. Each knows the least they would work for. You only know "
        f"that the average hour is worth {case.money(offer)} to you, so that is what you offer.\n\nHow much is an hour worth to you, on "
        "average, of those who accept?",
        exhibit=Exhibit(
            caption="An hour of each (nobody can see this table)",
            columns=("Provider", "Works for at least", "Is worth to you"),
            rows=tuple((letters[k], case.money(least[k]), case.money(worth[k])) for k in range(people)),
        ),
        key=key,
        tolerance=0.012 * key,
        low=0,
        high=1e12,
        prefix=case.prefix,
        decimals=2 if key < 100 else 0,
        hints=(
            f"Who would not work for {case.money(offer)}?",
            f"{letters[people - 1]} wants {case.money(least[-1])} at least, and says no. Who is left?",
            f"The average of {', '.join(case.money(w) for w in stay[:-1])} and {case.money(stay[-1])}.",
        ),
        praise=f"You would pay {case.money(offer)} for work that is worth {case.money(key)}. Offer {case.money(key)} next time, and "
        f"{then}. This slide, driven by honest people who cannot show what they are worth, is Akerlof's (1970). A sign that "
        "you can check stops it.",
        traps=apart(
            Trap(
                id="all",
                value=offer,
                tolerance=0.01 * offer,
                feedback=f"That is the average of all {count(people)}. But not all of them accept: look at the middle column.",
            ),
            Trap(
                id="least",
                value=sum(least[: len(stay)]) / len(stay),
                tolerance=0.008 * key,
                feedback="Those are the right people, with what they would work for. The question is what their hour is worth to you.",
            ),
            Trap(
                id="wrong-way",
                value=sum(wrong_way) / len(wrong_way),
                tolerance=0.008 * key,
                feedback="You sent away everybody who is worth more than your offer. They decide for themselves, by their own least "
                "price: some of them accept.",
            ),
        ),
        otherwise="Cross out everybody whose least price is above your offer, and average the right-hand column of the rest.",
    )


@item("hiring-blind.market", "practice", "read-signs", 1.5, ("sourcing-playbook", "akerlof-1970"))
def market(case: Case, draw: Draw) -> MultipleChoice:
    """Is there a market, and how healthy is it?"""
    healthy = (
        Option(
            id="check",
            text="Several offers show something that a layman can check",
            feedback="Where good ones can show that they are good, they need not leave. It is the best sign there is.",
        ),
        Option(
            id="dearer",
            text="Some ask more, and say what you can see for it",
            feedback="Prices that differ for a visible reason mean that quality still has a price here.",
        ),
        Option(
            id="come-back",
            text="Former clients hire the same people again",
            feedback="Those clients have seen the work. If they return, there is something to return to.",
        ),
        Option(
            id="new",
            text="Newcomers arrive from a neighbouring trade, with work to show",
            feedback="A market that good newcomers still enter is alive. Looking for them is part of knowing it.",
        ),
    )
    sick = (
        Option(
            id="same-price",
            text="All offers lie close to the lowest one",
            feedback="When price is all that buyers can see, all compete on that, and those who cost more have gone.",
        ),
        Option(
            id="promises",
            text="Every offer promises the highest quality",
            feedback="A promise costs the poor ones no more than the good ones, so it does not tell them apart.",
        ),
        Option(
            id="many",
            text="The search shows hundreds of profiles",
            feedback="Many may be many of the same. A market is as deep as the number you could tell to be good.",
        ),
    )
    chosen, beside = draw.some(healthy, 3), draw.some(sick, 2)
    return MultipleChoice(
        id="hiring-blind.market",
        title="How is the market?",
        prompt=f"Before you ask any of the {twist_of(case).people} for an offer, you look round for an hour. Which of these suggest that good "
        "providers are still to be had?",
        options=draw.shuffled(chosen + beside),
        key=tuple(option.id for option in chosen),
        hints=(
            "Put yourself in the place of a very good provider: what would keep you here?",
            "Three of the five are good signs.",
        ),
        praise="Public buyers in Britain are told to look at the market and its health before they write a tender. For you it is an "
        "hour: is there a market, can the good ones show themselves, and who is new?",
    )


ITEMS = (order_signs, marks, who_stays, market)
