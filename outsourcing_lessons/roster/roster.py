"""A table of learners -> their profiles, and row by row what is wrong.

Every fault of every row is found in one reading, so that a roster is mended once and not ten times.
Only the names of `COLUMNS` ever leave this module, each with a plain str, int or float: a column that is Python code
is an unknown column and nothing more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from outsourcing_lessons.errors import ProfileError, RosterError
from outsourcing_lessons.learner import LearnerProfile, faults_of, seed_of
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.roster import columns
from outsourcing_lessons.roster.cells import DATES
from outsourcing_lessons.roster.excel_xml import letters_of
from outsourcing_lessons.roster.mapping import mapped
from outsourcing_lessons.roster.person import Person
from outsourcing_lessons.roster.platforms import exported, recognised
from outsourcing_lessons.roster.table import Table, Unreadable, read_table
from outsourcing_lessons.roster.values import Differences, Reader, id_in


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a roster."""

    row: int | None  # as a spreadsheet shows it, the column names being row 1; None when it is about the whole file
    column: str | None
    found: object
    message: str  # what is wrong with it, or what would be allowed
    word: str = "row"  # ``"row"``, or ``"object"`` in a JSON roster
    sheet: str = ""  # the sheet it is on, in a file that has sheets

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


def read_roster(
    path: Path | str,
    *,
    skip_faulty: bool = False,
    ignore_extra_columns: bool = False,
    mapping: Iterable[str] = (),
    used: Collection[str] = (),
) -> Roster:
    """Read the learners of a CSV, XLSX or JSON file.

    Parameters
    ----------
    skip_faulty : bool
        Leave out the rows with faults; what concerns the whole file is refused all the same.
    ignore_extra_columns : bool
        Pass over columns that are no parameter of a workbook.
    mapping : iterable of str
        What columns are that have other names in the file, such as ``"Name=learner"``, as `mapped` takes it.
    used : collection of str
        Columns that are no parameter and are yet of use, by their plain names.

    Raises
    ------
    RosterError
        With all faults of the file.
    """
    table, platform = _read(Path(path), mapping)
    of_columns = _column_faults(table, ignore_extra_columns, used, bool(platform))
    return _roster(table, platform, of_columns, skip_faulty, used)


def read_given_out(path: Path | str, mapping: Iterable[str] = (), *, ignore_extra_columns: bool = False) -> Roster:
    """Read a roster after which workbooks were made, with whatever options they were.

    Rows with faults got no workbook, so they are left out, and said in the notes; so are columns that decide nothing
    here, for they may have decided something then. Misspelt ones are refused; arguments as for `read_roster`.
    """
    table, platform = _read(Path(path), mapping)
    of_columns = _column_faults(table, True, (), bool(platform))
    named = [name for place, name in enumerate(table.columns) if name and not _says_what_holds(table, place)]
    if "learner_id" in named and not ignore_extra_columns:
        of_columns += [
            Fault(_header(table), None, *one, table.word, table.sheet) for one in columns.misspelt(tuple(named))
        ]
    found = _roster(table, platform, of_columns, True)
    passed = columns.passed_over([name for name in named if not (platform and exported(name))])
    return replace(found, notes=(*found.notes, *passed, *(f"left out: {fault}" for fault in found.faults)))


def _read(path: Path, mapping: Iterable[str]) -> tuple[Table, str]:
    """Return a table with its columns under our names, and what was said of it if a platform has exported it."""
    try:
        table = mapped(read_table(path), mapping)
    except Unreadable as error:
        raise RosterError([Fault(error.row, None, None, f"{path.name}: {error}")]) from None
    except ValueError as error:
        raise RosterError([Fault(None, None, None, f"{path.name}: {error}")]) from None
    table, platform = recognised(table)
    return replace(table, columns=tuple(columns.known(name) for name in table.columns)), platform


def _roster(
    table: Table, platform: str, of_columns: list[Fault], skip_faulty: bool, used: Collection[str] = ()
) -> Roster:
    found = _rows(table, used) if "learner_id" in table.columns else Found()
    if of_columns or (found.faults and not skip_faulty):
        raise RosterError([*of_columns, *sorted(found.faults, key=lambda fault: fault.row or 0)])
    if not found.profiles:
        nothing = Fault(None, None, None, "every row has an error, so there is nothing to render")
        raise RosterError([*found.faults, nothing])
    learners = tuple(found.profiles.values())
    people = {one.learner_id: found.people[row] for row, one in found.profiles.items()}
    notes = (*table.notes, *filter(None, [platform]), *found.differences.sentences())
    return Roster(learners, tuple(found.faults), notes, people)


def _header(table: Table) -> int | None:
    return None if table.word == "object" else 1


def _column_faults(table: Table, ignore_extra: bool, used: Collection[str], platform: bool) -> list[Fault]:
    names = tuple(name for place, name in enumerate(table.columns) if not _says_what_holds(table, place))
    if platform:  # what else a platform exports decides nothing
        found = [] if ignore_extra else columns.misspelt(names)
    else:
        found = columns.faults_of(names, ignore_extra, used)
        nameless = [letters_of(place + 1) if table.sheet else place + 1 for place in _nameless(table)]
        found += [(None, f"column {which} has cells but no name") for which in nameless]
    return [Fault(_header(table), None, name, sentence, table.word, table.sheet) for name, sentence in found]


def _says_what_holds(table: Table, place: int) -> bool:
    """Return whether a column is an edition that all learners get anyway, as a profile written down has it."""
    if columns.plain(table.columns[place]) != "edition":
        return False
    return all(cells[place] in ("", None, LearnerProfile.edition) for _, cells in table.rows if place < len(cells))


def _nameless(table: Table) -> list[int]:
    empty = [place for place, name in enumerate(table.columns) if not name]
    return [p for p in empty if any(p < len(cells) and cells[p] not in ("", None) for _, cells in table.rows)]


@dataclass(frozen=True)
class Found:
    """What is in the rows of a table, by row; of those with faults there is nothing but the faults."""

    profiles: dict[int, LearnerProfile] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    differences: Differences = field(default_factory=Differences)


def _rows(table: Table, used: Collection[str]) -> Found:
    reader = Reader(table, used)
    found, doubles = Found(differences=reader.differences), _doubles(table)
    for row, cells in table.rows:
        values, person, faults = _row(reader, table, row, cells)
        if row in doubles:
            others = f"also in {table.word} " + " and ".join(map(str, doubles[row]))
            faults.append(Fault(row, "learner_id", values.get("learner_id"), others, table.word, table.sheet))
        found.faults.extend(faults)
        if not faults:
            found.profiles[row], found.people[row] = _profile(values), person
    return found


def _row(reader: Reader, table: Table, row: int, cells: tuple) -> tuple[dict[str, object], Person, list[Fault]]:
    """Return what a row says, and what of it cannot be used."""
    if surplus := _ragged(table, cells):
        return {}, Person(), [Fault(row, None, None, surplus, table.word, table.sheet)]
    values, strange = reader.values(cells)
    person, also = reader.person(cells)
    faults = [Fault(row, *one, table.word, table.sheet) for one in (*strange, *also)]
    if "learner_id" not in values and not any(fault.column == "learner_id" for fault in faults):
        faults.insert(0, Fault(row, "learner_id", None, "missing; each learner needs one", table.word, table.sheet))
    faults += [
        Fault(row, error.name, error.found, f"allowed: {error.allowed}", table.word, table.sheet)
        for error in _faults_of(values)
    ]
    return values, person, faults


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


def _doubles(table: Table) -> dict[int, list[int]]:
    """Return, for each row whose id is used again (capitals or not), the other rows that use it."""
    place = table.columns.index("learner_id")
    rows_of = defaultdict(list)
    for row, cells in table.rows:
        learner_id = cells[place] if place < len(cells) else None
        if isinstance(learner_id, (str, int, float)) and learner_id != "":
            whole = isinstance(learner_id, float) and learner_id.is_integer()
            rows_of[id_in(str(int(learner_id) if whole else learner_id)).casefold()].append(row)
    shared = (rows for rows in rows_of.values() if len(rows) > 1)
    return {row: [other for other in rows if other != row] for rows in shared for row in rows}


def _ragged(table: Table, cells: tuple) -> str | None:
    width, surplus = len(table.columns), cells[len(table.columns) :]
    if len(cells) >= width and not any(cell not in ("", None) for cell in surplus):
        return None
    return f"has {len(cells)} cells, the first row has {width}; a name with a separator in it needs quotes around it"


def _shown(found: object) -> str:
    if isinstance(found, float) and found.is_integer():
        found = int(found)
    text = str(found) if isinstance(found, DATES) else repr(found)
    return text if len(text) <= 60 else text[:57] + "..."
