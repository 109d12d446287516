"""What the documents name is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from outsourcing_lessons.course.case import Case
from outsourcing_lessons.course.catalogue import LESSONS
from outsourcing_lessons.learner import LearnerProfile

ROOT = Path(__file__).parents[1]
DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def names_of(lesson) -> set[str]:
    """Return the names of a lesson's items, passages, explorers and worksheet."""
    ids = [template.id for template in (*lesson.items, *lesson.explorers)]
    ids.append(lesson.worksheet(Case(LearnerProfile())).id)
    return {i.split(".")[1] for i in ids} | set(lesson.passages)


def taught() -> list[tuple[str, str]]:
    """Return (lesson number, name) for everything the table of practice names."""
    lines = (ROOT / "docs/practice.md").read_text("utf-8").splitlines()
    rows = [line.split("|")[3] for line in lines if line.startswith("|") and "`" in line]
    found = []
    for row in rows:
        for part in re.split(r";\s*(?=0\d)", row.strip()):
            found += [(part[:2], name) for name in re.findall(r"`([\w-]+)`", part)]
    return found


@pytest.mark.parametrize(("number", "name"), taught())
def test_practice_is_taught_where_the_table_says(number, name):
    lesson = next(lesson for lesson in LESSONS if lesson.number == number)
    assert name in names_of(lesson)


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_link_to_a_file_leads_somewhere(path):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)\)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []
