"""delivery.csv: who gets which file, for the mail merge of an office program or a script of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import quote

from outsourcing_lessons.spreadsheet import cell, table

PATH = "delivery.csv"
COLUMNS = ("learner_id", "learner", "email", "file", "link")


class Row(NamedTuple):
    """What one learner gets; the file is named below the output folder."""

    learner_id: str
    learner: str
    email: str
    file: str
    extra: Mapping[str, str] = MappingProxyType({})  # the roster's other columns


def as_csv(rows: Iterable[Row], base_url: str = "") -> bytes:
    """Write the table, a row for each learner who has everything, with a link where there is an address for one.

    The roster's other columns stand behind these, by their own names.

    Examples
    --------
    >>> print(as_csv([Row("ada", "Ada", "", "zips/Ada.zip")], "https://example.org/c/").decode("utf-8-sig"), end="")
    learner_id,learner,email,file,link\r
    ada,Ada,,zips/Ada.zip,https://example.org/c/zips/Ada.zip\r
    """
    rows = list(rows)
    others: dict[str, str] = {
        name: name if name not in COLUMNS else f"{name} (roster)" for row in rows for name in row.extra
    }
    cells = [[*row[:4], link_to(row.file, base_url), *(row.extra.get(name, "") for name in others)] for row in rows]
    return table([*COLUMNS, *(str(cell(name)) for name in others.values())], cells).encode("utf-8-sig")


def link_to(file: str, base_url: str) -> str:
    """Return the address of a file, or nothing without an address of the folder."""
    return f"{base_url.rstrip('/')}/{quote(file)}" if base_url else ""
