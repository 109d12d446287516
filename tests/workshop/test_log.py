from __future__ import annotations

import sqlite3

import pytest

from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.log import Log, read_events
from outsourcing_lessons.workshop.opening import open_log, room_profile

EVENTS = [Event("room", 1.0, body={"lessons": []}), Event("sign", 2.0, "ada", "id-00001", {"sign": "help", "step": ""})]


def test_what_is_written_is_read(tmp_path):
    log = Log(tmp_path / "w.sqlite")
    log.append(EVENTS)
    assert list(log.events()) == read_events(tmp_path / "w.sqlite") == EVENTS


def test_a_group_is_written_whole_or_not_at_all(tmp_path):
    log = Log(tmp_path / "w.sqlite")
    log.append(EVENTS)
    with pytest.raises(WorkshopError):
        log.append([Event("end", 3.0), EVENTS[1]])
    assert list(log.events()) == EVENTS
    log.append([Event("end", 3.0)])
    assert len(list(log.events())) == 3


def test_two_writers_do_not_write_over_each_other(tmp_path):
    first, second = Log(tmp_path / "w.sqlite"), Log(tmp_path / "w.sqlite")
    first.append(EVENTS)
    with pytest.raises(WorkshopError):
        second.append([Event("room", 1.0)])
    assert list(second.events()) == EVENTS


def test_another_file_is_left_alone(tmp_path):
    other = tmp_path / "w.sqlite"
    with sqlite3.connect(other) as file:
        file.execute("CREATE TABLE mine (x)")
    file.close()
    before = other.read_bytes()
    with pytest.raises(WorkshopError, match="not the file of a workshop"):
        Log(other)
    assert other.read_bytes() == before
    text = tmp_path / "text.sqlite"
    text.write_text("no database at all, but long enough to be looked at by SQLite, which wants a hundred bytes or so")
    with pytest.raises(WorkshopError):
        Log(text)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(WorkshopError, match="there is no file"):
        read_events(tmp_path / "none.sqlite")


def test_a_workshop_goes_on_with_its_own_settings(tmp_path):
    path = tmp_path / "w.sqlite"
    log = open_log(path, ["02"], room_profile(7, business="bakery", currency="GBP", hour_value=80.0, weekly_hours=40.0))
    settings, first = log.settings(), next(log.events())
    log.close()
    again = open_log(path, None, room_profile(business="hospital"))
    assert again.settings() == settings and list(again.events()) == [first]
    assert (first.body["lessons"], first.body["profile"]["seed"]) == (["walk-away"], 7)
    assert len({settings[name] for name in ("code", "instructor", "helper", "projector")}) == 4
    again.close()
    with pytest.raises(WorkshopError, match="not on first-number"):
        open_log(path, ["01"], None)


def test_a_workshop_of_another_version_is_not_gone_on_with(tmp_path):
    log = Log(tmp_path / "w.sqlite")
    log.append([Event("room", 1.0, body={"lessons": ["first-number"], "profile": {}, "version": "0.0.1"})])
    log.close()
    with pytest.raises(WorkshopError, match="version 0.0.1"):
        open_log(tmp_path / "w.sqlite", None, None)


def test_the_minutes_asked_for_are_in_the_first_event_and_stay(tmp_path):
    path = tmp_path / "w.sqlite"
    open_log(path, None, None, 30).close()
    [first] = read_events(path)
    assert first.body["minutes"] == 30 and first.body["lessons"][0] == "first-number"
    open_log(path, None, None).close()
    with pytest.raises(WorkshopError, match="planned for 30 minutes, not for 20"):
        open_log(path, None, None, 20)
    assert read_events(path) == [first]


def test_minutes_that_are_too_few_make_no_file(tmp_path):
    with pytest.raises(WorkshopError, match="too few"):
        open_log(tmp_path / "w.sqlite", ["01"], None, 5)
    assert not list(tmp_path.iterdir())
