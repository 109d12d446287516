"""The results as tables and as xAPI statements, for a spreadsheet or a learning record store."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from outsourcing_lessons.debrief.attendance import attended
from outsourcing_lessons.debrief.questions import questions
from outsourcing_lessons.debrief.results import Results
from outsourcing_lessons.exports.xapi import BASE, statements

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def questions_csv(results: Results) -> str:
    """Return a row for each question."""
    rows = (
        (
            q.step.block.item.id, q.step.number, q.step.title, q.people, f"{q.share:.3f}", q.share_flag,
            "" if q.discrimination is None else f"{q.discrimination:.3f}", q.discrimination_flag,
        )
        for q in questions(results)
    )  # fmt: skip
    columns = ("item", "number", "title", "people", "share_right", "difficulty", "discrimination", "what_to_do")
    return _csv(columns, rows)


def participants_csv(results: Results, names: bool) -> str:
    """Return a row for each participant: under a number, and with names and ids only where asked for."""
    columns = ("participant", "answered", "asked", "in_jupyterlab", *(("name", "learner_id") if names else ()))
    rows = (
        (
            one.person.number, one.answered, one.asked, one.own,
            *((one.person.name, one.person.learner_id) if names else ()),
        )
        for one in attended(results)
    )  # fmt: skip
    return _csv(columns, rows)


def answers_csv(results: Results) -> str:
    """Return a row for each answer, in order; what somebody wrote in their own words is left out."""
    numbers = {person.id: person.number for person in results.people}
    rows = (
        (
            numbers[event.who], _iso(results.made(event)), event.body["step"].partition(":")[2],
            event.body.get("round", "own"), _given(results.response(event)), int(event.body["outcome"]["correct"]),
            f"{event.body['outcome']['score']:.2f}", int(event.body.get("counts", False)),
        )
        for event in results.events
        if event.kind in ("answer", "own")
    )  # fmt: skip
    return _csv(("participant", "at", "item", "round", "response", "right", "score", "counts"), rows)


def _given(response: dict[str, Any]) -> str:
    shown = {name: value for name, value in response.items() if name != "text"}
    return json.dumps(shown, ensure_ascii=False, sort_keys=True)


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return file.getvalue()


def _plain(cell: Any) -> Any:
    """Return text that no spreadsheet takes for a formula; numbers of ours stay numbers.

    Examples
    --------
    >>> _plain("=HYPERLINK(0)"), _plain(3), _plain("Ada")
    ("'=HYPERLINK(0)", 3, 'Ada')
    """
    if not isinstance(cell, str) or not cell.lstrip(" ").startswith(FORMULA) or _is_number(cell):
        return cell
    return "'" + cell


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isascii() and text.removeprefix("-").replace(".", "", 1).isdigit()


def xapi_lines(results: Results, base: str = BASE) -> str:
    """Return a statement a line; participants are salted digests, their own words are left out."""
    salt = f"{results.events[0].at}/{results.state.room['profile']['seed']}"
    found = statements(_attempts(results), base, salt)
    return "".join(json.dumps(one, ensure_ascii=False, sort_keys=True) + "\n" for one in found)


def _attempts(results: Results) -> Iterator[dict[str, Any]]:
    seed = results.state.room["profile"]["seed"]
    for event in results.events:
        if event.kind in ("answer", "own"):
            body, response = event.body, results.response(event)
            words = {"text": "left out"} if "text" in response else {}
            yield {
                "id": f"{event.who}/{event.id}", "learner_id": event.who, "item_id": body["step"].partition(":")[2],
                "variant": body["variant"], "seed": body.get("seed", seed), "response": response | words,
                "outcome": body["outcome"], "at": _iso(results.made(event)),
            }  # fmt: skip


def _iso(at: float) -> str:
    return datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")
