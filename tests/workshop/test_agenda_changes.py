from __future__ import annotations

import pytest

from outsourcing_lessons.workshop.agenda_changes import arranged
from outsourcing_lessons.workshop.commands import commanded
from outsourcing_lessons.workshop.refused import Refused
from tests.workshop.conftest import FOUND, VOTE


def do(state, agenda, kind, **more):
    """Do something with the plan as it is by now; return the plan that follows."""
    for event in commanded(state, arranged(agenda, state.order, state.minutes), {"kind": kind, **more}, 9.0):
        state.apply(event)
    return arranged(agenda, state.order, state.minutes)


def test_a_plan_that_nobody_has_changed_is_the_same(state, agenda):
    assert arranged(agenda, state.order, state.minutes) is agenda


def test_a_step_goes_before_another_and_keeps_its_number_and_all_others_their_order(state, agenda):
    first = next(iter(agenda.steps))
    changed = do(state, agenda, "move", step=VOTE, before=first)
    assert list(changed.steps) == [VOTE, *(one for one in agenda.steps if one != VOTE)]
    assert changed.steps[VOTE].number == agenda.steps[VOTE].number
    assert sum(part.minutes for part in changed.parts) == pytest.approx(sum(part.minutes for part in agenda.parts))
    do(state, agenda, "next")
    assert state.now == VOTE
    assert list(do(state, agenda, "move", step=VOTE).steps)[-1] == VOTE


def test_a_step_takes_other_minutes(state, agenda):
    changed = do(state, agenda, "minutes", step=FOUND, minutes=7)
    assert changed.steps[FOUND].minutes == 7
    undone = do(state, agenda, "undo")
    assert undone.steps[FOUND].minutes == agenda.steps[FOUND].minutes


@pytest.mark.parametrize(
    ("kind", "wish"),
    [
        ("move", {"step": "nothing", "before": VOTE}), ("move", {"step": VOTE, "before": VOTE}),
        ("move", {"step": VOTE, "before": 5}), ("move", {"step": [], "before": {}}),
        ("minutes", {"step": VOTE, "minutes": -1}), ("minutes", {"step": VOTE, "minutes": 1e9}),
        ("minutes", {"step": [], "minutes": 1}),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(state, agenda, kind, wish):
    with pytest.raises(Refused):
        do(state, agenda, kind, **wish)
