"""The story of lesson 04: an owner who handed the work over and kept every decision."""

from __future__ import annotations

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.course.managing_not_replacing.setting import DAY_HOURS, MATTERS, MINUTES, WEEKS, setting_of
from outsourcing_lessons.lessons.case import Case, count, hours
from outsourcing_lessons.lessons.trade import Slots
from outsourcing_lessons.models import queueing
from outsourcing_lessons.money import plain


def twist_of(case: Case) -> Slots:
    """Return what belongs to this learner's trade."""
    return case.trade.of("managing-not-replacing")


def first_name(full: str) -> str:
    """Return the name people are called by; Vietnamese names have it last."""
    parts = full.split()
    return parts[-1] if parts[0] == "Nguyen" else parts[0]


def rule_of(case: Case) -> str:
    """Return the authority handed over, with its limit in money."""
    return twist_of(case).rule.format(sum=case.money(setting_of(case).limit))


def welcome(case: Case) -> str:
    """Whose copy this is, and what in it is made up."""
    profile = case.profile
    return f"""This copy was made for **{escape.markdown(profile.learner)}**: {case.trade.firm}, and
{case.money(profile.hour_value)} for an hour of your own time. People and their numbers are made up; the arithmetic can be checked."""


def opening(case: Case) -> str:
    """Ten past nine: the fourth question of the day."""
    trade, setting, twist = case.trade, setting_of(case), twist_of(case)
    owner, helper = first_name(trade.owner), first_name(trade.freelancer)
    return f"""**{trade.owner}** owns {trade.firm}, not unlike yours. {count(setting.months).capitalize()} months ago {owner} handed
{twist.work} to **{trade.freelancer}**.

It is ten past nine. A message from {helper}:

> “{twist.question.format(customer=trade.customer)}”

A good question, and the fourth this morning. {owner} will answer it, as always: look it up, think, write. That takes about
{count(MINUTES)} minutes, once {owner} gets to it.

{twist.waited.format(customer=trade.customer)}."""


def desk(case: Case) -> str:
    """What is on the owner's desk in a day."""
    owner = first_name(case.trade.owner)
    return f"""{owner} counts for a week: questions, approvals, calls. It is {MATTERS} a day, {count(MINUTES)} minutes each on average. In a day of {count(DAY_HOURS)} hours, nine are taken. **One hour a day is free.**

“I am busy,” says {owner}, “but I keep up. With an hour to spare, how long can anything wait?”"""


def handed_over(case: Case) -> str:
    """The decision leaves the owner's desk."""
    trade, setting, twist = case.trade, setting_of(case), twist_of(case)
    owner, helper = first_name(trade.owner), first_name(trade.freelancer)
    return f"""{owner} reads a month of {helper}'s questions one evening. Four in five had the same answer. So {owner} writes three lines:

> From Monday: {rule_of(case)}. Write each one in the log.
>
> {twist.stop} me.
>
> On Fridays I read five cases, picked by lot.

The next week {helper} asks {count(setting.left)} questions a day. Before, it was {count(setting.asked)}."""


def pitch(case: Case) -> str:
    """A tool is offered, with half of the sum."""
    trade, tool, twist = case.trade, setting_of(case).tool, twist_of(case)
    return f"""That worked, and {first_name(trade.owner)} wants more of it. {trade.company} suggests {twist.tool}.

“It saves {count(tool.saved)} minutes each time, {tool.times} times a week. Over five years that is
**{plain(tool.weekly * WEEKS * 5)} hours**. You spend {tool.build} hours once, to set it up with us.”

Two things were not said: the tool takes {hours(tool.upkeep)} a month to keep running, and the process it serves will last
{count(tool.years)} years or so before it is done differently."""


def gone(case: Case) -> str:
    """The replacement was a single person."""
    trade, twist = case.trade, twist_of(case)
    owner, helper = first_name(trade.owner), first_name(trade.freelancer)
    return f"""A year on. {owner} is away for three weeks for the first time, and nothing burns.

On the second day back: {helper} is leaving for {twist.gone}. The three lines are still pinned to the wall. What was learned since
then is in {helper}'s head: which {twist.asker} needs which answer, whom to ring, why.

{owner} has installed a replacement. The business used to rest on one person. Now it rests on another."""


def drift(case: Case) -> str:
    """Nobody looked at the dials."""
    trade, twist = case.trade, twist_of(case)
    return f"""While showing the successor round, {first_name(trade.owner)} opens the log and the tool for the first time since summer.

For seven weeks {twist.drift}. {twist.unheard}.

The Friday five, picked by lot, had stopped in August. It had been a busy month."""


def end(case: Case) -> str:
    """What is on the wall now, and what it has done to the wait."""
    trade, twist, setting = case.trade, twist_of(case), setting_of(case)
    left_over = MATTERS - setting.asked + setting.left
    wait = _wait(left_over)
    return f"""This is on the wall now. **One page** for {twist.work}, with a limit and a list of cases in which to stop and ring.
**Three figures**, each with the value at which somebody looks. **A second person** who handles a real day of it each month.
**Half an hour on Fridays**, which {first_name(trade.owner)} does not move, and **a date** on which the page itself is read again.

Deciding everything took {hours(setting.asked * MINUTES / 60)} a day. Now {count(setting.left)} questions a day still come, {hours(setting.left * MINUTES / 60)} in
all, and watching takes half an hour a week. With {left_over} matters a day on that desk and not {MATTERS}, each waits about {plain(wait)} minutes,
where it used to be {plain(_wait(MATTERS))}."""


def _wait(matters: int) -> float:
    """Return the minutes each of so many matters a day waits on the owner's desk."""
    busy = matters * MINUTES / (60 * DAY_HOURS)
    return float(queueing.kingman_wait(utilisation=busy, cv_arrival=1, cv_service=1, service_time=MINUTES))


PASSAGES = {
    "welcome": welcome,
    "opening": opening,
    "desk": desk,
    "handed-over": handed_over,
    "pitch": pitch,
    "gone": gone,
    "drift": drift,
    "end": end,
}
