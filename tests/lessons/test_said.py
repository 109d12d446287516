"""The words of an explorer's view: what is filled, and what is refused when the lesson is built."""

from __future__ import annotations

from dataclasses import replace

import pytest
from asking_for_a_raise.first_number.explorer import PULLED

from outsourcing_lessons.blocks.view import Point, Series, say
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.said import filled, holds, in_words
from outsourcing_lessons.player.modules import FOLDER, joined
from tests.javascript import evaluated

CASE = case_of(LearnerProfile())
FIELDS = {"n": 1, "jobs": 12, "cost": 1234.56, "share": 12.345, "turn": None, "sure": True, "who": "Ada"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{jobs} jobs", "12 jobs"),
        ("{share:1} %", "12.3 %"),
        ("{cost:about}, {cost:money}", "€1,230, €1,234.56"),
        ("{n} {n|job|jobs}, {jobs} {jobs|job|jobs}", "1 job, 12 jobs"),
        ("{jobs:count} and {share:hours}", "twelve and 12.3 hours"),
        ("{who} {{sic}}", "Ada {sic}"),
    ],
)
def test_a_field_is_written_as_its_format_says(text, words):
    assert filled(text, FIELDS, "€", "here") == words


def test_a_word_goes_with_the_number_as_it_is_written_here_and_on_the_page():
    text, each = "{n:1} {n|minute|minutes}", {0.94: "0.9 minutes", 1: "1 minute", 1.04: "1 minute", 1.06: "1.1 minutes"}
    assert [filled(text, {"n": n}, "", "here") for n in each] == [*each.values()]
    script = joined(FOLDER / "said.js")
    assert evaluated(script, f'data.map((n) => filledIn("{text}", {{ n }}, ""))', [*each]) == [*each.values()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{job}", "here: the model finds no 'job', which '{job}' names; did you mean 'jobs'?"),
        ("{zzz}", "there are: cost, jobs, n, share, sure, turn, who"),
        ("{cost:euro}", "allowed: {name}, {name:format} with the format about, money, hours, count"),
        ("{jobs * 2}", "is not a field"),
        ("{turn}", "is None here"),
        ("{sure}", "is True here"),
        ("{who:money}", "is 'Ada' here"),
        ("a } b", "a lone '}'"),
    ],
)
def test_what_cannot_be_filled_is_refused_with_its_place(text, words):
    with pytest.raises(ContentError) as refused:
        filled(text, FIELDS, "€", "here")
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("when", "yes"),
    [("", True), ("n", True), ("turn", False), ("not turn", True), ("sure, not turn", True), ("sure, turn", False)],
)
def test_a_condition_holds_where_everything_it_names_does(when, yes):
    assert holds(when, FIELDS, "here") is yes
    assert in_words(say((when, "said")), FIELDS, "", "here") == ("said" if yes else "")


BROKEN = {
    "sentence": {"sentence": say("Ends at {raise}.")},
    "readout": {"readouts": PULLED.page.view.readouts[:1] * 2, "sentence": say(("heer", "Never said."))},
    "series": {"series": (Series(name="The talk", x="numbers", y="rises"),)},
    "mark": {"marks": (Point(x="opening", y="here", text=say("{hree}")),)},
    "title": {"title": "Where {nobody} ends"},
}


@pytest.mark.parametrize("place", BROKEN)
def test_a_view_that_names_what_there_is_not_cannot_be_built(place):
    """Also where it would not be said at the start; the explorer is named."""
    page = replace(PULLED.page, view=PULLED.page.view.model_copy(update=BROKEN[place]))
    case = _case()
    with pytest.raises(ContentError, match=r"^first-number\.pulled, .*the model finds no"):
        replace(PULLED, page=page).explorer(case)


def _case():
    from asking_for_a_raise import COURSE

    return COURSE.case(COURSE.profile())
