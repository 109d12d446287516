"""The learner's case: who they are, in which trade, and how their numbers are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.trade import Trade, first_name
from outsourcing_lessons.money import about, money, plain, prefix_of, readable
from outsourcing_lessons.number_format import NumberFormat, in_force, localised, writing
from outsourcing_lessons.places import ANY_WAGE, Place, numbers_of, place_of

if TYPE_CHECKING:
    from outsourcing_lessons.lessons.course import Course

# Slots that go by another name in text.
NAMES = {"done": "finished"}

# What the fields are that no slot of a trade says, in the order of the page that lists them.
ABOUT = {
    "learner": "Name of the learner.",
    "business": "Name of the trade, as in the notebooks' parameter business.",
    "hour": "What one of the learner's own hours is worth, as a number.",
    "weekly_hours": "Hours that the learner works in a week, as a number.",
    "country_name": "What the learner's country is called; neutral words where none is named.",
    "tax_word": "What a tax on what is sold is called there: VAT, GST; neutral words where that is not known.",
    "paper_size": "The size of paper that is used there: A4, letter.",
    "wage_floor": "The least that an hour of an employee may be paid there; neutral words where that is not known.",
}
FUNCTIONS = {
    "money": "money(hour)",
    "about": "about(52 * hour)",
    "price": "money(price(1.5))",
    "hours": "hours(13.6)",
    "count": "count(12)",
    "counted": "counted(24, 'job')",
    "capital": "capital('an answer')",
    "lower": "lower('An answer')",
    "first_name": "first_name(owner)",
    "season": "season('winter')",
}

WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True)
class Case:
    """A profile together with its trade in a course; everything a lesson personalises comes from here."""

    profile: LearnerProfile
    trade: Trade
    course: Course = field(repr=False, compare=False)

    @property
    def prefix(self) -> str:
        """The currency as it stands before an amount where no format of numbers is in force."""
        return prefix_of(self.profile.currency)

    @property
    def place(self) -> Place:
        """What is known of the learner's country."""
        return place_of(self.profile.country)

    @property
    def numbers(self) -> str:
        """The format of numbers in the learner's country; "" where none is named."""
        return numbers_of(self.profile.country, self.profile.currency)

    def writing(self) -> AbstractContextManager[None]:
        """Have numbers written as in the learner's country, for what is made inside."""
        return writing(self.numbers)

    def money(self, amount: float) -> str:
        """Write an amount that is given, or that the learner can work out, in their currency: as it is."""
        with self.writing():
            return money(amount, self.profile.currency)

    def about(self, amount: float) -> str:
        """Write an amount that a model estimates, in the learner's currency and three figures."""
        with self.writing():
            return about(amount, self.profile.currency)

    def price(self, multiple: float) -> float:
        """Return an amount worth so many of the learner's hours, in two readable figures."""
        return readable(multiple * self.profile.hour_value, 2)

    @property
    def floor(self) -> float:
        """The least that an employee's hour may be paid there; 0 where it is not known in the learner's currency."""
        floor = self.place.floor
        return floor.amount if floor and floor.currency == self.profile.currency else 0.0

    @cached_property
    def raised(self) -> float:
        """By what the trade's rates are multiplied, so that the lowest is not below the floor: 1 is not at all."""
        lowest = min((float(self.trade[name]) for name in self.trade.rates), default=0.0) * self.hour
        return max(1.0, self.floor / lowest) if lowest else 1.0

    def rate(self, multiple: float) -> float:
        """Return what an hour of somebody's work is paid, in two readable figures and never below a known floor.

        All rates of a trade are raised alike, so that who is dearer stays dearer.
        """
        return max(self.price(multiple * self.raised), self.floor)

    @property
    def hour(self) -> float:
        """What one of the learner's own hours is worth."""
        return self.profile.hour_value

    @cached_property
    def fields(self) -> dict[str, object]:
        """What text may speak of in any lesson: see `lessons.fields`."""
        return self.fields_for("")

    def fields_for(self, lesson: str) -> dict[str, object]:
        """What text may speak of in the lesson of that slug: the case, the trade, and what the trade says there alone.

        A nested slot goes by its own name, but ``done`` by ``finished``: ``done`` is often the number of jobs.
        """
        profile = self.profile
        with self.writing():
            slots = {name: _here(value) for name, value in self.trade.fields(lesson).items()}
        return {
            **{NAMES.get(name, name): value for name, value in slots.items()},
            "learner": escape.markdown(profile.learner),
            "business": profile.business,
            "weekly_hours": profile.weekly_hours,
            "country_name": self.place.name,
            "tax_word": self.place.tax_word,
            "paper_size": self.place.paper,
            "wage_floor": f"{self.money(self.floor)} an hour" if self.floor else ANY_WAGE,
            "hour": self.hour,
            **{name: self.price(float(slots[name])) for name in self.trade.multiples if name in slots},
            **{name: self.rate(float(slots[name])) for name in self.trade.rates if name in slots},
            "money": self.money,
            "about": self.about,
            "price": self.price,
            "hours": hours,
            "count": count,
            "counted": counted,
            "capital": capital,
            "lower": lower,
            "first_name": first_name,
            "season": self.place.season,
        }


def known(
    case: Case, lesson: str, own: Callable[[Case], Mapping[str, object]], lists: bool = False
) -> Mapping[str, object]:
    """Return what a text of the lesson of that slug may speak of, with what only the lesson works out.

    ``lists``: also the lists that a question may draw from.
    """
    return _known(case, lesson, own, lists, in_force())


@lru_cache(maxsize=8)  # a workbook is made lesson by lesson, and some thirty texts of each ask for the same
def _known(
    case: Case, lesson: str, own: Callable[[Case], Mapping[str, object]], lists: bool, form: NumberFormat
) -> Mapping[str, object]:
    """Return the same for the format of numbers that is in force."""
    drawn_from = case.trade.lists(lesson) if lists else {}
    return MappingProxyType({**drawn_from, **case.fields_for(lesson), **own(case)})


def _here(value: str | float) -> str | float:
    return localised(value) if isinstance(value, str) else value


def hours(number: float) -> str:
    """Write a number of hours.

    Examples
    --------
    >>> hours(1), hours(2.5), hours(13.6), hours(120.4)
    ('1 hour', '2.5 hours', '13.6 hours', '120 hours')
    """
    number = readable(number, 3) if abs(number) >= 10 else round(number, 1)
    return f"{plain(number, 1)} hour" + ("" if number == 1 else "s")


def counted(number: float, one: str) -> str:
    """Write a number in figures with what it counts.

    Examples
    --------
    >>> counted(1, "matter"), counted(24, "matter")
    ('1 matter', '24 matters')
    """
    digits = plain(number, 1)
    return f"{digits} {one}" + ("" if digits == "1" else "s")


def capital(text: str) -> str:
    """Write a phrase as the beginning of a sentence.

    Examples
    --------
    >>> capital("product photos"), capital("an API test")
    ('Product photos', 'An API test')
    """
    return text[0].upper() + text[1:]


def lower(text: str) -> str:
    """Write a sentence as it goes on inside another.

    Examples
    --------
    >>> lower("A customer writes back")
    'a customer writes back'
    """
    return text[0].lower() + text[1:]


def count(number: int) -> str:
    """Write a small whole number as a word, as prose does, and a larger one in figures.

    Examples
    --------
    >>> count(2), count(12), count(13)
    ('two', 'twelve', '13')
    """
    return WORDS[number] if 0 <= number < len(WORDS) else plain(number)
