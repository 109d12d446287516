"""The page and the kernel find the same on worksheets: what is drawn, what is worked out, how it is written."""

from __future__ import annotations

import random
from dataclasses import replace
from html import unescape

import pytest

from outsourcing_lessons import player
from outsourcing_lessons.blocks.block import Binder
from outsourcing_lessons.blocks.filled import filled, results_of, rows_of
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.worksheets import worksheets_of
from outsourcing_lessons.playbook.book import bind
from outsourcing_lessons.playbook.learned import Learned
from outsourcing_lessons.playbook.web import web
from tests.javascript import evaluated

TYPED = (
    "", " ", "3", "2,5", "1.250,50", "€ 40", "CHF 12", "0", "-7", "100", "1e3", "a dozen", "٣", "33.333", "0,005",
    "123456789", "delegate", "automate", "eliminate", "keep", "much", "Ada & <b>", "2 Mio",
    "nothing", "hours", "a draft", "all of it", "my team", "some", "mostly", "nowhere", "2026-12-01", "still open",
)  # fmt: skip
ALL = """data.map(([worksheets, entries]) =>
  whatStands(worksheets.map((one, i) => [one, entries[i]])).map(({ worksheet, texts, drawn, written, own }) => ({
    texts, drawn, written: [...written].sort(), own: [...own].sort(), results: worksheet.sheets.map((sheet) => sumsUnder(sheet, worksheet, texts)),
  })))"""
BOUND = """data.map(([binder, entries, right, late]) => {
  const filled = binder.worksheets.map((one, i) => [one, entries[i]]);
  const learned = { ...binder, right: new Map(Object.entries(right)), putOff: new Set(late) };
  const book = bound("Ada", filled, "ada", binder.handouts, learned);
  return [book, ...book.use.filter(({ sent }) => sent).map((one) => letterOf(book, one))].map((one) => bookHtml(one, "Book"));
})"""
NO_STYLE = "globalThis.document = { styleSheets: [] };"  # whose letters a page would bring along
CASES, BOOKS = 300, 40  # in the full run; else a fifth of them


@pytest.fixture(scope="module")
def cases(full):
    """Whole courses of worksheets, written in by somebody who types anything anywhere."""
    draw, course = random.Random(7), COURSE
    profiles = [LearnerProfile(), LearnerProfile(currency="CHF", hour_value=33.3), LearnerProfile(currency="JPY")]
    sheets = [worksheets_of(course.lessons, course.case(profile)) for profile in profiles]
    return [
        (one, [_entries(sheet, draw) for sheet in one]) for one in draw.choices(sheets, k=CASES if full else CASES // 5)
    ]


def _entries(worksheet, draw):
    names = [f.id + row for sheet in worksheet.sheets for f in sheet.fields for row in rows_of(sheet)]
    return {name: draw.choice(TYPED) for name in names if draw.random() < 0.5}


def _found(worksheets, entries):
    for one in filled(zip(worksheets, entries, strict=True)):
        results = [results_of(sheet, one.worksheet, one.texts) for sheet in one.worksheet.sheets]
        said = [[{"label": label, "text": text} for label, text in of] for of in results]
        yield {
            "texts": one.texts,
            "drawn": one.drawn,
            "written": sorted(one.written),
            "own": sorted(one.own),
            "results": said,
        }


def test_the_page_finds_what_the_kernel_finds(cases):
    data = [([one.model_dump(mode="json") for one in sheets], entries) for sheets, entries in cases]
    found = evaluated(player.script("filled.js"), ALL, data)
    expected = [list(_found(*case)) for case in cases]
    wrong = [pair for pair in zip(found, expected, strict=True) if pair[0] != pair[1]]
    assert not wrong and sum(bool(one["drawn"]) for case in expected for one in case) > len(cases)
    assert sum(
        bool(result["text"]) for case in expected for one in case for of in one["results"] for result in of
    ) > len(cases)


def _answers(binder: Binder, draw):
    """Return what somebody answered of the tests and of the lessons, and what they put off."""
    asked = [i for pair in binder.pairs for i in (*pair.before, *pair.after)] + [
        i for s in binder.studied for i in s.items
    ]
    right = {item: draw.random() < 0.5 for item in asked if draw.random() < 0.6}
    return right, [item for item in asked if draw.random() < 0.2]


def test_the_page_binds_what_the_kernel_binds(full):
    """Whole playbooks of the course, and each page of them that leaves the house."""
    draw, course = random.Random(8), COURSE
    binder = course.binder(course.case(LearnerProfile()))
    cases = [
        ([_entries(sheet, draw) for sheet in binder.worksheets], *_answers(binder, draw))
        for _ in range(BOOKS if full else BOOKS // 5)
    ]
    data = [(binder.model_dump(mode="json"), *case) for case in cases]
    found = evaluated(f"{NO_STYLE}\n{player.script('playbook.js', 'book.js')}", BOUND, data)
    for texts, (entries, right, late) in zip(found, cases, strict=True):
        learned = Learned(binder.pairs, binder.studied, right, frozenset(late))
        pairs = zip(binder.worksheets, entries, strict=True)
        book = bind("Ada", pairs, "ada", "Book", handouts=binder.handouts, learned=learned)
        made = [web(one) for one in (book, *(replace(letter, title="Book") for letter in book.letters))]
        assert [bare(text) for text in texts] == [bare(text) for text in made]
    assert sum("Read again first" in texts[0] for texts in found) > len(found) // 4


def bare(html):
    """Return what is between the tags of main, its entities written one way."""
    return unescape(html[html.index("<main>") :])
