"""``--map``: columns with other names in the file -> those of a roster or of a platform's list; two make one name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from outsourcing_lessons.roster.cells import joined
from outsourcing_lessons.roster.columns import KNOWN, listed, plain
from outsourcing_lessons.roster.platforms import exported
from outsourcing_lessons.roster.table import Table

# The one column that can be made of several: first names and surname.
OF_SEVERAL = "learner"
MOST = 6


def mapped(table: Table, orders: Iterable[str]) -> Table:
    """Return a table with its columns under the names that ``--map`` gives them.

    ``orders`` are such as ``"Name=learner"``; several for ``learner`` are joined in their order.

    Raises ValueError when there is no such column; the text says which.

    Examples
    --------
    >>> table = Table(("Nachname", "Kennung", "Vorname"), ((2, ("Okafor", "a1", "Ada")),))
    >>> found = mapped(table, ["kennung = learner_id", "Vorname=learner", "Nachname=learner"])
    >>> found.columns, found.rows
    (('learner', 'learner_id'), ((2, ('Ada Okafor', 'a1')),))
    """
    meant: dict[str, str] = {}
    for order in orders:
        source, target = _parted(order, table.columns)
        if target != OF_SEVERAL and target in (meant[name] for name in meant if name != source):
            raise ValueError(f"--map {order!r}: another --map says already which column is {target!r}")
        meant[source] = target
    columns = tuple(meant.get(plain(name), name) for name in table.columns)
    plains = [plain(name) for name in table.columns]
    places = [plains.index(name) for name in meant if meant[name] == OF_SEVERAL]
    named = replace(table, columns=columns)
    return _joined(named, places) if len(places) > 1 else named


def _parted(order: str, columns: tuple[str, ...]) -> tuple[str, str]:
    """Return the plain name of a column of the file, and what it stands for."""
    source, _, target = (part.strip() for part in order.rpartition("="))
    if not source:
        raise ValueError(f"--map {order!r}: allowed: NAME=COLUMN, such as --map 'Name=learner'")
    if plain(target) not in KNOWN and not exported(target):
        raise ValueError(f"--map {order!r}: there is no column {target!r}; there are: {', '.join(KNOWN)}")
    if plain(source) not in map(plain, columns):
        there = listed([name for name in columns if name], MOST) if any(columns) else "none"
        raise ValueError(f"--map {order!r}: the file has no column {source!r}; it has: {there}")
    return plain(source), plain(target) if plain(target) in KNOWN else target


def _joined(table: Table, places: list[int]) -> Table:
    """Return a table with one column in place of several, whose cells are joined in the order of ``places``."""
    first, width = min(places), len(table.columns)
    kept = [place for place in range(width) if place == first or place not in places]

    def row(cells: tuple) -> tuple:
        if len(cells) < width:  # too short by as much as before, which is for the reader to refuse
            return cells[: max(0, len(kept) - (width - len(cells)))]
        name = joined(cells[place] for place in places)
        return (*(name if place == first else cells[place] for place in kept), *cells[width:])

    rows = tuple((number, row(cells)) for number, cells in table.rows)
    return replace(table, columns=tuple(table.columns[place] for place in kept), rows=rows)
