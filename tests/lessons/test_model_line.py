"""A line that asks a model is a table where it can be one, and stays a line where it cannot."""

from __future__ import annotations

import pytest

from outsourcing_lessons.lessons.model_line import as_table


@pytest.mark.parametrize(
    ("source", "answer", "labels", "table"),
    [
        (
            "m.f(n=[1, 2], rate=0.5).round(1).tolist()", "[1000.0, 0.25]",
            {"n": "job", "rate": "Left", "result": "hours"},
            "Left: 0.5\n\n| Job | 1 | 2 |\n|---|---:|---:|\n| Hours | 1,000 | 0.25 |",
        ),
        ("round(m.f(jobs=20, two=2), 3)", "0.2", {}, "| Jobs | Two | Result |\n|---|---:|---:|\n| 20 | 2 | 0.2 |"),
        ("m.f(margins=[0.3, 0.3])", "0.49", {}, "| Margins | Result |\n|---|---:|\n| 0.3; 0.3 | 0.49 |"),
        ("(240 * (1 - m.f(n=[1])))", "[-24.0]", {}, "| N | 1 |\n|---|---:|\n| Result | −24 |"),
        ("m.f(a=[1, 2], b=[3, 4])[0].tolist()", "[5, 6]", {},
         "| A | 1 | 2 |\n|---|---:|---:|\n| B | 3 | 4 |\n| Result | 5 | 6 |"),
        ("x = g(1)\n[x]", "[12, 50]", {"rows": ["Stands", "*Says*"], "result": "of 100"},
         "|  | Stands | \\*Says\\* |\n|---|---:|---:|\n| Of 100 | 12 | 50 |"),
    ],
)  # fmt: skip
def test_question_and_answer_are_a_table(source, answer, labels, table):
    assert as_table(source, answer, labels) == table


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("1 + 1", "2"),
        ("m.f(n=[1, 2])", "[1]"),
        ("m.f(n=[1, 2])", "nothing"),
        ("m.f(n=[1, 2])", "[]"),
        ("m.f(n=[1, 2])", "[True, False]"),
        ("m.f(n=hour_value)", "3"),
        ("m.f(3)", "3"),
        ("%time m.f(n=3)", "3"),
        ("a = 1\nm.f(n=3)", "3"),
    ],
)
def test_what_cannot_be_one_stays_a_line(source, answer):
    assert as_table(source, answer, {}) == ""
