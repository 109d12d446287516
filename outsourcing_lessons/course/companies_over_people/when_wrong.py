"""Where the advice fails: items that punish applying it blindly."""

from __future__ import annotations

from outsourcing_lessons.course.companies_over_people import meaning_well
from outsourcing_lessons.course.companies_over_people.twists import twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Number, Option, SingleChoice, Trap, apart
from outsourcing_lessons.lessons.case import Case, count, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import plain, rounded

HARD_TO_JUDGE = {
    "online shop": "moving the shop to a new payment provider",
    "design studio": "moving ten years of files to another archive",
    "software startup": "the first security audit",
    "local service business": "a claim against the insurer after the flood",
    "coaching and training practice": "the legal check of this year's terms",
    "property management": "the energy certificate for the one house still without",
}


@item("companies-over-people.first-of-kind", "when-wrong", "know-limits", 1.5, ("stanton-2016",))
def first_of_kind(case: Case, draw: Draw) -> SingleChoice:
    """Unrated, and hard to judge: the agency's word is worth its price."""
    extra, weeks = draw.pick((10, 15, 20)), draw.pick((3, 4, 5))
    job = HARD_TO_JUDGE[case.profile.business]
    options = (
        Option(id="agency", text=f"The agency's person, at {extra} % more than the other asks"),
        Option(
            id="cheaper",
            text="The person direct: same skill, and no margin in between",
            feedback="How do you know that it is the same skill? Nobody has rated either, and you cannot judge the result. The margin "
            "buys the one piece of information on offer.",
        ),
        Option(
            id="trial",
            text="The person direct, after a look at the first results",
            feedback="A look helps whoever can judge what they see. Here you have just said that you cannot; then the look tells you "
            "how well things are presented.",
        ),
        Option(
            id="years",
            text="Whichever of the two has more years on the CV",
            feedback="Years are easy to read, and say little about how well somebody works. The agency has seen the work itself.",
        ),
    )
    return SingleChoice(
        id="companies-over-people.first-of-kind",
        title="Nobody has rated either",
        prompt=f"You need this: {job}. You could not tell good work from bad here, and in {count(weeks)} weeks it must be done. Two people have "
        f"answered, both new and unrated. One comes direct. The other is sent by an agency whose people you have found sound in other "
        f"fields, at {extra} % more.\n\nWhom do you take?",
        options=draw.shuffled(options),
        key="agency",
        hints=("“Do not be afraid of individuals” assumes that you can tell which individual.",),
        praise="Yes. Unrated, and hard for you to judge: this is where Stanton and Thomas (2016) found an agency's name to carry "
        "information. It is a reason for the first job, and fades once you have seen the person work.",
    )


@item("companies-over-people.round-the-clock", "when-wrong", "know-limits", 1.5)
def round_the_clock(case: Case, draw: Draw) -> SingleChoice:
    """Day and night, insured and audited: what one person cannot promise."""
    twist, less = twist_of(case), draw.pick((20, 25, 30))
    options = (
        Option(id="shown", text="A firm that can show you all three on paper"),
        Option(
            id="trusted",
            text=f"{twist.first}: a person you know beats a firm you do not",
            feedback=f"{twist.first} has to sleep. However good the person, one person has no rota, and no certificate appears out of trust.",
        ),
        Option(
            id="known-name",
            text="The firm with the best-known name: it will surely have all of that",
            feedback="That is the reflex this lesson began with. A name is not a rota. Ask to see the three papers, whoever is asked.",
        ),
        Option(
            id="clause",
            text=f"{twist.first}, with a clause in the contract that makes {twist.first} liable for everything",
            feedback="A clause cannot make one person awake day and night, and liability for more than somebody owns is paper.",
        ),
    )
    return SingleChoice(
        id="companies-over-people.round-the-clock",
        title="Day and night",
        prompt=f"A large client, {case.trade.customer}, asks for three things: somebody on call day and night, an insurance certificate, and a "
        f"yearly audit of how personal data are kept. {twist.veteran}, whom you know and trust, offers to do it alone for {less} % less "
        "than any firm.\n\nWhom do you give it to?",
        options=draw.shuffled(options),
        key="shown",
        hints=("Take the three demands one by one. Who can show that they meet it?",),
        praise="Yes. A certificate and an audit could come from a person as well; a rota cannot. For round-the-clock cover the advice to prefer "
        "individuals is wrong, whoever the individual is. And you still buy it from a firm that can show it, whatever its name.",
    )


@item("companies-over-people.own-bottleneck", "when-wrong", "know-limits", 2)
def own_bottleneck(case: Case, draw: Draw) -> Number:
    """How much more a company may ask when you are the one who coordinates."""
    people, bought, each = draw.pick((3, 4)), draw.pick((20, 25, 40)), draw.pick((1, 1.5))
    price, own = case.regular_rate, case.hour
    mine, left = people * each, 1
    invoice = bought * price
    key = 100 * (mine - left) * own / invoice
    return Number(
        id="companies-over-people.own-bottleneck",
        title="What may the company ask?",
        prompt=f"A project needs {count(people)} different skills, {bought} hours a week in all, at {case.money(price)} an hour from "
        f"individuals. Each of them takes {hours(each)} of your week to coordinate, at {case.money(own)} an hour. A company would "
        f"coordinate them for you and take {hours(left)} of your week in all.\n\nBy how many per cent may the company's bill be higher "
        "before it is the dearer way?",
        key=rounded(key, 1),
        tolerance=max(0.4, 0.02 * key),
        low=0,
        high=1000,
        unit="%",
        decimals=1,
        hints=(
            "How many of your hours does the company save in a week, and what are they worth?",
            f"{plain(mine - left, 1)} hours saved, at {case.money(own)}, against an invoice of {case.money(invoice)}.",
        ),
        praise=f"{plain(mine - left, 1)} × {case.money(own)} = {case.money((mine - left) * own)}, against {case.money(invoice)}. That is what your "
        "coordinating is worth. If your week is full and the hours would have gone to customers, it may be worth more. The advice to "
        "prefer individuals leaves this line out.",
        traps=apart(
            Trap(
                id="nothing",
                value=0,
                tolerance=0.2,
                feedback="By nothing, if your hours were free. You coordinate, every week, and those hours are a cost.",
            ),
            Trap(
                id="no-rest",
                value=100 * mine * own / invoice,
                tolerance=0.01 * key,
                feedback=f"You counted all of your hours as saved. With the company {hours(left)} a week remains.",
            ),
            Trap(
                id="one-person",
                value=100 * each * own / invoice,
                tolerance=0.01 * key,
                feedback=f"That is the time for one of them. There are {count(people)}.",
            ),
            Trap(
                id="hours-share",
                value=100 * (mine - left) / bought,
                tolerance=0.01 * key,
                feedback="You compared hours with hours. Yours have another price than theirs, so compare money with money.",
            ),
        ),
        otherwise="Price the hours of yours that the company saves, and divide by what the individuals' invoices come to.",
    )


ITEMS = (first_of_kind, round_the_clock, own_bottleneck, *meaning_well.ITEMS)
