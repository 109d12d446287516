"""How long the browser of the tests runs."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.chromium import stays_for

PAGE = SimpleNamespace(path=Path("test_page.py"), fixturenames=("chromium",))


def following(path, fixturenames, mark=None):
    """A test of a file that may be marked as one of the browser's."""
    found = {"browser": mark} if mark else {}
    return SimpleNamespace(path=Path(path), fixturenames=fixturenames, get_closest_marker=found.get)


@pytest.mark.parametrize(
    ("following", "stays"),
    [
        (following("test_other.py", ("chromium", "page")), True),
        (following("test_page.py", ()), True),
        (following("test_other.py", ("tmp_path",)), False),
        (following("test_other.py", ("tmp_path",), pytest.mark.browser), True),  # its first test may need no page
        (SimpleNamespace(path=Path("lesson.ipynb"), get_closest_marker={}.get), False),  # a cell has no fixtures
        (None, False),
    ],
)
def test_the_browser_stays_for_the_same_file_and_for_whoever_asks_for_it(following, stays):
    assert stays_for(PAGE, following) is stays
