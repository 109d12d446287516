"""An entry is put into a list of course.toml, whose comments and layout stay."""

from __future__ import annotations

import pytest

from outsourcing_lessons.authoring.new.entry import with_entry
from outsourcing_lessons.errors import ContentError


def added(folder, text):
    path = folder / "course.toml"
    path.write_text(text, encoding="utf-8")
    return with_entry(path, "lessons", "new")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('lessons = ["a"]\n', 'lessons = ["a", "new"]\n'),
        ("lessons = ['a', \"b\"] # both\nid = 1\n", 'lessons = [\'a\', "b", "new"] # both\nid = 1\n'),
        ('lessons = [\n    "a",\n    "b",\n]\n', 'lessons = [\n    "a",\n    "b",\n    "new",\n]\n'),
        ('lessons = [\n  "a" # ] one\n  # last\n]\n', 'lessons = [\n  "a", # ] one\n  "new",\n  # last\n]\n'),
        ("lessons = []\n", 'lessons = ["new"]\n'),
        ('x = 1\nlessons = ["]"]\n[t]\nlessons = ["b"]\n', 'x = 1\nlessons = ["]", "new"]\n[t]\nlessons = ["b"]\n'),
    ],
)
def test_an_entry_is_the_last(tmp_path, text, wanted):
    assert added(tmp_path, text) == wanted


def test_what_cannot_be_added_to_is_left_to_the_author(tmp_path):
    with pytest.raises(ContentError, match="by hand"):
        added(tmp_path, 'lessons = ["""\\\na"""]\n')
