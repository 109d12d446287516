"""Recall on what has to be in writing: before data go one firm further, and before work that is paid for is yours."""

from __future__ import annotations

from outsourcing_lessons.course.companies_over_people.twists import twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

FURTHER = (
    Situation(
        prompt="Under article 28 GDPR, when may your provider let another firm handle {data}?",
        key="before",
        right="Once you have agreed in writing, before they do it",
        praise="Prior written authorisation, for one firm or in general; if in general, they announce each new one and you may object. It holds for a "
        "company and for a freelancer with a helper alike.",
        wrong=(
            (
                "after",
                "At any time, provided they tell you afterwards",
                "Afterwards is too late. The authorisation has to be there first, and in writing.",
            ),
            (
                "same-care",
                "If the other firm is shown to be as careful as they are",
                "Care is needed too, and it does not replace your permission.",
            ),
            (
                "certificate",
                "If the other firm holds a valid security certificate",
                "A certificate helps to show guarantees. It does not replace your permission.",
            ),
            (
                "same-terms",
                "If they bind the other firm by the same strict contract",
                "A strict contract between those two is good to have. It does not replace your permission.",
            ),
        ),
    ),
    Situation(
        prompt="{company} had a partner firm sort {data}. A week later you get a cheerful e-mail: “All done, with great care.” Under article "
        "28 GDPR, what should have been there before?",
        key="permission",
        right="Your own permission, given to them in writing",
        praise="Written, and beforehand. So put it into the contract which firms may help, and ask for the list today.",
        wrong=(
            (
                "nothing",
                "Nothing, as they told you and no harm was done",
                "No harm is luck. The data were with a firm that you had not agreed to, and the e-mail came after.",
            ),
            (
                "phone",
                "A phone call, so that you could object",
                "A call would have been polite. What is asked for is a yes, in writing; silence on the phone is none.",
            ),
            (
                "each",
                "The signature of each of the {owners}",
                "They gave the data to you. The permission for the next firm has to come from you.",
            ),
            (
                "same-company",
                "Proof that the partner is a registered company",
                "Its form is not the question. A careful person needs your permission as well, and so does a large firm.",
            ),
        ),
    ),
    Situation(
        prompt="{veteran}, a freelancer, wants a cousin with a business of her own to help with {data} over the holidays. “It stays in the "
        "family.” What does article 28 GDPR ask of you before the cousin begins?",
        key="as-any",
        right="Written permission, as with any other firm",
        praise="Article 28 knows no families. Two lines by e-mail before the holidays: who, for what, until when, and that the data are "
        "deleted afterwards.",
        wrong=(
            (
                "no-firm",
                "Nothing, as the rule is meant for companies",
                "It is meant for whoever handles the data for you, a person or a company. The cousin would be one more.",
            ),
            (
                "answers",
                "Nothing, as {first} answers for what the cousin does",
                "{first} may well have to answer. Your permission has to be there all the same.",
            ),
            (
                "secrecy",
                "A promise of secrecy from the cousin, and no more",
                "Confidentiality is asked for as well. It comes beside your permission, not in its place.",
            ),
            (
                "notice",
                "A notice to the {owners}, within a month",
                "A notice tells them what has happened. The permission is about whether it may.",
            ),
        ),
    ),
    Situation(
        prompt="You have agreed to nothing so far. Four times a second firm gets to see {data}. In which case is the permission that article "
        "28 GDPR asks for there?",
        key="reply",
        right="{first} asks by e-mail, you write back “yes”, and then it begins",
        praise="Asked, answered in writing, and only then begun. It took two minutes, and it can be shown a year later.",
        wrong=(
            (
                "lunch",
                "{first} asks at lunch, you nod, and then it begins",
                "The order is right and the paper is missing. A nod cannot be shown to anybody.",
            ),
            (
                "website",
                "{company} lists its partners on its website, for all to see",
                "Nobody has asked you, and you have said nothing. Silence is not permission.",
            ),
            (
                "bill",
                "{company} names the partner on the bill, and you pay it",
                "Paying comes after. By then the data have gone one firm further.",
            ),
            (
                "one-day",
                "{first} is ill, and a friend's firm steps in for one single day",
                "A day is enough for data to travel. Article 28 has no exception for short jobs.",
            ),
        ),
    ),
)

YOURS = (
    Situation(
        prompt="A provider has delivered {made}, and you have paid. What do you still need, under United States law, to own the rights?",
        key="assignment",
        right="A signed sentence that assigns the rights to you",
        praise="“Made for hire” covers only nine categories, and those too only in writing. For the rest, one signed sentence. Check the rule "
        "where you live.",
        wrong=(
            (
                "receipt",
                "The receipt, with all of the work described on it",
                "A receipt proves that you paid. It does not move a right.",
            ),
            (
                "files",
                "All source files, on a disk in your office",
                "Very useful on the day somebody leaves. But having the files is having copies.",
            ),
            (
                "company",
                "Nothing, if the provider was a company",
                "It makes no difference. The rights then belong to that company, or to whoever worked for it.",
            ),
            (
                "brief",
                "Your brief, to show that the idea was yours",
                "The brief is yours, and stays yours. The rights in what was made from it arise with whoever made it.",
            ),
        ),
    ),
    Situation(
        prompt="A freelancer has made {made}. You have one of the following, and nothing else. With which of them do you hold the rights, under "
        "United States law?",
        key="signed",
        right="A signed page that assigns them to you, though the files are lost",
        praise="Losing the files is a bad afternoon. Losing the rights, or never having had them, is another matter: for that it takes one "
        "signed sentence. Check the rule where you live.",
        wrong=(
            (
                "double",
                "A bill for twice the usual price, and a receipt for all of it",
                "A price buys the work. The rights move by a signed sentence, whatever was paid.",
            ),
            (
                "passwords",
                "All of the files, the drafts too, and every password to them",
                "Handy, and no more than copies. The rights are still with whoever made it.",
            ),
            (
                "any-way",
                "An e-mail: “Use it in any way you like, and good luck with it!”",
                "That is a permission to use. It is worth having, and the rights stay where they were.",
            ),
            (
                "idea",
                "Your own notes, which describe each detail before it was made",
                "The notes are yours. What the freelancer made from them is not, until it is assigned.",
            ),
        ),
    ),
    Situation(
        prompt="Somebody wants to buy your business, and their lawyer asks who owns {made}. A freelancer made it; you have the bills, all of "
        "them paid, and no other paper. Under United States law, what do you do first?",
        key="ask",
        right="Ask the freelancer to sign an assignment now",
        praise="Late is better than never, and early is cheaper: on the first day the sentence costs nothing. With a buyer at the door, it may "
        "have a price. Check the rule where you live.",
        wrong=(
            (
                "bills",
                "Show the bills, since what is paid for is owned",
                "The lawyer will be kind about it, and ask again. Bills show payment. They do not move a right.",
            ),
            (
                "hire",
                "Explain that it was ordered, so it was made for hire",
                "Only in nine categories, and only with a signed paper that says so. You have none.",
            ),
            (
                "change",
                "Have it changed a little, so that it is a new work",
                "It would still rest on the old one, and the question of who owns that would come back.",
            ),
            (
                "years",
                "Point out that in all this time nobody has claimed it",
                "Nobody has claimed it yet. A right does not move to you because its owner is quiet.",
            ),
        ),
    ),
    Situation(
        prompt="You order {made}. Which sentence, signed by the freelancer, makes it yours under United States law?",
        key="assign",
        right="“I assign to you all rights in this work.”",
        praise="It names the rights, and it moves them. Have a lawyer look at the rest once, and check the rule where you live.",
        wrong=(
            (
                "hire",
                "“All that I make for you is work made for hire.”",
                "That works in nine categories named in the law. Design and code are mostly in none of them, signed or not.",
            ),
            (
                "licence",
                "“You may use what I make in any way, for ever.”",
                "It lets you use it, and that may even be enough for you. But the owner is still somebody else.",
            ),
            (
                "files",
                "“On payment I hand over all files to you.”",
                "You will have the copies. The rights are not mentioned.",
            ),
            (
                "nobody-else",
                "“I will sell what I make to nobody but you.”",
                "A promise to sell to nobody else leaves the rights where they are.",
            ),
        ),
    ),
)


def _words(case: Case) -> dict[str, str]:
    twist = twist_of(case)
    return {
        "data": twist.data, "owners": twist.owners_of_data, "company": case.trade.company, "veteran": twist.veteran,
        "first": twist.first, "made": twist.made,
    }  # fmt: skip


@item("companies-over-people.recall-passing-on", "recall", "settle-risk", 1, ("gdpr-28",))
def passing_on(case: Case, draw: Draw) -> SingleChoice:
    """When may data go one firm further?"""
    return draw.pick(FURTHER).ask(draw, "companies-over-people.recall-passing-on", "One firm further", **_words(case))


@item("companies-over-people.recall-assignment", "recall", "settle-risk", 1, ("usc-101",))
def assignment(case: Case, draw: Draw) -> SingleChoice:
    """What is missing after the bill is paid."""
    return draw.pick(YOURS).ask(draw, "companies-over-people.recall-assignment", "Make it yours", **_words(case))


ITEMS = (passing_on, assignment)
