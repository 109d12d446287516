"""delivery.csv: who gets which file, for the mail merge of an office program or a script of one's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote

from outsourcing_lessons.spreadsheet import table

PATH = "delivery.csv"
COLUMNS = ("learner_id", "learner", "email", "file", "link")


class Row(NamedTuple):
    """What one learner gets; the file is named below the output folder."""

    learner_id: str
    learner: str
    email: str
    file: str


def as_csv(rows: Iterable[Row], base_url: str = "") -> bytes:
    """Write the table, a row for each learner who has everything, with a link where there is an address for one.

    Examples
    --------
    >>> print(as_csv([Row("ada", "Ada", "", "zips/Ada.zip")], "https://example.org/c/").decode("utf-8-sig"), end="")
    learner_id,learner,email,file,link\r
    ada,Ada,,zips/Ada.zip,https://example.org/c/zips/Ada.zip\r
    """
    return table(COLUMNS, [[*row, link_to(row.file, base_url)] for row in rows]).encode("utf-8-sig")


def link_to(file: str, base_url: str) -> str:
    """Return the address of a file, or nothing without an address of the folder."""
    return f"{base_url.rstrip('/')}/{quote(file)}" if base_url else ""
