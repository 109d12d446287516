"""A long table of learners as pages: so many rows on each, and on the first a search that knows where each row is.

A browser opens a page of 500 rows at once, and one of 20,000 after many seconds. The search needs no server: the
first page holds every learner's id and name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from markupsafe import Markup

from outsourcing_lessons import player
from outsourcing_lessons.player import FOLDER, typefaces
from outsourcing_lessons.render.html import in_script, template

ROWS = 500
Row = TypeVar("Row")


@dataclass(frozen=True)
class Page(Generic[Row]):
    """One page: its file, its rows, and from whom to whom it goes."""

    name: str
    rows: Sequence[Row]
    span: str


def paged(rows: Sequence[Row], ids: Sequence[str], stem: str, most: int = ROWS) -> tuple[Page[Row], ...]:
    """Divide rows into pages; there is always a first.

    Examples
    --------
    >>> [(page.name, page.span) for page in paged("abc", ["ada", "bo", "cem"], "index", most=2)]
    [('index.html', 'ada to bo'), ('index-2.html', 'cem')]
    """
    starts = range(0, max(1, len(rows)), most)
    return tuple(
        Page(f"{stem}-{number}.html" if number > 1 else f"{stem}.html", rows[start : start + most],
             _span(ids[start : start + most]))
        for number, start in enumerate(starts, start=1)
    )  # fmt: skip


def _span(ids: Sequence[str]) -> str:
    return " to ".join(dict.fromkeys([ids[0], ids[-1]])) if ids else ""


def found_by(people: Iterable[tuple[str, str]], stem: str, most: int = ROWS) -> Markup:
    """Return what the search looks through, for a script element: ids and names in the order of the rows."""
    data: dict[str, Any] = {"stem": stem, "rows": most, "people": [list(one) for one in people]}
    return Markup(in_script(data))


def shared(with_search: bool) -> dict[str, Any]:
    """Return what a template of such a page is given: the look, the script of the search, and the policy for both."""
    return {"look": _look(), "script": Markup(template("find.js")), "policy": _policy(with_search)}


@cache
def _look() -> Markup:
    tokens = (FOLDER / "tokens.css").read_text(encoding="utf-8")
    return Markup(typefaces.embedded("Figtree") + tokens + template("listed.css"))


@cache
def _policy(with_search: bool) -> str:
    script = f"script-src '{player.hashed(template('find.js'))}'; " if with_search else ""
    return (
        f"default-src 'none'; {script}style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none';"
        " form-action 'none'"
    )
