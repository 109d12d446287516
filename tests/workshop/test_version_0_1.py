"""What a class of version 0.1 has left behind; its file is of the course that comes with the package."""

from __future__ import annotations

import shutil

import pytest

from outsourcing_lessons.workshop.fitting import agenda_of_room
from outsourcing_lessons.workshop.log import Log, read_events
from outsourcing_lessons.workshop.opening import changed
from tests.mending import mended, rekeyed, reworded
from tests.version_0_1 import WORKSHOP

VOTE, GONE = "ask:one-task.split", "ask:one-task.later-job"  # a question of 0.1 that is asked no more


@pytest.mark.parametrize(("mending", "others"), [(reworded, (GONE,)), (rekeyed, (VOTE, GONE))])
def test_a_file_of_version_0_1_is_read_by_what_its_answers_were_worth(tmp_path, mending, others):
    shutil.copy(WORKSHOP, tmp_path)
    events = read_events(tmp_path / WORKSHOP.name)
    with mended(mending):
        assert changed(events, agenda_of_room(events[0].body)) == others
    assert len(Log(tmp_path / WORKSHOP.name).settings()) == 5
