"""The roster to start from has learners of every trade, in many currencies and scripts."""

from __future__ import annotations

from outsourcing_lessons.cli.sample_roster import sample
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.roster import read_roster

SCRIPTS = [range(0x41, 0x250), range(0x370, 0x400), range(0x400, 0x500), range(0x590, 0x600), range(0x600, 0x700)]


def test_it_is_a_good_roster(tmp_path):
    (tmp_path / "roster.csv").write_text(sample(), "utf-8")
    learners = read_roster(tmp_path / "roster.csv").learners
    assert (12, 4) == (len(learners), len({learner.currency for learner in learners}))
    assert {learner.business for learner in learners} <= set(COURSE.trade_names)
    assert len({learner.business for learner in learners}) == 6
    assert all(any(ord(learner.learner[0]) in script for learner in learners) for script in SCRIPTS)


def test_it_is_the_one_among_the_test_data(pytestconfig):
    assert sample() == (pytestconfig.rootpath / "tests/data/sample_roster.csv").read_text("utf-8")
