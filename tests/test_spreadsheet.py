"""What a spreadsheet would change in a table that it opens."""

from __future__ import annotations

import csv
import io

import pytest

from outsourcing_lessons.debrief.results import Results
from outsourcing_lessons.debrief.sample import sample_events
from outsourcing_lessons.debrief.tables import answers_csv, participants_csv, questions_csv
from outsourcing_lessons.spreadsheet import READ_AS_VALUE, SAFE_NUMBER, cell, table

CHANGED = [
    "02482481", "33077e27", "1E5", "0012", "1234567890123456", "2.10", "3-5", "2026-03-01", "1/2", "12:30", "mar-5",
    "dez-5", "okt-12", "5-mai", "wahr",
    "5 may", "Sept 12", "true", "FALSE", "12 %", "1 000", "7 pm", "=1+1", "+1", "-1", "@sum", "\t=1", " =1", "00",
]  # fmt: skip
KEPT = [
    "v02482481", "w33077e27", "ada", "4711", "0", "first-job.split", "march-of-dimes", "x1", "e5", "3rd", "",
    "2026-03-01T09:00:00.000Z", '{"value": 4}',
]  # fmt: skip


@pytest.mark.parametrize("text", CHANGED)
def test_a_text_that_a_spreadsheet_would_take_for_something_else_begins_with_an_apostrophe(text):
    assert cell(text) == "'" + text


@pytest.mark.parametrize("text", KEPT)
def test_any_other_text_is_as_it_was(text):
    assert cell(text) == text


def test_numbers_stay_numbers_with_the_decimals_that_say_something():
    (row,) = list(csv.reader(io.StringIO(table(("a",), [(0.03999999999999998, 1 / 3, 1.0, 7, True, None)]))))[1:]
    assert row == ["0.04", "0.3333", "1.0", "7", "1", ""]


def test_no_cell_of_a_workshops_tables_changes_in_a_spreadsheet():
    """A part and a place in it are two numbers: 2.10 would become 2.1."""
    results = Results(sample_events())
    for text in (questions_csv(results), participants_csv(results, True), answers_csv(results)):
        header, *rows = csv.reader(io.StringIO(text))
        texts = [one for row in rows for name, one in zip(header, row, strict=True) if name not in NUMBERS]
        assert not [one for one in texts if READ_AS_VALUE.fullmatch(one) and not SAFE_NUMBER.fullmatch(one)]
    assert {
        row["part"].isdigit() and row["place"].isdigit() for row in csv.DictReader(io.StringIO(questions_csv(results)))
    } == {True}


NUMBERS = {"share_right", "discrimination", "score", "points"}
