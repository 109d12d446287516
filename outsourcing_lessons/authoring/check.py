"""All rules over a lesson, or over the course."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, groupby

from outsourcing_lessons.authoring import rules
from outsourcing_lessons.authoring.content import Content, Subject
from outsourcing_lessons.authoring.fault import Fault, Place, shown_path
from outsourcing_lessons.authoring.rule import FIRST, RULES, place_of
from outsourcing_lessons.errors import OutsourcingLessonsError
from outsourcing_lessons.lessons.author_errors import in_words
from outsourcing_lessons.lessons.course import Course

UNREADABLE = "R001"
WHOLE = "learners are given a course as a whole, or not at all"
UNSEEN = "until then this rule, and others that need the same, cannot look"

__all__ = ["as_text", "faults_of_course", "faults_of_lesson", "faults_of_unreadable", "rules"]


def faults_of_lesson(subject: Subject) -> Iterator[Fault]:
    """Yield all that breaks a rule in a lesson, rule by rule."""
    off = subject.policy.off
    return _once(rule.faults(subject) for code, rule in sorted(RULES.items()) if not rule.of_course and code not in off)


def faults_of_unreadable(course: Course) -> list[Fault]:
    """Return what keeps lessons of a course from being read: a fault for each, or one of what joins them all."""
    found = [(f"lesson {slug}", error) for slug, error in course.modules()[1].items()]
    if not found:
        try:
            _ = course.lessons
        except OutsourcingLessonsError as error:
            found.append(("the course", error))
    whole = Place(file=shown_path(course.folder))
    return [fault_of_unreadable(what, error, whole) for what, error in found]


def fault_of_unreadable(what: str, error: BaseException, whole: Place) -> Fault:
    """Return what keeps something from being read; ``whole`` is where, if the line is not known."""
    return Fault(UNREADABLE, place_of(error) or whole, f"{what} cannot be read: {in_words(error)}", WHOLE, FIRST)


def faults_of_course(content: Content) -> Iterator[Fault]:
    """Yield all that breaks a rule about the course as a whole; its lessons are not looked at one by one."""
    off = content.policy.off
    return _once(rule.faults(content) for code, rule in sorted(RULES.items()) if rule.of_course and code not in off)


def _once(found: Iterable[list[Fault]]) -> Iterator[Fault]:
    """Yield all faults; what stops several rules from looking is one fault, in the words of the first."""
    told: set[str] = set()
    for fault in chain.from_iterable(found):
        if not fault.root or fault.root not in told:
            yield replace(fault, reason=UNSEEN) if fault.root else fault
        told.add(fault.root)


def as_text(faults: Iterable[Fault]) -> str:
    """Return faults as people read them: by file, each with its remedy and the reason."""
    lines = []
    for file, found in groupby(
        sorted(faults, key=lambda fault: (fault.place.file, fault.code)), lambda fault: fault.place.file
    ):
        lines += [file or "the course"]
        for fault in found:
            at = str(fault.place).removeprefix(fault.place.file).lstrip(":, ")
            lines += [f"  {fault.code}  {at + ': ' if at else ''}{fault.found}"]
            lines += [f"        cure: {fault.cure}", f"        why:  {fault.reason}"]
        lines.append("")
    return "\n".join(lines)
