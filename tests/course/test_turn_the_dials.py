"""The capstone keeps its promise: no setting wins everywhere, and each mistake alone costs what its lesson says."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.course.turn_the_dials.predictions import UNWATCHED, worse_years
from outsourcing_lessons.course.turn_the_dials.setting import BASELINE, LESSONS, business_of, left_over
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.models.simulation import Dials, simulate

CASES = {trade: case_of(LearnerProfile(business=trade)) for trade in COURSE.trades}


def middle(case: Case, dials: Dials) -> float:
    """Return what the middle year leaves, in the owner's hours."""
    return float(np.median(left_over(case, dials))) / case.hour


def lost(case: Case, **mistake) -> float:
    """Return what one mistake costs in the middle year, the other dials as the lessons set them."""
    return middle(case, LESSONS) - middle(case, replace(LESSONS, **mistake))


def test_no_setting_is_best_in_every_trade():
    grid = [
        Dials(bench_size=b, vetting=v, companies=c, delegation=d, automation_hours=a, monitoring_hours=m)
        for b, v, c, d, a, m in product((0, 2, 3), (0.1, 0.7), (0, 1), (1, 4, 6), (0, 30, 80), (0, 2, 4))
    ]
    best = {}
    for trade, case in CASES.items():
        business = business_of(case)
        years = [np.median(simulate(business, dials, runs=60).surplus) for dials in grid]
        best[trade] = grid[int(np.argmax(years))]
    assert len(set(best.values())) >= 3, best


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
class TestEachMistakeAlone:
    def test_buying_from_strangers_costs_most_of_what_there_is_to_gain(self, case):
        assert lost(case, bench_size=0) > 0.3 * (middle(case, LESSONS) - middle(case, BASELINE))

    def test_hiring_blind_costs_something_and_less_than_strangers_do(self, case):
        assert 5 < lost(case, vetting=0) < lost(case, bench_size=0)

    def test_steering_every_decision_costs_hours(self, case):
        assert lost(case, delegation=0) > 10

    def test_handing_over_everything_and_watching_nothing_loses_in_most_years(self, case):
        assert worse_years(case) > 60
        tail = [np.percentile(left_over(case, dials), 10) for dials in (LESSONS, UNWATCHED)]
        assert tail[1] < tail[0]

    def test_too_large_a_bench_loses(self, case):
        assert lost(case, bench_size=6) > 30


def test_a_company_by_reflex_costs_where_good_people_are_common_and_pays_where_they_are_rare():
    common, rare = CASES["local service business"], CASES["software startup"]
    assert lost(common, companies=1) > 20 and lost(rare, companies=1) < 0


def test_money_scales_with_the_currency():
    in_yen = case_of(LearnerProfile(currency="JPY", hour_value=6000.0))
    in_euro = case_of(LearnerProfile(currency="EUR", hour_value=60.0))
    assert middle(in_yen, LESSONS) == pytest.approx(middle(in_euro, LESSONS), rel=0.02)
