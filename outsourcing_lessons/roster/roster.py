"""A table of learners -> their profiles, and row by row what is wrong.

Every fault of every row is found in one reading, so that a roster is mended once and not ten times.
Only the names of `PARAMETERS` ever leave this module, each with a plain str, int or float: a column that is Python code
is an unknown column and nothing more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from outsourcing_lessons.errors import RosterError
from outsourcing_lessons.learner import LEARNER_ID, PARAMETERS, RESERVED, LearnerProfile, faults_of, seed_of
from outsourcing_lessons.roster.table import Table, Unreadable, read_table

NUMBERS = ("hour_value", "weekly_hours", "seed")
PLAIN_NUMBER = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?")
TWO_READINGS = re.compile(r"[-+]?[1-9][0-9]{0,2}[.,][0-9]{3}")
LONGEST_NUMBER = 40


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a roster.

    Parameters
    ----------
    row : int or None
        As a spreadsheet shows it, the column names being row 1; None when it is about the whole file.
    column : str or None
        The column's name.
    found : object
        What is there.
    message : str
        What is wrong with it, or what would be allowed.
    word : str
        ``"row"``, or ``"object"`` in a JSON roster.
    """

    row: int | None
    column: str | None
    found: object
    message: str
    word: str = "row"

    def __str__(self) -> str:
        place = ", ".join(filter(None, (f"{self.word} {self.row}" if self.row else "", self.column)))
        shown = "" if self.found is None else _shown(self.found) + ": "
        return f"{place + ': ' if place else ''}{shown}{self.message}"


@dataclass(frozen=True)
class Roster:
    """Learners in the order of the file, and the faults of the rows that were left out."""

    learners: tuple[LearnerProfile, ...]
    faults: tuple[Fault, ...] = ()


def read_roster(path: Path | str, *, skip_faulty: bool = False, ignore_extra_columns: bool = False) -> Roster:
    """Read the learners of a CSV, XLSX or JSON file.

    Parameters
    ----------
    path : Path or str
        The file.
    skip_faulty : bool
        Leave out the rows with faults; what concerns the whole file is refused all the same.
    ignore_extra_columns : bool
        Pass over columns that are no parameter of a workbook.

    Raises
    ------
    RosterError
        With all faults of the file.
    """
    try:
        table = read_table(Path(path))
    except Unreadable as error:
        raise RosterError([Fault(error.row, None, None, f"{Path(path).name}: {error}")]) from None
    of_columns = _column_faults(table, ignore_extra_columns)
    profiles, of_rows = _rows(table) if "learner_id" in table.columns else ({}, [])
    if of_columns or (of_rows and not skip_faulty):
        raise RosterError([*of_columns, *sorted(of_rows, key=lambda fault: fault.row)])
    if not profiles:
        nothing = Fault(None, None, None, "no row is without faults, so there is nothing to render")
        raise RosterError([*of_rows, nothing])
    return Roster(tuple(profiles.values()), tuple(of_rows))


def _column_faults(table: Table, ignore_extra: bool) -> list[Fault]:
    header = None if table.word == "object" else 1
    faults = []
    if "learner_id" not in table.columns:
        faults.append(Fault(header, None, None, "there is no column learner_id; each learner needs one"))
    for name in dict.fromkeys(table.columns):
        if name and table.columns.count(name) > 1:
            faults.append(Fault(header, None, name, "two columns have this name"))
        if name and name not in PARAMETERS and not ignore_extra:
            faults.append(Fault(header, None, name, _unknown(name)))
    for place in _nameless(table):
        faults.append(Fault(header, None, None, f"column {place + 1} has cells but no name"))
    return faults


def _unknown(name: str) -> str:
    plain = re.sub(r"[\s-]+", "_", name[:60].strip().lower())
    near = get_close_matches(plain, PARAMETERS, n=1, cutoff=0.6)
    return f"no such column; there are: {', '.join(PARAMETERS)}" + (f" (did you mean {near[0]}?)" if near else "")


def _nameless(table: Table) -> list[int]:
    empty = [place for place, name in enumerate(table.columns) if not name]
    return [p for p in empty if any(p < len(cells) and cells[p] not in ("", None) for _, cells in table.rows)]


def _rows(table: Table) -> tuple[dict[int, LearnerProfile], list[Fault]]:
    """Return the profiles of the sound rows by row, and the faults of the others."""
    profiles, faults, doubles = {}, [], _doubles(table)
    for row, cells in table.rows:
        values, found = _values(table, row, cells)
        found += [Fault(row, error.name, error.found, _advice(error), table.word) for error in faults_of(values)]
        if row in doubles:
            others = f"also in {table.word} " + " and ".join(map(str, doubles[row]))
            found.append(Fault(row, "learner_id", values.get("learner_id"), others, table.word))
        faults += found
        if not found:
            profiles[row] = _profile(values)
    return profiles, faults


def _profile(values: dict[str, object]) -> LearnerProfile:
    """Make a profile; a learner without a name is called by the id, so that no two workbooks look alike."""
    learner_id = values["learner_id"]
    return LearnerProfile(**({"learner": learner_id, "seed": seed_of(learner_id)} | values))


def _advice(error) -> str:
    allowed = f"allowed: {error.allowed}"
    if error.name != "learner_id" or not isinstance(error.found, str):
        return allowed
    lower = re.sub(r"[\s_.]+", "-", error.found.lower())
    would_do = LEARNER_ID.fullmatch(lower) and lower not in RESERVED
    return f"{allowed} ({lower} would do)" if would_do else allowed


def _doubles(table: Table) -> dict[int, list[int]]:
    """Return, for each row whose id is used again (capitals or not), the other rows that use it."""
    place = table.columns.index("learner_id")
    rows_of = defaultdict(list)
    for row, cells in table.rows:
        learner_id = cells[place] if place < len(cells) else None
        if isinstance(learner_id, (str, int, float)) and learner_id != "":
            rows_of[f"{learner_id:g}" if isinstance(learner_id, float) else str(learner_id).casefold()].append(row)
    shared = (rows for rows in rows_of.values() if len(rows) > 1)
    return {row: [other for other in rows if other != row] for rows in shared for row in rows}


def _values(table: Table, row: int, cells: tuple) -> tuple[dict[str, object], list[Fault]]:
    """Return the parameters a row gives, and what cannot be read as the kind of value it should be."""
    if surplus := _ragged(table, cells):
        return {}, [Fault(row, None, None, surplus, table.word)]
    values, faults = {}, []
    for name, cell in zip(table.columns, cells, strict=False):
        if name not in PARAMETERS or cell in ("", None):
            continue
        try:
            values[name] = _number(name, cell) if name in NUMBERS else _text(cell)
        except ValueError as error:
            faults.append(Fault(row, name, cell, str(error), table.word))
    if "learner_id" not in values and not any(fault.column == "learner_id" for fault in faults):
        faults.insert(0, Fault(row, "learner_id", None, "there is none; each learner needs one", table.word))
    return values, faults


def _ragged(table: Table, cells: tuple) -> str | None:
    width, surplus = len(table.columns), cells[len(table.columns) :]
    if len(cells) >= width and not any(cell not in ("", None) for cell in surplus):
        return None
    return f"has {len(cells)} cells, the first row has {width}; a name with a separator in it needs quotes around it"


def _text(cell) -> str:
    """Return a cell as text; Excel keeps an id such as 1001 as the number 1001.0."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, (str, int)) and not isinstance(cell, bool):
        return str(cell)
    raise ValueError("allowed: text")


def _number(name: str, cell) -> int | float:
    if isinstance(cell, str):
        cell = _number_in(cell)
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        raise ValueError("allowed: a number, such as 95 or 95.5")
    whole = isinstance(cell, float) and cell.is_integer()
    # Excel has no whole numbers, and a seed is one; the other parameters are floats in every notebook.
    return (int(cell) if whole else cell) if name == "seed" else _float(cell)


def _float(number: int | float) -> float:
    try:
        return float(number)
    except OverflowError:
        raise ValueError("allowed: a number, such as 95 or 95.5") from None


def _number_in(text: str) -> int | float:
    if TWO_READINGS.fullmatch(text):
        whole = text.replace(",", "").replace(".", "")
        raise ValueError(f"can be read in two ways; write {whole}, or fewer decimals")
    if len(text) > LONGEST_NUMBER or not PLAIN_NUMBER.fullmatch(text):
        raise ValueError("allowed: a number without signs for currency or thousands, such as 95 or 95.5")
    return float(text.replace(",", ".")) if "," in text or "." in text else int(text)


def _shown(found: object) -> str:
    text = repr(found)
    return text if len(text) <= 60 else text[:57] + "..."
