"""Worksheets that name each other are checked before anybody fills them in."""

from __future__ import annotations

import pytest

from outsourcing_lessons.blocks.handout import Handout, Part
from outsourcing_lessons.blocks.sheet import Draw, Entry, Result, Sheet, Worksheet
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.worksheets import refuse_loose_ends, refuse_loose_handouts


def sheet(name, draws=None, formula=("sum", "a")):
    fields = (Entry(id="a", label="A"),)
    one = Sheet(title="S", fields=fields, rows=2, draws=draws or {}, results=(Result(label="R", formula=formula),))
    return Worksheet(id=name, title="W", purpose="P", sheets=(one,))


def draw(**changed):
    return Draw(**{"worksheet": "x.one", "field": "a", "said": "one"} | changed)


def test_what_is_there_is_let_through():
    refuse_loose_ends([sheet("x.one"), sheet("x.two", {"a": draw(only={"a": ("x",)}), "a.2": draw()})])


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (sheet("x.two", {"b": draw()}), "draws into the field 'b', which does not exist; there are: a"),
        (sheet("x.two", {"a": draw(worksheet="x.two")}), "draws from the earlier worksheet 'x.two', .* are: x.one"),
        (sheet("x.two", {"a": draw(field="c")}), "draws from x.one the field 'c'"),
        (sheet("x.two", {"a": draw(only={"d": ("x",)})}), "draws from x.one the field 'd'"),
        (sheet("x.two", formula=("+", 1.0, "e")), "works with the field 'e'"),
    ],
)
def test_a_loose_end_is_named(second, words):
    with pytest.raises(ContentError, match=f"^x.two: {words}"):
        refuse_loose_ends([sheet("x.one"), second])


def page(sent, **where):
    return Handout(id="letter", title="L", purpose="P", sent=sent, parts=(Part(title="T", **where),))


@pytest.mark.parametrize("where", [{"lines": {"A": "x.one/a.1"}}, {"columns": {"A": "x.one/a"}}])
def test_a_page_that_is_sent_shows_nothing_private(where):
    open_one = sheet("x.one")
    private = open_one.model_copy(update={"sheets": (open_one.sheets[0].model_copy(update={"private": True}),)})
    refuse_loose_handouts([page(True, **where)], [open_one], "course.toml")
    refuse_loose_handouts([page(False, **where)], [private], "course.toml")
    with pytest.raises(ContentError, match="^course.toml: the page 'letter' shows 'x.one/a.*', which is private"):
        refuse_loose_handouts([page(True, **where)], [private], "course.toml")
