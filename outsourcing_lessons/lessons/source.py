"""What a source is."""

from __future__ import annotations

from dataclasses import dataclass

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
