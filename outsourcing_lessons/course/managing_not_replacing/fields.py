"""What the notebook of lesson 04 may speak of, beside what every lesson may."""

from __future__ import annotations

from dataclasses import asdict

from outsourcing_lessons.course.managing_not_replacing.predictions import wait_at
from outsourcing_lessons.course.managing_not_replacing.setting import (
    BUSY,
    DAY_HOURS,
    MATTERS,
    MINUTES,
    WEEKS,
    first_name,
    rule_of,
    setting_of,
    twist_of,
    wait_on_desk,
)
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.models import queueing
from outsourcing_lessons.money import plain

YEARS_PROMISED = 5  # what the seller of the tool counts with


def fields_of(case: Case) -> dict[str, object]:
    """Return the numbers of the story; of matters and questions: how many a day."""
    trade, setting, twist = case.trade, setting_of(case), twist_of(case)
    left_over = MATTERS - setting.asked + setting.left
    return {
        **asdict(setting.tool),
        "owner_first": first_name(trade.owner),
        "helper": first_name(trade.freelancer),
        "short": short,
        "customer_first": first_name(trade.customer),
        "question": twist.question.format(customer=trade.customer),
        "waited": twist.waited.format(customer=trade.customer),
        "rule": rule_of(case),
        "months": setting.months,
        "asked": setting.asked,
        "left": setting.left,
        "a_day": MATTERS,
        "minutes_each": MINUTES,
        "day_hours": DAY_HOURS,
        "promised": plain(setting.tool.weekly * WEEKS * YEARS_PROMISED),
        "left_over": left_over,
        "wait": plain(wait_on_desk(left_over)),
        "wait_before": plain(wait_on_desk(MATTERS)),
        "wait_apart": plain(wait_at(BUSY / 2), 1),
        "wait_shared": plain(queueing.mean_wait(arrival_rate=BUSY / MINUTES, service_rate=1 / MINUTES, servers=2), 1),
    }


def short(task: str) -> str:
    """Return a task without what is told of it.

    Examples
    --------
    >>> short("Payment reminders: the same text on the same dates, thirty a month")
    'Payment reminders'
    """
    return task.partition(":")[0].partition(",")[0]
