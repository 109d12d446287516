"""A year of a small business: each mistake costs what its lesson says, and no setting is best everywhere."""

import dataclasses
import itertools
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.simulation import Business, Dials, Shock, simulate

STUDIO = Business()
ERRANDS = Business(  # short simple jobs that anybody can do, easily found
    jobs=6, job_hours=2, job_value=110, own_work=25, learning_rate=1, search_hours=0.15, onboarding_hours=0.1,
    newcomer_rate=24, company_rate=36, regular_rate=30, base_rate=0.95, error_good=0.02, error_bad=0.06, error_cost=40,
    vetting_hours=3, decisions=1, decision_hours=0.1, waiting_cost=1, late_cost=20, contact_hours=0.75,
    rework_hours=0.2, automatable_hours=1,
)  # fmt: skip
ENGINEERING = Business(  # few dear jobs, always new, in which a mistake is a disaster and few people are good
    jobs=1, job_hours=16, job_value=2400, own_work=25, own_hour=70, base_rate=0.25, best_validity=0.6, candidates=8,
    error_bad=0.5, error_cost=3000, regular_rate=50, newcomer_rate=45, company_rate=90, company_good=0.5,
    decisions=6, drift=4, process_life=40,
)  # fmt: skip
HOTLINE = Business(  # somebody must always be there, people come and go, and they are hard to judge
    jobs=12, job_hours=2, job_value=120, own_work=25, outage=0.25, departure=0.9, member_hours=30, late_cost=500,
    company_rate=50, regular_rate=32, newcomer_rate=40, company_good=0.85, learning_rate=0.95, error_cost=80,
    decisions=0.5, decision_hours=0.2, search_hours=4, onboarding_hours=4, rework_hours=0.2, base_rate=0.4,
    best_validity=0.15,
)  # fmt: skip
OVERLOADED = Business(  # every job asks the owner six things, and the owner has no time left
    jobs=8, job_hours=4, job_value=330, own_work=30, decisions=6, decision_hours=0.4, error_cost=60, error_good=0.03,
    error_bad=0.08, automatable_hours=10, process_life=400, rework_hours=0.2,
)  # fmt: skip
KINDS = {
    "studio": STUDIO, "errands": ERRANDS, "engineering": ENGINEERING, "hotline": HOTLINE, "overloaded": OVERLOADED,
}  # fmt: skip
GRID = {
    "bench_size": (0, 1, 2, 4), "vetting": (0, 1), "companies": (0, 1), "delegation": (0, 3, 6),
    "automation_hours": (0, 40), "monitoring_hours": (0, 2),
}  # fmt: skip
DIALS = tuple(Dials(**dict(zip(GRID, values, strict=True))) for values in itertools.product(*GRID.values()))


@cache
def surpluses(kind):
    return np.array([simulate(KINDS[kind], dials, runs=40).surplus.mean() for dials in DIALS])


def surplus(business, **dials):
    return simulate(business, Dials(**dials), runs=400).surplus.mean()


def revenue(business):
    return 52 * business.jobs * business.job_value


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_business_can_live_and_can_be_ruined(kind):
    found = surpluses(kind)
    assert 0 < found.max() < revenue(KINDS[kind])
    assert found.min() < 0


def test_no_setting_of_the_dials_is_best_in_every_kind_of_business():
    best = {kind: DIALS[surpluses(kind).argmax()] for kind in KINDS}
    assert len(set(best.values())) == len(KINDS)


def test_no_setting_is_even_nearly_best_in_every_kind_of_business():
    losses = [(surpluses(kind).max() - surpluses(kind)) / surpluses(kind).max() for kind in KINDS]
    assert np.max(losses, axis=0).min() > 0.2


@pytest.mark.parametrize("dial", GRID)
def test_every_dial_has_a_business_in_which_turning_it_up_pays_and_one_in_which_it_does_not(dial):
    best = {kind: getattr(DIALS[surpluses(kind).argmax()], dial) for kind in KINDS}
    assert len(set(best.values())) > 1, best


def test_someone_new_each_time_loses_where_there_is_something_to_learn():
    with_regulars, strangers = surplus(STUDIO, bench_size=2), surplus(STUDIO, bench_size=0)
    arrivals = 52 * STUDIO.jobs * STUDIO.own_hour * (STUDIO.search_hours + STUDIO.onboarding_hours)
    assert 0.5 * arrivals < with_regulars - strangers < 3 * arrivals
    quick = dataclasses.replace(STUDIO, learning_rate=1)
    assert surplus(quick, bench_size=2) - surplus(quick, bench_size=0) < with_regulars - strangers


def test_someone_new_each_time_wins_where_nobody_learns_and_anybody_will_do():
    errands = {"vetting": 0, "delegation": 6, "monitoring_hours": 0}
    assert surplus(ERRANDS, bench_size=0, **errands) > surplus(ERRANDS, bench_size=2, **errands)


def test_too_large_a_bench_loses_by_contact_onboarding_and_learning():
    costs = [surplus(STUDIO, bench_size=size) for size in (2, 4, 6)]
    assert costs[0] > costs[1] > costs[2]
    each = 52 * STUDIO.contact_hours + STUDIO.search_hours + STUDIO.onboarding_hours + 0.5 * STUDIO.vetting_hours
    assert 2 < (costs[1] - costs[2]) / (each * STUDIO.own_hour) < 6  # at least two more to look after, and less learnt


def test_a_bench_of_one_loses_where_somebody_must_be_there():
    assert surplus(HOTLINE, bench_size=3) - surplus(HOTLINE, bench_size=1) > 0.3 * revenue(HOTLINE)


def test_hiring_blind_loses_where_quality_varies():
    assert surplus(ENGINEERING, vetting=1) - surplus(ENGINEERING, vetting=0) > 0.1 * revenue(ENGINEERING)


def test_vetting_is_wasted_where_everybody_is_good():
    spent = surplus(ERRANDS, vetting=0) - surplus(ERRANDS, vetting=1)
    assert spent == pytest.approx(2.6 * ERRANDS.vetting_hours * ERRANDS.own_hour, rel=0.3)  # two, and who replaces them


def test_a_company_by_reflex_loses_about_its_margin():
    margin = STUDIO.company_rate - STUDIO.regular_rate
    lost = surplus(STUDIO, companies=0, vetting=1) - surplus(STUDIO, companies=1, vetting=1)
    assert 0 < lost < 52 * STUDIO.jobs * STUDIO.job_hours * margin
    fair = dataclasses.replace(STUDIO, company_rate=STUDIO.regular_rate)
    assert surplus(fair, companies=1, vetting=1) > surplus(fair, companies=0, vetting=1)


def test_a_company_wins_where_somebody_must_be_there_and_nobody_can_be_judged():
    company = surplus(HOTLINE, companies=1)
    assert all(company > surplus(HOTLINE, companies=0, bench_size=size) for size in range(1, 7))


def test_not_delegating_loses_where_the_owner_is_the_bottleneck():
    keeping, delegating = (simulate(OVERLOADED, Dials(delegation=level), runs=400) for level in (0, 5))
    assert delegating.surplus.mean() - keeping.surplus.mean() > 0.25 * revenue(OVERLOADED)
    assert keeping.weekly_hours.mean() > 0.97 * OVERLOADED.weekly_hours
    rested = dataclasses.replace(OVERLOADED, own_work=5)
    gained = surplus(rested, delegation=5) - surplus(rested, delegation=0)
    assert gained < 0.6 * (delegating.surplus.mean() - keeping.surplus.mean())


def test_delegating_everything_loses_where_a_mistake_is_a_disaster():
    assert surplus(ENGINEERING, delegation=0) > surplus(ENGINEERING, delegation=6)


def test_delegating_without_watching_loses_through_mistakes():
    watched, unwatched = (
        simulate(ENGINEERING, Dials(delegation=6, monitoring_hours=hours), runs=400) for hours in (2, 0)
    )
    assert watched.surplus.mean() > unwatched.surplus.mean()
    assert watched.quality.mean() > unwatched.quality.mean() + 0.1
    assert watched.owner_hours.mean() > unwatched.owner_hours.mean()  # so it is not the hours
    lasting = dataclasses.replace(ENGINEERING, practice_decay=0)
    assert simulate(lasting, Dials(delegation=6, monitoring_hours=0)).quality.mean() > unwatched.quality.mean() + 0.05


def test_watching_costs_more_than_it_saves_where_mistakes_are_cheap():
    assert surplus(ERRANDS, delegation=6, monitoring_hours=0) > surplus(ERRANDS, delegation=6, monitoring_hours=4)


def test_automation_pays_where_the_process_lives_and_not_where_it_dies():
    long, short = (dataclasses.replace(STUDIO, process_life=weeks) for weeks in (1000, 6))
    assert surplus(long, automation_hours=60) > surplus(long, automation_hours=0) + 1000
    assert surplus(short, automation_hours=60) < surplus(short, automation_hours=0) - 1000


@pytest.mark.parametrize("companies", [0, 1])
def test_the_best_one_leaving_costs_the_bench_and_not_the_company(companies):
    dials = Dials(bench_size=1, companies=companies, vetting=0)
    shocked = simulate(STUDIO, dials, runs=2000, shock=Shock(26, "best provider leaves"))
    lost = simulate(STUDIO, dials, runs=2000).surplus.mean() - shocked.surplus.mean()
    arriving = STUDIO.own_hour * (STUDIO.search_hours + STUDIO.onboarding_hours)
    assert lost == 0 if companies else arriving < lost < 40 * arriving


def test_nothing_happens_before_the_shock():
    for kind in ("best provider leaves", "demand doubles"):
        calm, shocked = (simulate(STUDIO, Dials(), shock=shock) for shock in (None, Shock(30, kind)))
        assert (calm.weekly_hours[:29] == shocked.weekly_hours[:29]).all()
        assert (calm.weekly_hours[29:] != shocked.weekly_hours[29:]).any()


def test_twice_the_demand_brings_more_to_those_who_have_room_for_it():
    shock = Shock(14, "demand doubles")
    gains = [
        simulate(OVERLOADED, dials, shock=shock).surplus.mean() - simulate(OVERLOADED, dials).surplus.mean()
        for dials in (Dials(bench_size=1, delegation=0), Dials(bench_size=4, delegation=5))
    ]
    assert gains[0] < 0 < gains[1]


def test_the_same_seed_gives_the_same_year_and_another_seed_another():
    first, again, other = (simulate(STUDIO, Dials(), runs=50, seed=seed) for seed in (3, 3, 4))
    for name in ("cash", "surplus", "owner_hours", "quality", "worst_quarter", "weekly_surplus"):
        assert (getattr(first, name) == getattr(again, name)).all()
    assert (first.cash != other.cash).any()


def test_as_many_jobs_arrive_as_the_average_says():
    sure = Business(jobs=2.5, outage=0, departure=0, member_hours=1e4, learning_rate=1, error_good=0, error_bad=0,
                    decisions=0, own_work=0)  # fmt: skip
    year = simulate(sure, Dials(monitoring_hours=0), runs=4000)
    each = sure.job_value - sure.job_hours * sure.regular_rate
    assert year.cash.mean() == pytest.approx(52 * 2.5 * each, rel=0.005)
    assert year.cash.std() == pytest.approx(np.sqrt(52 * 2.5) * each, rel=0.05)
    assert (year.quality == 1).all()


dials = st.builds(
    Dials, bench_size=st.integers(0, 6), vetting=st.floats(0, 1), companies=st.floats(0, 1),
    delegation=st.floats(0, 6), automation_hours=st.floats(0, 200), monitoring_hours=st.floats(0, 20),
)  # fmt: skip
shocks = st.none() | st.builds(Shock, st.integers(1, 26), st.sampled_from(["best provider leaves", "demand doubles"]))


@given(st.sampled_from(list(KINDS.values())), dials, shocks)
@settings(max_examples=60, deadline=None)
def test_every_setting_gives_a_year_that_adds_up(business, chosen, shock):
    year = simulate(business, chosen, runs=8, weeks=26, shock=shock)
    for values in vars(year).values():
        assert np.isfinite(values).all()
    assert ((year.quality >= 0) & (year.quality <= 1)).all()
    assert (year.weekly_hours <= business.weekly_hours * 1.0001).all()
    assert year.owner_hours == pytest.approx(year.weekly_hours.sum(axis=0), rel=1e-4)
    own_work = 26 * business.own_work
    assert year.surplus == pytest.approx(year.cash - (year.owner_hours - own_work) * business.own_hour, abs=1)
    assert (2 * year.worst_quarter <= year.cash + 1).all()


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
@settings(max_examples=40, deadline=None)
def test_chances_at_their_limits_are_no_trouble(departure, outage, base_rate):
    odd = dataclasses.replace(STUDIO, departure=round(departure), outage=round(outage), base_rate=round(base_rate))
    assert np.isfinite(simulate(odd, Dials(), runs=5).cash).all()


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(Business)])
@pytest.mark.parametrize("value", [-1, float("nan"), "2", None])
def test_an_impossible_business_is_refused_by_name(name, value):
    with pytest.raises(ArgumentError) as caught:
        Business(**{name: value})
    assert caught.value.name == name


@pytest.mark.parametrize("name", list(Dials.RANGES))
def test_a_dial_beyond_its_range_is_refused_by_name(name):
    for value in (Dials.RANGES[name][0] - 1, Dials.RANGES[name][1] + 1):
        with pytest.raises(ArgumentError) as caught:
            Dials(**{name: value})
        assert caught.value.name == name


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: simulate(STUDIO, Dials(), runs=0), "runs"),
        (lambda: simulate(STUDIO, Dials(), weeks=5), "weeks"),
        (lambda: simulate(STUDIO, Dials(), seed=-1), "seed"),
        (lambda: simulate(STUDIO, Dials(), weeks=20, shock=Shock(21, "demand doubles")), "shock"),
        (lambda: Shock(0, "demand doubles"), "week"),
        (lambda: Shock(3, "flood"), "kind"),
        (lambda: Dials(bench_size=1.5), "bench_size"),
    ],
)
def test_impossible_input_is_named(call, name):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.name == name
