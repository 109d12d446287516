"""Recall on waiting: why a free hour does not prevent it, and what a second person has to be allowed to do."""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.predictions import wait_at
from outsourcing_lessons.course.managing_not_replacing.setting import BUSY, MINUTES, first_name, twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import queueing
from outsourcing_lessons.money import plain

FREE = (
    Situation(
        prompt="{owner} in the story had one free hour in ten, and questions waited for 90 minutes all the same. Why?",
        key="irregular",
        right="Questions come in bunches, and minutes cannot be stored",
        praise="A quiet quarter of an hour at eleven is gone by the time four people ask at noon. If all came evenly and took equally "
        "long, nobody would wait.",
        wrong=(
            (
                "more-work",
                "More work comes in than can be done in a day",
                "Then the pile would grow without end. Here all is done each day, with an hour to spare, and still there is waiting.",
            ),
            (
                "slow",
                "{owner} gets slower in the afternoon, as everybody does",
                "In the model {owner} is as quick at five as at nine. The wait comes from how the questions arrive.",
            ),
            (
                "interrupted",
                "Each question interrupts another, and that costs time",
                "Interruptions may well cost time in life. The 90 minutes come out without a single one.",
            ),
            (
                "easy-first",
                "{owner} takes the easy ones first, and the rest lie there",
                "In the model they are taken in the order in which they come, and the 90 minutes come out all the same.",
            ),
        ),
    ),
    Situation(
        prompt="A piano teacher is booked for nine hours of ten, and no pupil waits. {owner} is busy for nine hours of ten as well, and "
        "questions wait for 90 minutes. What makes the difference?",
        key="booked",
        right="Lessons come by the clock, questions at any moment",
        praise="Both have one hour in ten. The teacher's is spent between lessons, where it was planned. {owner}'s goes by at "
        "moments when nobody happens to ask.",
        wrong=(
            (
                "room",
                "The teacher has more free time, counted over the day",
                "Both have one hour in ten. What differs is when the work arrives, and how much it varies in length.",
            ),
            (
                "longer",
                "A lesson takes longer than a question, so fewer people wait",
                "With work that comes at any moment, longer pieces make the wait longer.",
            ),
            (
                "quick",
                "The teacher works faster, after so many years of it",
                "Nine hours of lessons are nine hours, at any speed. Both days are equally full.",
            ),
            (
                "patient",
                "Pupils are more patient than those who ask {owner}",
                "Patience makes a wait easier to bear. It does not make it any shorter.",
            ),
        ),
    ),
    Situation(
        prompt="Two owners are 90 % busy, and a matter takes both ten minutes on average. For the first, each takes exactly ten. For the second, "
        "some take two and some forty. Whose matters wait longer?",
        key="second",
        right="The second's: behind a long one, everything waits",
        praise="Equally long, they would wait half as long as in the story (Kingman, 1961, has the formula). A long matter holds up all "
        "behind it, and the short ones do not make up for that.",
        wrong=(
            (
                "alike",
                "Nobody's: both are equally busy",
                "How busy somebody is decides much of the wait. How much the work varies decides the rest.",
            ),
            (
                "first",
                "The first's: none of them is ever short",
                "A short one saves eight minutes. A long one costs thirty, to everybody behind it.",
            ),
            (
                "no-wait",
                "Nobody's: both have an hour to spare",
                "The spare hour goes by at moments when nobody asks. At 90 % busy, matters wait for both.",
            ),
            (
                "unlucky",
                "The second's, but only on days with too much work",
                "Not only then. A forty-minute matter holds up a quiet day too.",
            ),
        ),
    ),
    Situation(
        prompt="Somebody is 80 % busy, and questions wait for 40 minutes. Which of these changes would end the waiting, with as many questions "
        "as before?",
        key="even",
        right="Each question comes by appointment, and all take equally long",
        praise="Then each one finds a free desk: the fifth of the day that is free lies between them. Few desks can have it so. But whatever "
        "makes questions come more evenly brings you nearer.",
        wrong=(
            (
                "one-piece",
                "The free fifth of the day is kept in one piece, from four o'clock on",
                "Then the rest of the day is full, and questions wait longer, many of them until four.",
            ),
            (
                "short-first",
                "The short questions are answered first, and the long ones after",
                "The short ones would wait less and the long ones more. Some waiting remains.",
            ),
            (
                "early",
                "The day begins an hour earlier, and also ends an hour earlier",
                "The day is as long as before and as full as before. Only the clock has changed.",
            ),
            (
                "sorted",
                "All questions are sorted by topic, and each topic has its day",
                "Most would then wait for days.",
            ),
        ),
    ),
)

TWO = (
    Situation(
        prompt="Somebody is 90 % busy, at ten minutes a question. A second person joins, and the wait falls from 90 minutes to under three. "
        "What has to hold for that?",
        key="may-decide",
        right="They take from the same pile and may decide by themselves",
        praise="Then a matter waits only when both are taken at once, which is seldom. If each has to come back to you, you are the "
        "queue again.",
        wrong=(
            (
                "prepare",
                "They prepare each question well, so that you only say yes or no",
                "It helps a little, since your part gets shorter. But every question still waits for you.",
            ),
            (
                "own-pile",
                "They have a pile of their own, half of everything",
                "That helps most of the way: each is 45 % busy then, and the wait is about {apart} minutes. One shared pile brings it to {shared}.",
            ),
            (
                "quicker",
                "They are quicker than you at answering",
                "In the example they were just as quick as the owner, and the wait nearly vanished.",
            ),
            (
                "evenings",
                "They work in the evenings, when you have gone home",
                "Then there would still be one person at the pile at a time. The gain comes from two being there at once.",
            ),
        ),
    ),
    Situation(
        prompt="{owner} and {helper} deal with the {matters} together, and want them to wait as little as possible. How should they share "
        "them?",
        key="one-pile",
        right="One pile: whoever is free takes the next and settles it",
        praise="Nobody sits idle while something waits. One {matter} has to find both of them busy before it waits at all.",
        wrong=(
            (
                "checked",
                "{helper} does the work on each, and {owner} approves each at the end",
                "Then each {matter} waits twice, and the second time at the desk that was full to begin with.",
            ),
            (
                "two-piles",
                "Two piles: every second one goes to {helper}, and stays there",
                "Much better than one desk. But now and then one pile is empty and the other is not, and two piles cannot help each other.",
            ),
            (
                "together",
                "Both look at each one together, and agree on the answer",
                "Each {matter} then takes two people's time. Nothing has been gained but company.",
            ),
            (
                "overflow",
                "{owner} settles them all, and {helper} steps in on very bad days",
                "On an ordinary day it is as it was: one desk, nearly full. Waiting is not only for bad days.",
            ),
        ),
    ),
    Situation(
        prompt="{owner} was 90 % busy with the {matters}, and took {helper} on to answer them too. A month later everything waits as long as "
        "before. What is the likeliest reason?",
        key="asks",
        right="{helper} may not settle anything without {owner}",
        praise="Work that has been shared and must come back for a yes has one queue, as before: {owner}'s. Say what may be settled, and up to what "
        "sum.",
        wrong=(
            (
                "slower",
                "{helper} is slower at it than {owner} is",
                "Even somebody half as quick would take away most of the waiting, if the answer were allowed to go out.",
            ),
            (
                "not-enough",
                "One more person is not enough for so much work",
                "One person did all of it with an hour to spare. For two that may decide it is light work.",
            ),
            (
                "free-hour",
                "{owner} has filled the free hour with other work",
                "The free hour was never what kept the wait short: with it, everything waited for 90 minutes.",
            ),
            (
                "lengthy",
                "Ten minutes for each of the {matters} is too much",
                "They took ten minutes before, too. With two who settle them, waiting should nearly have vanished.",
            ),
        ),
    ),
    Situation(
        prompt="One person is 90 % busy, and questions wait for 90 minutes. A second, just as quick, joins at the same pile and may settle them too, "
        "so each is 45 % busy. How long do they wait now?",
        key="under-three",
        right="Under three minutes: both are seldom taken at once",
        praise="Half as busy is far less than half the wait, and two at one pile are better still than one at 45 %. A little help takes away "
        "most of a long wait.",
        wrong=(
            (
                "half",
                "45 minutes: half as busy, half as long",
                "A wait does not shrink in step with the work. The last bit of fullness makes most of it.",
            ),
            (
                "apart",
                "Eight minutes: 45 over 55, times ten minutes",
                "That is one person at 45 %, alone with a pile. Here, when one is taken, the other may be free.",
            ),
            (
                "none",
                "Not at all: there are two of them now",
                "Now and then both are taken, and a third question comes. It waits, though not for long.",
            ),
            (
                "as-before",
                "90 minutes, as each takes as long as before",
                "To answer one takes as long as before. The wait is for what lies in front, and that has nearly gone.",
            ),
        ),
    ),
)


def _words(case: Case) -> dict[str, str]:
    twist = twist_of(case)
    rate = 1 / MINUTES
    return {
        "owner": first_name(case.trade.owner), "helper": first_name(case.trade.freelancer), "matter": twist.matter,
        "matters": twist.matters, "apart": plain(wait_at(BUSY / 2), 1),
        "shared": plain(queueing.mean_wait(arrival_rate=BUSY * rate, service_rate=rate, servers=2), 1),
    }  # fmt: skip


@item("managing-not-replacing.recall-free-hour", "recall", "see-queue", 1, ("kingman-1961",))
def free_hour(case: Case, draw: Draw) -> SingleChoice:
    """Why free time does not prevent waiting."""
    return draw.pick(FREE).ask(draw, "managing-not-replacing.recall-free-hour", "Time to spare", **_words(case))


@item("managing-not-replacing.recall-second", "recall", "see-queue", 1)
def second(case: Case, draw: Draw) -> SingleChoice:
    """What makes a second person so useful."""
    return draw.pick(TWO).ask(draw, "managing-not-replacing.recall-second", "Two instead of one", **_words(case))


ITEMS = (free_hour, second)
