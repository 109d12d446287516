"""What reads notebooks starts without what it does not need."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

from outsourcing_lessons.without_grammars import GRAMMARS, without_grammars

STARTED = """
import sys
import outsourcing_lessons.render
from outsourcing_lessons.lab.jupyter import main

sys.argv = ["jupyter-lab", "--version"]
try:
    main()
finally:
    assert "jupyterlab.labapp" in sys.modules
    print("lark" in sys.modules)
"""


def test_grammars_are_refused_for_a_while_and_not_for_good(monkeypatch):
    monkeypatch.delitem(sys.modules, GRAMMARS, raising=False)
    with without_grammars(), pytest.raises(ImportError):
        importlib.import_module(GRAMMARS)
    assert GRAMMARS not in sys.modules


def test_what_was_imported_before_stays(monkeypatch):
    monkeypatch.setitem(sys.modules, GRAMMARS, sys)
    with without_grammars():
        assert sys.modules[GRAMMARS] is sys
    assert sys.modules[GRAMMARS] is sys


def test_jupyterlab_and_a_batch_start_without_them():
    done = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"
