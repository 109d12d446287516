"""Another package's engine that cannot be loaded takes nobody's workbook with it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param(  # which the next one asks too
            "from outsourcing_lessons.render.execute import our_engine; print(our_engine())", marks=pytest.mark.full
        ),
        "from outsourcing_lessons.render.self_test import of_papermill; print(of_papermill() or 'outsourcing-lessons')",
    ],
)
def test_a_broken_engine_of_another_package_is_not_loaded(tmp_path, statement):
    described = tmp_path / "broken_engine-1.0.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: broken-engine\nVersion: 1.0\n")
    (described / "entry_points.txt").write_text("[papermill.engine]\nbroken = not_there_at_all:Engine\n")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])}
    line = [sys.executable, "-c", statement]
    done = subprocess.run(line, env=environment, capture_output=True, text=True)
    assert (0, "outsourcing-lessons\n") == (done.returncode, done.stdout), done.stderr[-500:]
