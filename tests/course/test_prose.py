"""The course reads easily and is spelled right: short sentences, common words, no dead link."""

from __future__ import annotations

import re
import statistics
from functools import cache
from pathlib import Path

import nbformat
import pyphen
import pytest
from spellchecker import SpellChecker

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.notes import notes_of
from tests.course.cases import cases
from tests.course.soundness import words_of
from tests.course.told import told

LONGEST_SENTENCE, LONG_SENTENCE, USUAL_SENTENCE = 40, 25, 12  # words: at most, 19 of 20, half of them
HIGHEST_GRADE = 8.0
WORD = re.compile(r"[A-Za-zÀ-ÿŁ-ž]+(?:[’'-][A-Za-zÀ-ÿŁ-ž]+)*")
PARAGRAPH = re.compile(r"\n\s*\n|\n(?:- |\d+\. )")
STOP = re.compile(r"(?<=[.!?…:;])[”’\"]?\s+(?=[A-Z“\"‘(0-9])")
LINK = re.compile(r"\]\(([^)\s]+)\)")
KNOWN = Path(__file__).parents[1] / "data" / "words.txt"
syllables = pyphen.Pyphen(lang="en_GB")


def plain(markdown: str) -> str:
    """Return Markdown without its marks, its links and its code."""
    text = re.sub(r"`[^`]*`|\]\([^)]*\)", "", markdown)
    return re.sub(r"[*_#>\[]", "", re.sub(r"\\(.)", r"\1", text))


def markdown_of(lesson: Lesson) -> tuple[str, ...]:
    """Return the passages for a learner of each trade, and the notebook's own."""
    passages = [text for case in cases([1]) for text in told(lesson, case)]
    cells = nbformat.read(COURSE.notebook_of(lesson), as_version=4).cells
    return (*passages, *(cell.source for cell in cells if cell.cell_type == "markdown"))


def made_for(lesson: Lesson, case):
    """Yield every plain text of a lesson that is made for one learner."""
    for template in lesson.items:
        item = template.variant(case)
        yield from words_of(item.model_copy(update={"answer": ""}))  # a key in words is a list, not a sentence
    for reveal in (make(case) for make in lesson.reveals.values()):
        yield from (reveal.truth, reveal.explanation, reveal.assumptions)
    worksheet = lesson.worksheet(case)
    yield worksheet.purpose
    for sheet in worksheet.sheets:
        yield from (sheet.title, sheet.help)
        yield from (text for entry in sheet.fields for text in (entry.label, entry.example))
    for explorer in (template.explorer(case) for template in lesson.explorers):
        yield explorer.question
        yield from (text for one in explorer.scenarios for text in (one.label, one.frame.sentence, one.frame.alt))


@cache
def sentences_of(slug: str) -> frozenset[str]:
    """Return every sentence of a lesson that a learner or an instructor may read."""
    lesson = COURSE.lesson(slug)
    texts = {plain(text) for text in markdown_of(lesson)}
    texts |= {text for case in cases([1]) for text in made_for(lesson, case)}
    texts |= {text for guide in notes_of(lesson).values() for text in (guide.discussion, guide.skip)}
    if lesson.research:
        texts |= {text for finding in lesson.research.findings for text in (finding.claim, finding.note)}
    parts = (part for text in texts for part in PARAGRAPH.split(text))
    return frozenset(sentence for part in parts for sentence in STOP.split(part.strip()) if WORD.search(sentence))


def length(sentence: str) -> int:
    return len(WORD.findall(sentence))


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
class TestProse:
    def test_sentences_are_short(self, lesson):
        by_length = sorted(sentences_of(lesson.slug), key=length)
        lengths = [length(sentence) for sentence in by_length]
        assert lengths[-1] <= LONGEST_SENTENCE, by_length[-1]
        assert lengths[int(0.95 * len(lengths))] <= LONG_SENTENCE
        assert statistics.median(lengths) <= USUAL_SENTENCE

    def test_a_pupil_of_fourteen_could_read_it(self, lesson):
        """Flesch and Kincaid's grade; syllables are counted by where a word may be hyphenated, or more."""
        words = [word for sentence in sentences_of(lesson.slug) for word in WORD.findall(sentence)]
        count = sum(max(len(syllables.inserted(word).split("-")), vowels(word)) for word in words)
        grade = 0.39 * len(words) / len(sentences_of(lesson.slug)) + 11.8 * count / len(words) - 15.59
        assert grade <= HIGHEST_GRADE

    def test_every_word_is_spelled_right(self, lesson):
        assert sorted(SpellChecker(language="en").unknown(spelled(lesson)) - known()) == []

    def test_every_link_to_another_lesson_leads_there(self, lesson):
        links = [link for text in markdown_of(lesson) for link in LINK.findall(text) if "://" not in link]
        folder = COURSE.notebook_of(lesson).parent
        assert [link for link in links if not (folder / link.partition("#")[0]).is_file()] == []


def vowels(word: str) -> int:
    """Count groups of vowels, without an e that is not heard."""
    return len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower()))) or 1


def spelled(lesson: Lesson) -> set[str]:
    """Return every word of a lesson, once, in small letters."""
    words = {word for sentence in sentences_of(lesson.slug) for word in WORD.findall(sentence)}
    return {part for word in words for part in parts(word)}


def parts(word: str) -> list[str]:
    word = re.sub(r"[’']s$", "", word.lower())
    return [part for part in word.split("-") if len(part) > 1]


@cache
def known() -> set[str]:
    """Return the names, and the words as they are spelled in Britain, that the dictionary does not have."""
    return set(KNOWN.read_text(encoding="utf-8").split())


def test_no_word_is_excused_that_nobody_uses():
    assert sorted(known() - set().union(*map(spelled, COURSE.lessons))) == []
