"""R10: a learner of any country reads numbers as they are written there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from outsourcing_lessons.authoring.content import Subject
from outsourcing_lessons.authoring.fault import Place
from outsourcing_lessons.authoring.rule import Broken, rule
from outsourcing_lessons.authoring.soundness import texts_of, words_of
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.notes import TAG
from outsourcing_lessons.number_format import figures_in

# Where a point groups digits and a comma is the decimal mark, nothing that was left as it stands looks right.
COUNTRY, CURRENCY = "DE", "EUR"
ABROAD = re.compile(r"\d{1,3}(\.\d{3})+|0,\d+")  # right there, though it might be English
REASON = "elsewhere 0.85 is written 0,85, and 1,234 means a little more than one"


def _left(texts: Iterable[str]) -> str:
    """Return the first number that is still written as in English, or ""."""
    found = (figure for text in texts for figure in figures_in(text))
    return next((figure for figure in found if not ABROAD.fullmatch(figure)), "")


def _abroad(subject: Subject) -> Iterator[Case]:
    """Yield a learner of each trade where numbers are written otherwise."""
    for case in subject.cases:
        yield case_of(replace(case.profile, country=COUNTRY, currency=CURRENCY, hour_value=57.0))


def _made(subject: Subject, case: Case) -> Iterator[tuple[Place, Iterable[str]]]:
    """Yield the texts of all that a lesson makes for a learner, each with where it is from."""
    lesson = subject.lesson
    for item in lesson.items:
        yield subject.of_variant(item, case), words_of(item.variant(case))
    for explorer in lesson.explorers:
        yield subject.of_explorer(explorer), texts_of(lesson.explore(explorer.id, case))
    for name, reveal in lesson.reveals.items():
        yield subject.of_code(reveal, name), texts_of(lesson.reveal(name)(case))
    for name, closing in lesson.closing.items():
        yield subject.of_code(closing, name), texts_of(lesson.closing_block(name)(case))
    yield subject.of_code(lesson.worksheet, "worksheet"), texts_of(lesson.worksheet(case))
    for place, block in subject.blocks(case, "tell", "research"):
        yield place, texts_of(block)


@rule("R1001", REASON)
def every_number_is_written_as_where_the_learner_is(subject: Subject) -> Iterator[Broken]:
    seen = set()
    for case in _abroad(subject):
        for place, texts in _made(subject, case):
            if (place.file, place.line, place.cell, place.item) not in seen and (figure := _left(texts)):
                seen.add((place.file, place.line, place.cell, place.item))
                cure = "in code write {plain(0.85, 2)}; a text with fields is written anew by itself"
                yield Broken(place, f"{figure} stands there whatever the country", cure)


@rule("R1002", REASON)
def no_markdown_cell_has_a_number_with_a_point(subject: Subject) -> Iterator[Broken]:
    for cell in subject.cells:
        figures = figures_in(cell.source) if cell.kind == "markdown" and TAG not in cell.tags else []
        if figures:
            cure = "say it without (85 of 100), or put the passage into lesson.tell, which writes it anew"
            yield Broken(subject.at(cell.number), f"JupyterLab shows {figures[0]} whatever the country", cure)
