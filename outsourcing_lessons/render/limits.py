"""What a learner's workbook may take of a machine, and how it is said that it took more.

Whoever reads the sentence is to know which limit it was, how much it allowed, and by which option it is raised.
"""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.errors import ArgumentError

# A worker that has imported everything and sets the longest PDF has 0.3 GB; with less than this nobody gets a workbook.
LEAST_MEMORY = 400_000_000
WEEK = 7 * 24 * 3600  # a system counts the time for which it waits in milliseconds, and cannot count to a month


@dataclass(frozen=True)
class Limits:
    """How long a cell and a learner may take, in seconds, and how many bytes of memory a process may have."""

    cell_seconds: float = 180
    learner_seconds: float = 900
    memory: int = 1_000_000_000

    def __post_init__(self):
        for name, seconds in (("cell time limit", self.cell_seconds), ("time limit", self.learner_seconds)):
            if not 0 < seconds <= WEEK:
                raise ArgumentError(name, f"{seconds:,.10g} seconds", "more than 0 seconds, and a week (168h) at most")
        if self.memory < LEAST_MEMORY:
            raise ArgumentError("memory limit", f"{megabytes(self.memory)} MB", "400 MB or more")

    @property
    def too_long(self) -> str:
        """The sentence for a learner whose workbook took too long."""
        return f"the workbook took longer than {self.learner_seconds:g} seconds (--time-limit)"

    @property
    def too_much(self) -> str:
        """What is said behind a failure for want of memory."""
        return f"a process may have {megabytes(self.memory)} MB (--memory-limit)"


USUAL = Limits()


def too_long_for_a_cell(seconds: float) -> str:
    """Return what is said of a cell that took too long."""
    return f"took longer than {seconds:g} seconds (--cell-time-limit)"


def megabytes(size: int) -> str:
    """Write a number of bytes as one reads it.

    Examples
    --------
    >>> megabytes(1_500_000_000)
    '1,500'
    """
    return f"{size / 1e6:,.0f}"
