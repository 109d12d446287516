"""How all workbooks of a batch look on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from outsourcing_lessons.errors import ArgumentError

# The sizes of paper, by the names that Typst has for them.
PAPERS = {"a4": "a4", "letter": "us-letter"}


@dataclass(frozen=True)
class Look:
    """The paper of a batch.

    Parameters
    ----------
    paper : str
        One of `PAPERS`.
    duplex : bool
        Whether it is printed on both sides: then the margin for notes is the outer one of each page.
    """

    paper: str = "a4"
    duplex: bool = False

    def __post_init__(self) -> None:
        if self.paper not in PAPERS:
            raise ArgumentError("paper", self.paper, " or ".join(PAPERS))

    @property
    def setup(self) -> dict[str, Any]:
        """What the templates of the PDFs are told."""
        return {"paper": PAPERS[self.paper], "duplex": self.duplex}

    def counts_for(self, kind: str) -> dict[str, Any]:
        """Return what of it is in a learner's files of a format."""
        return self.setup if kind == "pdf" else {}


PLAIN = Look()
