"""Recall on a market in which nobody can see quality: who leaves, what follows, what stops it."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.twists import words_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

LEMONS = (
    Situation(
        prompt="Buyers cannot see quality and pay what the average is worth. Who leaves the market first?",
        key="best",
        right="The best, since they cost more than the average",
        wrong=(
            (
                "worst",
                "The worst, since nobody hires them a second time",
                "That takes buyers who can tell. Here they cannot, so the worst are paid like everybody else and are glad to stay.",
            ),
            (
                "dearest",
                "The dearest, who were only overcharging all along",
                "They may be dear because they are good. A buyer who cannot tell the two apart loses both.",
            ),
            (
                "nobody",
                "Nobody: the average price is fair to all",
                "It is fair to the average. Whoever could earn more elsewhere goes there.",
            ),
            (
                "newest",
                "The newest, whom nobody knows yet",
                "Nobody knows the others any better. It is the price that drives people out, and it drives the good ones.",
            ),
        ),
        praise="Then the average falls, and the price after it, and the next best leave (Akerlof, 1970). What stops the slide is a sign "
        "that can be checked.",
    ),
    Situation(
        prompt="Buyers cannot see quality. The best providers have just gone, and word gets round that the average is lower now. What comes next?",
        key="falls-again",
        right="The price falls, and the next best leave too",
        wrong=(
            (
                "rises",
                "The price rises, as fewer are left to hire",
                "Buyers pay what the average is worth to them, and it is worth less now.",
            ),
            (
                "settles",
                "The price stays: now everybody left is worth it",
                "The average has fallen, and whoever is above the new one is paid too little in turn.",
            ),
            (
                "return",
                "The price falls until the best come back",
                "They left because it was too low. It will not call them back by falling.",
            ),
            (
                "cleans",
                "The worst leave too, as there is less to earn",
                "They are the last to whom the price is too low. It still pays them more than they are worth.",
            ),
        ),
        praise="One round calls the next. Nobody has cheated; the good ones had no way to show what they are worth (Akerlof, 1970).",
    ),
    Situation(
        prompt="A market in which buyers cannot see quality loses its best providers, one after another. Which of these would stop it?",
        key="sign",
        right="Something to show that any buyer can check",
        wrong=(
            (
                "promise",
                "A promise of the highest quality in every offer",
                "The poor can write it as easily as the good. It tells them apart by nothing.",
            ),
            (
                "one-price",
                "One fixed price for all, so that nobody is underbid",
                "One price for all is what drives the best away: for them it is too low.",
            ),
            (
                "bargain",
                "Buyers who bargain harder with everybody they meet",
                "Harder bargaining lowers the price for good and poor alike, and the good go sooner.",
            ),
            (
                "more",
                "More providers to choose from",
                "Nobody can judge these either. The average is still all that a buyer can go by.",
            ),
        ),
        praise="Then a good provider can ask for more and get it, and has no reason to leave. A test of done that you can run is such a sign.",
    ),
    Situation(
        prompt="You need {role} and cannot judge the work. You write: “Good quality, at the usual price.” A very good one reads it, and knows what "
        "good ones are worth. What is the likeliest?",
        key="no-reply",
        right="You get no reply: others will pay for what is above the usual",
        wrong=(
            (
                "first-reply",
                "You get the first reply, since good people are quick to see a chance",
                "It is no chance to them. The usual price is what an average one is worth.",
            ),
            (
                "lower",
                "You get an offer below the usual price, to be sure of the job",
                "Whoever can get more elsewhere has no need to be cheap here.",
            ),
            (
                "average-work",
                "You get a reply, and then work of average quality for an average price",
                "Why should they, if somebody else can tell the difference and pays for it?",
            ),
            (
                "long-reply",
                "You get a long reply that explains the craft to you",
                "A kind thought. They have clients to whom they need not explain it.",
            ),
        ),
        praise="It is Akerlof's market (1970) in one inbox. Write instead how you will check the work; that is an invitation to those who are good.",
    ),
)


@item("hiring-blind.recall-lemons", "recall", "read-signs", 0.8, ("akerlof-1970",))
def lemons(case: Case, draw: Draw) -> SingleChoice:
    """Who leaves first, what follows, and what stops it."""
    return draw.pick(LEMONS).ask(draw, "hiring-blind.recall-lemons", "Who leaves?", **words_of(case))
