"""Who is to get what: the learners of a batch, and which lessons and files each of them gets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.brand import Brand
from outsourcing_lessons.errors import InputError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render.deliver.names import cleaned
from outsourcing_lessons.render.deliver.wanted import Wanted
from outsourcing_lessons.render.fields import fields_of, filled
from outsourcing_lessons.render.look import NO_BRAND
from outsourcing_lessons.render.plan import Job, Own, formats_of, jobs_for, keep_keys_back
from outsourcing_lessons.roster.person import NOBODY, Person

SPAN = re.compile(r"(\d+)\s*[-–]\s*(\d+)")


@dataclass(frozen=True)
class Cohort:
    """The learners of a batch; ``own`` and ``people`` are by learner id.

    Parameters
    ----------
    learners : sequence of LearnerProfile
        With different ids.
    people : mapping
        What the roster says of them besides.
    formats : tuple of str
        What each gets.
    wanted : Wanted
        What is made of the workbooks.
    only : tuple of str
        The ids of those who are to be made this time; all when empty.
    own : mapping
        Lessons and names of files.
    skipped : tuple
        Faults of the rows that were left out.
    """

    learners: Sequence[LearnerProfile]
    people: Mapping[str, Person]
    formats: tuple[str, ...]
    wanted: Wanted
    only: tuple[str, ...]
    own: Mapping[str, Own]
    skipped: tuple[Any, ...] = field(default=())

    @property
    def lessons(self) -> set[str]:
        """The slugs of all lessons that somebody gets."""
        return {slug for each in self.own.values() for slug in each.lessons}

    def jobs(self, missing_glyphs: Mapping[str, str], sharded: bool) -> list[Job]:
        """Return the jobs in the order of the roster; arguments as in `jobs_for`."""
        return jobs_for(self.learners, self.formats, missing_glyphs, sharded, self.own)

    def due(self, jobs: Iterable[Job]) -> list[Job]:
        """Return those of the jobs that are to be done this time."""
        return [job for job in jobs if not self.only or job.profile.learner_id in self.only]


def cohort_of(
    learners: Sequence[LearnerProfile],
    people: Mapping[str, Person],
    formats: Sequence[str],
    lessons: Sequence[str],
    wanted: Wanted,
    skipped: Sequence[Any] = (),
    brand: Brand = NO_BRAND,
) -> Cohort:
    """Return the cohort of a command; raises InputError when it cannot have what it is to have."""
    learners, kinds = [chosen().with_trade(one) for one in learners], formats_of(formats)
    keep_keys_back(learners)
    see_that_all_are_there(wanted.only, learners)
    wanted.check(learners, people, kinds)
    own = own_of(learners, people, lessons, wanted.name, brand)
    return Cohort(learners, people, kinds, wanted, tuple(wanted.only), own, tuple(skipped))


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


def own_of(
    learners: Sequence[LearnerProfile],
    people: Mapping[str, Person],
    lessons: Sequence[str] = (),
    name: str = "",
    brand: Brand = NO_BRAND,
) -> dict[str, Own]:
    """Return, by learner id, what is their own.

    Parameters
    ----------
    learners : sequence of LearnerProfile
        The cohort.
    people : mapping
        What the roster says of them besides, by learner id.
    lessons : sequence of str
        The lessons of those for whom the roster names none, by number or name.
    name : str
        The pattern of the files' names, such as ``"{learner} - Outsourcing"``.
    brand : Brand
        With the letter to each learner.

    Raises
    ------
    InputError
        When there is no such lesson, or no such field in the pattern.
    """
    for_all = slugs_of(lessons)
    found = {}
    for learner in learners:
        person = people.get(learner.learner_id, NOBODY)
        fields = brand.fields | fields_of(learner, person)
        stem = cleaned(filled(name, fields, "--name")) if name else Own.stem
        letter = filled(brand.letter, fields, "the letter", escape.markdown)
        found[learner.learner_id] = Own(stem, slugs_of(person.lessons) if person.lessons else for_all, letter)
    return found


def see_that_all_are_there(only: Iterable[str], learners: Sequence[LearnerProfile]) -> None:
    """Raise an InputError if somebody who is asked for by id is not among the learners."""
    ids = {learner.learner_id for learner in learners}
    for one in only:
        if one not in ids:
            near = get_close_matches(one.lower(), sorted(ids), n=1)
            asked = f" (did you mean {near[0]}?)" if near else ""
            raise InputError(f"--only: no learner of the roster has the id {one!r}{asked}")
