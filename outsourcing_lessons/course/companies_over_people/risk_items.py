"""Practice on risk: whose duty the data are, what a liability clause leaves with you, and who owns the work."""

from __future__ import annotations

from outsourcing_lessons.course.companies_over_people.twists import twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Exhibit, MultipleChoice, Number, Option, SingleChoice, Trap, apart
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.lesson import item


@item("companies-over-people.whose-data", "practice", "settle-risk", 1.5, ("gdpr-28",))
def whose_data(case: Case, draw: Draw) -> MultipleChoice:
    """What article 28 asks of you and of the contract."""
    twist = twist_of(case)
    needed = (
        Option(
            id="permission",
            text="Your written permission before another firm is brought in",
            feedback="Article 28 allows no further processor without prior written authorisation, for this firm or in general. Without either, "
            "silence is none.",
        ),
        Option(
            id="instructions",
            text="A contract under which they act only on instructions you have written down",
            feedback="Documented instructions are part of what the contract must hold. Whoever has the data may not decide what else to "
            "do with them.",
        ),
        Option(
            id="return",
            text="A clause that the data are deleted or given back at the end",
            feedback="Deletion or return at the end must be in the contract. Data that stay behind stay your problem.",
        ),
        Option(
            id="audit",
            text="A right to have somebody check how the data are kept",
            feedback="The contract must let you, or somebody you send, check. You may never use it; having it changes how they work.",
        ),
    )
    beside = (
        Option(
            id="company",
            text="That the provider is a company with employees",
            feedback="Article 28 asks for sufficient guarantees. It does not ask for a letterhead: a careful person can give them, "
            "and a careless firm cannot.",
        ),
        Option(
            id="passed-on",
            text="A clause that choosing well is from now on the provider's duty alone",
            feedback="The duty to use only processors with sufficient guarantees is laid on you. A contract can bind the provider as well; "
            "it cannot take that off you.",
        ),
    )
    chosen = draw.some(needed, 3)
    return MultipleChoice(
        id="companies-over-people.whose-data",
        title="Whose duty is it?",
        prompt=f"A provider wants another firm to help, and that firm would see {twist.data}. Under article 28 of the European data "
        "protection regulation (GDPR), which of these are needed? (Elsewhere other law may hold: check where you live.)",
        options=draw.shuffled(chosen + beside),
        key=tuple(option.id for option in chosen),
        hints=(
            f"The {twist.owners_of_data} gave the data to you. What would you have to show them?",
            "Three of the five are asked for. The others sound like it.",
        ),
        praise="All three, and confidentiality, security and help with requests besides. It is the same for a person "
        "and for a company. Before you ask who is to blame, ask: did I agree to this in writing?",
    )


@item("companies-over-people.cap", "practice", "settle-risk", 2)
def cap(case: Case, draw: Draw) -> Number:
    """What a limit of liability leaves with you."""
    months = draw.pick((2, 3))
    # At most 24 hours' worth is owed and at least 60 are lost: however these are rounded, the parts are not alike.
    fee, damage, insured = case.price(draw.pick((5, 6, 8))), case.price(draw.pick((60, 70, 80))), case.price(400)
    key = damage - months * fee
    return Number(
        id="companies-over-people.cap",
        title="Who pays when it breaks?",
        prompt=f"For a smaller piece of work you have another contract with {case.trade.company}. A mistake of theirs costs you {case.money(damage)}. You hold the contract against the light. The "
        "insurer pays what the provider owes you, and no more than that.\n\nHow much of the damage stays with you?",
        exhibit=Exhibit(
            caption="What the contract says",
            columns=("Clause", "Amount"),
            rows=(
                ("Fee for a month", case.money(fee)),
                ("Liability of the provider", f"limited to the fees of {count(months)} months"),
                ("The provider's insurance", f"up to {case.money(insured)} for each case"),
            ),
        ),
        key=key,
        tolerance=0.01 * key,
        low=0,
        high=1e12,
        prefix=case.prefix,
        decimals=2 if damage < 100 else 0,
        hints=(
            "What does the provider owe you at most?",
            f"{count(months).capitalize()} times {case.money(fee)} is {case.money(months * fee)}.",
        ),
        praise=f"The provider owes {case.money(months * fee)}, so that is all the insurance pays. The large sum insured never comes into it. "
        "A person with the same clause would have left you with the same. Ask anybody: liable for what, up to how much, insured with "
        "whom? Then insure, or avoid, what stays with you.",
        traps=apart(
            Trap(
                id="insured",
                value=0,
                tolerance=0.001 * damage,
                feedback="The insurance is large enough, and it pays what the provider owes. The clause above it says how little that is.",
            ),
            Trap(
                id="all",
                value=damage,
                tolerance=0.005 * damage,
                feedback="Not all of it. A limit still leaves the provider owing something: the fees named in the clause.",
            ),
            Trap(
                id="one-month",
                value=damage - fee,
                tolerance=0.003 * damage,
                feedback=f"You took off one month's fee. The clause says {count(months)}.",
            ),
            Trap(
                id="theirs",
                value=months * fee,
                tolerance=0.003 * damage,
                feedback="That is the provider's part. The question is what remains for you.",
            ),
        ),
        otherwise="Find what the provider owes at most, and take it off the damage.",
    )


@item("companies-over-people.ownership", "practice", "settle-risk", 1, ("usc-101", "ccnv-1989"))
def ownership(case: Case, draw: Draw) -> SingleChoice:
    """Paid in full, and still not yours."""
    twist = twist_of(case)
    who = draw.pick((f"{twist.veteran}, a freelancer,", f"{case.trade.company}, a company,"))
    options = (
        Option(id="maker", text="The provider, until a signed paper hands it over"),
        Option(
            id="paid",
            text="You, since you ordered it and paid the whole bill",
            feedback="Paying buys you the work and some right to use it. Copyright stays where it arose until it is assigned in writing.",
        ),
        Option(
            id="idea",
            text="You, since the idea and the brief came from you",
            feedback="The brief is yours. Copyright in the design or the code arises with whoever made it, and stays there until it is assigned.",
        ),
        Option(
            id="hire",
            text="You, since commissioned work counts as made for hire",
            feedback="Only in nine categories named in the law, and only with a signed paper that says so. Design and code for a client are "
            "mostly in none of the nine.",
        ),
    )
    return SingleChoice(
        id="companies-over-people.ownership",
        title="Paid for. Yours?",
        prompt=f"{who} has made {twist.made}. The files have arrived and the bill is paid. Nobody has signed anything about rights.\n\n"
        "Under United States law, who owns the copyright? (Check the rule where you live.)",
        options=draw.shuffled(options),
        key="maker",
        hints=("Who made it? And what has that person signed?",),
        praise="Yes. Freelance design and code usually need an assignment: one sentence, signed. Put it into the first contract, tied to "
        "payment, while everybody is still glad to sign. The leading case on it is CCNV v. Reid (1989).",
    )


ITEMS = (whose_data, cap, ownership)
