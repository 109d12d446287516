"""Every study, law and framework the course may name, and how each was verified.

``verified`` says what was read: "abstract or opening pages", "secondary source", "title only". A finding marked
"secondary source" is shown with that note. Nothing outside this list is named in a lesson; a test sees to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.blocks.block import Finding
from outsourcing_lessons.errors import UnknownNameError

READ = "abstract or opening pages read"
SECONDARY = "read in a secondary source"


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
        What was read of it.
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
        return f"{self.authors}{when}. {self.title}. {self.venue}."

    @property
    def short(self) -> str:
        """As named in running text: "Jørgensen, 2014"."""
        return f"{self.authors}, {self.year}" if self.year else self.authors


SOURCES = {
    source.id: source
    for source in (
        Source(
            "jorgensen-2014", "Jørgensen", 2014,
            "Failure factors of small software projects at a global outsourcing marketplace",
            "Journal of Systems and Software 92, 157–169",
            "observational", "supports", READ, "10.1016/j.jss.2014.01.034",
        ),
        Source(
            "jorgensen-2013", "Jørgensen", 2013,
            "A strong focus on low price when selecting software providers increases the likelihood of failure",
            "EASE 2013, 220–227",
            "observational", "supports", READ,
        ),
        Source(
            "huckman-2009", "Huckman, Staats and Upton", 2009,
            "Team familiarity, role experience, and performance",
            "Management Science 55(1), 85–100",
            "observational", "supports", READ, "10.1287/mnsc.1080.0921",
        ),
        Source(
            "huckman-2013", "Huckman and Staats", 2013,
            "The hidden benefits of keeping teams intact",
            "Harvard Business Review, December",
            "observational", "supports", SECONDARY,
        ),
        Source(
            "huckman-2006", "Huckman and Pisano", 2006,
            "The firm specificity of individual performance",
            "Management Science 52(4)",
            "observational", "supports", SECONDARY, "10.1287/mnsc.1050.0464",
        ),
        Source(
            "staats-2012", "Staats", 2012,
            "Unpacking team familiarity",
            "Production and Operations Management 21(3), 619–635",
            "observational", "qualifies", READ, "10.1111/j.1937-5956.2011.01254.x",
        ),
        Source(
            "heese-2015", "Heese", 2015,
            "Single versus multiple sourcing and the evolution of bargaining positions",
            "Omega 54, 125–133",
            "theory", "qualifies", READ,
        ),
        Source(
            "richardson-1993", "Richardson", 1993,
            "Parallel sourcing and supplier performance in the Japanese automobile industry",
            "Strategic Management Journal",
            "theory", "qualifies", READ,
        ),
        Source(
            "audit-teams", "Doctoral dissertation AAI3265813", None,
            "A study of 75 audit teams", "University of Connecticut",
            "observational", "contradicts", READ,
        ),
        Source(
            "barthelemy-2001", "Barthélemy", 2001,
            "The hidden costs of IT outsourcing",
            "MIT Sloan Management Review 42(3)",
            "survey", "neutral", READ,
        ),
        Source(
            "barthelemy-2003", "Barthélemy", 2003,
            "The seven deadly sins of outsourcing",
            "Academy of Management Executive 17(2)",
            "survey", "neutral", READ,
        ),
        Source(
            "baker-2002", "Baker, Gibbons and Murphy", 2002,
            "Relational contracts and the theory of the firm",
            "Quarterly Journal of Economics 117(1), 39–84",
            "theory", "supports", READ,
        ),
        Source(
            "gefen-2008", "Gefen and Carmel", 2008,
            "Is the world really flat? A look at offshoring in an online programming marketplace",
            "MIS Quarterly 32(2)",
            "observational", "supports", READ,
        ),
        Source(
            "dol-2024", "US Department of Labor", 2024,
            "Employee or independent contractor classification under the Fair Labor Standards Act",
            "29 CFR 795",
            "law", "qualifies", READ,
        ),
        Source(
            "sourcing-playbook", "Cabinet Office (UK)", 2021,
            "The Sourcing Playbook", "Third edition, May 2021",
            "opinion", "neutral", SECONDARY,
        ),
    )
}


def finding(source_id: str, claim: str, note: str = "") -> Finding:
    """Return what a study found, ready to be shown; strength and direction come from the source."""
    if source_id not in SOURCES:
        raise UnknownNameError("source", source_id, SOURCES)
    source = SOURCES[source_id]
    note = note or ("Read in a summary, not in the paper itself." if source.verified == SECONDARY else "")
    return Finding(
        source=source.id, claim=claim, citation=source.citation, doi=source.doi,
        strength=source.strength, direction=source.direction, note=note,
    )
