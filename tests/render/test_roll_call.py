"""What a scheduler knows of its workers, look for look, and what is said of it."""

from __future__ import annotations

import pytest

from outsourcing_lessons.render.batch import Stuck
from outsourcing_lessons.render.cluster import Roll, RollCall


def seen(*looks: tuple[Roll | None, float]) -> list[str]:
    call = RollCall("tcp://s:1", 0.0)
    return [call.see(roll, now) for roll, now in looks]


def test_a_worker_that_is_heard_of_is_busy_however_long_it_takes():
    assert [""] * 400 == seen(*((Roll(1, 5.0 + now), now) for now in range(0, 4000, 10)))


def test_what_is_wrong_is_told_apart():
    busy, none, silent = Roll(4, 5.0), Roll(0), Roll(4, 5.0)
    assert [
        "",
        "the Dask scheduler at tcp://s:1 hears nothing from any of the 4 workers it knows; waiting, 10 seconds by now",
        "no Dask worker is left at tcp://s:1; waiting, 20 seconds by now",
        "the Dask scheduler at tcp://s:1 does not answer; waiting, 30 seconds by now",
        "",
        "the Dask scheduler at tcp://s:1 hears nothing from the one worker it knows; waiting, 10 seconds by now",
    ] == seen((busy, 10), (silent, 20), (none, 30), (None, 40), (Roll(1, 6.0), 50), (Roll(1, 6.0), 60))


@pytest.mark.parametrize(
    ("roll", "seconds", "words"),
    [
        (Roll(0), 120, "no Dask worker is left at tcp://s:1; start some"),
        (None, 120, "does not answer"),
        (Roll(2, 0.0), 600, "hears nothing from any of the 2"),
    ],
)
def test_each_comes_to_an_end(roll, seconds, words):
    assert seen((roll, seconds - 1.0))[0]
    with pytest.raises(Stuck, match=words):
        seen((roll, float(seconds)))
