"""Lesson 03, Companies over people: buy skill, cover and accountability from whoever can show them."""

from outsourcing_lessons.course.companies_over_people import (
    before_after,
    choice_items,
    money_items,
    predictions,
    rating_items,
    recall,
    recall_risk,
    risk_items,
    when_wrong,
)
from outsourcing_lessons.course.companies_over_people.explorers import EXPLORERS
from outsourcing_lessons.course.companies_over_people.fields import fields_of
from outsourcing_lessons.course.companies_over_people.research import RESEARCH
from outsourcing_lessons.course.companies_over_people.worksheet import provider_comparison
from outsourcing_lessons.lessons.lesson import Lesson, Objective

COMPANIES_OVER_PEOPLE = Lesson(
    slug="companies-over-people",
    number="03",
    title="Companies over people",
    notebook="03_companies_over_people.ipynb",
    minutes=50,
    objectives=(
        Objective("weigh-ratings", "Weigh a rating by the jobs behind it, and say how sure you may be."),
        Objective(
            "follow-money",
            "Follow your money to the one who does the work, and say what a way of paying will make them do.",
        ),
        Objective(
            "settle-risk",
            "Settle absence, data, damage, rights and the end before the first day, with a person and with a company alike.",
        ),
        Objective(
            "know-limits", "Say when a company is worth its price, when it is not, and how strong the evidence is."
        ),
    ),
    items=(
        *predictions.ITEMS,
        *rating_items.ITEMS,
        *money_items.ITEMS,
        *risk_items.ITEMS,
        *choice_items.ITEMS,
        *when_wrong.ITEMS,
        *recall.ITEMS,
        *recall_risk.ITEMS,
        *before_after.ITEMS,
    ),
    explorers=EXPLORERS,
    reveals={"five-or-fifty": predictions.reveal_five_or_fifty},
    research=RESEARCH,
    worksheet=provider_comparison,
    fields=fields_of,
)
