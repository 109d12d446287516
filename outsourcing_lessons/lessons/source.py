"""What a source is, how a lesson's ``sources.toml`` names it, and how it is shown.

Wherever a source is shown it says how much of it was read: a finding in its note, a list of sources behind each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from outsourcing_lessons.blocks.block import Direction, Finding, Strength
from outsourcing_lessons.blocks.markdown import escape
from outsourcing_lessons.errors import ContentError, UnknownNameError
from outsourcing_lessons.lessons.toml_file import Table, read, refusal

READ = "abstract read"
SECONDARY = "read in a summary"
ITSELF = "the text itself read"  # of a law, a judgment, a page
NOTES = {
    READ: "We read the abstract, not the whole paper.",
    SECONDARY: "Read in a summary, not in the paper itself.",
    ITSELF: "",
}


FILE = "sources.toml"
Words = Annotated[str, Field(min_length=1)]
SourceId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Entry(Table):
    """What a ``sources.toml`` says of one source, under its id."""

    # authors, title, venue: as one would cite them.
    authors: Words
    year: Annotated[int, Field(ge=1700, le=2100)] | None = None  # of publication; None where it was not found
    title: Words
    venue: Words
    # strength, direction: as in ``blocks.block.Finding``; the direction is seen from the advice of the lesson that uses
    # it.
    strength: Strength
    direction: Direction
    # What was read of it. No paper was read in full, and the learner is told so.
    verified: Literal["abstract read", "read in a summary", "the text itself read"]
    doi: Annotated[str, Field(pattern=r"^10\.[0-9]{4,9}/\S+$")] = ""  # empty where none was found


class Source(Entry):
    """One source."""

    id: SourceId  # first author and year: "jorgensen-2014"

    @property
    def citation(self) -> str:
        """Authors, year, title and venue in one line."""
        when = f" ({self.year})" if self.year else ""
        title = self.title if self.title.endswith("?") else self.title + "."
        return f"{self.authors}{when}. {title} {self.venue}."

    @property
    def short(self) -> str:
        """As named in running text: "Jørgensen, 2014"."""
        return f"{self.authors}, {self.year}" if self.year else self.authors


def read_sources(folders: Iterable[Path]) -> dict[str, Source]:
    """Return by id what the files ``sources.toml`` in some folders name; a folder without one names nothing.

    Raises ContentError with every fault of a file; or when two files name the same source.
    """
    found: dict[str, Source] = {}
    places: dict[str, Path] = {}
    for path in (folder / FILE for folder in folders):
        entries = read(path, dict[SourceId, Entry]) if path.exists() else {}
        if twice := [f"{name} is in {places[name]} already; name it once" for name in entries if name in found]:
            raise ContentError(refusal(path, twice))
        places |= dict.fromkeys(entries, path)
        found |= {name: Source(id=name, **entry.model_dump(exclude_unset=True)) for name, entry in entries.items()}
    return found


def finding(sources: Mapping[str, Source], source_id: str, claim: str, note: str = "") -> Finding:
    """Return what a study found, ready to be shown; strength, direction and what was read come from the source."""
    if source_id not in sources:
        raise UnknownNameError("source", source_id, sources)
    source = sources[source_id]
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


def listed(sources: Mapping[str, Source], source_ids: Iterable[str]) -> str:
    """Return sources as a Markdown list, in the order of their authors, each once."""
    citations = sorted(_in_full(sources[source_id]) for source_id in set(source_ids))
    return "\n".join(f"- {escape(citation)}" for citation in citations)


def _in_full(source: Source) -> str:
    read = "" if source.verified == ITSELF else f" ({source.verified})"
    return source.citation + (f" doi:{source.doi}" if source.doi else "") + read
