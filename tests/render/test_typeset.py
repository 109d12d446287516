"""Printing: what Typst can draw, and that it is gone with all it keeps when a PDF is done."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

from outsourcing_lessons.errors import GlyphError, RenderError
from outsourcing_lessons.render import typeset
from outsourcing_lessons.typesetting.fonts import fonts_in
from tests.patience import PATIENCE
from tests.render.machines import ROOT, TINY

TEMPLATE = "../../typesetting/names.typ"
NAMES = json.dumps({"names": ["Ada", "فريد"]})
# What a worker does that cannot fork, but for the lessons.
STOCK = """
import os, sys
from pathlib import Path
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import worker
from outsourcing_lessons.render.plan import Job
from outsourcing_lessons.render.folder_store import Store
from outsourcing_lessons.render import typeset
asked = []
plainly = typeset.subprocess.run
def counted(*given, **options):
    asked.append(1)
    return plainly(*given, **options)
typeset.subprocess.run = counted
TEMPLATE, (scratch, out) = sys.argv[1], map(Path, sys.argv[2:])
worker._setup = worker.BatchSetup((), Store(out), scratch, "stock")
names = '{"names": ["Ada"]}'
worker._made = lambda job: worker._Made({}, {TEMPLATE: names, "./" + TEMPLATE: names})
for name in ("ada", "bo", "cy"):
    done = worker.work(Job(LearnerProfile(name), ("pdf",)))
    assert not done.reason, done
print(len(asked), "typst" in sys.modules)
"""


def test_a_process_of_its_own_prints_the_same():
    assert typeset.printed(TEMPLATE, NAMES) == typeset.printed_apart(TEMPLATE, NAMES, PATIENCE)


def test_a_process_of_its_own_refuses_alike_and_puts_the_same_in_the_place_of_what_no_font_has():
    strange = json.dumps({"names": ["Li \U0010fffd"]}, ensure_ascii=False)
    assert typeset.printed(TEMPLATE, strange) == typeset.printed_apart(TEMPLATE, strange, PATIENCE)
    assert "\U0010fffd" == typeset.printed(TEMPLATE, strange)[1]
    with pytest.raises(GlyphError, match=r"U\+10FFFD") as caught:  # nothing stands for what is written as a number
        typeset.printed_apart(TEMPLATE, json.dumps({"names": ["Li \U0010fffd"]}), PATIENCE)
    assert "\U0010fffd" == caught.value.characters
    with pytest.raises(RenderError, match="could not be made") as caught:
        typeset.printed_apart(TEMPLATE, json.dumps({"nobody": []}), PATIENCE)
    assert not isinstance(caught.value, GlyphError)


def test_a_process_of_its_own_looks_into_the_same_folder_of_fonts():
    given, names = fonts_in(ROOT / "tests/data/fonts"), json.dumps({"names": ["Li \U0010fffd"]})
    assert typeset.printed(TEMPLATE, names, given) == typeset.printed_apart(TEMPLATE, names, PATIENCE, given)


def test_how_a_process_of_its_own_ended_is_told(monkeypatch, tmp_path):
    for name, code in (("aborts", "import os; os.abort()"), ("sleeps", "import time; time.sleep(900)")):
        (tmp_path / f"{name}.py").write_text(code)
    monkeypatch.setattr(typeset, "__file__", str(tmp_path / "aborts.py"))
    with pytest.raises(RenderError, match="was ended by signal 6") as caught:
        typeset.printed_apart(TEMPLATE, NAMES, PATIENCE)
    assert ("worker died", signal.SIGABRT) == (caught.value.reason, caught.value.signal)
    monkeypatch.setattr(typeset, "__file__", str(tmp_path / "sleeps.py"))
    with pytest.raises(TimeoutError):
        typeset.printed_apart(TEMPLATE, NAMES, 0.2)


def test_a_worker_that_cannot_fork_never_has_typst_in_itself(tmp_path):
    (tmp_path / "scratch").mkdir()
    line = [sys.executable, "-c", STOCK, TEMPLATE, tmp_path / "scratch", tmp_path / "out"]
    path = {"PYTHONPATH": os.pathsep.join((str(ROOT), str(TINY)))}
    told = subprocess.run(line, env=os.environ | path, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "6 False" == told.stdout.strip(), "each PDF has a process of its own, and its memory goes with it"
    assert 3 == len(list((tmp_path / "out").rglob("key.pdf")))
