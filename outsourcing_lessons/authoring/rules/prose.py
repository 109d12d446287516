"""R2: the course reads easily and is spelled right: short sentences, common words, no dead link."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterator
from functools import cache

from outsourcing_lessons.authoring.content import Content, Subject
from outsourcing_lessons.authoring.fault import Place, shown_path
from outsourcing_lessons.authoring.readability import grade, length, markdown_of, sentences_of, spelled
from outsourcing_lessons.authoring.rule import Broken, rule

LINK = re.compile(r"\]\(([^)\s]+)\)")
TYPED, PRINTED = re.compile(r"[\"']"), re.compile("[“”‘’]")  # marks of a keyboard, and of a book
SHOWN = 90  # characters of a sentence in a report


def _quoted(sentence: str) -> str:
    text = " ".join(sentence.split())
    return f"“{text}”" if len(text) <= SHOWN else f"“{text[: SHOWN - 1].rsplit(' ', 1)[0]} …”"


@rule("R201", "a long sentence is read twice")
def no_sentence_is_very_long(subject: Subject) -> Iterator[Broken]:
    most = subject.policy.longest_sentence
    for sentence, place in sentences_of(subject).items():
        if length(sentence) > most:
            found = f"{_quoted(sentence)} has {length(sentence)} words; {most} are allowed"
            yield Broken(place, found, "make two sentences of it")


@rule("R202", "a page of long sentences is put away")
def few_sentences_are_long(subject: Subject) -> Iterator[Broken]:
    found, most = sentences_of(subject), subject.policy.long_sentence
    by_length = sorted(found, key=length)
    long = length(by_length[int(0.95 * len(by_length))]) if found else 0
    if long > most:
        count = sum(length(sentence) > most for sentence in found)
        told = f"{count} of {len(found)} sentences have more than {most} words; 1 in 20 may; the first of them here"
        place = next(found[sentence] for sentence in found if length(sentence) > most)
        yield Broken(place, told, "cut the longest")


@rule("R203", "short sentences carry the story")
def the_usual_sentence_is_short(subject: Subject) -> Iterator[Broken]:
    lengths, most = [length(sentence) for sentence in sentences_of(subject)], subject.policy.usual_sentence
    if lengths and statistics.median(lengths) > most:
        told = f"every other sentence has {statistics.median(lengths):g} words or more; {most} are allowed"
        yield Broken(subject.at(), told, "cut sentences in two")


@rule("R204", "learners read this after a day's work, many of them in a second language")
def the_reading_level_is_low(subject: Subject) -> Iterator[Broken]:
    most = subject.policy.reading_grade
    level = grade(list(sentences_of(subject)))
    if level > most:
        told = f"the reading level is {level:.1f} (Flesch-Kincaid); {most:g} is allowed"
        yield Broken(subject.at(), told, "use shorter words and sentences")


@cache
def _dictionary(language: str):
    from spellchecker import SpellChecker

    return SpellChecker(language=language)


@rule("R205", "a slip makes learners doubt the numbers too")
def every_word_is_spelled_right(subject: Subject) -> Iterator[Broken]:
    words, file = spelled(subject), shown_path(subject.content.folder / subject.policy.words)
    for word in sorted(_dictionary(subject.policy.language).unknown(words) - subject.content.words):
        place = sentences_of(subject)[words[word]]
        yield Broken(place, f"no dictionary has “{word}”: {_quoted(words[word])}", f"fix it, or add it to {file}")


@rule("R206", "a dead link is found by a learner in the evening")
def every_link_to_another_lesson_leads_there(subject: Subject) -> Iterator[Broken]:
    for place, text in markdown_of(subject):
        for link in LINK.findall(text):
            if "://" not in link and not (subject.path.parent / link.partition("#")[0]).is_file():
                yield Broken(place, f"the link {link} leads to no file", "name a notebook that is beside this one")


@rule("R207", "the list is for words that are used, or a slip hides in it", of_course=True)
def no_word_is_excused_that_nobody_uses(content: Content) -> Iterator[Broken]:
    used = set().union(*map(spelled, content.subjects))
    place = Place(file=shown_path(content.folder / content.policy.words))
    for word in sorted(content.words - used):
        yield Broken(place, f"no lesson uses “{word}”", "take it out")


@rule("R208", "two kinds of the same mark on a page look like a slip")
def marks_are_all_of_one_kind(subject: Subject) -> Iterator[Broken]:
    found = sentences_of(subject)
    if any(map(PRINTED.search, found)):
        for sentence, place in found.items():
            if TYPED.search(sentence):
                told = f"{_quoted(sentence)} has a straight apostrophe or quotation mark among curly ones"
                yield Broken(place, told, "make them curly")
