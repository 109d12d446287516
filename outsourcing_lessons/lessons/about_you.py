"""The form in which a learner says who they are, from their profile, and the profile from what they typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from outsourcing_lessons.blocks.profile import Profile, ProfileField
from outsourcing_lessons.errors import ProfileError
from outsourcing_lessons.items.amounts import typed as typed_as
from outsourcing_lessons.items.numbers import read_number
from outsourcing_lessons.learner import LearnerProfile, check
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.ids import part_id
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.wage import on_rates
from outsourcing_lessons.money import CURRENCIES, SYMBOLS
from outsourcing_lessons.places import COUNTRIES, currency_of, numbers_of

GUEST = LearnerProfile.learner_id
LINE, NUMBER, CHOICE = "line", "number", "choice"
# What a learner may set, in the order of the form: label, type, and what helps.
ASKED: dict[str, tuple[str, Any, str]] = {
    "learner": ("Your name", LINE, "It is printed on your pages."),
    "business": ("Your trade", CHOICE, "Stories and examples come from it; choose the closest."),
    "country": ("Your country", CHOICE, "Optional."),
    "currency": ("Your currency", CHOICE, ""),
    "weekly_hours": ("Hours you work in a week", NUMBER, ""),
    "hour_value": ("What an hour you sell brings in", NUMBER, "What a customer pays for it."),
    "unsold_hour_value": (
        "What an hour you do not sell is worth", NUMBER, "Optional: if you leave it empty, the course works it out."
    ),
}  # fmt: skip


def about_you(case: Case, lesson: Lesson, fixed: frozenset[str] = frozenset(), saved: bool = False) -> Profile:
    """Return the form for a learner; one whose profile comes with their notebook has the line alone.

    ``fixed`` are the settings that the notebook itself makes; ``saved``: whether the learner has saved settings before.
    """
    profile = case.profile
    editable = profile.learner_id == GUEST and profile.edition == "study"
    fields = tuple(_profile_field(name, case, name in fixed) for name in ASKED) if editable else ()
    return Profile(id=part_id(lesson.slug, "profile"), line=line_of(case), fields=fields, saved=saved)


def line_of(case: Case) -> str:
    """Return whom a lesson is made for, in a sentence."""
    profile = case.profile
    with case.writing():
        a_week = f"{hours(profile.weekly_hours)} a week"
    facts = [profile.business, case.place.name if profile.country else "", a_week]
    facts.append(f"{case.money(profile.hour_value)} for an hour you sell")
    if profile.unsold_hour_value:
        facts.append(f"{case.money(profile.unsold_hour_value)} for one you do not")
    made = f"Made for {profile.learner}: {', '.join(filter(None, facts))}. Stories and sums follow these numbers."
    return " ".join(filter(None, (made, on_rates(case))))


def read_settings(typed: Mapping[str, Any], course: Course) -> tuple[dict[str, Any], dict[str, str]]:
    """Read a form.

    ``typed``: what stands in its fields, by name.

    Returns the parameters that can be used, and what is wrong with the others, a sentence each.
    """
    settings: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for name in ASKED:
        if name not in typed:
            continue
        text = typed[name].strip() if isinstance(typed[name], str) else ""
        value = _read(name, text, typed)
        try:
            check(name, value)
            if name == "business":
                course.check_trade(value)
            settings[name] = value
        except ProfileError as error:
            found = f"“{text[:60]}” cannot be used" if text else "Nothing is written"
            faults[name] = f"{found}. Allowed is {error.allowed}."
    return settings, faults


def _read(name: str, text: str, typed: Mapping[str, Any]) -> object:
    if ASKED[name][1] != NUMBER:
        return text
    if name == "unsold_hour_value" and not text:
        return 0.0
    country, currency = (str(typed.get(name, "")) for name in ("country", "currency"))
    numbers = numbers_of(country, currency) if country in COUNTRIES and currency in CURRENCIES else ""
    readings = read_number(text, SYMBOLS.get(currency, currency), "hours" if name == "weekly_hours" else "", numbers)
    return readings[0] if readings else None


def _currencies() -> dict[str, str]:
    return {country: currency_of(country) for country in sorted(COUNTRIES) if currency_of(country)}


def _profile_field(name: str, case: Case, fixed: bool) -> ProfileField:
    label, kind, help_ = ASKED[name]
    value = getattr(case.profile, name)
    written = value if isinstance(value, str) else typed_as(value, case.numbers) if value else ""
    options = case.course.trade_names if name == "business" else ()
    named: dict[str, Any] = {"country": "region", "currency": "currency"}
    return ProfileField(
        name=name,
        label=label,
        help=help_,
        type=kind,
        value=written,
        options=options,
        codes=named.get(name, ""),
        suggests=_currencies() if name == "country" else {},
        fixed=fixed,
    )
