"""What the notebook of lesson 04 may speak of, beside what every lesson may."""

from __future__ import annotations

from dataclasses import asdict

from outsourcing_lessons.course.managing_not_replacing.predictions import wait_at
from outsourcing_lessons.course.managing_not_replacing.story_numbers import (
    BUSY,
    DAY_HOURS,
    DAYS,
    MINUTES,
    PREPARED,
    PRONOUNS,
    REQUESTS,
    WATCH,
    WEEKS,
    rate_of,
    rule_of,
    story_numbers,
    twist_of,
    wait_on_desk,
    wait_prepared,
)
from outsourcing_lessons.lessons.case import Case, lower
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.models import queueing
from outsourcing_lessons.money import plain

WAYS = ("drops", "automates", "delegates", "keeps")
YEARS_PROMISED = 5  # what the seller of the tool counts with


def fields_of(case: Case) -> dict[str, object]:
    """Return the people and the numbers of the story; of requests and questions: how many a day."""
    trade, story, twist = case.trade, story_numbers(case), twist_of(case)
    left_over = REQUESTS - story.asked + story.left
    she, her, hers = PRONOUNS[case.trade.owner_is]
    helper_she, helper_her, helper_hers = PRONOUNS[twist.helper_is]
    return {
        **asdict(story.tool),
        "she": she,
        "her": her,
        "hers": hers,
        "helper_she": helper_she,
        "helper_her": helper_her,
        "helper_hers": helper_hers,
        "sum": case.money(story.limit),
        "stop_cases": lower(twist.stop),
        "rate": rate_of(case),
        "owner_first": first_name(trade.owner),
        "helper": first_name(trade.freelancer),
        "customer_first": first_name(trade.customer),
        "question": twist.question.format(customer=trade.customer),
        "waited": twist.waited.format(customer=trade.customer),
        "rule": rule_of(case),
        "months": story.months,
        "asked": story.asked,
        "left": story.left,
        "a_day": REQUESTS,
        "minutes_each": MINUTES,
        "day_hours": DAY_HOURS,
        "promised": plain(story.tool.weekly * WEEKS * YEARS_PROMISED),
        "prepared": PREPARED,
        "left_over": left_over,
        "still_week": plain(story.left * MINUTES * DAYS / 60, 1),
        "before_week": plain(story.asked * MINUTES * DAYS / 60, 1),
        "saved_week": plain((story.asked - story.left) * MINUTES * DAYS / 60 - WATCH, 1),
        "wait": plain(wait_on_desk(left_over)),
        "wait_before": plain(wait_on_desk(REQUESTS)),
        "wait_evening": plain(DAY_HOURS / 2),
        "wait_prepared": plain(wait_prepared(story.asked)),
        "wait_apart": plain(wait_at(BUSY / 2), 1),
        "wait_shared": plain(queueing.mean_wait(arrival_rate=BUSY / MINUTES, service_rate=1 / MINUTES, servers=2), 1),
    }


def fields_of_questions(case: Case) -> dict[str, object]:
    """Return the same with the tasks that a question draws from, and `in_full`, which adds what is told of one."""
    twist = twist_of(case)
    told = {task.task: task.task + task.told for way in WAYS for task in twist[way]}
    lists = {way: tuple(task.task for task in twist[way]) for way in WAYS}
    return fields_of(case) | lists | {"in_full": lambda task: told[task]}
