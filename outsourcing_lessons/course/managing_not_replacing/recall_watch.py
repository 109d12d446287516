"""Recall on dials and on limits: which figure cannot be pleased without the work, and where not to hand over."""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.setting import first_name, twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case, capital
from outsourcing_lessons.lessons.lesson import item

DIALS = (
    Situation(
        prompt="The count of {matters} closed in a day has doubled, and you are not sure that they were dealt with. Which second figure would "
        "show it?",
        key="again",
        right="{Asker}s who come back about the same thing",
        praise="Hasty work pleases the count and comes back in the repeat rate. Set a measure of speed against one of quality.",
        wrong=(
            (
                "per-hour",
                "{Matters} closed in each hour of the day",
                "The same measure on a shorter ruler. It rises with hasty answers too.",
            ),
            (
                "fastest",
                "The time that the fastest answer took",
                "One quick answer a day would do. It says nothing about the others.",
            ),
            (
                "own-report",
                "{helper}'s own report on how well it is going",
                "It is in the hands of the person it is about.",
            ),
            (
                "at-it",
                "The hours that {helper} spends on them in a day",
                "Hours say how much work went in. You would like to know what came out.",
            ),
        ),
    ),
    Situation(
        prompt="The average time to a first reply has fallen to three minutes. {Asker}s grumble as before. Which second figure would show whether "
        "anything gets settled?",
        key="oldest",
        right="The age of the oldest one that is still open",
        praise="“We are looking into it” pleases the first figure. The oldest goes only when it is dealt with, and an average cannot hide it.",
        wrong=(
            (
                "within-one",
                "The share of first replies within a minute",
                "The same thing measured more strictly. “We are looking into it” can be sent within a minute too.",
            ),
            (
                "sent",
                "How many replies go out in a day, first or not",
                "Five replies about one thing count five times. It would rise when nothing gets settled.",
            ),
            (
                "thanks",
                "How many words of thanks {helper} passes on",
                "{helper} chooses which to pass on. A figure should not be in the hands of the one it measures.",
            ),
            (
                "length",
                "How long a first reply is, in words",
                "Long replies can say little. Counting words would bring you more words.",
            ),
        ),
    ),
    Situation(
        prompt="{helper} wants to look good without doing the work well. Which of these figures would be hardest to please in that way?",
        key="drawn",
        right="Of five {matters} that you draw and read, those you would settle otherwise",
        praise="Nobody knows which five it will be, so all have to be right. It costs you half an hour, and it is the one that looks at the work "
        "itself.",
        wrong=(
            (
                "closed",
                "How many {matters} have been closed in a week, by the log that {helper} keeps",
                "Short answers, quickly closed. Whoever was fobbed off comes back, and counts again.",
            ),
            (
                "first-reply",
                "How many minutes go by, on average, until somebody has had a first reply",
                "A first reply with nothing in it takes a minute.",
            ),
            (
                "thanks",
                "How many {asker}s have said thank you, of those that {helper} tells you about",
                "{helper} decides which of them you hear about.",
            ),
            (
                "hours",
                "How many hours {helper} has written down for the {matters} in a week",
                "Nothing is easier to please: it takes a pencil.",
            ),
        ),
    ),
    Situation(
        prompt="Since you set a goal for the average time until one of the {matters} is settled, the hard ones stay open for weeks. {helper} is able and "
        "honest. What has happened?",
        key="not-counted",
        right="What is still open does not count in the average",
        praise="Nobody cheats; the figure simply rewards leaving them. Watch the age of the oldest open one as well: it grows a day older "
        "every day.",
        wrong=(
            (
                "too-loose",
                "The goal is too loose, and leaves too much time for each",
                "A tighter goal makes it worse: then there is even more reason to leave the hard ones.",
            ),
            (
                "unable",
                "The hard ones are too hard, and nobody had noticed before",
                "{helper} is able, and settled them until there was a goal. The goal is what is new.",
            ),
            (
                "figures",
                "The figures are wrong, as an average takes all of them in",
                "This average takes in what has been settled. What is still open is not in it.",
            ),
            (
                "more",
                "There are more hard ones now, as happens in any business",
                "It may be so. But they began to lie there when the goal came.",
            ),
        ),
    ),
)

NOT_HERE = (
    Situation(
        prompt="For which of these would writing a procedure and handing it over be a mistake?",
        key="novel",
        right="Work that is new to everybody and will not come again",
        praise="There is nothing to write down yet. The same goes where you have time to spare, where upkeep eats the saving, and where "
        "nobody will look.",
        wrong=(
            (
                "frequent",
                "A question that comes ten times a day and has one answer nearly every time",
                "This is the best case for it there is: it repeats, and you know the answer.",
            ),
            (
                "limit",
                "A decision that costs little and can be put right the next day",
                "Cheap and mendable is what you can let go first, with a limit and a look at some cases.",
            ),
            (
                "busy",
                "A decision for which people wait hours, since you are hardly ever free",
                "There the waiting is dearest, so handing over brings most.",
            ),
            (
                "in-the-head",
                "Work that repeats every week, but of which nothing is written down",
                "What repeats can be written down, and then it can go.",
            ),
        ),
    ),
    Situation(
        prompt="Four owners think of handing over {work}. Which of them would gain least by it?",
        key="room",
        right="One who is busy for half of the day, and short of {asker}s",
        praise="Hardly anybody waits there, and nothing is waiting for the hours that would come free. That owner's trouble lies elsewhere.",
        wrong=(
            (
                "good-at-it",
                "One who is nearly always busy, and better at it than anybody else",
                "Being better does not help those who wait. Much of it goes just as well with a page and a limit.",
            ),
            (
                "same-answer",
                "One whose answer is the same four times in five, and who is proud of it",
                "Four in five can then be written down. Pride may stay for the fifth.",
            ),
            (
                "holiday",
                "One who was rung up each day of the last holiday, and settled it all",
                "That is what it looks like when everything hangs on one person. Few have more to gain.",
            ),
            (
                "turned-away",
                "One who is busy all day, and has turned work away since spring",
                "Each hour that comes free there has work waiting for it.",
            ),
        ),
    ),
    Situation(
        prompt="Four tools are offered, each of which saves you time. Which of them should you not have built?",
        key="eaten",
        right="Saves 50 hours a year, needs 40 a year, takes 30 to build, lasts 2 years",
        praise="Ten hours a year are left of the 50, for two years, and 30 have gone into it. Ask any tool what is left after its upkeep, and "
        "for how long.",
        wrong=(
            (
                "small",
                "Saves 20 hours a year, needs 2 a year, takes 10 to build, lasts 2 years",
                "It saves least, and it pays: 18 hours a year are left, so it brings 36 for the 10 that it took.",
            ),
            (
                "dear",
                "Saves 200 hours a year, needs 80 a year, takes 150 to build, lasts 2 years",
                "It takes most to build, and it pays: 120 hours a year are left, so it brings 240 for 150.",
            ),
            (
                "slow",
                "Saves 50 hours a year, needs 10 a year, takes 90 to build, lasts 3 years",
                "A slow start, and it pays: 40 hours a year are left, so it brings 120 for 90.",
            ),
            (
                "hungry",
                "Saves 90 hours a year, needs 50 a year, takes 30 to build, lasts 2 years",
                "Its upkeep is heavy, and it pays: 40 hours a year are left, so it brings 80 for 30.",
            ),
        ),
    ),
    Situation(
        prompt="Four owners have handed over {work} with a page and a limit. Whose arrangement would you expect to work worse in two years' time?",
        key="no-looking",
        right="One hears of it only when something is badly wrong",
        praise="Things that get a little worse each week are not badly wrong on any day. Without a figure and a date, the owner learns of it "
        "from whoever has left.",
        wrong=(
            (
                "exceptions",
                "One is still rung up about one case in five",
                "Those are the exceptions on the page. They should come, and the other four do not.",
            ),
            (
                "drawn-only",
                "One reads five cases a week, and no figures at all",
                "Five cases by lot look at the work itself. A figure or two beside them would do no harm.",
            ),
            (
                "changed",
                "One has rewritten the page three times this year",
                "Somebody reads it, then. A page that has not changed for years should worry you more.",
            ),
            (
                "low-limit",
                "One began with a limit that everybody calls too low",
                "It costs some questions and no sleep. A limit can be raised when a quarter has gone well.",
            ),
        ),
    ),
)


def _words(case: Case) -> dict[str, str]:
    twist = twist_of(case)
    return {
        "helper": first_name(case.trade.freelancer), "work": twist.work, "matters": twist.matters, "Matters": capital(twist.matters),
        "asker": twist.asker, "Asker": capital(twist.asker),
    }  # fmt: skip


@item("managing-not-replacing.recall-gamed", "recall", "hand-over", 1)
def gamed(case: Case, draw: Draw) -> SingleChoice:
    """Which figure shows what another one hides?"""
    return draw.pick(DIALS).ask(
        draw, "managing-not-replacing.recall-gamed", "A number that is too good", **_words(case)
    )


@item("managing-not-replacing.recall-not-here", "recall", "know-limits", 1)
def not_here(case: Case, draw: Draw) -> SingleChoice:
    """Where not to hand over, and where not to automate."""
    return draw.pick(NOT_HERE).ask(draw, "managing-not-replacing.recall-not-here", "Not this one", **_words(case))


ITEMS = (gamed, not_here)
