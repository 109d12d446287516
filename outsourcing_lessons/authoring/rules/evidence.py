"""R7: nothing is said without its source, and a source says of itself how much it is worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from outsourcing_lessons.authoring.content import Content, Subject
from outsourcing_lessons.authoring.fault import Place, shown_path
from outsourcing_lessons.authoring.readability import texts_of
from outsourcing_lessons.authoring.rule import Broken, rule
from outsourcing_lessons.blocks.block import Finding

NAMED_STUDY = re.compile(r"\(([A-ZÉÜØ][\wéüøö]+)(?:[^()]*?), (\d{4})\)|([A-ZÉÜØ][\wéüøö]+) \((\d{4})\)")


@rule("R701", "a claim can be looked up")
def every_source_of_an_item_is_known(subject: Subject) -> Iterator[Broken]:
    for template in subject.lesson.items:
        for source in template.sources:
            if source not in subject.content.sources:
                known = ", ".join(sorted(subject.content.sources)[:5])
                found = f"no source is called {source!r}"
                yield Broken(subject.of_variant(template), found, f"add it to the sources; there are {known}, …")


@rule("R702", "nobody can look up a study that is not among the sources")
def no_study_is_named_outside_the_sources(subject: Subject) -> Iterator[Broken]:
    sources = subject.content.sources.values()
    known = {(name, str(one.year)) for one in sources for name in re.findall(r"\w+", one.authors)}
    seen = set()
    cells = ((subject.at(cell.number), cell.source) for cell in subject.cells)
    for place, text in (*texts_of(subject), *cells):
        for author, year, author2, year2 in NAMED_STUDY.findall(text):
            study = (author or author2, year or year2)
            if study not in known and study not in seen:
                seen.add(study)
                found = f"{study[0]} ({study[1]}) is none of the sources"
                yield Broken(place, found, "add the source, with what was read of it")


def _findings(subject: Subject) -> Iterator[tuple[Place, Finding]]:
    research = subject.lesson.research
    if research:
        calls = [cell.number for cell in subject.cells for call in cell.calls if call.verb == "research"]
        place = subject.at(calls[0] if calls else 0)
        yield from ((replace(place, item=shown.source), shown) for shown in research.findings)


@rule("R703", "how strong a study is, is said once")
def findings_say_what_their_source_says_of_itself(subject: Subject) -> Iterator[Broken]:
    for place, shown in _findings(subject):
        source = subject.content.sources.get(shown.source)
        said = (shown.strength, shown.direction, shown.citation)
        if source is None or said != (source.strength, source.direction, source.citation):
            yield Broken(place, "it is not what the source says of itself", "make it with finding(source, claim)")


@rule("R704", "advice that nothing speaks against was not looked at hard enough")
def the_research_does_not_only_agree(subject: Subject) -> Iterator[Broken]:
    if not subject.is_full:
        return
    directions = {shown.direction for _, shown in _findings(subject)}
    least = subject.policy.directions
    if len(directions) < least:
        found = f"all findings point in {len(directions)} direction; {least} are the least"
        yield Broken(subject.at(), found, "look for what speaks against it")


@rule("R705", "what a lesson draws on can be looked up in it")
def the_notebook_lists_the_sources(subject: Subject) -> Iterator[Broken]:
    shown = any(call.verb == "sources" for cell in subject.cells for call in cell.calls)
    if subject.is_full and not shown:
        yield Broken(subject.at(), "no cell lists the sources", "add a cell with lesson.sources()")
    missing = {source for one in subject.lesson.items for source in one.sources} - set(subject.lesson.sources)
    for source in sorted(missing):
        yield Broken(subject.at(), f"{source} is drawn on and not in the list of sources", "add it to the lesson")


@rule("R706", "the list is what the course draws on, and no reading list", of_course=True)
def no_source_is_kept_that_nothing_draws_on(content: Content) -> Iterator[Broken]:
    used = {source for lesson in content.lessons for source in lesson.sources}
    for source in sorted(set(content.sources) - used):
        place = Place(file=shown_path(content.folder), item=source)
        yield Broken(place, "no lesson draws on this source", "take it out, or say what it shows")
    for source in sorted(used - set(content.sources)):
        place = Place(file=shown_path(content.folder), item=source)
        yield Broken(place, "a lesson draws on it, and it is none of the sources", "add it")
