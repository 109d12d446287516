"""A rehearsal against the real server, and that it would notice a loss."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing

import pytest

from outsourcing_lessons.workshop import rules
from outsourcing_lessons.workshop.log import read_events
from outsourcing_lessons.workshop.rehearsal import nonsense
from outsourcing_lessons.workshop.rehearsal.findings import findings, told
from outsourcing_lessons.workshop.rehearsal.script import Plan, Rehearsal

MANY = 60
LAST_ANSWERS = "SELECT number FROM events WHERE kind = 'answer' ORDER BY number DESC LIMIT 2"


def rehearsed(path, plan):
    said = []
    played = asyncio.run(Rehearsal(plan, path, said.append).run())
    return played, said


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Twelve people, a power cut, and a while without network, in a few seconds; on a busy machine in some more.

    Where the room goes on before anybody can answer, little is sent: then they get more time.
    """
    for minutes in (0.04, 0.16, 0.64):
        played, said = rehearsed(tmp_path_factory.mktemp("rehearsal") / "w.sqlite", Plan(12, minutes, kill=1, cut=0.6))
        found = findings(played)
        assert (found.lost, found.doubled) == (0, 0)
        if found.answers >= MANY:
            break
    return played, said


@pytest.fixture
def spoilt(small):
    """The same, whose file may be changed: afterwards it is what it was."""
    played, _ = small
    path, complaints = played.host.path, list(played.host.complaints)
    with closing(sqlite3.connect(path)) as file, closing(sqlite3.connect(":memory:")) as before:
        file.backup(before)
        yield played
        before.backup(file)
    played.host.complaints[:] = complaints


def test_nothing_is_lost_or_doubled_when_the_server_is_killed_and_the_network_is_cut(small):
    """Both happen, and answers are under way then."""
    played, said = small
    found = findings(played)
    assert (found.lost, found.doubled, found.amiss, found.held) == (0, 0, (), True)
    assert found.answers >= MANY and found.stored + found.refused == found.answers
    assert [line.split()[0] for line in said] == ["12", "killing", "cutting"]
    assert played.host.lives == 2 and all(page.reconnects for page in played.pages)
    assert any(page.reconnects > 1 for page in played.pages if not page.bad)  # who drops no line came back twice


def test_the_findings_name_what_was_asked_for(small):
    """Sent, stored, lost, doubled, how fast, how much memory."""
    played, _ = small
    words = "\n".join(told(played, findings(played)))
    for part in (
        "Nonsense",
        "none was kept",
        "Answers sent",
        "stored",
        "Lost              0",
        "Doubled           0",
        "p95",
        "memory",
        "a second",
    ):
        assert part in words


def test_a_loss_and_a_double_are_noticed(spoilt):
    """An answer taken out of the file, and one put in a second time."""
    with closing(sqlite3.connect(spoilt.host.path)) as file, file:
        one, other = file.execute(LAST_ANSWERS).fetchall()
        file.execute("DELETE FROM events WHERE number = ?", one)
        last = file.execute("SELECT max(number) FROM events").fetchone()[0]
        file.execute(
            "INSERT INTO events SELECT ?, at, kind, who, 'a second time', body FROM events WHERE number = ?",
            (last + 1, *other),
        )
    found = findings(spoilt)
    assert (found.lost, found.doubled, found.held) == (1, 1, False)


def test_nonsense_in_the_file_is_noticed(spoilt):
    """A key of no answer, half a character, and a server that complains."""
    with closing(sqlite3.connect(spoilt.host.path)) as file, file:
        numbers = file.execute(LAST_ANSWERS).fetchall()
        for (number,), body in zip(numbers, ('{"response": {"rehearsed": 1}}', '{"text": "\\ud83d"}'), strict=True):
            file.execute("UPDATE events SET kind = 'note', body = ? WHERE number = ?", (body, number))
    spoilt.host.complaints.append("Traceback")
    assert len(findings(spoilt).amiss) == 3 and not findings(spoilt).held


def test_nonsense_reaches_a_poll_that_takes_posts(small):
    played, _ = small
    events = read_events(played.host.path)
    assert any(event.kind == "post" and event.body["poll"] == nonsense.POLL for event in events)


def test_nonsense_is_sent_in_every_field_of_every_kind():
    forms = nonsense.forms({"ask": "a", "worksheet": "b"})
    assert {form["kind"] for form in forms} == rules.SENT
    for form in forms:
        events = list(nonsense.poisoned(form))
        assert len({json.dumps(event) for event in events}) == len(events)
        for name in ("id", *form):
            given = {json.dumps(event[name]) for event in events} - {json.dumps(form.get(name))}
            assert len(given) >= len(nonsense.NONSENSE)
    assert "1e999" in nonsense.as_text([float("inf")])


@pytest.mark.full
def test_two_hundred_two_kills_and_five_minutes_without_network(tmp_path):
    """What the workshop is built for."""
    played, _ = rehearsed(tmp_path / "w.sqlite", Plan(200, 3, kill=2, cut=300))
    found = findings(played)
    assert (found.lost, found.doubled) == (0, 0)
    assert played.joining <= 10 and found.p95 <= 1 and played.host.memory <= 300 * 1024
