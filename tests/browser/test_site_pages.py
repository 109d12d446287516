"""The documentation in a real browser: nothing asked of anybody, nothing for axe-core to find, light and dark."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from axe import Axe

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
OPTIONS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture
def page(tab):
    return tab


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=600)
    return folder


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["workshop-plans", "how-it-is-built", "glossary"])
def test_a_page_of_the_documentation(page, site, name, scheme):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.emulate_media(color_scheme=scheme)
    page.goto((site / f"{name}.html").as_uri())
    found = Axe().run(page, options=OPTIONS).response["violations"]
    assert [] == [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found]
    assert {"file"} == {url.partition(":")[0] for url in asked}
