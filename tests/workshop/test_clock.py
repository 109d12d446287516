from __future__ import annotations

from outsourcing_lessons.workshop import clock
from outsourcing_lessons.workshop.clock import Clock


class Times:
    """Two clocks to turn by hand."""

    def __init__(self, wall=1000.0):
        self.wall, self.steady = wall, 50.0

    def pass_(self, seconds, set_by=0.0):
        self.wall += seconds + set_by
        self.steady += seconds

    def clock(self, last=0.0):
        return Clock(last, lambda: self.wall, lambda: self.steady)


def test_a_clock_that_is_set_back_or_forward_changes_no_minutes():
    times = Times()
    now = times.clock().now
    times.pass_(60, set_by=-3600)
    assert now() == 1060
    times.pass_(60)
    assert now() == 1120
    times.pass_(60, set_by=7200 if not forward_is_sleep() else 0)
    assert now() == 1180


def forward_is_sleep():
    return not hasattr(clock.time, "CLOCK_BOOTTIME")


def test_a_clock_put_right_a_little_is_followed_and_never_runs_back():
    times = Times()
    now = times.clock().now
    times.pass_(10, set_by=0.5)
    assert now() == 1010.5
    times.pass_(0.1, set_by=-1)
    assert now() == 1010.5


def test_nothing_happens_before_what_has_happened_in_an_earlier_life():
    assert Times(wall=1000.0).clock(last=5000.0).now() == 5000.0
