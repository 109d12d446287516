"""Who a workbook is for; the same fields as the notebooks' parameters."""

from __future__ import annotations

import hashlib
import math
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any

from outsourcing_lessons.errors import ProfileError
from outsourcing_lessons.money import CURRENCIES
from outsourcing_lessons.places import COUNTRIES, currency_of

EDITIONS = ("study", "print", "key")
LEARNER_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
CODES = {"country": tuple(sorted(COUNTRIES)), "currency": tuple(sorted(CURRENCIES))}
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
LONGEST_NAME = 200
# Characters nobody can see: control and format characters, halves of others, line and paragraph separators; and some
# that count as letters. Joiners are needed by some scripts, and marks of direction beside names from right to left.
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
BLANK = "\u115f\u1160\u2800\u3164\uffa0\u034f"
JOINERS, MARKS, FIRST_JOINED = "\u200c\u200d", "\u200e\u200f\u061c", 0x0590
# What the variant of an item depends on, and nothing else does.
CHOOSES_VARIANT = ("business", "country", "currency", "hour_value", "weekly_hours", "seed")


@dataclass(frozen=True)
class LearnerProfile:
    """Settings of one person.

    Raises `ProfileError` at the first that is not usable; `faults_of` finds them all.
    """

    learner_id: str = "guest"  # of a-z, 0-9 and hyphen, up to 64; no name that Windows keeps for itself (con, nul, ...)
    learner: str = "Guest"  # printed on the workbook; any script, 1 to 200 characters, none that cannot be seen
    business: str = ""  # a trade of the course, which the course checks; "" for its first
    country: str = ""  # ISO 3166, two letters; "" says nothing about law or tax, and numbers have no format
    currency: str = "EUR"  # ISO 4217
    hour_value: float = 60.0  # of one of the learner's own hours, from 1 to 100 million of the currency
    unsold_hour_value: float = 0.0  # of an hour that is not sold, likewise; 0 where it is worked out
    weekly_hours: float = 50.0  # hours worked in a week, in [1, 112]
    seed: int = 1  # chooses the variant of every item, in [0, 2**53)
    edition: str = "study"  # or "print", "key"

    def __post_init__(self) -> None:
        for name in PARAMETERS:
            check(name, getattr(self, name))


PARAMETERS = tuple(field.name for field in fields(LearnerProfile))


def check(name: str, value: object) -> None:
    """Raise a ProfileError unless the value is usable for the parameter of that name."""
    allowed = _RULES[name](value)
    if allowed:
        raise ProfileError(name, value, allowed)


def faults_of(values: dict[str, object]) -> list[ProfileError]:
    """Return what is wrong with each of the given parameters, not only the first."""
    found: list[ProfileError] = []
    for name, value in values.items():
        try:
            check(name, value)
        except ProfileError as error:
            found.append(error)
    return found


def with_currency(values: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters of a learner with the currency of their country, where they name a country alone.

    Examples
    --------
    >>> with_currency({"country": "SE"}), with_currency({"country": "SE", "currency": "EUR"})
    ({'currency': 'SEK', 'country': 'SE'}, {'country': 'SE', 'currency': 'EUR'})
    """
    country = values.get("country")
    if not isinstance(country, str) or country not in COUNTRIES or "currency" in values:
        return values
    return {"currency": currency_of(country) or LearnerProfile.currency, **values}


def seed_of(learner_id: str) -> int:
    """Return the seed of a learner whose roster row names none: a stable hash of the id, in [0, 2**32)."""
    return int.from_bytes(hashlib.sha256(learner_id.encode()).digest()[:4], "big")


def _learner_id(value: object) -> str | None:
    if not isinstance(value, str) or not LEARNER_ID.fullmatch(value):
        return "1 to 64 of a-z, 0-9 and hyphen, not beginning with a hyphen"
    return "a name that Windows does not keep for itself" if value in RESERVED else None


def _learner(value: object) -> str | None:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_NAME:
        return f"a name of 1 to {LONGEST_NAME} characters"
    strange = next((char for place, char in enumerate(value) if not _printable(value, place)), "")
    if strange and unicodedata.category(strange) in ("Cc", "Cs"):
        return "a name without control characters"
    if strange:
        return (
            f"a name without U+{ord(strange):04X} ({unicodedata.name(strange, 'no character')}), which nobody can see"
        )
    if not any(unicodedata.category(char)[0] in "LNPS" and char not in BLANK for char in value):
        return "a name in which something can be seen"
    return None


def _printable(name: str, place: int) -> bool:
    """Return whether a character has a place in a name: seen, or at work between those that are."""
    char = name[place]
    if char in JOINERS:
        # Scripts that join and stack letters need them, and pictures made of several; within Latin they hide.
        return place > 0 and ord(name[place - 1]) >= FIRST_JOINED
    if char in MARKS:
        return True
    return unicodedata.category(char) not in UNSEEN and char not in BLANK and not _is_nobodys(ord(char))


def _is_nobodys(code: int) -> bool:
    """Return whether Unicode has promised never to use a place: documents leave it out, and so change the name."""
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def one_of(names: Sequence[str]) -> Callable[[object], str | None]:
    """Return the rule that a value is one of some names: None if it is, what is allowed if not."""

    def rule(value: object) -> str | None:
        if isinstance(value, str) and value in names:
            return None
        near = get_close_matches(str(value)[:60].lower(), names, n=1)
        return f"one of: {', '.join(names)}" + (f" (did you mean {near[0]!r}?)" if near else "")

    return rule


def _business(value: object) -> str | None:
    return None if isinstance(value, str) else "the name of a trade"


def _country(value: object) -> str | None:
    known = isinstance(value, str) and (value == "" or value in COUNTRIES)
    return None if known else "an ISO 3166 code of two capitals, such as DE or GB, or nothing"


def _unsold(value: object) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool) and value == 0:
        return None
    return _between(1, 1e8, "0, or a number from 1 to 100,000,000, in the currency")(value)


def _currency(value: object) -> str | None:
    known = isinstance(value, str) and value in CURRENCIES
    return None if known else "a current ISO 4217 code in capitals, such as EUR or GBP"


def _between(low: float, high: float, words: str) -> Callable[[object], str | None]:
    def rule(value: object) -> str | None:
        if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
            return words
        return None if low <= value <= high else words

    return rule


def _seed(value: object) -> str | None:
    whole = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53
    return None if whole else "a whole number, 0 or more, below 2**53"


_RULES = {
    "learner_id": _learner_id,
    "learner": _learner,
    "business": _business,
    "country": _country,
    "currency": _currency,
    "hour_value": _between(1, 1e8, "a number from 1 to 100,000,000, in the currency"),
    "unsold_hour_value": _unsold,
    "weekly_hours": _between(1, 112, "a number of hours from 1 to 112"),
    "seed": _seed,
    "edition": one_of(EDITIONS),
}
