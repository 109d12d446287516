"""Nobody scrolls a wall: every step and every beat is on it whole, in letters that the last row can read.

Here of the tiny course; `tests/course/test_walls.py` walks the large one.
"""

from __future__ import annotations

import pytest

from tests.browser.walls import SIZES, measures, misfits, plan, shown, wall

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("width", "height"), [SIZES[0], *(pytest.param(*one, marks=pytest.mark.full) for one in SIZES[1:])]
)
def test_every_step_and_beat_is_on_the_wall_whole(chromium, width, height):
    """Type grows where there is room, and two columns are taken where they make it larger."""
    found = measures(wall(chromium, width, height), shown(plan()))
    assert not misfits(found)
    sizes, columns = ({one[what] for _, one in found} for what in ("body", "columns"))
    assert max(sizes) > height / 22 and len(sizes) > 3 and columns >= {"one", "two"}


def test_texts_have_the_wall_to_themselves_and_the_latest_stand_there_however_long(chromium):
    page = wall(chromium, 1280, 720)
    name, view = next(shown(plan()))
    texts = [f"{n} " + "<b>& long</b> " * 30 for n in range(12)]
    assert not misfits(measures(page, iter([(name, view | {"texts": texts})])))
    seen = page.locator(".wp-texts li:visible")
    assert seen.first.text_content() == texts[-1] and 1 <= seen.count() < 12
    assert page.locator(".wp-texts b").count() == 0
