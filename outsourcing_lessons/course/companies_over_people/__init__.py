"""Lesson 03, Companies over people: buy skill, cover and accountability from whoever can show them."""

from pathlib import Path

from outsourcing_lessons.course.companies_over_people import (
    choice_computed,
    money_computed,
    predictions,
    recall_computed,
    recall_market_computed,
    risk_computed,
    tests_computed,
)
from outsourcing_lessons.course.companies_over_people.explorers import EXPLORERS
from outsourcing_lessons.course.companies_over_people.fields import fields_of
from outsourcing_lessons.course.companies_over_people.records_explorer import beforehand
from outsourcing_lessons.course.companies_over_people.research import RESEARCH
from outsourcing_lessons.course.companies_over_people.worksheet import provider_comparison
from outsourcing_lessons.lessons.bank import in_order
from outsourcing_lessons.lessons.lesson import Lesson, Objective
from outsourcing_lessons.lessons.questions import of_file

ORDER = """
    the-click five-or-fifty inflated reaching-worker fair-pay contract-form platform whose-data cap ownership
    machine-made provider-machine third-way weigh ending signal first-of-kind
    round-the-clock intentions recall-chain recall-two-questions recall-inflation recall-premium
    recall-effort recall-passing-on recall-assignment recall-survive recall-market test-record
"""

LESSON = Lesson(
    slug="companies-over-people",
    number="03",
    title="Companies over people",
    notebook="03_companies_over_people.ipynb",
    minutes=45,
    objectives=(
        Objective("weigh-ratings", "Weigh a rating by the jobs behind it, and say how sure you may be."),
        Objective(
            "follow-money",
            "Follow your money to the one who does the work, and say what a way of paying will make them do.",
        ),
        Objective(
            "settle-risk",
            "Settle absence, data, damage, rights, machines and the end before the first day, with a person and a company alike.",
        ),
        Objective(
            "know-limits", "Say when a company is worth its price, when it is not, and how strong the evidence is."
        ),
    ),
    items=in_order(
        ORDER,
        (
            *of_file(Path(__file__).with_name("questions.md"), "companies-over-people", fields_of).values(),
            *choice_computed.ITEMS,
            *money_computed.ITEMS,
            *predictions.ITEMS,
            *recall_computed.ITEMS,
            *recall_market_computed.ITEMS,
            *risk_computed.ITEMS,
            *tests_computed.ITEMS,
        ),
    ),
    explorers=EXPLORERS,
    reveals={"the-click": predictions.reveal_the_click, "five-or-fifty": predictions.reveal_five_or_fifty},
    research=RESEARCH,
    worksheet=provider_comparison,
    fields=fields_of,
    beforehand=beforehand,
)
