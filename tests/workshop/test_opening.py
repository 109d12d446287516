"""A class whose file is opened again with mended words goes on; where a key was changed, no old answer counts."""

from __future__ import annotations

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.debrief.debrief import Debrief
from outsourcing_lessons.debrief.results import read_results
from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.learner import CHOOSES_VARIANT, LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.workshop import commands, rules
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.fitting import agenda_of_room
from outsourcing_lessons.workshop.opening import open_log
from outsourcing_lessons.workshop.state import replay
from tests.mending import mended, rekeyed, reworded
from tests.workshop.conftest import TEXT, VOTE


@pytest.fixture
def file(tmp_path):
    """A class that began today: two votes, a text that was shown."""
    log = open_log(tmp_path / "w.sqlite", ["01"], None)
    room = next(log.events())
    state, agenda = replay([room]), agenda_of_room(room.body)
    events = [Event("join", 2.0, "ada", body={"number": 1, "name": "", "learner_id": "", "token": "t"})]
    state.apply(events[0])

    def add(*more):
        for event in more:
            state.apply(event)
            events.append(event)

    for step, response in (
        (VOTE, {"option": agenda.steps[VOTE].block.item.key}),
        (TEXT, {"text": "word " * 60, "ticks": []}),
    ):
        add(*commands.commanded(state, agenda, {"kind": "open", "step": step}, 3.0))
        sent = {"id": f"answer-to-{step}", "kind": "answer", "step": step, "round": 1, "response": response}
        add(rules.handle(state, agenda, state.people["ada"], sent, 4.0)[0])
    add(*commands.commanded(state, agenda, {"kind": "show", "text": f"ada/answer-to-{TEXT}"}, 5.0))
    log.append(events)
    log.close()
    return tmp_path / "w.sqlite"


def test_words_may_be_mended_while_a_class_runs(file):
    with mended(reworded):
        log = open_log(file, None, None)
        state = replay(log.events())
        log.close()
        results = read_results(file)
        assert state.step(VOTE).rounds[0].answers["ada"].outcome["correct"]
        assert results.left_out == () and results.state.step(VOTE).rounds[0].answers


def test_a_changed_key_stops_the_file_and_its_answers_leave_the_report(file):
    with mended(rekeyed):
        with pytest.raises(WorkshopError, match="answers to first-number.counter, first-number.words, whose key"):
            open_log(file, None, None)
        results = read_results(file)
        assert not results.state.step(VOTE).rounds[0].answers and not results.state.texts
        assert (
            len(results.left_out) == 2
            and "are left out, because the key or numbers have changed" in Debrief(results, False).attendance().text
        )
    open_log(file, None, None).close()


def test_a_notebook_of_version_0_1_hands_on_its_answers(state, agenda):
    """Its code is of the words; with other words than the server has it could be another question."""
    profile = {name: getattr(LearnerProfile(seed=8), name) for name in CHOOSES_VARIANT}
    item = COURSE.lesson("01").item("counter").variant(case_of(LearnerProfile(seed=8)))
    sent = {"kind": "own", "id": "12345678", "item": item.id, "profile": profile, "response": {"option": item.key}}
    event, _ = rules.handle(state, agenda, state.people["ada"], sent | {"variant": item.wording.removeprefix("w")}, 9.0)
    assert (event.body["variant"], event.body["outcome"]["correct"]) == (item.variant, True)
    with pytest.raises(rules.Refused, match="other-variant"):
        rules.handle(state, agenda, state.people["ada"], sent | {"variant": "00000000"}, 9.0)
