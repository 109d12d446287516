"""What a source is, and how it is shown.

Wherever a source is shown it says how much of it was read: a finding in its note, a list of sources behind each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from outsourcing_lessons.blocks.block import Finding
from outsourcing_lessons.blocks.markdown import escape
from outsourcing_lessons.errors import UnknownNameError

READ = "abstract read"
SECONDARY = "read in a summary"
ITSELF = "the text itself read"  # of a law, a judgment, a page
NOTES = {
    READ: "We read the abstract, not the whole paper.",
    SECONDARY: "Read in a summary, not in the paper itself.",
    ITSELF: "",
}


@dataclass(frozen=True)
class Source:
    """One source.

    Parameters
    ----------
    id : str
        First author and year: "jorgensen-2014".
    authors, title, venue : str
        As one would cite them.
    year : int or None
        Of publication; None where it was not found.
    doi : str
        Empty where none was found.
    strength, direction : str
        As in ``blocks.block.Finding``; the direction is seen from the advice of the lesson that uses it.
    verified : str
        What was read of it: `READ`, `SECONDARY` or `ITSELF`. No paper was read in full, and the learner is told so.
    """

    id: str
    authors: str
    year: int | None
    title: str
    venue: str
    strength: str
    direction: str
    verified: str
    doi: str = ""

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
