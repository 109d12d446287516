"""Printing: what Typst can draw, and that it is gone with all it keeps when a PDF is done."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from outsourcing_lessons.errors import GlyphError, RenderError
from outsourcing_lessons.render import typeset
from tests.patience import PATIENCE

NAMES = json.dumps({"names": ["Ada", "فريد"]})
# What a worker does that cannot fork, but for the lessons.
STOCK = """
import os, sys
from pathlib import Path
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import worker
from outsourcing_lessons.render.plan import Job
from outsourcing_lessons.render.store import Store
from outsourcing_lessons.render import typeset
asked = []
plainly = typeset.subprocess.run
def counted(*given, **options):
    asked.append(1)
    return plainly(*given, **options)
typeset.subprocess.run = counted
scratch, out = map(Path, sys.argv[1:])
worker._setting = worker.Setting((), Store(out), scratch, "stock")
names = '{"names": ["Ada"]}'
worker._made = lambda job: worker._Made({}, {"names.typ": names, "./names.typ": names})
for name in ("ada", "bo", "cy"):
    done = worker.work(Job(LearnerProfile(name), ("pdf",)))
    assert not done.reason, done
print(len(asked), "typst" in sys.modules)
"""


def test_a_process_of_its_own_prints_the_same():
    assert typeset.printed("names.typ", NAMES) == typeset.printed_apart("names.typ", NAMES, PATIENCE)


def test_a_process_of_its_own_refuses_alike():
    with pytest.raises(GlyphError, match=r"U\+10FFFD") as caught:
        typeset.printed_apart("names.typ", json.dumps({"names": ["Li \U0010fffd"]}), PATIENCE)
    assert "\U0010fffd" == caught.value.characters
    with pytest.raises(RenderError, match="could not be made") as caught:
        typeset.printed_apart("names.typ", json.dumps({"nobody": []}), PATIENCE)
    assert not isinstance(caught.value, GlyphError)


def test_how_a_process_of_its_own_ended_is_told(monkeypatch, tmp_path):
    for name, code in (("aborts", "import os; os.abort()"), ("sleeps", "import time; time.sleep(900)")):
        (tmp_path / f"{name}.py").write_text(code)
    monkeypatch.setattr(typeset, "__file__", str(tmp_path / "aborts.py"))
    with pytest.raises(RenderError, match="was ended by signal 6") as caught:
        typeset.printed_apart("names.typ", NAMES, PATIENCE)
    assert ("worker died", signal.SIGABRT) == (caught.value.reason, caught.value.signal)
    monkeypatch.setattr(typeset, "__file__", str(tmp_path / "sleeps.py"))
    with pytest.raises(TimeoutError):
        typeset.printed_apart("names.typ", NAMES, 0.2)


def test_a_worker_that_cannot_fork_never_has_typst_in_itself(tmp_path):
    (tmp_path / "scratch").mkdir()
    line = [sys.executable, "-c", STOCK, tmp_path / "scratch", tmp_path / "out"]
    path = {"PYTHONPATH": str(Path(__file__).parents[2])}
    told = subprocess.run(line, env=os.environ | path, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "6 False" == told.stdout.strip(), "each PDF has a process of its own, and its memory goes with it"
    assert 3 == len(list((tmp_path / "out").rglob("key.pdf")))


@pytest.mark.parametrize(
    "name",
    ["Żółć Đặng", "Ελένη Παπαδοπούλου", "Дмитро Шевченко", "הילה כהן", "فريد حداد", "\u202eevil\u202c", "e\u0301"],
)
def test_scripts_that_typst_itself_can_draw(name):
    assert {} == typeset.undrawable([name])


def test_undrawable_names_are_found_among_many():
    names = [f"Learner {number}" for number in range(50)]
    names[7] = names[31] = "Li \U0010fffd"
    assert {7: "\U0010fffd", 31: "\U0010fffd"} == typeset.undrawable(names)
    with pytest.raises(GlyphError, match=r"U\+10FFFD"):
        typeset.printed("names.typ", json.dumps({"names": names[7:8]}))


def test_no_names_are_all_drawable():
    assert {} == typeset.undrawable([])


def test_arabic_is_set_in_a_face_for_reading_and_what_typst_has_suffices_for_latin(monkeypatch):
    asked, fonts = [], typeset._fonts
    monkeypatch.setattr(typeset, "_fonts", lambda system: asked.append(system) or fonts(system))
    assert {} == typeset.undrawable(["فريد حداد"]) | typeset.undrawable(["Ada"])
    assert [True, False] == asked


def test_of_many_characters_the_first_few_are_named():
    assert "a (U+0061), 李 (U+674E)" == typeset.named("a李")
    assert typeset.named("สมชายใจดี").endswith("ย (U+0E22) and 4 more")
