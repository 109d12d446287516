"""Every block in every state at once: readable by everybody, on a phone, in the dark, on paper; and gone when it is removed."""

from __future__ import annotations

import pytest
from axe import assert_no_axe_violations, faint_texts
from gallery import everything, lay
from story import Story

pytestmark = pytest.mark.browser
PHONE, DESK = {"width": 320, "height": 640}, {"width": 1000, "height": 800}
SMALL = """() => [...document.querySelectorAll("button, .ol-option, .ol-input, .ol-slider, summary")]
  .filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect())
  .filter(({ width, height }) => width < 24 || height < 24).length"""
TYPED = ".ol-worksheet :is(input, textarea):not([type=date]):visible"
FILL_LINES = """(text) => document.querySelectorAll(".ol-worksheet :is(input, textarea):not([type=date])").forEach((one) => {
  one.value = text;
  one.dispatchEvent(new Event("input", { bubbles: true }));
})"""
DRAWN_ANEW = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"

story = Story()


def test_every_block_in_every_state(laid, full, subtests):
    """One page for all that is looked at: to lay so much takes longer than most of it."""
    laid.set_viewport_size(PHONE)
    laid.emulate_media(color_scheme="light")
    lay(laid, *everything())
    story.tell(subtests, laid, full)


@story.step
def a_phone_needs_no_scrolling_sideways_and_every_target_can_be_hit(page):
    """Nor does the place that JupyterLab leaves of its screen; each target is at least 24 pixels high and wide."""
    for width in (320, 234):
        page.set_viewport_size(PHONE | {"width": width})
        page.evaluate(DRAWN_ANEW)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate(SMALL) == 0


@story.step
def every_text_stands_out_seven_to_one(page):
    """And every field, disabled ones too, by day and in the dark."""
    page.set_viewport_size(DESK)
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        count, faint = faint_texts(page)
        assert count > 500 and not faint, scheme


@story.step
def axe_finds_nothing(page):
    """Fresh, refused, wrong, partly right, right, restored, answer shown."""
    assert_no_axe_violations(page)


@story.step
def paper_shows_no_buttons_and_what_was_folded(page):
    """In print there is nothing to press. What was typed into a line is there whole."""
    page.emulate_media(media="print")
    assert page.locator("button:visible").count() == 0
    page.evaluate(FILL_LINES, "Begin " + "word " * 40 + "FINISH")
    cut = "all => all.filter((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight).length"
    assert page.locator(".ol-worksheet .ol-line").count() > 8 and page.locator(TYPED).evaluate_all(cut) == 0
    assert page.evaluate("getComputedStyle(document.querySelector('.ol-block')).colorScheme") == "light"


@story.step
def an_unmounted_block_leaves_nothing_behind(page):
    """The function that mount returns removes the block."""
    page.evaluate("removers.splice(0).forEach((remove) => remove())")
    assert page.locator("main .ol-block[data-lm-suppress-shortcuts]").count() == 0


@pytest.mark.full
def test_axe_finds_nothing_in_the_dark(laid):
    """Neither before nor after answering does a dark page have a violation."""
    laid.emulate_media(color_scheme="dark")
    lay(
        laid,
        *(
            one
            for one in everything()
            if one["name"] in ("right", "wrong", "held", "live", "told", "test wrong", "in the lab")
        ),
    )
    assert_no_axe_violations(laid)
