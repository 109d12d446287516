"""Whom to talk to before a second vote: somebody near who gave another answer.

A phone is told a letter, and a table where one is known: no number, no name. Of a question without letters, or where
all said the same, nothing is told: people turn to whoever sits beside them, and no phone gives the result away.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from outsourcing_lessons.items.item import Item
from outsourcing_lessons.words import LETTERS
from outsourcing_lessons.workshop.agenda import Agenda
from outsourcing_lessons.workshop.state import Person, Round, State

Hint = dict[str, str]  # ``letter`` of what they said, ``place`` where they are: "" for anywhere


def letters_of(item: Item, response: dict[str, Any]) -> frozenset[str]:
    """Return the letters of the options that somebody chose; none where the question has no options."""
    chosen = response.get("options", [response.get("option")])
    ids = [one.id for one in getattr(item, "options", ())]
    return frozenset(LETTERS[ids.index(one)] for one in chosen if one in ids and ids.index(one) < len(LETTERS))


def pairs(item: Item, before: Round, people: dict[str, Person]) -> dict[str, Hint]:
    """Return for each who answered whom to look for.

    Those at one table come first, then those at the nearest table whose number is known, then anybody: of the letters
    that they did not choose themselves the one that most have and fewest have been sent to.
    """
    said = {who: letters_of(item, one.response) for who, one in before.answers.items() if who in people}
    at: dict[str, Counter[str]] = {}
    for who, letters in said.items():
        at.setdefault(people[who].place.casefold(), Counter()).update(letters)
    room: Counter[str] = sum(at.values(), Counter())
    names = {people[who].place.casefold(): people[who].place for who in said}
    sent: Counter[tuple[str, str]] = Counter()
    found = {}
    for who in sorted(said, key=lambda one: people[one].number):
        mine = people[who].place.casefold()
        for place in [*_nearest(mine, at), ""]:
            there = at[place] if place else room
            others = [one for one in sorted(there) if one not in said[who]]
            if others:
                letter = min(others, key=lambda one: (sent[place, one] / there[one], one))
                sent[place, letter] += 1
                found[who] = {"letter": letter, "place": names.get(place, "") if place else ""}
                break
    return found


def _nearest(mine: str, places: dict[str, Counter[str]]) -> list[str]:
    """Return one's own place, and those whose number is known, the nearest first."""
    if not mine:
        return []
    number = _number(mine)
    others = [one for one in places if one not in ("", mine) and _number(one) is not None]
    if number is None:
        return [mine]
    return [mine, *sorted(others, key=lambda one: (abs((_number(one) or 0) - number), one))]


def _number(place: str) -> int | None:
    found = re.search(r"\d{1,6}", place)
    return int(found[0]) if found else None


class Talks:
    """Whom to talk to at the step that is on, worked out once: the vote before does not change any more."""

    def __init__(self) -> None:
        self._found: tuple[tuple[str, int], dict[str, dict[str, Hint]]] = ("", 0), {}

    def of(self, state: State, agenda: Agenda, step: str) -> dict[str, dict[str, Hint]]:
        """Return by participant a part of their page; none unless a step is open for another vote."""
        stands = state.step(step)
        if stands.status != "open" or stands.round < 2 or step not in agenda.steps:
            return {}
        if self._found[0] != (step, stands.round):
            found = pairs(agenda.steps[step].ask.item, stands.rounds[-2], state.people)
            self._found = (step, stands.round), {who: {f"pair:{step}": hint} for who, hint in found.items()}
        return self._found[1]
