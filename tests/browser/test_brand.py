"""Whose workshop it is, on the pages themselves: legible in light and dark, and nothing else has to give way."""

from __future__ import annotations

import pytest

from outsourcing_lessons.brand import Brand
from outsourcing_lessons.workshop import pages
from tests.browser import walls
from tests.browser.axe import assert_no_axe_violations

pytestmark = pytest.mark.browser
LONGEST = Brand("W" * 20 + " organisation " * 4, "Trainer " * 10, "From March to April " * 4, accent="#7a2458")
ACCENT = {"light": "rgb(122, 36, 88)", "dark": "rgb(196, 159, 182)"}
ROOM = {"cue": "", "ended": False, "blank": False, "ends": None}
WELCOME = {"join": walls.JOIN | {"joined": 3, "far": "https://acme.example/w"}, "step": None, "room": ROOM}


@pytest.fixture(autouse=True)
def branded():
    pages.use_brand(LONGEST)
    yield
    pages.use_brand(Brand())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_wall_says_it_while_people_join(chromium, scheme):
    page = walls.wall(chromium, 1280, 720)
    page.emulate_media(color_scheme=scheme)
    assert not walls.misfits(walls.measures(page, iter([("welcome", WELCOME)])))
    _is_accented(page, scheme)
    walls.tell(page, next(walls.shown(walls.plan()))[1])
    assert page.locator(".ws-brand").is_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_says_it_until_one_is_in(chromium, scheme):
    page = walls.wall(chromium, 390, 844, "")
    page.emulate_media(color_scheme=scheme)
    page.wait_for_selector(".ws-join")
    _is_accented(page, scheme)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".ws-join").evaluate("form => form.remove()")
    assert page.locator(".ws-name").is_visible() and page.locator(".ws-about").is_hidden()


def _is_accented(page, scheme: str) -> None:
    for kind, style in (("brand", "borderBottomColor"), ("name", "color")):
        assert ACCENT[scheme] == page.locator(f".ws-{kind}").evaluate(f"one => getComputedStyle(one).{style}")
    assert page.locator(".ws-about").is_visible()
    assert_no_axe_violations(page)
