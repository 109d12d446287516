"""The page and the kernel find the same on worksheets: what is drawn, what is worked out, how it is written."""

from __future__ import annotations

import json
import random

import pytest

from outsourcing_lessons import player
from outsourcing_lessons.blocks.filled import filled, results_of, rows_of
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.lessons.worksheets import worksheets_of

pytestmark = pytest.mark.browser
TYPED = (
    "", " ", "3", "2,5", "1.250,50", "€ 40", "CHF 12", "0", "-7", "100", "1e3", "a dozen", "٣", "33.333", "0,005",
    "123456789", "delegate", "automate", "eliminate", "keep", "much", "Ada & <b>", "2 Mio",
)  # fmt: skip
ALL = """(text) => JSON.stringify(JSON.parse(text).map(([worksheets, entries]) =>
  whatStands(worksheets.map((one, i) => [one, entries[i]])).map(({ worksheet, texts, drawn, written }) => ({
    texts, drawn, written: [...written].sort(), results: worksheet.sheets.map((sheet) => sumsUnder(sheet, worksheet, texts)),
  }))))"""
CASES = 300


@pytest.fixture(scope="module")
def cases():
    """Whole courses of worksheets, written in by somebody who types anything anywhere."""
    draw, course = random.Random(7), chosen()
    profiles = [LearnerProfile(), LearnerProfile(currency="CHF", hour_value=33.3), LearnerProfile(currency="JPY")]
    sheets = [worksheets_of(course.lessons, course.case(profile)) for profile in profiles]
    return [(one, [_entries(sheet, draw) for sheet in one]) for one in draw.choices(sheets, k=CASES)]


def _entries(worksheet, draw):
    names = [f.id + row for sheet in worksheet.sheets for f in sheet.fields for row in rows_of(sheet)]
    return {name: draw.choice(TYPED) for name in names if draw.random() < 0.5}


def _found(worksheets, entries):
    for one in filled(zip(worksheets, entries, strict=True)):
        results = [results_of(sheet, one.worksheet, one.texts) for sheet in one.worksheet.sheets]
        said = [[{"label": label, "text": text} for label, text in of] for of in results]
        yield {"texts": one.texts, "drawn": one.drawn, "written": sorted(one.written), "results": said}


def test_the_page_finds_what_the_kernel_finds(page, cases):
    exposed = "window.whatStands = whatStands; window.sumsUnder = sumsUnder; window.ready = true;"
    page.add_script_tag(type="module", content=f"{player.script('filled.js')}\n{exposed}")
    page.wait_for_function("window.ready")
    data = [([one.model_dump(mode="json") for one in sheets], entries) for sheets, entries in cases]
    found = json.loads(page.evaluate(ALL, json.dumps(data)))
    expected = [list(_found(*case)) for case in cases]
    wrong = [pair for pair in zip(found, expected, strict=True) if pair[0] != pair[1]]
    assert not wrong and sum(bool(one["drawn"]) for case in expected for one in case) > CASES
    assert (
        sum(bool(result["text"]) for case in expected for one in case for of in one["results"] for result in of) > CASES
    )
