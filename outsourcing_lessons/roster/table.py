"""A file -> a table: column names and, for each row, its number and its cells. Nothing here knows what a learner is.

- What the file holds decides how it is read, not its name: an Excel file named ``.csv`` is still read as Excel.
- A row's number is the one a spreadsheet shows, so blank lines count, and a cell with a line break in it is one row.
- A file that cannot be read as a table raises `Unreadable`, whose text says what to do about it.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from outsourcing_lessons.roster.cells import Kept, as_saved

LARGEST = 50 * 2**20
SAMPLE = "outsourcing-lessons sample-roster --out roster.csv"
DELIMITERS = ",;\t"
SEPARATOR = re.compile(r"""("?)sep=(?P<sign>[^\w\s"']|\t)\1(?:\r\n|\r|\n)""", re.IGNORECASE)
ZIP, OLD_EXCEL, UTF16 = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", (b"\xff\xfe", b"\xfe\xff")


class Unreadable(Exception):
    """The file is no table; the text says why, ``row`` where, when that is known."""

    def __init__(self, message: str, row: int | None = None):
        self.row = row
        super().__init__(message)


@dataclass(frozen=True)
class Table:
    """Columns and rows."""

    columns: tuple[str, ...]  # names as written in the first row, spaces around them removed
    rows: tuple[tuple[int, tuple], ...]  # the number of each row that is not blank, and its cells
    word: str = "row"  # what a row is called to whoever made the file: ``"row"``, or ``"object"`` in JSON
    sheet: str = ""  # the sheet it is on; "" where there are none
    notes: tuple[str, ...] = ()  # what the reader should know of what was read and what was not


def read_table(path: Path) -> Table:
    """Read a CSV, XLSX or JSON file; raises Unreadable when there is no table in it."""
    content = _content(path)
    if content.startswith(ZIP):
        return _excel_table(content)
    if content.startswith(OLD_EXCEL):
        raise Unreadable("this is an old or password-protected Excel file; save it as .xlsx, without a password")
    text = _text(content)
    return _json_table(text) if path.suffix.lower() == ".json" else _saved(_table(_csv_rows(text)), csv=True)


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Unreadable("this is a folder; give the file with the learners")
        if path.stat().st_size > LARGEST:
            raise Unreadable(f"the file is larger than {LARGEST // 2**20} MB; is it a roster?")
        return path.read_bytes()
    except FileNotFoundError:
        raise Unreadable("there is no such file") from None
    except (OSError, ValueError) as error:
        raise Unreadable(f"the file cannot be read: {getattr(error, 'strerror', None) or error}") from None


def _text(content: bytes) -> str:
    if content.startswith(UTF16):
        return _utf16(content)
    if b"\0" in content:
        raise Unreadable("the file is not text; a roster is CSV, XLSX or JSON")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
        raise Unreadable(
            f"byte 0x{byte:02X} is not UTF-8, so the file may be Latin-1 or Windows text;"
            " save it as UTF-8 (in Excel: 'CSV UTF-8')",
            row,
        ) from None


def _utf16(content: bytes) -> str:
    """Read what Excel calls Unicode text, and what Windows PowerShell's ``>`` writes."""
    try:
        return content.decode("utf-16")
    except UnicodeDecodeError:
        raise Unreadable("the file begins as UTF-16 text and does not go on as such; save it as UTF-8") from None


def _excel_table(content: bytes) -> Table:
    from outsourcing_lessons.roster.excel import NotReadable, sheet_of

    try:
        sheet = sheet_of(content)
    except NotReadable as error:
        raise Unreadable(str(error)) from None
    try:
        return replace(_saved(_table(sheet.rows), csv=False), sheet=sheet.name, notes=sheet.notes)
    except Unreadable as error:
        raise Unreadable(f"sheet {sheet.name!r}: {error}", error.row) from None


def _csv_rows(text: str) -> Iterator[list]:
    named = SEPARATOR.match(text)
    # Excel takes this line for an order and does not show it, so it counts for no row.
    text = text[named.end() :] if named else text
    delimiter = named["sign"] if named else _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    row = 1
    try:
        for row, cells in enumerate(reader, start=1):
            yield cells
            row += 1
    except csv.Error as error:
        raise Unreadable(f"the quotation marks do not match from here on ({error})", row) from None


def _saved(table: Table, *, csv: bool) -> Table:
    """Return a spreadsheet's table with the cells marked that are no longer what was typed."""
    rows = ((number, tuple(as_saved(cell, csv=csv) for cell in cells)) for number, cells in table.rows)
    names = ((name, as_saved(name, csv=csv)) for name in table.columns)
    columns = tuple(str(saved) if isinstance(saved, Kept) else name for name, saved in names)
    return replace(table, columns=columns, rows=tuple(rows))


def _delimiter(text: str) -> str:
    """Return the delimiter that splits the first line into most cells, quotes respected; a comma when none does."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=lambda delimiter: len(next(csv.reader([first], delimiter=delimiter), ())))


def _table(rows: Iterable[Sequence[Any]]) -> Table:
    numbered = [(number, tuple(_stripped(cell) for cell in cells)) for number, cells in enumerate(rows, start=1)]
    filled = [(number, cells) for number, cells in numbered if any(cell not in ("", None) for cell in cells)]
    if not filled:
        raise Unreadable(f"the file is empty; `{SAMPLE}` makes one to start from")
    if len(filled) == 1:
        raise Unreadable("there is a row of column names and no learner below it", filled[0][0])
    return Table(tuple(str(cell) for cell in filled[0][1]), tuple(filled[1:]))


def _stripped(cell):
    return cell.strip() if isinstance(cell, str) else cell


def _json_table(text: str) -> Table:
    try:
        objects = json.loads(text, object_pairs_hook=_pairs)
    except RecursionError:
        raise Unreadable("the JSON is nested too deeply; a roster is a list of objects") from None
    except ValueError as error:
        where = getattr(error, "lineno", None)
        raise Unreadable(f"this is not JSON{f' from line {where} on' if where else ''}: {str(error)[:80]}") from None
    if not isinstance(objects, list) or not all(isinstance(entry, _Object) for entry in objects):
        raise Unreadable('a roster in JSON is a list of objects: [{"learner_id": "ada"}, ...]')
    if not objects:
        raise Unreadable("the list is empty; there is no learner in it")
    return _table_of(objects)


class _Object(tuple):
    """The (name, value) pairs of a JSON object, doubles kept so that they can be refused."""


def _pairs(pairs) -> _Object:
    return _Object((name.strip(), _stripped(value)) for name, value in pairs)


def _table_of(objects: list[_Object]) -> Table:
    columns: dict[str, None] = {}
    for number, entry in enumerate(objects, start=1):
        names = [name for name, _ in entry]
        if double := [name for name in names if names.count(name) > 1]:
            raise Unreadable(f"object {number} holds {double[0][:60]!r} more than once")
        columns.update(dict.fromkeys(names))
    rows = [(n, tuple(dict(entry).get(name, "") for name in columns)) for n, entry in enumerate(objects, start=1)]
    return Table(tuple(columns), tuple(rows), word="object")
