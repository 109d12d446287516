"""Who means well, a company or a person? Nobody has compared the two, and the item says so from four sides."""

from __future__ import annotations

from outsourcing_lessons.course.companies_over_people.twists import twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

# What somebody would say who follows the advice blindly comes first, as `course.follower` chooses it by its id.
SITUATIONS = (
    Situation(
        prompt="An article on outsourcing advises you to prefer individuals, as companies “may not have the best of intentions”. What does "
        "research say on the intentions of companies and of individuals?",
        key="none",
        right="We found no study that compares the two",
        praise="Right: the claim is an opinion. Nearly a hundred outsourcing efforts were studied; where they failed, the causes "
        "lay mainly in what the client decided: what to hand out, to whom, with which contract and which exit (Barthélemy, 2003). Those "
        "you can change.",
        wrong=(
            (
                "companies-worse",
                "Surveys find that companies put the fee first",
                "The article says something like it, and names no survey. We looked for one and found none.",
            ),
            (
                "people-worse",
                "Ratings show that individuals are less reliable",
                "Ratings compare providers on one marketplace, and are inflated besides. They say nothing on what anybody intends.",
            ),
            (
                "equal",
                "Field experiments find no difference",
                "Finding no difference would be a result. Nobody seems to have looked, which is none.",
            ),
            (
                "size",
                "Case studies find that it depends on size",
                "It may depend on that, or on the weather. We found nobody who had measured what either side intends.",
            ),
        ),
    ),
    Situation(
        prompt="Barthélemy (2003) looked at nearly a hundred cases of outsourcing, to learn why they failed. Where did the causes mainly lie?",
        key="client",
        right="In what clients had decided themselves",
        praise="Wrong activity, wrong provider, poor contract, people, control, hidden costs, no exit: each is mainly for the client to decide. "
        "That is good news, since your own decisions are the ones you can change. Who means better, nobody has compared.",
        wrong=(
            (
                "companies-worse",
                "In companies that had put the fee first",
                "That is what the advice would lead you to expect. The seven causes he names are mainly things that a client decides.",
            ),
            (
                "people-left",
                "In single people who had fallen ill or left",
                "It happens, and then having no exit is the trouble. The exit is one of the seven, and it is for the client to plan.",
            ),
            (
                "law",
                "In laws that differed between countries",
                "They can cost you a week. They are not among the seven causes he names.",
            ),
            (
                "bad-luck",
                "In events that nobody could have seen coming",
                "Those are not among the seven. Even hidden costs are hidden only from whoever does not look.",
            ),
        ),
    ),
    Situation(
        prompt="“Companies mean less well than people.” You would like to put that to the test, in a way that is fair to both. Which of these "
        "would tell you something?",
        key="alike",
        right="How each behaves, given the same job and a chance to cheat",
        praise="Same job, same chance, and you watch what is done. We found no such study. The reasons found for failure lie mainly in what "
        "the client decided (Barthélemy, 2003).",
        wrong=(
            (
                "companies-worse",
                "How many complaints about companies can be found on the internet",
                "Complaints about companies are many because their jobs are many. And how many complain of people, out of how many jobs?",
            ),
            (
                "websites",
                "What each of them writes about its values on its own website",
                "Values are cheap to write. Those who have none write them too.",
            ),
            (
                "ask-them",
                "How many of each kind say that the client's good comes first",
                "Nearly all will say so. You would measure who knows the right answer.",
            ),
            (
                "more-stars",
                "How many stars companies and people have on the same marketplace",
                "Stars say how jobs went for buyers, and kindly. What was intended is not in them.",
            ),
        ),
    ),
    Situation(
        prompt="“I am a person, so I care,” says {veteran}. “{company} only counts.” How much should that weigh when you choose?",
        key="leave",
        right="Nothing: ask both of them for the same evidence",
        praise="It cannot be checked, and no study we know of has compared the two. What can be checked is worth asking for: the record, the "
        "deputy, the contract, the exit. In nearly a hundred cases failure lay mainly in such decisions of the client (Barthélemy, 2003).",
        wrong=(
            (
                "companies-worse",
                "A lot: a person's own name is at stake",
                "A company's name is at stake as well, and has cost more. Which of the two cares more for it, nobody has compared.",
            ),
            (
                "turned",
                "A lot, the other way: a company has more to lose",
                "That is the same guess, turned round, with as little behind it.",
            ),
            (
                "promise",
                "A little: have both promise goodwill in the contract",
                "You cannot check goodwill, so you cannot hold anybody to it. Files, access and notice you can.",
            ),
            (
                "boast",
                "A little: whoever speaks badly of others means less well",
                "Perhaps it is poor manners. It tells you as little about {first} as about {company}.",
            ),
        ),
    ),
)


@item("companies-over-people.intentions", "when-wrong", "know-limits", 1, ("barthelemy-2003",))
def intentions(case: Case, draw: Draw) -> SingleChoice:
    """What has been found on who means well, and what could be."""
    twist = twist_of(case)
    return draw.pick(SITUATIONS).ask(
        draw,
        "companies-over-people.intentions",
        "Who means well?",
        hints=("What can be seen here, and what can only be believed?",),
        veteran=twist.veteran,
        first=twist.first,
        company=case.trade.company,
    )


ITEMS = (intentions,)
