"""Who is to get what: the learners of a batch, and which lessons and files each of them gets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.brand import Brand
from outsourcing_lessons.errors import InputError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render.deliver.names import cleaned
from outsourcing_lessons.render.deliver.wanted import Wanted
from outsourcing_lessons.render.fields import fields_of, filled
from outsourcing_lessons.render.look import NO_BRAND
from outsourcing_lessons.render.plan import Job, Own, formats_of, keep_keys_back
from outsourcing_lessons.roster import Roster
from outsourcing_lessons.roster.person import NOBODY
from outsourcing_lessons.roster.values import id_in

SPAN = re.compile(r"(\d+)\s*[-–]\s*(\d+)")


@dataclass(frozen=True)
class Cohort:
    """The learners of a batch."""

    roster: Roster  # all of them, each with a trade of the course
    formats: tuple[str, ...]  # what each gets, in the fixed order
    wanted: Wanted
    own: Mapping[str, Own]  # lessons and names of files, by learner id

    @property
    def learners(self) -> Sequence[LearnerProfile]:
        """All of the roster, also those who are not made this time."""
        return self.roster.learners

    @property
    def lessons(self) -> set[str]:
        """The slugs of all lessons that somebody gets."""
        return {slug for each in self.own.values() for slug in each.lessons}

    def jobs(self, missing_glyphs: Mapping[str, str], sharded: bool) -> list[Job]:
        """Return the jobs in the order of the roster.

        ``missing_glyphs`` are the characters that no font has, by learner id; ``sharded``: whether folders are spread
        over shelves.
        """
        ids = ((one, one.learner_id) for one in self.learners)
        return [Job(one, self.formats, missing_glyphs.get(i, ""), sharded, self.own[i]) for one, i in ids]

    def due(self, jobs: Iterable[Job]) -> list[Job]:
        """Return those of the jobs that are to be done this time."""
        return [job for job in jobs if not self.wanted.only or job.profile.learner_id in self.wanted.only]


def cohort_of(roster: Roster, wanted: Wanted, brand: Brand = NO_BRAND) -> Cohort:
    """Return the cohort of a command; raises InputError when it cannot have what it is to have."""
    roster = replace(roster, learners=tuple(chosen().with_trade(one) for one in roster.learners))
    kinds = formats_of(wanted.formats)
    keep_keys_back(roster.learners)
    wanted = replace(wanted, only=ids_of(wanted.only, roster.learners))
    wanted.check(roster)
    return Cohort(roster, kinds, wanted, own_of(roster, wanted, brand))


def slugs_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return lessons by their slugs, in the order of the course; all of them for no names, several for ``01-03``."""
    wanted = {slug for name in names for slug in _slugs_in(name.strip())}
    return tuple(lesson.slug for lesson in chosen().lessons if not wanted or lesson.slug in wanted)


def _slugs_in(name: str) -> list[str]:
    """Return the lesson of a name, or those from one number to another."""
    span = SPAN.fullmatch(name)
    first, last = (int(number) for number in span.groups()) if span else (1, 0)
    found = [one.slug for one in chosen().lessons if one.number.isdigit() and first <= int(one.number) <= last]
    return found or [chosen().lesson(name).slug]


def own_of(roster: Roster, wanted: Wanted, brand: Brand = NO_BRAND) -> dict[str, Own]:
    """Return, by learner id, what is their own; the brand has the letter to each.

    Raises InputError when there is no such lesson, or no such field in the pattern of the files' names.
    """
    for_all = slugs_of(wanted.lessons)
    found = {}
    for learner in roster.learners:
        person = roster.people.get(learner.learner_id, NOBODY)
        fields = brand.fields | fields_of(learner, person)
        stem = cleaned(filled(wanted.name, fields, "--name")) if wanted.name else Own.stem
        letter = filled(brand.letter, fields, "the letter", escape.markdown)
        found[learner.learner_id] = Own(stem, slugs_of(person.lessons) if person.lessons else for_all, letter)
    return found


def ids_of(only: Sequence[str], learners: Sequence[LearnerProfile]) -> tuple[str, ...]:
    """Return ids that are asked for as the roster has them; raises InputError if somebody is not among the learners."""
    ids = {learner.learner_id for learner in learners}
    found = tuple(one if one in ids else id_in(one) for one in only)
    for one, folded in zip(only, found, strict=True):
        if folded not in ids:
            near = get_close_matches(one.lower(), sorted(ids), n=1)
            asked = f" (did you mean {near[0]}?)" if near else ""
            raise InputError(f"--only: no learner of the roster has the id {one!r}{asked}")
    return found
