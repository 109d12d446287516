"""An Excel file -> the cells of the sheet with the learners, each with what Excel says of it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat

from outsourcing_lessons.errors import few
from outsourcing_lessons.roster.cells import Formatted, unworked, wrong
from outsourcing_lessons.roster.columns import known
from outsourcing_lessons.roster.excel_xml import Forbidden, Marks, marks_of

LARGEST_UNPACKED = 2**28
XLSX = "xl/workbook.xml"
# Parts with cells, their texts and their formats: what a roster is read from.
PARTS = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:[^/]*/)*[^/]*\.(?:xml|rels)")


class NotReadable(Exception):
    """The file is no Excel file that can be read; the text says what to do about it."""


@dataclass(frozen=True)
class Sheet:
    """The rows of a sheet, the first one being row 1; ``notes`` say what of the file is taken, and what is not."""

    name: str
    rows: tuple[tuple, ...]
    notes: tuple[str, ...] = ()


def sheet_of(content: bytes) -> Sheet:
    """Return the first visible sheet with a column learner_id, else the first visible one.

    Raises NotReadable when it is damaged, too large, or no XLSX.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            unpacked = _unpacked(packed)
        with zipfile.ZipFile(io.BytesIO(unpacked)) as book:
            return _sheet(unpacked, book)
    except NotReadable:
        raise
    except Forbidden:
        raise NotReadable(
            "the Excel file has a document type in it, which Excel does not write; save it again"
        ) from None
    except (KeyError, ValueError, IndexError, expat.ExpatError, zipfile.BadZipFile, OSError, RuntimeError) as error:
        raise NotReadable(_damaged(error)) from None
    except Exception as error:  # calamine has many errors and no common ancestor
        raise NotReadable(_damaged(error)) from None


def _unpacked(book: zipfile.ZipFile) -> bytes:
    """Return the parts that count, not compressed.

    A part that unpacks to more than it says is cut off here, so the readers of values never meet one that grows.
    """
    parts = {entry.filename: entry for entry in book.infolist() if PARTS.fullmatch(entry.filename)}
    if XLSX not in parts:
        raise NotReadable("this is not an .xlsx file; it looks like another spreadsheet format; save it as .xlsx")
    if sum(entry.file_size for entry in parts.values()) > LARGEST_UNPACKED:
        raise NotReadable(f"the Excel file unpacks to more than {LARGEST_UNPACKED // 2**20} MB; is it a roster?")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as plain:
        for name, entry in parts.items():
            plain.writestr(name, book.read(entry))
    return made.getvalue()


def _damaged(error: Exception) -> str:
    return f"the file looks like Excel but cannot be read ({type(error).__name__}); save it again"


def _sheet(content: bytes, book: zipfile.ZipFile) -> Sheet:
    # calamine is native code and slow to load, and most rosters are CSV.
    import python_calamine

    values = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    sheets = [one for one in values.sheets_metadata if one.typ == python_calamine.SheetTypeEnum.WorkSheet]
    shown = [one.name for one in sheets if one.visible == python_calamine.SheetVisibleEnum.Visible]
    if not shown:
        raise NotReadable("all sheets of the Excel file are hidden; show the one with the learners")
    with_ids = [one.name for one in sheets if _has_ids(values.get_sheet_by_name(one.name))]
    fitting = [name for name in shown if name in with_ids]
    name = (fitting or shown)[0]
    marks = marks_of(book, name)
    rows = values.get_sheet_by_name(name).to_python(skip_empty_area=False)
    marked = tuple(
        tuple(_marked(rows, marks, row, column) for column in _width(rows, marks, row)) for row in _height(rows, marks)
    )
    return Sheet(name, marked, tuple(_notes(name, fitting[1:], [n for n in with_ids if n not in shown], marks)))


def _has_ids(sheet: Any) -> bool:
    for row in sheet.to_python(skip_empty_area=False, nrows=20):
        names = [cell.strip() for cell in row if isinstance(cell, str) and cell.strip()]
        if names:
            return "learner_id" in map(known, names)
    return False


def _height(rows: list[list], marks: Marks) -> range:
    return range(1, max([len(rows), *(row for row, _ in (*marks.errors, *marks.unworked))]) + 1)


def _width(rows: list[list], marks: Marks, row: int) -> range:
    return range(1, len(rows[row - 1]) + 1) if row <= len(rows) else range(1, 1 + len(rows[0]) if rows else 1)


def _marked(rows: list[list], marks: Marks, row: int, column: int) -> Any:
    place = row, column
    value = rows[row - 1][column - 1] if row <= len(rows) else ""
    if place in marks.errors:
        return wrong(marks.errors[place])
    if place in marks.unworked and value == "":
        return unworked()
    if place in marks.formats and isinstance(value, (int, float)) and not isinstance(value, bool):
        return Formatted(value, marks.formats[place])
    return value


def _notes(name: str, others: list[str], hidden: list[str], marks: Marks):
    if others:
        listed = ", ".join(map(repr, others))
        yield f"only the learners in sheet {name!r} are read, not those in {listed}: put them all in one sheet"
    elif hidden:
        yield f"only the learners in sheet {name!r} are read; the hidden sheet {hidden[0]!r} is not"
    rows = sorted(row for row in marks.hidden if row > 1)
    if rows:
        yield f"hidden or filtered rows of sheet {name!r} are read like the others: {few(map(str, rows), 10)}"
