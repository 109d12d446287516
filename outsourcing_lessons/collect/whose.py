"""Whose answers a file holds: by its own word, by where a learning platform has put it, and by the roster."""

from __future__ import annotations

from itertools import count
from typing import NamedTuple

from outsourcing_lessons.collect.files import GivenFile, Unusable, shown
from outsourcing_lessons.collect.handed_in_by import People, id_from, names_by_platform, places_with_names
from outsourcing_lessons.collect.saved_answers import Saved, profile_in
from outsourcing_lessons.learner import LearnerProfile

NOBODY = "belongs to nobody in the roster"


class Owner(NamedTuple):
    """Whose it is, under which name, whose variants were answered, and what there is to say of it."""

    learner_id: str
    learner: str
    profile: LearnerProfile
    note: str = ""


class Whose:
    """Says whose each file is.

    ``people``: the roster, if there is one: then nobody else counts, and its settings do and not those in a file.
    """

    def __init__(self, people: People | None):
        self._people = people
        self._nameless: dict[str, tuple[str, ...]] = {}

    def __call__(self, saved: Saved, file: GivenFile) -> Owner:
        """Return whose a file is; raises Unusable if it is nobody's, or does not say which workbook it is from."""
        return self._in_roster(saved, file, self._people) if self._people else self._by_itself(saved, file)

    def _in_roster(self, saved: Saved, file: GivenFile, people: People) -> Owner:
        named = people.by_id.get(saved.learner_id)
        by = _found(people, names_by_platform(file.parts) if saved.own else [])
        if named:
            profile = named if saved.own else profile_in(saved, named.learner_id)
            lent = f"belongs to {named.learner_id}, but {by.learner_id} handed it in" if by and by != named else ""
            return Owner(named.learner_id, named.learner, profile, lent)
        if not saved.anonymous:
            raise Unusable(NOBODY)
        by = by or _found(people, self._names(saved, file))
        if by is None:
            name = shown(file.parts[-1].rpartition(".")[0])
            cure = f"give it the learner's id as its name, such as {name} -> ada.json"
            raise Unusable(f"does not say whose it is; {cure}" if saved.own else NOBODY)
        note = f"is {by.learner_id}'s, but not from the workbook that was handed out" if saved.own else ""
        return Owner(by.learner_id, by.learner, profile_in(saved, by.learner_id), note)

    @staticmethod
    def _names(saved: Saved, file: GivenFile) -> list[str]:
        """Return what else may name the learner; in a room a single word is what anybody may call themselves."""
        if saved.own:
            return [saved.learner, *places_with_names(file.parts)]
        return [saved.learner] if len(saved.learner.split()) > 1 else []

    def _by_itself(self, saved: Saved, file: GivenFile) -> Owner:
        if not saved.anonymous:
            return Owner(saved.learner_id, saved.learner, profile_in(saved, saved.learner_id))
        platform = names_by_platform(file.parts) if saved.own else []
        name = next(iter((*platform, *filter(None, [saved.learner]))), "")
        if name and name.lower() != "guest":
            learner_id = id_from(name)
            return Owner(learner_id, shown(name), profile_in(saved, learner_id))
        learner_id = self._free(file)
        return Owner(learner_id, "", profile_in(saved, learner_id), f"does not say whose it is: listed as {learner_id}")

    def _free(self, file: GivenFile) -> str:
        """Return an id from the name of a file, or its folder's, that no other file without a name has."""
        names = (*reversed(places_with_names(file.parts)[-2:]), *file.parts[-2:-1], "answers")
        base = next(id_from(name) for name in names if name.strip())
        tries = (base if number == 1 else f"{base[:58]}-{number}" for number in count(1))
        return next(one for one in tries if self._nameless.setdefault(one, file.parts) == file.parts)


def _found(people: People, names: list[str]) -> LearnerProfile | None:
    return next(filter(None, map(people.find, filter(None, names))), None)
