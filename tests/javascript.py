"""Runs JavaScript outside a page: by the node that is installed, or by the one that Playwright brings."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest


def evaluated(script: str, expression: str, data: Any) -> Any:
    """Return what an expression of ``data`` gives after a script; both sides as JSON has them."""
    whole = (
        f'import fs from "node:fs";\n{script}\nconst data = JSON.parse(fs.readFileSync(0, "utf8"));\n'
        f"process.stdout.write(JSON.stringify({expression}));\n"
    )
    with tempfile.TemporaryDirectory() as folder:  # an argument may not be as long as the player is
        (file := Path(folder, "script.mjs")).write_text(whole, encoding="utf-8")
        done = subprocess.run([_node(), file], input=json.dumps(data), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _node() -> str:
    if found := shutil.which("node"):
        return found
    playwright = pytest.importorskip("playwright", reason="neither node nor playwright is installed")
    return str(next(Path(playwright.__file__).parent.glob("driver/node*")))
