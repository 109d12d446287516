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
    print({"lark", "isoduration"} & set(sys.modules))
"""


@pytest.mark.parametrize("name", GRAMMARS)
def test_grammars_are_refused_for_a_while_and_not_for_good(monkeypatch, name):
    monkeypatch.delitem(sys.modules, name, raising=False)
    with without_grammars(), pytest.raises(ImportError):
        importlib.import_module(name)
    assert name not in sys.modules


@pytest.mark.parametrize("name", GRAMMARS)
def test_what_was_imported_before_stays(monkeypatch, name):
    monkeypatch.setitem(sys.modules, name, sys)
    with without_grammars():
        assert sys.modules[name] is sys
    assert sys.modules[name] is sys


def test_jupyterlab_and_a_batch_start_without_them():
    done = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"
