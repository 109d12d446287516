"""What an Excel file says of its cells besides their values: errors, formulas never worked out, formats, hidden rows.

Read from the XML itself, since readers of values give an empty cell for the first two. expat calls for each element
and keeps nothing, so a large sheet takes no memory; a document type, the door for entities that grow or that read
files, ends the reading, for no spreadsheet has one.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

# Formats built into Excel that show a number as it is; 49 is text. The others are dates, fractions and the like.
PLAIN_FORMATS = {0, 1, 2, 3, 4, 11, 49}
BUILT_IN = {9: "0%", 10: "0.00%", 12: "# ?/?", 13: "# ??/??", 48: "##0.0E+0"}
CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass
class Marks:
    """What is to be known of cells, by (row, column), both from 1; ``formats`` where a number is shown otherwise."""

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    unworked: set[tuple[int, int]] = field(default_factory=set)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)


class Forbidden(Exception):
    """There is a document type in it, which no spreadsheet has."""


def marks_of(book: zipfile.ZipFile, sheet: str) -> Marks:
    """Return the marks of a sheet of an XLSX file, by its name.

    Raises KeyError, Forbidden, ExpatError or BadZipFile when the file is not as it should be.
    """
    scan = _Scan(_formats(book))
    _parse(book, _part_of(book, sheet), scan.begin, scan.end, scan.text)
    return scan.marks


def _part_of(book: zipfile.ZipFile, sheet: str) -> str:
    """Return the name of the part that holds a sheet."""
    ids, targets = {}, {}

    def begin(name: str, given: dict[str, str]) -> None:
        if name == "sheet":
            ids[given.get("name", "")] = next((value for key, value in given.items() if key.endswith(":id")), "")
        elif name == "Relationship":
            targets[given.get("Id", "")] = given.get("Target", "")

    _parse(book, "xl/workbook.xml", begin)
    _parse(book, "xl/_rels/workbook.xml.rels", begin)
    return posixpath.normpath(posixpath.join("/xl", targets[ids[sheet]])).lstrip("/")


def _formats(book: zipfile.ZipFile) -> list[str]:
    """Return, by style of a cell, the format that its number is shown in; "" where it is shown as it is."""
    if "xl/styles.xml" not in book.namelist():
        return []
    codes, styles, within = dict(BUILT_IN), [], []

    def begin(name: str, given: dict[str, str]) -> None:
        within.append(name)
        if name == "numFmt":
            codes[int(given.get("numFmtId", 0))] = given.get("formatCode", "")
        elif name == "xf" and "cellXfs" in within:
            number = int(given.get("numFmtId", 0))
            styles.append("" if number in PLAIN_FORMATS else codes.get(number, ""))

    _parse(book, "xl/styles.xml", begin, lambda name: within.pop())
    return styles


class _Scan:
    """Walks through the cells of a sheet."""

    def __init__(self, formats: list[str]):
        self.marks, self._formats = Marks(), formats
        self._row = self._column = 0
        self._type, self._style = "n", 0
        self._formula = False
        self._value: str | None = None
        self._inside = False

    def begin(self, name: str, given: dict[str, str]) -> None:
        if name == "c":
            place = CELL.fullmatch(given.get("r", ""))
            self._column = _number(place[1]) if place else self._column + 1
            self._row = int(place[2]) if place else self._row
            self._type, self._style = given.get("t", "n"), int(given.get("s", 0))
            self._formula, self._value = False, None
        elif name == "row":
            self._row, self._column = int(given.get("r", self._row + 1)), 0
            if given.get("hidden") in ("1", "true"):
                self.marks.hidden.add(self._row)
        elif name == "f":
            self._formula = True
        elif name == "v":
            self._value, self._inside = "", True

    def text(self, words: str) -> None:
        if self._inside:
            self._value = (self._value or "") + words

    def end(self, name: str) -> None:
        self._inside = False
        if name != "c":
            return
        place, value = (self._row, self._column), self._value or ""
        shown = self._formats[self._style] if self._style < len(self._formats) else ""
        if self._type == "e":
            self.marks.errors[place] = value or "#ERROR"
        elif self._formula and not value and not (self._type == "str" and self._value is not None):
            self.marks.unworked.add(place)
        elif self._type == "n" and value and shown:
            self.marks.formats[place] = shown


def _number(letters: str) -> int:
    """Return the number of a column: A -> 1, AA -> 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def letters_of(column: int) -> str:
    """Return the letters of a column, from 1.

    Examples
    --------
    >>> letters_of(1), letters_of(27)
    ('A', 'AA')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _parse(
    book: zipfile.ZipFile,
    part: str,
    begin: Callable[[str, dict[str, str]], None],
    end: Callable[[str], object] = lambda name: None,
    text: Callable[[str], object] | None = None,
) -> None:
    """Walk through a part; names of elements come without their prefixes."""
    parser = expat.ParserCreate()

    def forbid(*_) -> None:
        raise Forbidden

    parser.StartDoctypeDeclHandler = forbid
    parser.StartElementHandler = lambda name, given: begin(name.rpartition(":")[2], given)
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.CharacterDataHandler = text
    with book.open(part) as content:
        parser.ParseFile(content)
