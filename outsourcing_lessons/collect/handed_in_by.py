"""Who handed a file in, by where it lies: learning platforms put learners' names into those of folders and files.

| platform | what it makes |
|---|---|
| Moodle | ``Ada Okafor_12345_assignsubmission_file_/answers.json``, or all of it in the name of the file |
| Canvas | ``okaforada_LATE_12345_67890_answers.json`` |
| Teams | ``Ada Okafor/Assignment/Version 2/answers.json``, below ``Submitted files`` |
| Classroom | ``Ada Okafor - answers.json``, or a folder for each learner |
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.roster.person import Person

MOODLE = re.compile(r"(?P<name>.+?)_(?P<number>\d+)_assign(submission|feedback)_\w*?_(?P<rest>.*)")
CANVAS = re.compile(r"(?P<name>[^\W_][^_]*)_(LATE_)?\d+_\d+_.+", re.IGNORECASE)
VERSION = re.compile(r"version \d+", re.IGNORECASE)
TEAMS = ("submitted files", "working files", "student work")
SEPARATOR = " - "


def names_by_platform(parts: tuple[str, ...]) -> list[str]:
    """Return whom a platform says a file is from, the surest first; empty where the place follows no platform's rules.

    Examples
    --------
    >>> names_by_platform(("subs.zip", "Okafor Ada_12345_assignsubmission_file_", "ada-answers.json"))
    ['Okafor Ada']
    >>> names_by_platform(("subs.zip", "okaforada_LATE_9_7_ada-answers.json"))
    ['okaforada']
    >>> names_by_platform(("Submitted files", "Okafor, Ada", "Course", "Version 2", "my-answers.json"))
    ['Okafor, Ada']
    >>> names_by_platform(("class", "Ada Okafor - my-answers.json")), names_by_platform(("inbox", "ada.json"))
    (['Ada Okafor'], [])
    """
    found = []
    for part in reversed(parts):
        if match := MOODLE.fullmatch(part):
            found.append(match["name"])
    *folders, name = parts
    if match := CANVAS.fullmatch(name):
        found.append(match["name"])
    lowered = [folder.lower() for folder in folders]
    for place, folder in enumerate(lowered[:-1]):
        if folder in TEAMS and lowered[place + 1] not in TEAMS:
            found.append(folders[place + 1])
    if len(folders) >= 3 and VERSION.fullmatch(folders[-1]):
        found.append(folders[-3])
    if SEPARATOR in name:
        found.append(name.partition(SEPARATOR)[0])
    return list(dict.fromkeys(filter(None, (one.strip() for one in found))))


def places_with_names(parts: tuple[str, ...]) -> list[str]:
    """Return what else of a path may be a name: the folders, the nearest first, and the file's own."""
    *folders, name = parts
    stem = name.rpartition(".")[0] or name
    return [*reversed(folders), stem, re.sub(r"[-_ ]?(my-)?answers.*", "", stem)]


class People:
    """The learners of a roster, found by their id, their e-mail address or their name in any order and spelling."""

    def __init__(self, learners: Iterable[LearnerProfile], people: Mapping[str, Person] | None = None):
        self.by_id = {one.learner_id: one for one in learners}
        self._named: dict[str, set[str]] = defaultdict(set)
        for learner_id, one in self.by_id.items():
            for key in (*_keys(one.learner), learner_id):
                self._named[key].add(learner_id)
            if people and (person := people.get(learner_id)):
                self._named[person.email.casefold()].add(learner_id)

    def find(self, name: str) -> LearnerProfile | None:
        """Return the learner of that id, address or name, if there is exactly one."""
        if name in self.by_id:
            return self.by_id[name]
        for key in (name.strip().casefold(), *_keys(name)):
            found = self._named.get(key, ()) if key else ()
            if len(found) == 1:
                return self.by_id[next(iter(found))]
        return None


def _keys(name: str) -> list[str]:
    """Return under what a name is found: its words in any order, and written together as Canvas does it."""
    folded = "".join(char for char in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(char))
    words = re.findall(r"\w+", folded.replace("_", " "))
    turned = ["".join(words[place:] + words[:place]) for place in range(len(words))]
    return [" ".join(sorted(words)), *turned] if words else []


def id_from(name: str) -> str:
    """Return a learner id made from a name or the name of a file.

    Examples
    --------
    >>> id_from("Zoë Müller"), id_from("my answers (2)"), id_from("陳")
    ('zoe-muller', 'my-answers-2', 'learner-9673')
    """
    folded = unicodedata.normalize("NFKD", name.casefold())
    plain = re.sub(r"[^a-z0-9]+", "-", folded.encode("ascii", "ignore").decode()).strip("-")[:64].rstrip("-")
    return plain or f"learner-{'-'.join(f'{ord(char):x}' for char in name[:8]) or '0'}"
