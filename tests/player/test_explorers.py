"""What an explorer computes and says in the page is what it computes and says in Python, to the letter."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import product

import pytest
from asking_for_a_raise import COURSE as TINY

from outsourcing_lessons.blocks.formula import in_words
from outsourcing_lessons.blocks.sheet import Result
from outsourcing_lessons.charts.scales import amount
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.money import about, exact, plain, prefix_of, readable, written
from outsourcing_lessons.number_format import localised, writing
from outsourcing_lessons.places import numbers_of
from outsourcing_lessons.player.modules import FOLDER, joined
from tests.javascript import evaluated
from tests.player.twins import SAMPLE, alike, asked, differences, in_javascript, in_python, templates

EXPLORERS = templates()
NAMES = [template.id for template in EXPLORERS]
AMOUNTS = [
    0,
    0.5,
    0.005,
    0.125,
    2.675,
    9.995,
    999.5,
    1234.5,
    5115,
    12345.678,
    1e6,
    1234567.5,
    98765432.1,
    2**53,
    1e-7,
    -3.25,
    -0.004,
]
HOURS = [0, 0.04, 0.25, 0.75, 1, 1.04, 2.25, 9.96, 10.04, 13.65, 120.4, -2.25]


@pytest.fixture(scope="module")
def found(full):
    """What differs, in each explorer; looked for at every corner in the full run."""
    return differences(EXPLORERS, 200 if full else 1)


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_say_the_same(found, name):
    assert found[name] == []


def test_the_stored_sample_still_holds():
    stored = json.loads(SAMPLE.read_text(encoding="utf-8"))
    found = in_javascript(stored)
    again = "make the sample again: .venv/bin/python -m tests.player.twins"
    assert {one["id"] for one in stored} == set(NAMES), again
    assert [{name: one[name] for name in ("alt", "sentence", "readouts", "turn")} for one in found] == [
        one["said"] for one in stored
    ], again


def test_a_difference_would_be_found():
    """In words, in numbers and in what is there at all."""
    assert (
        not alike((1.0, 2.0), [1.0, 2.00001]) and not alike(None, 0) and not alike(1, True) and not alike((1,), [1, 2])
    )
    template = EXPLORERS[0]
    page = replace(template.page, model=template.page.model)
    moved = replace(page, view=page.view.model_copy(update={"x_label": "Another label"}))
    case, values = (
        case_of(LearnerProfile()),
        {slider.id: slider.high for slider in template.sliders(case_of(LearnerProfile()))},
    )
    other = in_python(replace(template, page=moved), case, values)
    (found,) = in_javascript([asked(template, case, [values])])
    assert found["alt"] != other["alt"] and found["sentence"] == other["sentence"]


def test_a_second_course_brings_models_of_its_own():
    (template,) = templates(TINY)
    case = TINY.case(TINY.profile())
    settings = [{"opening": opening, "pull": pull / 10} for opening in (1, 8, 20) for pull in (0, 3, 10)]
    found = in_javascript([asked(template, case, settings)], TINY)
    said = [in_python(template, case, values) for values in settings]
    assert [one["sentence"] for one in found] == [one["sentence"] for one in said]
    assert [one["alt"] for one in found] == [one["alt"] for one in said]


PLACES = ["", "DE", "IN", "CH", "BR", "JP", "SE", "FR", "VN", "EG"]


IN_ALL_WAYS = """data.map(({ form, prefix, amounts }) => (writeNumbersAs(form), amounts.map((n) => [
  aboutMoney(n, prefix), exactMoney(n, prefix), inFigures(n), inFigures(n, 2), readableNumber(n), exactMoney(n, "$"),
  resultInWords(n, { prefix, decimals: 2, unit: "", of: null }), amountOf(n, prefix, " h"),
])))"""


def in_all_ways(n: float, currency: str) -> list[str]:
    prefix = prefix_of(currency)
    result = Result(label="Sum", formula=0, prefix=prefix, decimals=2)
    return [
        about(n, currency), written(exact(n), prefix), plain(n), plain(n, 2), readable(n), written(exact(n), "$"),
        in_words(n, result), amount(n, prefix, " h"),
    ]  # fmt: skip


def test_money_and_numbers_are_written_alike():
    """In every place, and also an amount in a currency that is not the learner's."""
    script = joined(*(FOLDER / f"{name}.js" for name in ("written", "formula", "amounts", "number_format")))
    pairs = list(product(PLACES, ["EUR", "CHF", "JPY", "SEK"]))
    asking = [
        {"form": numbers_of(*pair), "prefix": prefix_of(pair[1]), "amounts": AMOUNTS} for pair in pairs
    ]  # fmt: skip
    found = evaluated(script, IN_ALL_WAYS, asking)
    for pair, there in zip(pairs, found, strict=True):
        with writing(numbers_of(*pair)):
            assert there == [in_all_ways(n, pair[1]) for n in AMOUNTS], pair


SENTENCE = "Type 51.2 or 1,234,567.5, and not 1.5k; see version 3."


def test_a_number_is_written_as_its_country_writes_it():
    cases = {
        "": "1,234,567.5",  # first: a format stays in force until there is another
        "DE": "1.234.567,5",
        "IN": "12,34,567.5",
        "CH": "1’234’567.5",
        "SE": "1\xa0234\xa0567,5",
    }
    script = joined(FOLDER / "written.js", FOLDER / "number_format.js")
    forms = [numbers_of(country, "EUR") for country in cases]
    both = f"data.map((form) => (writeNumbersAs(form), [inFigures(1234567.5, 2), localised({json.dumps(SENTENCE)})]))"
    found = evaluated(script, both, forms)
    assert [digits for digits, _ in found] == list(cases.values())
    for form, there in zip(forms, found, strict=True):
        with writing(form):
            assert [plain(1234567.5, 2), localised(SENTENCE)] == there


def test_hours_counts_and_ticks_are_written_alike():
    from outsourcing_lessons.charts.scales import tick_text, ticks, ticks_inside
    from outsourcing_lessons.lessons.case import count, hours

    script = joined(FOLDER / "written.js", FOLDER / "number_format.js")
    counts = [0, 7, 12, 13, 1200]
    spans = [(0, 5600), (-3, 7), (0, 0), (0.2, 0.9), (1, 40), (-1e7, 2e9)]
    all_of_them = """[data.hours.map(inHours), data.counts.map(inCount),
      data.spans.map(([low, high]) => ticksOf(low, high).map((tick, _, all) => tickText(tick, '€', ' %', all))),
      data.spans.map(([a, b]) => ticksInside(a, b, 6, true)),
      data.amounts.map((n) => [amountOf(n, '£', ''), amountOf(n, '', ' h')])]"""
    found = evaluated(script, all_of_them, {"hours": HOURS, "counts": counts, "spans": spans, "amounts": AMOUNTS})
    assert found == [
        [hours(number) for number in HOURS],
        [count(number) for number in counts],
        [[tick_text(tick, "€", " %", ticks(*span)) for tick in ticks(*span)] for span in spans],
        [ticks_inside(*span, True) for span in spans],
        [[amount(n, "£", ""), amount(n, "", " h")] for n in AMOUNTS],
    ]


def test_a_model_without_a_twin_is_refused(tmp_path):
    """In one sentence that says what to write."""
    template = EXPLORERS[0]
    with pytest.raises(ContentError, match=r"test_explorers\.js is not there: it exports someModel"):
        _ = replace(template.page, model=some_model).twin


def some_model(givens, values):
    return {}
