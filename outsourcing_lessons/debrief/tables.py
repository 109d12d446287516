"""The results as tables and as xAPI statements, for a spreadsheet or a learning record store."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from outsourcing_lessons.debrief.attendance import attended
from outsourcing_lessons.debrief.questions import questions
from outsourcing_lessons.debrief.results import Results
from outsourcing_lessons.exports.xapi import BASE, iso, lines
from outsourcing_lessons.spreadsheet import table


def questions_csv(results: Results) -> str:
    """Return a row for each question."""
    rows = (
        (
            q.step.ask.item.id, *map(int, q.step.number.split(".")), q.step.title, q.people, q.share, q.share_flag,
            q.discrimination, q.discrimination_flag,
        )
        for q in questions(results)
    )  # fmt: skip
    columns = ("item", "part", "place", "title", "people", "share_right", "difficulty", "discrimination", "what_to_do")
    return table(columns, rows)


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
    return table(columns, rows)


def answers_csv(results: Results) -> str:
    """Return a row for each answer, in order; what somebody wrote in their own words is left out."""
    numbers = {person.id: person.number for person in results.people}
    rows = (
        (
            numbers[event.who], iso(results.made(event)), event.body["step"].partition(":")[2],
            event.body.get("round", "own"), _given(results.response(event)), event.body["outcome"]["correct"],
            event.body["outcome"]["score"], event.body["outcome"].get("points"), event.body.get("counts", False),
        )
        for event in results.events
        if event.kind in ("answer", "own")
    )  # fmt: skip
    return table(("participant", "at", "item", "round", "response", "right", "score", "points", "counts"), rows)


def _given(response: dict[str, Any]) -> str:
    shown = {name: value for name, value in response.items() if name != "text"}
    return json.dumps(shown, ensure_ascii=False, sort_keys=True)


def xapi_lines(results: Results, base: str = BASE) -> str:
    """Return a statement a line; participants are salted digests, their own words are left out."""
    salt = f"{results.events[0].at}/{results.state.room['profile']['seed']}"
    return lines(_attempts(results), base, salt)


def _attempts(results: Results) -> Iterator[dict[str, Any]]:
    seed = results.state.room["profile"]["seed"]
    for event in results.events:
        if event.kind in ("answer", "own"):
            body = event.body
            yield {
                "id": f"{event.who}/{event.id}", "learner_id": event.who, "item_id": body["step"].partition(":")[2],
                "variant": body["variant"], "seed": body.get("seed", seed), "response": results.response(event),
                "outcome": body["outcome"], "at": iso(results.made(event)), "wording": body.get("wording", ""),
            }  # fmt: skip
