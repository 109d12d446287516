"""What may happen to a laptop in a room is tried, told line by line, and decides how the command ends."""

from __future__ import annotations

import asyncio

import pytest
from click.testing import CliRunner

from outsourcing_lessons.cli.workshop import TRIALS, workshop
from outsourcing_lessons.workshop.rehearsal import hard
from outsourcing_lessons.workshop.rehearsal.network import NoLine
from outsourcing_lessons.workshop.rehearsal.venue import Outcome, Phone, Venue

SHORT = ("disk",)


def rehearsed(*names):
    done = CliRunner().invoke(workshop, ["rehearse", *(word for name in names for word in ("--try", name))])
    return done.exit_code, done.output.splitlines()


@pytest.mark.parametrize(
    "names", [SHORT, pytest.param([n for n in TRIALS if n not in SHORT], marks=pytest.mark.full)], ids=["short", "long"]
)
def test_what_may_happen_in_a_room_is_tried_and_held(names):
    code, said = rehearsed(*names)
    words = [line[18:].partition(":")[0] for line in said]
    assert code == 0 and len(words) == len(names) and set(words) <= {"held", "not tried"}, said


def test_the_command_knows_every_trial_and_ends_with_1_if_one_did_not_hold(monkeypatch):
    assert tuple(hard.TRIALS) == TRIALS

    async def trial(path, lessons, held):
        return Outcome("Full disk", held, "tried")

    for held, word, code in ((True, "held", 0), (None, "not tried", 0), (False, "BROKEN", 1)):
        monkeypatch.setitem(hard.TRIALS, "disk", lambda path, lessons, held=held: trial(path, lessons, held))
        assert rehearsed("disk") == (code, [f"Full disk         {word}: tried"])

    async def broken_off(path, lessons):
        raise NoLine

    monkeypatch.setitem(hard.TRIALS, "disk", broken_off)
    code, (said,) = rehearsed("disk")
    assert code == 1 and said.startswith("Disk              BROKEN: could not be played to its end")


def test_what_was_confirmed_and_is_not_in_the_file_is_noticed_and_so_is_what_the_server_printed(tmp_path):
    async def spoilt():
        venue = Venue(tmp_path / "w.sqlite", ())
        venue.phones.append(Phone(venue.network, venue.step, 0, kept={"never-stored"}))
        venue.host.complaints.append("Traceback")
        return venue.amiss()

    assert asyncio.run(spoilt()) == [
        "1 answers were confirmed and are lost", "the server printed 1 lines, the last: Traceback",
    ]  # fmt: skip
