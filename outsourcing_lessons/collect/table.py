"""Collected answers as files: CSV for a spreadsheet, SQLite for questions. Texts of learners are data in both."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import astuple, fields

from outsourcing_lessons.collect.marks import Answer, Entry
from outsourcing_lessons.spreadsheet import table


def as_csv(rows: Iterable[Answer]) -> bytes:
    """Write answers as CSV, in UTF-8 with the mark by which spreadsheets know it."""
    columns = [column.name for column in fields(Answer)]
    return table(columns, [[plain(value) for value in astuple(row)] for row in rows]).encode("utf-8-sig")


def plain(value: object) -> object:
    """Return a value, a text without what no file can hold: half characters and NUL."""
    return value.encode("utf-8", "replace").decode().replace("\0", "") if isinstance(value, str) else value


def as_sqlite(
    answers: Sequence[Answer],
    entries: Sequence[Entry],
    problems: Sequence[tuple[str, str]],
    notes: Sequence[tuple[str, str]] = (),
) -> bytes:
    """Write answers, entries of worksheets, and what there is to say of which file as a database."""
    with closing(sqlite3.connect(":memory:")) as file:
        for name, kind, rows in (("answers", Answer, answers), ("entries", Entry, entries)):
            columns = ", ".join(f'"{column.name}"' for column in fields(kind))
            file.execute(f"CREATE TABLE {name} ({columns})")
            _insert(file, name, [astuple(row) for row in rows])
        for name, said in (("problems", problems), ("notes", notes)):
            file.execute(f"CREATE TABLE {name} (file, {name.removesuffix('s')})")
            _insert(file, name, said)
        file.commit()
        return file.serialize()


def _insert(file: sqlite3.Connection, table: str, rows: Sequence[tuple]) -> None:
    if rows:
        places = ", ".join("?" * len(rows[0]))
        file.executemany(f"INSERT INTO {table} VALUES ({places})", [[plain(value) for value in row] for row in rows])
