"""What a rule is: a small function that yields what breaks it, under a code that no other rule has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from outsourcing_lessons.authoring.content import Content, Subject
from outsourcing_lessons.authoring.fault import Fault, Place, shown_path
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.author_errors import in_words, root_of, step_of

FIRST = "fix that first, then check again"


class Broken(NamedTuple):
    """Where a rule is broken, what was found, and how to fix it."""

    place: Place
    found: str
    cure: str


@dataclass(frozen=True)
class Rule:
    """A rule; ``look`` is given a lesson in its course, or the course for one that is ``of_course``."""

    code: str
    reason: str
    look: Callable[..., Iterable[Broken]]
    of_course: bool = False

    def faults(self, at: Subject | Content) -> list[Fault]:
        """Return all that breaks the rule; what cannot even be made is a fault too, not the end of the check."""
        faults: list[Fault] = []
        try:
            faults.extend(Fault(self.code, one.place, one.found, self.reason, one.cure) for one in self.look(at))
        except Exception as error:
            place, found, cure = _failed(error, at)
            faults.append(Fault(self.code, place, found, self.reason, cure, root=str(root_of(error))))
        return faults


RULES: dict[str, Rule] = {}


def rule(code: str, reason: str, of_course: bool = False) -> Callable[[Callable], Rule]:
    """Make a function a rule; its code stands for it in reports and in ``off`` of a policy."""

    def made(look: Callable[..., Iterable[Broken]]) -> Rule:
        if code in RULES and RULES[code].look.__qualname__ != look.__qualname__:
            raise ValueError(f"{code} is the code of {RULES[code].look.__name__} already; give it another")
        RULES[code] = Rule(code, reason, look, of_course)
        return RULES[code]

    return made


def _failed(error: Exception, at: Subject | Content) -> Broken:
    """Say what an author's slip ended in, and the last line of it that is content and not engine."""
    content = at.content if isinstance(at, Subject) else at
    whole = at.at() if isinstance(at, Subject) else Place(file=shown_path(content.folder))
    return Broken(place_of(error) or whole, f"this cannot be checked: {in_words(error)}", FIRST)


def place_of(error: BaseException) -> Place | None:
    """Return the line of the course that an error is in, if it is known."""
    if isinstance(error, ContentError) and error.file:
        return Place(file=shown_path(error.file), line=error.line)
    step = step_of(error)
    return Place(file=shown_path(step.filename), line=step.lineno or 0) if step else None
