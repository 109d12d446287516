"""Fields in braces, such as ``{learner}``, in a text for all learners, and what of a learner's takes their place.

What is filled in is never read as anything but text: there are no expressions, and a brace in a name is a brace.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.money import money, plain
from outsourcing_lessons.roster.person import Person

FIELD = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
AROUND = 20  # characters of the text that are shown after a brace without its other
DOUBLED = {"{{": "{", "}}": "}"}


def fields_of(profile: LearnerProfile, person: Person) -> dict[str, str]:
    """Return what can be filled in for a learner: what the workbook is made with, then the roster's other columns.

    Examples
    --------
    >>> fields_of(LearnerProfile(country="DE", hour_value=1234.5, weekly_hours=37.5), Person())["weekly_hours"]
    '37,5'
    """
    with chosen().case(profile).writing():
        own = {
            "learner_id": profile.learner_id,
            "learner": profile.learner,
            "business": profile.business,
            "country": profile.country,
            "currency": profile.currency,
            "hour_value": money(profile.hour_value, profile.currency),
            "weekly_hours": plain(profile.weekly_hours, 2),
            "email": person.email,
        }
    return {**person.extra, **own}


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of the fields of a text, in order, each once.

    Examples
    --------
    >>> names_in("{learner}, {{of}} {department} and {learner}")
    ('learner', 'department')
    """
    return tuple(dict.fromkeys(found[1].strip() for found in FIELD.finditer(text) if found[1] is not None))


def filled(
    text: str, values: Mapping[str, str], place: str, written: Callable[[str], str] = lambda value: value
) -> str:
    """Return a text with its fields filled in.

    A brace that is no field is doubled. ``place`` is where the text stands, for errors; ``written`` is how a value is
    written where the text goes: escaped, where it would be read as markup.

    Raises InputError when there is no field of that name, or a brace has no other.

    Examples
    --------
    >>> filled("{learner} - {{Autumn}}", {"learner": "Ada {x}"}, "--name")
    'Ada {x} - {Autumn}'
    """

    def value(found: re.Match[str]) -> str:
        if found[0] in DOUBLED:
            return DOUBLED[found[0]]
        if found[1] is None:
            raise InputError(alone(found, place))
        name = found[1].strip()
        if name not in values:
            raise InputError(unknown(name, values, place))
        return written(values[name])

    return FIELD.sub(value, text)


def alone(found: re.Match[str], place: str) -> str:
    """Return the sentence about a brace that belongs to no field."""
    brace, text = found[0], found.string
    line = text.count("\n", 0, found.start()) + 1
    where = f"line {line}, " if "\n" in text.strip() else ""
    if brace == "{":
        seen = text[found.start() : found.start() + AROUND].splitlines()[0]
    else:
        seen = text[max(0, found.end() - AROUND) : found.end()].splitlines()[-1]
    missing = "is not closed" if brace == "{" else "closes nothing"
    return (
        f"{place}: {where}the brace in {seen!r} {missing}; write a field as {{learner}}, and a brace that"
        f" belongs to none twice, {brace * 2}"
    )


def unknown(name: str, values: Mapping[str, str], place: str) -> str:
    """Return the sentence about a field that there is none of."""
    near = get_close_matches(name.lower(), values, n=1)
    asked = f" (did you mean {{{near[0]}}}?)" if near else ""
    return f"{place}: there is no field {{{name}}}; there are: {', '.join(f'{{{each}}}' for each in values)}{asked}"
