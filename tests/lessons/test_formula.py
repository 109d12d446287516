"""Formulas as authors write them."""

from __future__ import annotations

import pytest

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.formula import formula


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a b",
        "a ** 2",
        "a.b",
        "open('x')",
        "sum(a, b)",
        "a in 'keep'",
        "a in ('keep', 3)",
        "True",
        "'keep'",
        "a == 1",
    ],
)
def test_nothing_else_is_a_formula(text):
    with pytest.raises(ContentError, match="is not a worksheet formula; allowed"):
        formula(text)


def test_a_formula_is_data():
    assert formula(" sum(a_b * 2) / -1 ") == ("/", ("sum", ("*", "a-b", 2.0)), ("-", 0.0, 1.0))
