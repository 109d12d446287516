"""What of a workbook is one learner's: which lessons, and what its files are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render.deliver.names import cleaned
from outsourcing_lessons.render.fields import fields_of, filled
from outsourcing_lessons.render.plan import Own
from outsourcing_lessons.roster.person import NOBODY, Person


def slugs_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return lessons by their slugs, in the order of the course; all of them for no names."""
    wanted = {chosen().lesson(name.strip()).slug for name in names}
    return tuple(lesson.slug for lesson in chosen().lessons if not wanted or lesson.slug in wanted)


def own_of(
    learners: Sequence[LearnerProfile], people: Mapping[str, Person], lessons: Sequence[str] = (), name: str = ""
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

    Raises
    ------
    InputError
        When there is no such lesson, or no such field in the pattern.
    """
    for_all = slugs_of(lessons)
    found = {}
    for learner in learners:
        person = people.get(learner.learner_id, NOBODY)
        stem = cleaned(filled(name, fields_of(learner, person), "--name")) if name else Own.stem
        found[learner.learner_id] = Own(stem, slugs_of(person.lessons) if person.lessons else for_all)
    return found


def see_that_all_are_there(only: Iterable[str], learners: Sequence[LearnerProfile]) -> None:
    """Raise an InputError if somebody who is asked for by id is not among the learners."""
    ids = {learner.learner_id for learner in learners}
    for one in only:
        if one not in ids:
            near = get_close_matches(one.lower(), sorted(ids), n=1)
            asked = f" (did you mean {near[0]}?)" if near else ""
            raise InputError(f"--only: no learner of the roster has the id {one!r}{asked}")
