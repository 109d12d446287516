"""A table of learners -> their profiles, and row by row what is wrong.

Every fault of every row is found in one reading, so that a roster is mended once and not ten times.
Only the names of `COLUMNS` ever leave this module, each with a plain str, int or float: a column that is Python code
is an unknown column and nothing more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from outsourcing_lessons.errors import ProfileError, RosterError
from outsourcing_lessons.learner import LEARNER_ID, RESERVED, LearnerProfile, faults_of, seed_of
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.places import COUNTRIES, numbers_of
from outsourcing_lessons.roster import columns, garbled
from outsourcing_lessons.roster.cells import DATES, number_of, text_of
from outsourcing_lessons.roster.columns import COLUMNS
from outsourcing_lessons.roster.marks import letters_of
from outsourcing_lessons.roster.person import Person
from outsourcing_lessons.roster.table import Table, Unreadable, read_table

NUMBERS = ("hour_value", "unsold_hour_value", "weekly_hours", "seed")


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
    sheet : str
        The sheet it is on, in a file that has sheets.
    """

    row: int | None
    column: str | None
    found: object
    message: str
    word: str = "row"
    sheet: str = ""

    def __str__(self) -> str:
        sheet = f"sheet {self.sheet!r}" if self.sheet else ""
        place = ", ".join(filter(None, (sheet, f"{self.word} {self.row}" if self.row else "", self.column)))
        shown = "" if self.found is None else _shown(self.found) + ": "
        return f"{place + ': ' if place else ''}{shown}{self.message}"


@dataclass(frozen=True)
class Roster:
    """Learners in the order of the file, the faults of rows that were left out, and notes on what was read.

    ``people`` is what the file says of learners besides, by id.
    """

    learners: tuple[LearnerProfile, ...]
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    people: Mapping[str, Person] = field(default_factory=dict)


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
    table = replace(table, columns=tuple(columns.known(name) for name in table.columns))
    of_columns = _column_faults(table, ignore_extra_columns)
    profiles, of_rows = _rows(table) if "learner_id" in table.columns else ({}, [])
    if of_columns or (of_rows and not skip_faulty):
        raise RosterError([*of_columns, *sorted(of_rows, key=lambda fault: fault.row or 0)])
    if not profiles:
        nothing = Fault(None, None, None, "every row has an error, so there is nothing to render")
        raise RosterError([*of_rows, nothing])
    return Roster(tuple(profiles.values()), tuple(of_rows), table.notes)


def _column_faults(table: Table, ignore_extra: bool) -> list[Fault]:
    header = None if table.word == "object" else 1
    names = tuple(name for place, name in enumerate(table.columns) if not _says_what_holds(table, place))
    found = columns.faults_of(names, ignore_extra)
    nameless = [letters_of(place + 1) if table.sheet else place + 1 for place in _nameless(table)]
    found += [(None, f"column {which} has cells but no name") for which in nameless]
    return [Fault(header, None, name, sentence, table.word, table.sheet) for name, sentence in found]


def _says_what_holds(table: Table, place: int) -> bool:
    """Return whether a column is an edition that all learners get anyway, as a profile written down has it."""
    if columns.plain(table.columns[place]) != "edition":
        return False
    return all(cells[place] in ("", None, LearnerProfile.edition) for _, cells in table.rows if place < len(cells))


def _nameless(table: Table) -> list[int]:
    empty = [place for place, name in enumerate(table.columns) if not name]
    return [p for p in empty if any(p < len(cells) and cells[p] not in ("", None) for _, cells in table.rows)]


def _rows(table: Table) -> tuple[dict[int, LearnerProfile], list[Fault]]:
    """Return the profiles of the sound rows by row, and the faults of the others."""
    profiles, faults, doubles = {}, [], _doubles(table)
    for row, cells in table.rows:
        values, found = _values(table, row, cells)
        found += [
            Fault(row, error.name, error.found, _advice(error), table.word, table.sheet) for error in _faults_of(values)
        ]
        if row in doubles:
            others = f"also in {table.word} " + " and ".join(map(str, doubles[row]))
            found.append(Fault(row, "learner_id", values.get("learner_id"), others, table.word, table.sheet))
        faults += found
        if not found:
            profiles[row] = _profile(values)
    return profiles, faults


def _faults_of(values: dict[str, object]) -> list[ProfileError]:
    """Return what is wrong with each parameter; which trades there are is for the course to say."""
    found = faults_of({name: value for name, value in values.items() if name != "business"})
    try:
        chosen().check_trade(values.get("business", chosen().trade_names[0]))
    except ProfileError as error:
        found.append(error)
    return sorted(found, key=lambda error: list(values).index(error.name))


def _profile(values: dict[str, object]) -> LearnerProfile:
    """Make a profile; a learner without a name is called by the id, so that no two workbooks look alike."""
    learner_id = str(values["learner_id"])
    return chosen().profile(**({"learner": learner_id, "seed": seed_of(learner_id)} | values))


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
        return {}, [Fault(row, None, None, surplus, table.word, table.sheet)]
    values, faults, numbers = {}, [], _format_of(table, cells)
    for name, cell in zip(table.columns, cells, strict=False):
        if name not in COLUMNS or cell in ("", None):
            continue
        try:
            values[name] = _as_meant(name, cell, numbers)
        except ValueError as error:
            faults.append(Fault(row, name, cell, str(error), table.word, table.sheet))
    if "learner_id" not in values and not any(fault.column == "learner_id" for fault in faults):
        faults.insert(0, Fault(row, "learner_id", None, "missing; each learner needs one", table.word, table.sheet))
    return values, faults


def _ragged(table: Table, cells: tuple) -> str | None:
    width, surplus = len(table.columns), cells[len(table.columns) :]
    if len(cells) >= width and not any(cell not in ("", None) for cell in surplus):
        return None
    return f"has {len(cells)} cells, the first row has {width}; a name with a separator in it needs quotes around it"


def _format_of(table: Table, cells: tuple) -> str:
    """Return the format of numbers in the country that a row names; "" where it names none that there is."""
    country = dict(zip(table.columns, cells, strict=False)).get("country")
    code = country.strip().upper() if isinstance(country, str) else ""
    return numbers_of(code, LearnerProfile.currency) if code in COUNTRIES else ""


def _as_meant(name: str, cell: object, numbers: str) -> object:
    """Return a cell as the kind of value its column holds; capitals and spaces that do not matter do not count."""
    if name in NUMBERS:
        return number_of(cell, whole=name == "seed", numbers=numbers)
    text = text_of(cell, name=name != "learner_id")
    if name in ("country", "currency"):
        return text.upper()
    if name == "business":
        same = " ".join(text.split()).casefold()
        return next((trade for trade in chosen().trade_names if trade.casefold() == same), text)
    if name == "learner" and (meant := garbled.meant(text)) is not None:
        asked = f"did you mean {meant!r}?" if meant else "letters are lost."
        raise ValueError(f"garbled: {asked} Correct it, and save the roster as UTF-8")
    return text


def _shown(found: object) -> str:
    if isinstance(found, float) and found.is_integer():
        found = int(found)
    text = str(found) if isinstance(found, DATES) else repr(found)
    return text if len(text) <= 60 else text[:57] + "..."
