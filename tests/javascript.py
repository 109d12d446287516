"""Runs JavaScript outside a page: by node where it is installed, else in Chromium."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tests.browser.conftest import FLAGS, MISSING, find_chromium


def evaluated(script: str, expression: str, data: Any) -> Any:
    """Return what an expression of ``data`` gives after a script; both sides as JSON has them."""
    if node := shutil.which("node"):
        whole = (
            f'import fs from "node:fs";\n{script}\nconst data = JSON.parse(fs.readFileSync(0, "utf8"));\n'
            f"process.stdout.write(JSON.stringify({expression}));\n"
        )
        with tempfile.TemporaryDirectory() as folder:  # an argument may not be as long as the player is
            (file := Path(folder, "script.mjs")).write_text(whole, encoding="utf-8")
            done = subprocess.run([node, file], input=json.dumps(data), capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)
    return _in_chromium(script, expression, data)


def _in_chromium(script: str, expression: str, data: Any) -> Any:
    import pytest

    sync_api = pytest.importorskip("playwright.sync_api")
    if (path := find_chromium()) is None:
        pytest.skip(MISSING)
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page()
        page.add_script_tag(type="module", content=f"{script}\nwindow.run = (data) => JSON.stringify({expression});")
        page.wait_for_function("window.run")
        found = page.evaluate("(text) => run(JSON.parse(text))", json.dumps(data))
        browser.close()
    return json.loads(found)
