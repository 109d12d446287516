"""Every sentence that a lesson shows, with its place, and how hard it is to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from outsourcing_lessons.authoring.content import Subject
from outsourcing_lessons.authoring.fault import Place
from outsourcing_lessons.authoring.soundness import words_of
from outsourcing_lessons.lessons.case import Case

WORD = re.compile(r"[A-Za-zÀ-ÿŁ-ž]+(?:[’'-][A-Za-zÀ-ÿŁ-ž]+)*")
PARAGRAPH = re.compile(r"\n\s*\n|\n(?:- |\d+\. )")
STOP = re.compile(r"(?<=[.!?…:;])[”’\"]?\s+(?=[A-Z“\"‘(0-9])")


def plain(markdown: str) -> str:
    """Return Markdown without its marks, its links and its code."""
    text = re.sub(r"`[^`]*`|\]\([^)]*\)", "", markdown)
    return re.sub(r"[*_#>\[]", "", re.sub(r"\\(.)", r"\1", text))


def markdown_of(subject: Subject) -> Iterator[tuple[Place, str]]:
    """Yield the Markdown cells of a lesson, notes among them, and its passages, for a learner of each trade."""
    yield from ((subject.at(cell.number), cell.source) for cell in subject.cells if cell.kind == "markdown")
    for case in subject.cases:
        yield from ((place, block.markdown) for place, block in subject.told(case))


@lru_cache(maxsize=16)
def texts_of(subject: Subject) -> tuple[tuple[Place, str], ...]:
    """Return every text of a lesson that a learner or an instructor may read, as plain text."""
    return tuple(_texts(subject))


def _texts(subject: Subject) -> Iterator[tuple[Place, str]]:
    yield from ((place, plain(text)) for place, text in markdown_of(subject))
    for place, _, item in subject.variants:
        # a key in words is a list, not a sentence
        yield from ((place, text) for text in words_of(item.model_copy(update={"answer": ""})))
    for case in subject.cases:
        yield from _made_for(subject, case)
    yield from _explored(subject)
    for place, finding in subject.found():
        yield from ((place, text) for text in (finding.claim, finding.note))


def _explored(subject: Subject) -> Iterator[tuple[Place, str]]:
    for template, _, explorer in subject.explored:
        place = subject.of_explorer(template)
        yield place, explorer.question
        for one in explorer.scenarios:
            yield from ((place, text) for text in (one.label, one.frame.sentence, one.frame.alt))


def _made_for(subject: Subject, case: Case) -> Iterator[tuple[Place, str]]:
    lesson = subject.lesson
    for name, make in lesson.reveals.items():
        reveal, place = make(case), subject.of_code(make, f"reveal {name}")
        yield from ((place, text) for text in (reveal.truth, reveal.explanation, reveal.assumptions))
    worksheet, place = lesson.worksheet(case), subject.of_code(lesson.worksheet, "worksheet")
    yield place, worksheet.purpose
    for sheet in worksheet.sheets:
        yield from ((place, text) for text in (sheet.title, sheet.help))
        yield from ((place, text) for entry in sheet.fields for text in (entry.label, entry.example))


@lru_cache(maxsize=16)
def sentences_of(subject: Subject) -> dict[str, Place]:
    """Return every sentence of a lesson, once, with the place that it was found at first."""
    found: dict[str, Place] = {}
    for place, text in texts_of(subject):
        for part in PARAGRAPH.split(text):
            for sentence in STOP.split(part.strip()):
                if WORD.search(sentence):
                    found.setdefault(sentence, place)
    return found


def length(sentence: str) -> int:
    """Count the words of a sentence."""
    return len(WORD.findall(sentence))


def vowels(word: str) -> int:
    """Count groups of vowels, without an e that is not heard.

    Examples
    --------
    >>> vowels("overcome"), vowels("me")
    (3, 1)
    """
    return len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower()))) or 1


def grade(sentences: list[str]) -> float:
    """Return Flesch and Kincaid's grade; syllables are counted by where a word may be hyphenated, or more."""
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    count = sum(map(_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * count / len(words) - 15.59


@cache
def _syllables(word: str) -> int:
    return max(len(_hyphens().inserted(word).split("-")), vowels(word))


@cache
def _hyphens():
    import pyphen

    return pyphen.Pyphen(lang="en_GB")


def spelled(subject: Subject) -> dict[str, str]:
    """Return every word of a lesson in small letters, once, with the first sentence it stands in."""
    found: dict[str, str] = {}
    for sentence in sentences_of(subject):
        for word in WORD.findall(sentence):
            for part in _parts(word):
                found.setdefault(part, sentence)
    return found


def _parts(word: str) -> list[str]:
    word = re.sub(r"'s$", "", word.lower().replace("’", "'"))
    return [part for part in word.split("-") if len(part) > 1]
