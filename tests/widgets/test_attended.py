"""Whether a person is there."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from outsourcing_lessons.widgets.attended import cell_in_hand


@pytest.fixture
def request_of(monkeypatch):
    def arrives(parent):
        monkeypatch.setattr("IPython.get_ipython", lambda: SimpleNamespace(get_parent=lambda: parent))

    return arrives


def test_outside_a_notebook_there_is_nobody():
    """A script may use lessons too."""
    assert cell_in_hand() is None


def test_a_front_end_with_a_person_may_ask_for_input(request_of):
    """JupyterLab, Notebook and VS Code say so."""
    request_of({"content": {"allow_stdin": True}, "metadata": {"cellId": "abc"}})
    assert cell_in_hand() == "abc"


def test_a_front_end_may_keep_its_cells_to_itself(request_of):
    """Then a block counts as the same wherever it stands."""
    request_of({"content": {"allow_stdin": True}})
    assert cell_in_hand() == ""


@pytest.mark.parametrize("parent", [{"content": {"allow_stdin": False}}, {}, None])
def test_papermill_and_nbval_may_not(request_of, parent):
    """Nobody would see a live view there."""
    request_of(parent)
    assert cell_in_hand() is None
