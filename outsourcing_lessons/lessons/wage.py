"""What a page says of what an hour is paid in the stories, where the learner names a country."""

from __future__ import annotations

from datetime import date

from outsourcing_lessons.lessons.case import Case


def on_rates(case: Case) -> str:
    """Return what holds of the rates in the stories: that they were raised to a floor, or that none is known.

    Nothing is said without a country; a floor in another currency than the learner's decides nothing either.
    """
    place, floor = case.place, case.place.floor
    if not place.code or not case.trade.rates:
        return ""
    if floor is None:
        return f"We do not know the hourly minimum wage in {place.name}, so rates in stories are shares of your own."
    if case.raised == 1.0:
        return ""
    return (
        f"Assumption: nobody's rate is below {case.money(floor.amount)} an hour, the least that an employee may be "
        f"paid in {place.name} since {_day(floor.since)} ({floor.source}, read on {_day(floor.read)})."
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
