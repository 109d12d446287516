"""Entries of two files, put together: nothing is lost, and of each field the later one is what the learner sees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Entered(NamedTuple):
    """One field as it was once filled in; ``value`` is JSON."""

    learner_id: str
    block_id: str
    name: str
    value: str
    at: str

    @property
    def field(self) -> tuple[str, str, str]:
        return self[:3]


def merged(mine: Sequence[Entered], theirs: Sequence[Entered]) -> tuple[list[Entered], int]:
    """Return the rows to add behind mine, and how many of them are new.

    The last row of a field counts. So where mine is the later one, it is added once more behind theirs.

    Examples
    --------
    >>> old = Entered("ada", "begin.plan", "stream", "1", "09:00")
    >>> new = old._replace(value="2", at="10:00")
    >>> [row.value for row in merged([old], [new])[0]], [row.value for row in merged([new], [old])[0]]
    (['2'], ['1', '2'])
    """
    known, latest = set(mine), {row.field: row for row in mine}
    last_place = {row: place for place, row in enumerate(theirs)}
    new = [row for place, row in enumerate(theirs) if row not in known and last_place[row] == place]
    last_new = {row.field: row for row in new}
    again = [latest[field] for field, row in last_new.items() if field in latest and latest[field].at >= row.at]
    return new + again, len(new)
