"""How long the browser of the tests runs."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.chromium import stays_for

PAGE = SimpleNamespace(path=Path("test_page.py"), fixturenames=("chromium",))


@pytest.mark.parametrize(
    ("following", "stays"),
    [
        (SimpleNamespace(path=Path("test_other.py"), fixturenames=("chromium", "page")), True),
        (SimpleNamespace(path=Path("test_page.py"), fixturenames=()), True),
        (SimpleNamespace(path=Path("test_other.py"), fixturenames=("tmp_path",)), False),
        (SimpleNamespace(path=Path("lesson.ipynb")), False),  # a notebook's cell has no fixtures
        (None, False),
    ],
)
def test_the_browser_stays_for_the_same_file_and_for_whoever_asks_for_it(following, stays):
    assert stays_for(PAGE, following) is stays
