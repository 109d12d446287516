"""How all workbooks of a batch look: their paper, and whose they are."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from outsourcing_lessons.brand import Brand
from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.typesetting.fonts import MACHINE, Fonts

# The sizes of paper, by the names that Typst has for them.
PAPERS = {"a4": "a4", "letter": "us-letter"}
NO_BRAND = Brand()


@dataclass(frozen=True)
class Look:
    """The paper and the brand of a batch."""

    paper: str = "a4"  # one of `PAPERS`
    duplex: bool = False  # whether it is printed on both sides: then the margin for notes is the outer one of each page
    brand: Brand = NO_BRAND
    fonts: Fonts = MACHINE  # where the letters of names are looked for

    def __post_init__(self) -> None:
        if self.paper not in PAPERS:
            raise ArgumentError("paper", self.paper, " or ".join(PAPERS))

    @property
    def setup(self) -> dict[str, Any]:
        """What the templates of the PDFs are told."""
        brand = self.brand
        shown = {"organisation": brand.organisation, "by": brand.by, "date": brand.date, "accent": brand.accent}
        logo = brand.logo.svg if brand.logo else ""
        return {"paper": PAPERS[self.paper], "duplex": self.duplex, "logo": logo, **shown}

    def counts_for(self, kind: str) -> dict[str, Any]:
        """Return what of it is in a learner's files of a format."""
        if kind == "html":
            return asdict(self.brand)
        return self.setup if kind == "pdf" else {}


PLAIN = Look()
