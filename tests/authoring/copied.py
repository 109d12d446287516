"""A copy of the tiny course as a package of its own, which is found by its entry point."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.authoring import learners
from outsourcing_lessons.items import game
from outsourcing_lessons.lessons import courses
from outsourcing_lessons.lessons.courses import GROUP, VARIABLE
from tests.command_line import Told, told_by

ID = "copied"


class Copied:
    """The copy: where its files are, and what the command line says about it."""

    def __init__(self, site: Path):
        self.site, self.folder = site, site / ID
        shutil.copytree(COURSE.folder, self.folder, ignore=shutil.ignore_patterns("__pycache__"))
        self.notebooks = self.folder / COURSE.notebooks.relative_to(COURSE.folder)
        for path in (*self.folder.rglob("*.py"), *self.notebooks.glob("*.ipynb")):
            edit(path, COURSE.package, ID)
        edit(self.file, f'id = "{COURSE.id}"', f'id = "{ID}"')
        facts = site / f"{ID}-1.dist-info"
        facts.mkdir()
        (facts / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {ID}\nVersion: 1\n", encoding="utf-8")
        (facts / "entry_points.txt").write_text(f"[{GROUP}]\n{ID} = {ID}:COURSE\n", encoding="utf-8")

    @property
    def file(self) -> Path:
        return self.folder / "course.toml"

    def author(self, *arguments: str) -> Told:
        """Run ``author`` on the copy as it stands."""
        with self.here(), chdir(self.site):
            return told_by("author", *arguments)

    @contextmanager
    def here(self) -> Iterator[None]:
        """Let this process be about the copy as it stands."""
        with pytest.MonkeyPatch.context() as patch:
            patch.syspath_prepend(self.site)
            patch.setenv("PYTHONPATH", str(self.site), prepend=os.pathsep)  # for the kernels of its notebooks
            patch.setenv(VARIABLE, ID)
            patch.setattr(game, "_scorers", {})  # the copy's have the names of those it was copied from
            _forget()
            yield
        _forget()

    def contents(self) -> dict[str, bytes]:
        """Return every file of the course and its notebooks."""
        return {
            str(path): path.read_bytes() for path in self.folder.rglob("*") if path.is_file() and path.suffix != ".pyc"
        }


def _forget() -> None:
    courses._entries.cache_clear()
    courses.course.cache_clear()
    learners._learner.cache_clear()
    importlib.invalidate_caches()
    for name in [name for name in sys.modules if name.partition(".")[0] == ID]:
        del sys.modules[name]


def edit(path: Path, old: str, new: str) -> None:
    """Change a text in a file."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
