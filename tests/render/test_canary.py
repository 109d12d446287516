"""Whom a batch tries first, and that the others wait for them."""

from __future__ import annotations

import json

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.cli.sample_roster import sample
from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.canary import canaries
from outsourcing_lessons.roster import read_roster
from tests.render.batches import render_batch

STRANGE = {
    "long": "Wolfeschlegelsteinhausenbergerdorff the Younger",
    "signs": "\"';--<!-- & O'Neil-Łuk (jr.) -->",
    "arabic": "فريد حداد",
    "hebrew": "נועה לוי",
    "greek": "Ελένη",
    "chinese": "李小龙",
}
PLAIN = [
    LearnerProfile(
        f"plain-{n:03}", f"Jo Plain {n:03}", business=COURSE.trade_names[n % 2], currency=("EUR", "GBP")[n // 2 % 2]
    )
    for n in range(300)
]
COHORT = [*PLAIN[:150], *(LearnerProfile(one, name) for one, name in STRANGE.items()), *PLAIN[150:]]


def ids(count: int, cohort=COHORT) -> list[str]:
    return [one.learner_id for one in canaries(cohort, count)]


def test_the_strangest_names_come_first():
    assert set(STRANGE) == set(ids(len(STRANGE)))
    assert set(ids(2)) < set(STRANGE)


def test_then_each_trade_and_currency_has_one():
    chosen = canaries(COHORT, len(STRANGE) + 3)
    assert 4 == len({(one.business, one.currency) for one in chosen})


def test_there_are_as_many_as_asked_for_and_in_the_order_of_the_roster():
    order = [one.learner_id for one in COHORT]
    for count in (1, 7, 40, 306, 1000):
        chosen = ids(count)
        assert min(count, 306) == len(set(chosen)) == len(chosen)
        assert chosen == sorted(chosen, key=order.index)


def test_none_is_no_sample():
    with pytest.raises(ArgumentError, match="canary is 0"):
        canaries(COHORT, 0)


def test_the_sample_roster_has_a_canary_of_every_script(tmp_path):
    (tmp_path / "roster.csv").write_text(sample(), "utf-8")
    learners = read_roster(tmp_path / "roster.csv").learners
    first = "".join(one.learner[0] for one in canaries(learners, 7))
    assert all(any(low <= char <= high for char in first) for low, high in ("ͰϿ", "Ѐӿ", "֐׿", "؀ۿ"))


def test_the_others_wait_when_a_canary_fails(here, tmp_path):
    cohort = [
        LearnerProfile("ada"),
        LearnerProfile("bo", "cell error, for its name is so very long"),
        LearnerProfile("cy"),
    ]
    report = render_batch(cohort, tmp_path / "out", lessons=["1"], canary=1)
    assert "1 of 1 canaries failed, so the others were not started" == report.stopped
    assert ["queued", "cell error", "queued"] == [done.reason for _, done in report.rows]
    data = json.loads((tmp_path / "out/report.json").read_bytes())
    assert (report.stopped, 2) == (data["stopped"], [one["state"] for one in data["learners"]].count("queued"))
    assert "2 not begun" in (tmp_path / "out/index.html").read_text("utf-8")


def test_canaries_count_as_done_when_it_goes_on(here, tmp_path):
    cohort = [LearnerProfile(one) for one in ("ada", "bo", "cyrus")]
    report = render_batch(cohort, tmp_path / "out", lessons=["1"], canary=2)
    assert 3 == len({one for one, _ in here.told}) == len(here.told) and not report.failed and not report.stopped
