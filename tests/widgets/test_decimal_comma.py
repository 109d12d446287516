"""A line of Python that went wrong is answered in one sentence."""

from __future__ import annotations

import atexit
import io
import sys
from contextlib import redirect_stderr, redirect_stdout

import pytest
from IPython.core.interactiveshell import InteractiveShell

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models import learning
from outsourcing_lessons.widgets import decimal_comma


def test_a_model_refuses_in_one_sentence():
    with pytest.raises(ArgumentError) as raised:
        learning.unit_time(n=3, first=6, rate=85)
    assert raised.value._render_traceback_() == ["ArgumentError: rate is 85; allowed: a number above 0, up to 1"]


@pytest.fixture
def plain(monkeypatch):
    """IPython's shell, over with the test: at the end of the process there is nothing left of it to end."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])  # which a shell replaces
    shell = InteractiveShell()
    monkeypatch.setattr("IPython.get_ipython", lambda: shell)
    yield shell
    shell.atexit_operations()
    atexit.unregister(shell.atexit_operations)


@pytest.fixture
def shell(plain, monkeypatch):
    monkeypatch.setattr(decimal_comma, "cell_in_hand", lambda: "a cell")
    decimal_comma.help_with_commas()
    return plain


def said(shell, line):
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        result = shell.run_cell(line)
    assert not result.success
    return out.getvalue() + err.getvalue()


def test_a_number_with_a_comma_is_put_right_in_one_sentence(shell):
    words = said(shell, "f(rate=0,85, first=6)").strip()
    assert words == "Write rate=0.85 with a point: Python reads a comma as a separator between two values."


def test_other_faults_are_shown_as_they_are(shell):
    lines = ("f(rate=", "print 'hello'", "x = (1,2")
    assert [line for line in lines if "SyntaxError" not in said(shell, line)] == []


def test_where_nobody_is_at_the_notebook_nothing_is_changed(plain):
    decimal_comma.help_with_commas()
    assert plain.custom_exceptions == ()
