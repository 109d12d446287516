"""The story of lesson 01: an owner in the learner's trade, about to buy the same job once more from a stranger."""

from __future__ import annotations

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.course.one_task.setting import setting_of
from outsourcing_lessons.lessons.case import Case, count, hours
from outsourcing_lessons.lessons.trade import Slots
from outsourcing_lessons.models import learning


def twist_of(case: Case) -> Slots:
    """Return what only this lesson says of the trade."""
    return case.trade.of("one-task")


def welcome(case: Case) -> str:
    """Whose copy this is, and what in it is made up."""
    profile = case.profile
    return f"""Made for **{escape.markdown(profile.learner)}**: {case.trade.firm}, {case.money(profile.hour_value)} for an hour of your
own time. People and rates are made up. The sums are real."""


def opening(case: Case) -> str:
    """The ninth stranger, and one explanation more."""
    trade, setting, twist = case.trade, setting_of(case), twist_of(case)
    return f"""**{trade.owner}** owns {trade.firm}, not unlike yours. The job tonight: **{trade.stream.job}**. It is number
{count(setting.done + 1)}. Each of the first {count(setting.done)} went to somebody new, for the price of the day. It mostly
worked.

So here is the explanation once more, for another stranger: {twist.explained}. {twist.slip}."""


def offers(case: Case) -> str:
    """Two offers in the inbox: the question of the lesson."""
    trade, stream = case.trade, setting_of(case).stream
    return f"""Two messages wait in the inbox.

A newcomer asks **{case.money(stream.newcomer_price)} an hour**. {trade.freelancer}, who did one of these jobs last spring and did it
well, would take **all of them from now on, at {case.money(stream.regular_price)} an hour**.

What would you reply?"""


def second_job(case: Case) -> str:
    """What learning looks like from the client's side."""
    trade, stream = case.trade, setting_of(case).stream
    first, second, eighth = learning.unit_time([1, 2, 8], stream.first_hours, stream.rate)
    return f"""{trade.owner.split()[0]} said yes to {trade.freelancer}. The first job took {hours(first)}. The second took
{hours(second)}, the eighth {hours(eighth)}, and {twist_of(case).remembered}.

That is a **learning curve**: each time the number of jobs doubles, a job takes the same share less time than before. Here the
share is 15 %, so it is called an 85 % curve."""


def departure(case: Case) -> str:
    """The regular leaves: what was in one head."""
    trade, setting, twist = case.trade, setting_of(case), twist_of(case)
    return f"""After {count(setting.stayed)} jobs, a message: {trade.freelancer} is leaving for {twist.gone}. Two weeks' notice.
{twist.left}, and of all that {trade.owner.split()[0]} ever explained, nothing was written down.

The next stranger starts where the first one did, at {hours(setting.stream.first_hours)} a job."""


def bench(case: Case) -> str:
    """What the owner does in the end."""
    trade = case.trade
    return f"""This is what {trade.owner.split()[0]} set up instead. One **main provider** for {trade.stream.jobs}. One **backup**,
who gets a real job every couple of months, so as not to forget. One **page of brief**, kept in the {trade.place}'s own folder and
corrected by whoever did the last job. And a date in the calendar, twice a year, to look at all three.

Nobody was hired. Nothing was promised for ever."""


PASSAGES = {
    "welcome": welcome,
    "opening": opening,
    "offers": offers,
    "second-job": second_job,
    "departure": departure,
    "bench": bench,
}
