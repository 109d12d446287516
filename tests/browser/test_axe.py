"""The check of contrast that every run makes finds what it is there for."""

from __future__ import annotations

import pytest
from axe import TAGS, assert_no_axe_violations, faint_texts

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><title>Texts</title><main><h1>Texts</h1><p id="well">Black on white</p>
%s</main>"""
FAINT = {
    "its own colour": "<p style='color: #777'>faint</p>",
    "a mixed colour": "<p style='color: color-mix(in srgb, black 40%, white)'>faint</p>",
    "letters one sees through": "<p style='color: #0007'>faint</p>",
    "a ground that shines through": "<div style='background: #0009'><p>faint</p></div>",
    "all of it half seen": "<div style='opacity: .5'><p>faint</p></div>",
    "a field": "<input aria-label='Field' style='color: #777' value='faint'>",
}
AT_SIX = "<p style='color: #636363'>six to one</p>"


@pytest.mark.parametrize("text", FAINT.values(), ids=FAINT)
def test_a_faint_text_is_found_wherever_its_faintness_comes_from(tab, text):
    tab.set_content(PAGE % text)
    count, (one,) = faint_texts(tab)
    assert count == 3 and "faint" in one
    assert faint_texts(tab, "#well") == (1, [])


def test_outside_of_main_it_is_found_too(tab):
    tab.set_content(PAGE % "" + f"<footer>{FAINT['its own colour']}</footer>")
    assert len(faint_texts(tab)[1]) == 1


def test_what_nobody_sees_is_not_told(tab):
    tab.set_content(PAGE % f"<div hidden>{FAINT['a field']}</div><div style='visibility: hidden'>{AT_SIX}</div>")
    assert faint_texts(tab) == (2, [])


def test_as_much_is_asked_as_the_tags_say(tab):
    tab.set_content(PAGE % AT_SIX)
    assert_no_axe_violations(tab, tags=["wcag2aa"])
    with pytest.raises(AssertionError, match="six to one"):
        assert_no_axe_violations(tab, tags=TAGS)


def test_to_look_at_nothing_is_no_success(tab):
    tab.set_content(PAGE % "<div id='empty'></div>")
    with pytest.raises(AssertionError):
        assert_no_axe_violations(tab, "#empty")


FAR = "<div><style>button { padding: 1em }</style></div><button>x</button><button>y</button>"
UNDERLINED = "<p>Words, <a href='#well' style='color: #00c'>a link</a> and words.</p>"


@pytest.mark.parametrize(
    ("rule", "style"),
    [("target-size", "button { padding: 0 !important }"), ("link-in-text-block", "a { text-decoration: none }")],
)
def test_what_axe_is_spared_where_there_is_nothing_to_judge_it_judges_elsewhere(tab, rule, style):
    tab.set_content(PAGE % (FAR + UNDERLINED))
    assert_no_axe_violations(tab)
    tab.add_style_tag(content=style)
    with pytest.raises(AssertionError, match=rule):
        assert_no_axe_violations(tab)
