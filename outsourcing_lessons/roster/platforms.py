"""Lists that learning platforms export, known by their columns: which is which, and which rows are no learners."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from outsourcing_lessons.roster.cells import joined
from outsourcing_lessons.roster.columns import known, plain
from outsourcing_lessons.roster.table import Table

NUMBER = re.compile(r"[0-9]+")
NOT_OURS = " (platform)"  # behind the name of a column that is called as one of ours


@dataclass(frozen=True)
class Platform:
    """An export."""

    name: str  # what it is, in words
    signs: tuple[str, ...]  # columns that are all there, and that it begins with if ``begins``
    ids: tuple[str, ...]  # columns that tell learners apart, the best first; taken is the first that no learner lacks
    names: tuple[str, ...]  # the columns of the name, in the order in which they are said
    email: str = ""  # the column with the address
    participant: str = ""  # the column with the number of a participant
    others: tuple[str, ...] = ()  # of these, one at least is there as well
    begins: bool = False  # whether it begins with its signs, in their order
    is_learner: Callable[[dict[str, str]], bool] = lambda cells: True

    def fits(self, columns: tuple[str, ...]) -> bool:
        """Return whether a first row is this platform's."""
        there = columns[: len(self.signs)] == self.signs if self.begins else set(self.signs) <= set(columns)
        return there and (not self.others or bool(set(self.others) & set(columns)))


def _is_student(cells: dict[str, str]) -> bool:
    """Canvas has rows for points, and a student of its own for trying things out."""
    name = cells.get("student", "")
    return bool(name) and not name.startswith("Points Possible") and name not in ("Student, Test", "Test Student")


def _has_an_address(cells: dict[str, str]) -> bool:
    """Google Classroom has rows for dates and points, and the average of the class."""
    return "@" in cells.get("email_address", "")


PLATFORMS = (
    Platform(
        "the grading worksheet of an assignment in Moodle", ("identifier", "full_name"),
        ("id_number", "email_address", "identifier"), ("full_name",), "email_address", "identifier",
    ),
    *(
        Platform(
            "a list of participants or grades from Moodle", ("first_name", last, "email_address"),
            ("id_number", "username", "email_address"), ("first_name", last), "email_address",
            others=(
                "id_number", "username", "institution", "department", "groups", "roles", "last_access_to_course",
                "last_downloaded_from_this_course",
            ),
        )
        for last in ("last_name", "surname")
    ),
    Platform(
        "a gradebook from Canvas", ("student", "id", "section"), ("sis_user_id", "sis_login_id", "id"), ("student",),
        is_learner=_is_student,
    ),
    Platform(
        "grades from Google Classroom", ("last_name", "first_name", "email_address"), ("email_address",),
        ("first_name", "last_name"), "email_address", begins=True, is_learner=_has_an_address,
    ),
    Platform(
        "grades from Microsoft Teams", ("first_name", "last_name", "email_address"), ("email_address",),
        ("first_name", "last_name"), "email_address", begins=True, is_learner=_has_an_address,
    ),
    *(
        Platform(
            "a list of participants from a learning platform", ("first_name", last, "email_address"),
            ("email_address",), ("first_name", last), "email_address",
        )
        for last in ("last_name", "surname")
    ),
)  # fmt: skip


def recognised(table: Table) -> tuple[Table, str]:
    """Return a platform's list as a roster, and in one sentence what was taken for what; any other table as it is."""
    columns = tuple(plain(name) for name in table.columns)
    platform = None if "learner_id" in columns else next((one for one in PLATFORMS if one.fits(columns)), None)
    if platform is None:
        return table, ""
    rows = [(number, cells, _named(columns, cells)) for number, cells in table.rows]
    learners = [(number, cells, named) for number, cells, named in rows if platform.is_learner(named)]
    ids = next((name for name in platform.ids if learners and all(named.get(name) for *_, named in learners)), "")
    if not ids:
        return table, ""
    made = [
        (number, (*_own(platform, ids, named, dict(zip(columns, cells, strict=False))), *cells))
        for number, cells, named in learners
    ]
    shown = dict(zip(columns, table.columns, strict=True))
    names = " and ".join(repr(shown[name]) for name in platform.names)
    said = f"this is {platform.name}: {shown[ids]!r} is read as learner_id, {names} as learner"
    left = [str(number) for number, _, named in rows if not platform.is_learner(named)]
    passed = f"; no learner is in {table.word} {', '.join(left)}" if left else ""
    own = ("learner_id", "learner", "email", "participant")
    return replace(table, columns=own + _without(own, table.columns), rows=tuple(made)), said + passed


def exported(name: str) -> bool:
    """Return whether a column is one that tells a platform's list, or that is taken from it."""
    of_theirs = plain(name.removesuffix(NOT_OURS))
    theirs = (
        column for one in PLATFORMS for column in (*one.signs, *one.ids, *one.names, *one.others, one.participant)
    )
    return of_theirs != "" and of_theirs in theirs


def _without(own: tuple[str, ...], columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns of the platform; one that is called as one of ours is not that one."""
    return tuple(f"{name}{NOT_OURS}" if known(name) in own else name for name in columns)


def _named(columns: tuple[str, ...], cells: tuple) -> dict[str, str]:
    return {
        name: str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
        for name, cell in zip(columns, cells, strict=False)
        if cell not in ("", None)
    }


def _own(platform: Platform, ids: str, named: dict[str, str], cells: dict[str, object]) -> tuple[object, ...]:
    # Cells go on as they are: only they know what a spreadsheet has done to them.
    learner = joined(cells.get(name) for name in platform.names)
    if platform.names == ("student",) and isinstance(learner, str) and learner.count(", ") == 1:
        learner = " ".join(reversed(learner.split(", ")))
    number = NUMBER.search(named.get(platform.participant, ""))
    learner_id = cells[ids] if ids != "identifier" else f"participant-{number[0] if number else named[ids]}"
    return learner_id, learner, named.get(platform.email, ""), number[0] if number else ""
