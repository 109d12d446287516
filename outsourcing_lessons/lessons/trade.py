"""What a trade says about itself: slots by name, which the course declares and each trade fills."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any


class Slots:
    """Values by name: ``slots.owner``, ``slots["owner"]`` or ``**slots``; a table within is slots again.

    ``values``: as they stand in the file: text, numbers, lists and tables.
    """

    def __init__(self, values: Mapping[str, Any]):
        self._values = MappingProxyType({name: _frozen(value) for name, value in values.items()})

    def __getattr__(self, name: str) -> Any:
        if not name.startswith("_") and name in self._values:
            return self._values[name]
        tables = [table for table, value in self._values.items() if isinstance(value, Slots) and name in value.keys()]
        meant = [f"{table}.{name}" for table in tables] or get_close_matches(name, self._values, 1)
        raise AttributeError(f"there is no slot {name!r}" + (f"; did you mean {' or '.join(meant)}?" if meant else ""))

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    def keys(self) -> Iterable[str]:
        """Return the names, which makes it a mapping where one is unpacked."""
        return self._values.keys()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({dict(self._values)!r})"


class Trade(Slots):
    """One of the trades a course speaks to: what all lessons may speak of, and a table for each lesson's own.

    ``common`` are tables that every lesson may speak of. ``multiples`` are slots that are multiples of the learner's
    hour value, to be shown as prices, and ``rates`` those that are what an hour of somebody's work is paid, as such a
    multiple. ``people`` are slots that name somebody who lives where the learner does, each with the slot of the
    pronoun.
    """

    def __init__(
        self,
        values: Mapping[str, Any],
        common: Iterable[str] = (),
        multiples: Iterable[str] = (),
        rates: Iterable[str] = (),
        people: Mapping[str, str] = MappingProxyType({}),
    ):
        super().__init__(values)
        self.people = people
        self._common, self.multiples, self.rates = tuple(common), tuple(multiples), tuple(rates)

    def with_names(self, names: Mapping[str, tuple[str, ...]], turn: int) -> Trade:
        """Return the trade with other names for the people who live where the learner does, wherever they are named.

        ``names`` are first and last names of a country, by pronoun, as many of each; ``turn`` says which of them:
        another one for each trade, while there are enough. Nobody is in one story twice, and nobody has the first name
        of somebody else in it, while there are others.
        """
        others: dict[str, str] = {}
        used = set(WORD.findall(" ".join(_texts(self)))) - {first_name(self[slot]) for slot in self.people}
        for place, (slot, pronoun) in enumerate(self.people.items()):
            there = names[self[pronoun]]
            first = (turn + place * APART) % len(there)
            free = [one for one in there[first:] + there[:first] if one not in others.values()]
            others[self[slot]] = next((one for one in free if first_name(one) not in used), free[0])
        values = {name: _renamed(self._values[name], others) for name in self.keys()}
        return Trade(values, self._common, self.multiples, self.rates, self.people)

    def of(self, lesson: str) -> Slots:
        """Return what only the lesson of that slug speaks of; nothing, if it has no slots of its own."""
        own = self._values.get(lesson)
        return own if isinstance(own, Slots) else Slots({})

    def fields(self, lesson: str = "") -> dict[str, str | float]:
        """Return the text and numbers that a lesson may speak of, by name: common ones, then its own.

        Lists have no place in a sentence, and are left out.
        """
        return {name: value for name, value in self._said(lesson) if isinstance(value, PLAIN)}

    def lists(self, lesson: str = "") -> dict[str, tuple[str, ...]]:
        """Return the lists of text that a question of a lesson may draw from, by name."""
        return {name: value for name, value in self._said(lesson) if _is_texts(value)}

    def _said(self, lesson: str) -> Iterator[tuple[str, Any]]:
        """Yield all slots that a lesson may speak of: common ones, then its own."""
        for table in (self, *(self._values[name] for name in self._common), self.of(lesson)):
            yield from table._values.items()


PLAIN = (str, int, float)
APART = 3  # names between two people of a trade
FAMILY_FIRST = frozenset({"Nguyen", "Tran", "Pham", "Hoang", "Phan", "Dang"})  # Vietnamese names end with the given one
WORD = re.compile(r"[\w'’-]+")


def first_name(name: str) -> str:
    """Return what somebody is called by those who work with them.

    Examples
    --------
    >>> first_name("Leila Haddad"), first_name("Nguyen Minh Anh")
    ('Leila', 'Anh')
    """
    first, *others = name.split()
    return others[-1] if others and first in FAMILY_FIRST else first


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Slots | tuple):
        for one in value if isinstance(value, tuple) else map(value.__getitem__, value.keys()):
            yield from _texts(one)


def _is_texts(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(one, str) for one in value)


def _frozen(value: Any) -> Any:
    if isinstance(value, Mapping):
        return Slots(value)
    if isinstance(value, list | tuple):
        return tuple(_frozen(one) for one in value)
    return value


def _renamed(value: Any, others: Mapping[str, str]) -> Any:
    if isinstance(value, Slots):
        return Slots({name: _renamed(value[name], others) for name in value.keys()})
    if isinstance(value, tuple):
        return tuple(_renamed(one, others) for one in value)
    if isinstance(value, str):
        for name, other in others.items():
            value = value.replace(name, other)
    return value
