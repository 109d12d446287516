"""Names of files, whoever they are named after."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsourcing_lessons.render.deliver.names import LONGEST, cleaned, told_apart


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Ada Okafor - Outsourcing", "Ada Okafor - Outsourcing"),
        ("AC/DC: live?", "AC - DC - live"),
        ("../../etc/passwd", "etc - passwd"),
        ("CON", "CON-"),
        ("nul.pdf", "nul.pdf-"),
        (".hidden", "hidden"),
        ("ends in dots...", "ends in dots"),
        ("new\nline\ttab", "new line tab"),
        ("\u202eright to left", "right to left"),
        ("فريد حداد", "فريد حداد"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Zoe\u0308", "Zoë"),
        ("???", "workbook"),
        ("", "workbook"),
        ("ж" * 300, "ж" * (LONGEST // 2)),
    ],
)
def test_a_name_as_a_file_can_have_it(name, file):
    assert file == cleaned(name)


@given(st.text(max_size=400))
def test_whatever_the_name_every_file_system_takes_it(name):
    file = cleaned(name)
    assert file and len(f".{file} ({'i' * 64}).html.1234567.part".encode()) <= 255
    assert not set('<>:"/\\|?*') & set(file) and file == file.strip(" .") and not file.startswith(("-", "~"))
    assert not [char for char in file if unicodedata.category(char) in ("Cc", "Cs", "Co")]


def test_names_that_a_file_system_takes_for_one_another_are_told_apart_whatever_the_order():
    names = {"a": "Anna", "b": "ANNA", "c": "Bo"}
    assert {"a": "Anna (a)", "b": "ANNA (b)", "c": "Bo"} == told_apart(names)
    assert told_apart(names) == told_apart(dict(reversed(names.items())))
