"""What an author's own Python ends in is a sentence that names the line, not a traceback."""

from __future__ import annotations

import pytest

from outsourcing_lessons.lessons.trade import Trade
from tests.authoring.copied import Copied, edit


def test_a_slip_in_a_worksheet_is_told_with_its_line(tmp_path):
    course = Copied(tmp_path)
    module = course.folder / "first_number" / "__init__.py"
    edit(module, "case.trade.extras", "case.trade.extra")
    line = next(n for n, text in enumerate(module.read_text("utf-8").splitlines(), 1) if "case.trade.extra," in text)
    told = course.author("check", "first-number")
    assert told.returncode == 2 and told.stderr == ""
    assert (
        f"first_number/__init__.py:{line}: AttributeError: there is no slot 'extra'; did you mean extras?"
        in told.stdout
    )


def test_a_slip_in_a_question_is_told_with_its_line(tmp_path):
    course = Copied(tmp_path)
    edit(course.folder / "first_number" / "items.py", "case.money", "case.mony")
    told = course.author("check", "first-number")
    assert "first_number/items.py:" in told.stdout and "no attribute 'mony'" in told.stdout


@pytest.mark.parametrize(("name", "meant"), [("job", "stream.job"), ("ownr", "owner")])
def test_a_slot_that_is_elsewhere_is_named(name, meant):
    trade = Trade({"owner": "Ada", "stream": {"job": "a page"}})
    with pytest.raises(AttributeError, match=f"did you mean {meant}"):
        getattr(trade, name)
