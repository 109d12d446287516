"""The story of the last lesson: the four owners' mistakes in one year, and what a year is."""

from __future__ import annotations

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.course.turn_the_dials.setting import BASELINE, LESSONS, hours_a_week, left_over
from outsourcing_lessons.lessons.case import Case, hours


def opening(case: Case) -> str:
    """A year in which everything goes through one person."""
    trade = case.trade
    return f"""It is December, and **{trade.owner}** looks back. Every job went to a stranger whom nobody had checked. Nearly
every decision came back to one desk, and the week had {hours(round(hours_a_week(case, BASELINE)))}.

A bad year? One year cannot tell. Here are **a thousand years** of {trade.firm} with your hours."""


def six_dials(case: Case) -> str:
    """What can be turned."""
    return """**How many people** you keep, and **how carefully** you choose; how much goes to **a company**; how far you **hand over
decisions**; what you spend on **automating**; how long you **watch**."""


def not_everywhere(case: Case) -> str:
    """What the four lessons bring here, and that it is not the best everywhere."""
    gain = float(_median(case, LESSONS) - _median(case, BASELINE))
    return f"""Setting all dials as the four lessons suggest leaves {case.about(gain)} more than the start in the middle year, in this model of
{case.trade.firm}. It is a good setting, and nothing says that it is the best one. In another trade another may do better, if not by much. Where
mistakes are cheap and decisions few, handing decisions over earns little. Whether a company is worth its margin differs from trade to trade."""


def yours(case: Case) -> str:
    """Over to the learner."""
    return f"""**{escape.markdown(case.profile.learner)}**, this page is yours: six dials, four weeks, and one number to look at."""


def _median(case: Case, dials) -> float:
    years = sorted(left_over(case, dials))
    return years[len(years) // 2]


PASSAGES = {"opening": opening, "six-dials": six_dials, "not-everywhere": not_everywhere, "yours": yours}
