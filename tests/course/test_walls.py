"""Every step and beat of every lesson is on a wall whole, whatever trade and seed: nothing is to be scrolled."""

from __future__ import annotations

import pytest

from outsourcing_lessons.lessons.courses import chosen
from tests.browser.conftest import chromium as chromium  # a fixture of that folder
from tests.browser.walls import SIZES, measures, misfits, plan, shown, wall

pytestmark = pytest.mark.browser
SMALLEST = SIZES[-1]


def test_a_lesson_fits_the_smaller_wall(chromium):
    assert not misfits(measures(wall(chromium, *SMALLEST), shown(plan((chosen().slugs[-1],), seed=11))))


@pytest.mark.full
@pytest.mark.parametrize("seed", [5, 17])
@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("trade", chosen().trade_names)
def test_every_lesson_fits(chromium, trade, width, height, seed):
    page = wall(chromium, width, height)
    assert not misfits(measures(page, shown(plan(trade=trade, seed=seed))))
    page.close()
