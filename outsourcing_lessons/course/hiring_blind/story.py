"""The story of lesson 02: an owner in the learner's trade buys work that they cannot judge."""

from __future__ import annotations

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.course.hiring_blind.setting import setting_of
from outsourcing_lessons.course.hiring_blind.twists import owner_of, twist_of
from outsourcing_lessons.lessons.case import Case, count


def welcome(case: Case) -> str:
    """Whose copy this is, and what in it is made up."""
    return f"""Made for **{escape.markdown(case.profile.learner)}**. People and prices in the story are made up; the sums are real."""


def opening(case: Case) -> str:
    """The pile of applications."""
    twist, setting = twist_of(case), setting_of(case)
    return f"""**{case.trade.owner}** needs {twist.role}, cannot do the work, and cannot tell who can. {count(setting.candidates).capitalize()}
have applied. On top of the pile, with {twist.years} years: **{twist.veteran}**."""


def hired(case: Case) -> str:
    """What the owner could not see, and a customer could."""
    twist = twist_of(case)
    return f"""{owner_of(case)} took {twist.veteran}. {twist.seemed} So the invoices were paid.

{twist.noticed}.

{twist.veteran.split()[0]} was no cheat, and did what had always been done. {owner_of(case)} had asked how long, and had never asked
how anybody would know."""


def offer(case: Case) -> str:
    """The second round begins with a brief, an average price and few replies."""
    twist, trade = twist_of(case), case.trade
    return f"""{owner_of(case)} writes again: “Wanted: {twist.role}. Good quality, at the usual price.” Nobody here could tell good work
from poor, and it shows. The best {twist.people}, who know their worth, read “the usual price” and do not reply.

{trade.company} replies within the hour."""


def trial(case: Case) -> str:
    """Pay for a small piece first."""
    twist = twist_of(case)
    return f"""{owner_of(case)} tries another way: a small piece first, **paid**, the same for everybody. Here it is {twist.trial}.

Large buyers call it a pilot. It has two questions: what does passing tell you, and when have you seen enough?"""


def evening(case: Case) -> str:
    """The temptation to learn the whole craft."""
    twist = twist_of(case)
    return f"""By now {owner_of(case)} is ready to learn the whole craft. There is an evening course for future
{twist.people}. It begins in October and ends in June."""


def card(case: Case) -> str:
    """What the owner does in the end."""
    twist = twist_of(case)
    return f"""This is what {owner_of(case)} did in the end: one evening, one card. On it stood a test anybody could run: *it is done when
{twist.test}*. Below it, the same questions for everyone. One was “{twist.question}”

{twist.second} had the fewest years, answered that one best, and took the paid piece. {owner_of(case)} ran the test without
understanding the work. It passed."""


PASSAGES = {
    "welcome": welcome,
    "opening": opening,
    "hired": hired,
    "offer": offer,
    "trial": trial,
    "evening": evening,
    "card": card,
}
