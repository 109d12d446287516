"""What people in the stories are called where the learner lives: a course's ``names.toml``, if it has one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.toml_file import Table, read, refusal
from outsourcing_lessons.lessons.trade import Trade
from outsourcing_lessons.places import COUNTRIES

FILE = "names.toml"
PRONOUNS = ("she", "he")
LEAST = 4  # names of a group, so that no story has two people of one name; trades beyond them share some
Name = Annotated[str, Field(pattern=r"^\S+( \S+)+$")]
Names = Mapping[str, tuple[str, ...]]  # by pronoun


class Group(Table):
    """Names of some countries, first and last, of women and of men."""

    countries: list[str]
    she: list[Name]
    he: list[Name]


def read_names(folder: Path) -> dict[str, Names]:
    """Return the names of each country, by pronoun; none if the course keeps no such file.

    Raises ContentError with every fault of the file.
    """
    path = folder / FILE
    if not path.exists():
        return {}
    groups = read(path, dict[str, Group])
    if faults := list(_faults(groups)):
        raise ContentError(refusal(path, faults))
    return {
        country: {"she": tuple(group.she), "he": tuple(group.he)}
        for group in groups.values()
        for country in group.countries
    }


def local_trades(trades: Mapping[str, Trade], names: Mapping[str, Names]) -> Callable[[str, str], Trade]:
    """Return a function of country and trade: the trade with names of the country, as it is where none are known."""
    turns = {business: turn for turn, business in enumerate(trades)}

    @cache
    def trade_in(country: str, business: str) -> Trade:
        there, trade = names.get(country), trades[business]
        return trade.with_names(there, turns[business]) if there else trade

    return trade_in


def sharing(folder: Path, trades: int) -> tuple[str, ...]:
    """Return the groups whose names are too few for each trade to have its own, where somebody might compare two."""
    path = folder / FILE
    groups = read(path, dict[str, Group]) if path.exists() else {}
    return tuple(name for name, group in groups.items() if min(len(group.she), len(group.he)) < trades)


def _faults(groups: Mapping[str, Group]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for name, group in groups.items():
        for country in group.countries:
            if country not in COUNTRIES:
                yield f"{name}.countries has {country!r}; allowed: an ISO 3166 code of two letters"
            if seen.setdefault(country, name) != name:
                yield f"{name}.countries has {country}, and so has {seen[country]}"
        for pronoun in PRONOUNS:
            there = getattr(group, pronoun)
            if len(set(there)) < max(LEAST, len(there)):
                yield f"{name}.{pronoun} has {len(set(there))} different names; allowed: {LEAST} or more, each once"
