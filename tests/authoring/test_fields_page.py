"""The page of fields is complete: it is what the command prints, and whatever it lists can be told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from outsourcing_lessons.authoring.fields_page import fields_page
from outsourcing_lessons.cli.author import author
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.lessons.case import ABOUT, FUNCTIONS
from outsourcing_lessons.lessons.fields import names_in

PAGE = Path(__file__).parents[2] / "docs" / "fields.md"


def test_the_page_is_what_the_command_prints():
    """After a change: `outsourcing-lessons author fields` prints what belongs below the first paragraphs."""
    printed = CliRunner().invoke(author, ["fields"]).output
    assert PAGE.read_text("utf-8").endswith(printed) and printed.startswith("## In every lesson")


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_all_that_a_lesson_may_tell_is_listed(lesson):
    case = COURSE.case(COURSE.profile())
    listed = re.findall(r"^\| `\{(.+)\}` \|", fields_page(COURSE, (lesson,)), re.MULTILINE)
    names = {name for field in listed for name in names_in(f"{{{field}}}")}
    assert names == {*case.fields_for(lesson.slug), *lesson.fields(case)}
    for field in listed:
        lesson.tell(f"{{{field}}}" if field != "short" else "{short('Mail: all of it')}", case)


def test_what_is_described_is_there():
    assert {*ABOUT, *FUNCTIONS} <= set(COURSE.case(COURSE.profile()).fields)
