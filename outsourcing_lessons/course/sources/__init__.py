"""Every study, law and framework the course may name, and how each was verified.

Nothing outside this list is named in a lesson; a test sees to it. Wherever a source is shown it says how much of it was
read: a finding in its note, a list of sources behind each.
"""

from __future__ import annotations

from collections.abc import Iterable

from outsourcing_lessons.blocks.block import Finding
from outsourcing_lessons.blocks.markdown import escape
from outsourcing_lessons.course.sources import companies_over_people, hiring_blind, managing_not_replacing, one_task
from outsourcing_lessons.errors import UnknownNameError
from outsourcing_lessons.lessons.source import ITSELF, NOTES, READ, SECONDARY, Source

SOURCES = {
    source.id: source
    for module in (one_task, hiring_blind, companies_over_people, managing_not_replacing)
    for source in module.SOURCES
}

__all__ = ["ITSELF", "READ", "SECONDARY", "SOURCES", "Source", "finding", "listed"]


def finding(source_id: str, claim: str, note: str = "") -> Finding:
    """Return what a study found, ready to be shown; strength, direction and what was read come from the source."""
    if source_id not in SOURCES:
        raise UnknownNameError("source", source_id, SOURCES)
    source = SOURCES[source_id]
    note = " ".join(filter(None, (note, NOTES[source.verified])))
    return Finding(
        source=source.id,
        claim=claim,
        citation=source.citation,
        doi=source.doi,
        strength=source.strength,
        direction=source.direction,
        note=note,
    )


def listed(source_ids: Iterable[str]) -> str:
    """Return sources as a Markdown list, in the order of their authors, each once."""
    citations = sorted(_in_full(SOURCES[source_id]) for source_id in set(source_ids))
    return "\n".join(f"- {escape(citation)}" for citation in citations)


def _in_full(source: Source) -> str:
    read = "" if source.verified == ITSELF else f" ({source.verified})"
    return source.citation + (f" doi:{source.doi}" if source.doi else "") + read
