"""What Binder reads is there and fits the rest; a building Binder itself is not to be had here."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
BINDER = ROOT / "binder"


def test_it_installs_what_is_locked():
    (line,) = [
        line for line in (BINDER / "requirements.txt").read_text("utf-8").splitlines() if not line.startswith("#")
    ]
    assert (BINDER / line.removeprefix("-r ")).resolve() == ROOT / "requirements.lock"


def test_its_python_is_one_that_the_locks_are_for():
    version = re.fullmatch(r"python-3\.(\d+)\n", (BINDER / "runtime.txt").read_text("utf-8"))
    assert version and 11 <= int(version[1]) <= 13


def test_what_it_does_after_the_build_lays_out_the_course(monkeypatch, tmp_path):
    script = BINDER / "postBuild"
    assert os.access(script, os.X_OK) and script.read_text("utf-8").startswith("#!/bin/bash\n")
    subprocess.run(["bash", "-n", str(script)], check=True)
    code = re.search(r'^python -c "(.*)"$', script.read_text("utf-8"), re.MULTILINE)[1]
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    assert (tmp_path / "my-course/00_start_here.ipynb").is_file()
