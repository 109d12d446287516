"""A file -> a table: column names and, for each row, its number and its cells. Nothing here knows what a learner is.

- What the file holds decides how it is read, not its name: an Excel file named ``.csv`` is still read as Excel.
- A row's number is the one a spreadsheet shows, so blank lines count, and a cell with a line break in it is one row.
- A file that cannot be read as a table raises `Unreadable`, whose text says what to do about it.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LARGEST = 50 * 2**20
LARGEST_UNPACKED = 20 * LARGEST
DELIMITERS = ",;\t"
ZIP, OLD_EXCEL, UTF16 = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", (b"\xff\xfe", b"\xfe\xff")


class Unreadable(Exception):
    """The file is no table; the text says why, ``row`` where, when that is known."""

    def __init__(self, message: str, row: int | None = None):
        self.row = row
        super().__init__(message)


@dataclass(frozen=True)
class Table:
    """Columns and rows.

    Parameters
    ----------
    columns : tuple of str
        Names as written in the first row, spaces around them removed.
    rows : tuple of (int, tuple)
        The number of each row that is not blank, and its cells.
    word : str
        What a row is called to whoever made the file: ``"row"``, or ``"object"`` in JSON.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple], ...]
    word: str = "row"


def read_table(path: Path) -> Table:
    """Read a CSV, XLSX or JSON file.

    Raises
    ------
    Unreadable
        When there is no table in it.
    """
    content = _content(path)
    if content.startswith(ZIP):
        return _table(_excel_rows(content))
    if content.startswith(OLD_EXCEL):
        raise Unreadable("this is an old or password-protected Excel file; save it as .xlsx, without a password")
    text = _text(content)
    return _json_table(text) if path.suffix.lower() == ".json" else _table(_csv_rows(text))


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
        raise Unreadable("the file is UTF-16 text; save it as UTF-8 (in Excel: 'CSV UTF-8')")
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


def _csv_rows(text: str) -> Iterator[list]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    row = 1
    try:
        for row, cells in enumerate(reader, start=1):
            yield cells
            row += 1
    except csv.Error as error:
        raise Unreadable(f"the quotes are not in order from here on ({error})", row) from None


def _delimiter(text: str) -> str:
    """Return the delimiter that splits the first line into most cells, quotes respected; a comma when none does."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=lambda delimiter: len(next(csv.reader([first], delimiter=delimiter), ())))


def _excel_rows(content: bytes) -> Iterable[list]:
    # calamine is native code and slow to load, and most rosters are CSV.
    import python_calamine

    try:
        unpacked = sum(entry.file_size for entry in zipfile.ZipFile(io.BytesIO(content)).infolist())
        if unpacked > LARGEST_UNPACKED:
            raise Unreadable("the Excel file unpacks to more than 1 GB; is it a roster?")
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except Unreadable:
        raise
    except Exception as error:  # calamine has many errors and no common ancestor
        kind = type(error).__name__
        raise Unreadable(f"the file looks like Excel but cannot be read ({kind}); save it again") from None


def _table(rows: Iterable[list]) -> Table:
    numbered = [(number, tuple(_stripped(cell) for cell in cells)) for number, cells in enumerate(rows, start=1)]
    filled = [(number, cells) for number, cells in numbered if any(cell not in ("", None) for cell in cells)]
    if not filled:
        raise Unreadable("the file is empty; `outsourcing-lessons sample-roster` prints one to start from")
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
        raise Unreadable(f"this is no JSON{f' from line {where} on' if where else ''}: {str(error)[:80]}") from None
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
