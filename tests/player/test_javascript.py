"""The JavaScript is checked as the Python is: by a linter, and by the type checker of TypeScript where there is one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MISSING = "no tsc here: install the type checker (Debian: apt install node-typescript)"


def complaints(*command: str | Path) -> str:
    """Return what a program finds in the JavaScript, or "" where that is nothing."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def type_checker(tsc: str) -> list[str | Path]:
    """Return how to run it: as a script of node's without optimising, which takes longer than it saves in one run."""
    node, script = shutil.which("node"), Path(tsc).resolve()
    is_script = script.read_bytes()[:40].startswith(b"#!/usr/bin/env node")
    return [node, "--no-opt", script] if node and is_script else [tsc]


def test_the_linter_finds_nothing():
    assert not complaints(Path(sys.executable).with_name("oxlint"), "--deny-warnings", "outsourcing_lessons")


def test_the_type_checker_finds_nothing():
    tsc = shutil.which("tsc")
    if tsc is None:
        pytest.skip(MISSING)
    read = (ROOT / "tsconfig.json", *sorted(ROOT.glob("outsourcing_lessons/**/*.[jt]s*")))
    contents = (str(file).encode() + file.read_bytes() for file in read)
    checker = Path(tsc).resolve().stat().st_mtime_ns
    state = sha256(b"".join((repr(checker).encode(), *contents))).hexdigest()
    sound = ROOT / "build/types-are-sound"
    if sound.exists() and sound.read_text() == state:
        return  # what has not changed is not looked at again
    assert not complaints(*type_checker(tsc), "--project", ".")
    sound.parent.mkdir(exist_ok=True)
    sound.write_text(state)
