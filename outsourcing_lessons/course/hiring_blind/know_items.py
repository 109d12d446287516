"""Practice on knowing enough: what learning pays, what it feels like, and how to write down what you do know."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.setting import SCORED, TALK, good_of_100
from outsourcing_lessons.course.hiring_blind.twists import owner_of, twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Check, Exhibit, MultipleChoice, Number, Option, ShortText, Trap, apart
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import plain, readable


@item("hiring-blind.hours-that-pay", "practice", "know-enough", 2, ("sackett-2022",))
def hours_that_pay(case: Case, draw: Draw) -> Number:
    """How many hours of learning to judge pay for themselves."""
    choices, people, multiple = draw.pick((2, 3, 4)), draw.pick((5, 8, 10)), draw.pick((30, 40, 50, 60))
    talk, scored = (good_of_100(validity, people=people) for validity in (TALK, SCORED))
    own, loss = case.hour, case.price(multiple)
    more = scored - talk
    key = readable(choices * more / 100 * loss / own, 4)
    return Number(
        id="hiring-blind.hours-that-pay",
        title="How long may you learn?",
        prompt=f"{owner_of(case)} will choose {count(choices)} providers in the next two years, each from {count(people)} applicants, half "
        "of whom are good. An evening class teaches nothing about the craft. It teaches how to ask the same questions of all and "
        "give marks.\n\nUp to how many hours may it take before it costs more than it saves?",
        exhibit=Exhibit(
            caption="What a better choice is worth",
            columns=("", ""),
            rows=(
                ("Good choices of 100, by free conversation", str(talk)),
                ("Good choices of 100, with marks", str(scored)),
                ("One wrong choice costs", case.money(loss)),
                ("One hour of the owner's is worth", case.money(own)),
                ("Choices to be made", str(choices)),
            ),
        ),
        key=key,
        tolerance=0.025 * key,
        low=0,
        high=1e12,
        unit="hours",
        decimals=1,
        hints=(
            "How many wrong choices in 100 does it save? How much money is that in one choice?",
            f"{scored} − {talk} = {more} of 100. So one choice is better by {more} % of {case.money(loss)}.",
            f"{case.money(more / 100 * loss)} for one choice, {count(choices)} choices, and {case.money(own)} for an hour.",
        ),
        praise=f"{more} % of {case.money(loss)} is {case.money(more / 100 * loss)} a choice; over {count(choices)} choices that buys "
        f"{plain(key, 1)} hours. An evening to learn to ask is inside it. A course from October to June is not.",
        traps=tuple(
            trap
            for trap in apart(
                Trap(
                    id="one-choice",
                    value=key / choices,
                    tolerance=0.02 * key,
                    feedback=f"That is for a single choice. What you have learned serves {'both' if choices == 2 else 'all ' + count(choices)}.",
                ),
                Trap(
                    id="all-of-it",
                    value=choices * scored / 100 * loss / own,
                    tolerance=0.02 * key,
                    feedback=f"You credited the class with all {scored} good choices. {talk} of them would have been good after a free "
                    f"conversation. The class earns the {more} more.",
                ),
                Trap(
                    id="against-lots",
                    value=choices * (scored - 50) / 100 * loss / own,
                    tolerance=0.02 * key,
                    feedback=f"You compared with drawing lots, which gives 50. Without the class there would still be a free "
                    f"conversation, at {talk}.",
                ),
                Trap(
                    id="no-share",
                    value=choices * loss / own,
                    tolerance=0.02 * key,
                    feedback=f"That would be right if every choice were wrong without the class and good with it. It turns {more} in "
                    "100.",
                ),
                Trap(
                    id="in-money",
                    value=choices * more / 100 * loss,
                    tolerance=0.02 * choices * more / 100 * loss,
                    feedback=f"That is what it saves, in money. Divide by {case.money(own)} to see how many hours that is.",
                ),
            )
            if abs(trap.value - key) > trap.tolerance + 0.025 * key
        ),
        otherwise="Good choices gained in 100, times the cost of a wrong one, times the number of choices, over the price of your hour.",
    )


@item("hiring-blind.wheel", "practice", "know-enough", 2, ("kruger-1999", "magnus-2022"))
def wheel(case: Case, draw: Draw) -> Number:
    """Random guesses make the worst look overconfident."""
    (low, high), (share, place) = (
        draw.pick(((0, 100), (20, 100), (30, 100), (10, 90), (24, 100))),
        draw.pick((("quarter", 12.5), ("fifth", 10))),
    )
    middle = (low + high) / 2
    key = middle - place
    return Number(
        id="hiring-blind.wheel",
        title="The wheel",
        prompt="A thousand people take a test, and each is asked where they stand: 0 is the bottom, 100 the top. Nobody thinks about it. "
        f"Each spins a wheel that stops anywhere from {low} to {high} and says that number. The bottom {share} really stand at "
        f"{plain(place, 1)}, on average.\n\nBy how many places does the bottom {share} seem to overrate itself, on average?",
        key=key,
        tolerance=0.6,
        low=0,
        high=100,
        unit="places",
        decimals=1,
        hints=(
            "What number does the wheel give, on average?",
            f"The middle of {low} and {high} is {plain(middle, 1)}, for the bottom {share} as for anybody.",
            f"{plain(middle, 1)} said, {plain(place, 1)} true.",
        ),
        praise=f"{plain(middle, 1)} said, {plain(place, 1)} true: {plain(key, 1)} places, from people who thought nothing at all. Kruger and "
        "Dunning (1999) found 62 said and 12 true in the bottom quarter. Noise with no psychology fits such data almost "
        "perfectly (Magnus and Peresetsky, 2022). So do not pass over the confident, or trust the modest, on the strength of it. Test "
        "them.",
        traps=apart(
            Trap(
                id="none",
                value=0,
                tolerance=0.5,
                feedback="Nobody here has an opinion of themselves, true. But whoever stands at the bottom can hardly guess lower than "
                "they are, so their guesses come out too high all the same.",
            ),
            Trap(
                id="said",
                value=middle,
                tolerance=0.5,
                feedback=f"{plain(middle, 1)} is what they say. Take off where they really stand, {plain(place, 1)}.",
            ),
            Trap(
                id="highest",
                value=high - place,
                tolerance=0.5,
                feedback=f"That is the one whose wheel stops at {high}. Take the average of the wheel.",
            ),
        ),
        otherwise="Take the average that the wheel gives, less where they really stand.",
    )


@item("hiring-blind.vague-brief", "practice", "know-enough", 1.5, ("barthelemy-2003",))
def vague_brief(case: Case, draw: Draw) -> MultipleChoice:
    """What can a provider not know from this brief?"""
    twist = twist_of(case)
    unknown = (
        Option(
            id="size",
            text=twist.size,
            feedback="Only you know how much there is. Without it a price is a guess, and a careful provider guesses high or stays away.",
        ),
        Option(
            id="access",
            text=twist.access,
            feedback="Nothing in the text says it, and no skill can find it out. It is learned from an accident otherwise.",
        ),
        Option(
            id="past",
            text=twist.past,
            feedback="The text says that something went wrong, and keeps what. It is what a newcomer would most like to know.",
        ),
        Option(
            id="enough",
            text="What will count as good enough, and who decides it",
            feedback="“Professional” can be claimed of anything. Without a test, done is when one of you is tired.",
        ),
    )
    known = (
        Option(
            id="tools",
            text=twist.free_choice,
            feedback="That is the provider's own business. If you prescribe it you take over a choice that you cannot judge.",
        ),
        Option(
            id="pace",
            text="How long such work usually takes them",
            feedback="They know that better than you. Once they know how much there is, they can tell you.",
        ),
        Option(
            id="price",
            text="That you would like a low price",
            feedback="This much the brief does say, and it is the only thing in it that can be acted on.",
        ),
    )
    chosen, beside = draw.some(unknown, 3), draw.some(known, 2)
    return MultipleChoice(
        id="hiring-blind.vague-brief",
        title="Read it as a stranger",
        prompt=f"“We need help with {twist.work}. It should be professional and ready soon. We have had bad experience, so quality is "
        "important to us. Please send your best price.”\n\nWhich of these does a capable stranger need, and has no way to know?",
        options=draw.shuffled(chosen + beside),
        key=tuple(option.id for option in chosen),
        hints=(
            "Sort the lines into what only you know and what their craft tells them.",
            "Three of the five only you can know.",
        ),
        praise="You need no craft for any of these. You know them, or can decide them tonight. A poor contract is one of the “seven deadly "
        "sins of outsourcing” (Barthélemy, 2003), and it begins with a brief like this.",
    )


@item("hiring-blind.test-of-done", "practice", "know-enough", 3.5)
def test_of_done(case: Case, draw: Draw) -> ShortText:
    """Write a brief that ends in a test anybody can run."""
    twist = twist_of(case)
    return ShortText(
        id="hiring-blind.test-of-done",
        title="A brief with a test in it",
        prompt=f"Write the brief again, for {twist.work}, in four to seven sentences. You may not know how it is done. You do know what it is "
        "for.",
        least_words=30,
        checklist=(
            Check(
                id="purpose",
                text="It says what the work is for, in terms of your own customers",
                feedback="Say what it is for. Somebody who knows the purpose can tell you when you have asked for the wrong thing.",
            ),
            Check(
                id="size",
                text="It says how much there is, and by when",
                feedback="Say how much and by when, in numbers. Both are needed for a price.",
            ),
            Check(
                id="test",
                text="It ends in a test that somebody without the craft could run",
                feedback="Add a test that you could run without understanding the work: something to count, to open, to measure or to "
                "try on a stranger.",
            ),
            Check(
                id="never",
                text="It says what must not be touched, or must not happen",
                feedback="Say what must not happen. What went wrong last time is a good place to look.",
            ),
            Check(
                id="first",
                text="It asks for a small paid piece first",
                feedback="Name a small paid piece to begin with. It tests the brief as much as the provider.",
            ),
        ),
        hints=(
            "Begin with the customer: “Our customers should be able to …”.",
            "For the test, think of last time: what could you have looked at on the first day?",
        ),
        praise="Somebody good can price that, and somebody poor will not like the test. It is most of your know-enough card: keep it.",
        answer=f"“Our customers must be able to rely on this, and last year they could not. We need help with {twist.work}; the list "
        f"with numbers and dates is on page 2. What went wrong last time is on page 3: it must not happen again. Nothing on the list "
        f"marked ‘keep’ may be changed. It is done when {twist.test}. We begin with a paid piece: {twist.trial}.”",
    )


ITEMS = (hours_that_pay, wheel, vague_brief, test_of_done)
