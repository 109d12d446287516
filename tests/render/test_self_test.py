"""What rendering needs is tried in small, and said when it is not there."""

from __future__ import annotations

import sys
import tempfile

from outsourcing_lessons.render import execute, self_test


def test_a_sound_machine_has_all_of_it():
    assert ("", "", "") == (self_test.of_papermill(), self_test.of_pdf(), self_test.of_temporary_folder())


def test_what_is_missing_is_said(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "typst", None)
    assert "Typst cannot be used" in self_test.of_pdf()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "not there"))
    assert "temporary folder cannot be used" in self_test.of_temporary_folder()
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(self_test, "LEAST_TEMPORARY", 10**18)
    assert "has room for" in self_test.of_temporary_folder()

    def broken():
        raise ModuleNotFoundError("No module named 'ploomber_core'")

    monkeypatch.setattr(execute, "our_engine", broken)
    assert "papermill cannot be used (ModuleNotFoundError: No module named 'ploomber_core')" in self_test.of_papermill()
