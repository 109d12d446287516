"""A lesson is done, not read: never more than 150 words between two things to do."""

from __future__ import annotations

import re

import nbformat
import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.lessons.notes import is_note
from tests.course.cases import cases

MOST_WORDS = 150
CALL = re.compile(r'lesson\.(\w+)\((?:"""(.+?)"""|"([\w-]+)"(?:, after="[\w-]+")?)?\)', re.DOTALL)
TO_DO = {"ask", "explore", "reveal", "worksheet", "section", "closing"}


def words(text: str) -> int:
    """Count the words of a text, without links and list marks."""
    return len(re.findall(r"[^\W_]+(?:[-’'.,][^\W_]+)*", re.sub(r"\(https?:\S+\)", "", text)))


def stretches(lesson, case):
    """Yield how many words are read before each thing to do, and after the last."""
    read = 0
    for cell in nbformat.read(COURSE.notebook_of(lesson), as_version=4).cells:
        if is_note(cell):
            continue
        if cell.cell_type == "markdown":
            read += words(cell.source)
            continue
        if "parameters" in cell.metadata.get("tags", []):
            continue
        calls = CALL.findall(cell.source)
        for method, text, _ in calls:
            if method == "tell":
                read += words(lesson.tell(text, case).markdown)
            if method == "research":
                read += sum(words(finding.claim) for finding in lesson.research.findings)
        if not calls or any(method in TO_DO for method, _, _ in calls):
            yield read, cell.source
            read = 0


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_nobody_reads_more_than_150_words_between_two_things_to_do(lesson):
    for case in cases([1]):
        longest = max(stretches(lesson, case))
        assert longest[0] <= MOST_WORDS, (case.trade.name, longest)


WORDS_A_MINUTE = 200
EXPLORING, FILLING_IN, CLOSING = 3, 8, 2  # minutes for an explorer, a worksheet, a tally or playbook
ASKING_FROM_MEMORY = [lesson for lesson in COURSE.lessons if lesson.section("recall")]


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_a_lesson_takes_about_as_long_as_it_says(lesson):
    for case in cases([1]):
        reading = sum(read for read, _ in stretches(lesson, case)) / WORDS_A_MINUTE
        answering = sum(template.minutes for template in lesson.items if template.section not in ("recall", "test"))
        doing = EXPLORING * len(lesson.explorers) + FILLING_IN + CLOSING * len(lesson.closing)
        assert abs(reading + answering + doing - lesson.minutes) <= 5
    first = nbformat.read(COURSE.notebook_of(lesson), as_version=4).cells[0].source
    assert f"bout {lesson.minutes} minutes" in first


@pytest.mark.parametrize("lesson", ASKING_FROM_MEMORY, ids=lambda lesson: lesson.slug)
def test_what_is_asked_from_memory_takes_about_ten_minutes(lesson):
    assert 8 <= sum(template.minutes for template in lesson.section("recall")) <= 12
