"""Who is to get what: the learners of a batch, and which lessons and files each of them gets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import chain, zip_longest

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.brand import Brand
from outsourcing_lessons.errors import ArgumentError, InputError
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


# ---- Whom to render first ----


def canaries(learners: Sequence[LearnerProfile], count: int) -> tuple[LearnerProfile, ...]:
    """Return whom to render first, to learn in a minute what would go wrong in an hour, in the order of the roster.

    The strangest names always, since names are what nobody has tried before: of the longest, the one with the most
    signs in it, one that runs from right to left, and one of each script other than Latin. Then a learner of each trade
    and currency, since every story and number follows those two.

    ``count``: how many; all when there are fewer.
    """
    if count < 1:
        raise ArgumentError("canary", count, "a whole number, 1 or more")
    strange = dict.fromkeys(_strangest(learners))
    ranked = dict.fromkeys(chain(strange, _across(sorted(learners, key=lambda one: one not in strange))))
    sample = set(list(ranked)[:count])
    return tuple(learner for learner in learners if learner in sample)


def _strangest(learners: Sequence[LearnerProfile]) -> Iterator[LearnerProfile]:
    for strangeness in (_length, _leftward, _signs):
        most = max(learners, key=strangeness, default=None)
        if most and strangeness(most):
            yield most
    of_script: dict[str, LearnerProfile] = {}
    for learner in learners:
        for script in sorted(_scripts(learner.learner)):
            of_script.setdefault(script, learner)
    yield from of_script.values()


def _length(learner: LearnerProfile) -> int:
    return len(learner.learner)


def _leftward(learner: LearnerProfile) -> int:
    return sum(unicodedata.bidirectional(char) in ("R", "AL") for char in learner.learner)


def _signs(learner: LearnerProfile) -> int:
    return sum(unicodedata.category(char)[0] in "PSCM" for char in learner.learner)


def _scripts(name: str) -> set[str]:
    """Return the scripts of a name other than Latin, by the first word of Unicode's names of its letters."""
    words = {unicodedata.name(char, "UNKNOWN").split()[0] for char in name if not char.isascii() and char.isalpha()}
    return words - {"LATIN"}


def _across(learners: Sequence[LearnerProfile]) -> Iterator[LearnerProfile]:
    """Yield the first learner of each trade and currency, then the second of each, and so on."""
    strata: dict[tuple[str, str], list[LearnerProfile]] = {}
    for learner in learners:
        strata.setdefault((learner.business, learner.currency), []).append(learner)
    rounds = zip_longest(*strata.values())
    return (learner for one in rounds for learner in one if learner)
