"""The year of the game: the same luck in any language, nothing that cannot be, and no dial that breaks it."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import asdict, fields, replace
from pathlib import Path

import numpy as np
import pytest

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.business import CALM, CARDS, Business, Dials, State, ahead, deal, play, quarter
from outsourcing_lessons.models.business.luck import luck, mix

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "outsourcing_lessons" / "player" / "models" / "business.js"
SHOP = Business(
    jobs=10.5, hours=6, price=7.57, quit=0.272, late=0.152, own=25.6, admin=9.5, rate=0.44, helper_hours=23.1,
    guarantee=8.64, contact=0.72, floor=0.546, half=15.8, leave=0.35, company_price=3.77, big=0.5, error_cost=14.6,
    decide=0.392, stake=3.36, routine=0.245, build_half=80,
)  # fmt: skip
STUDIO = Business(jobs=6.3, hours=9, price=12.9, rate=0.62, leave=0.75, company_price=8.1, error_cost=11, stake=5)
HARDER = replace(SHOP, harder=1, reserve=1)
LESSONS = Dials(people=2, care=0.6, company=0.2, limit=3, build=2, watch=1.5)
PLACES = {
    (1, 0, 0, 0): 1449854849, (1, 0, 0, 7): 2490691819, (1, 1, 0, 0): 2892335534, (2, 0, 0, 0): 3862255427,
    (7, 999, 51, 4): 2050280707, (2026, 12, 1000, 2): 2198136092, (2**32 - 1, 2**32 - 1, 1001, 0): 2532782422,
}  # fmt: skip


def drawn(seed: int, run: int, week: int, stream: int) -> int:
    return int(luck(seed, np.array([run], np.uint32), week)[0, stream, 0])


def at_random(random: np.random.Generator) -> dict[str, float]:
    dials = {name: float(random.uniform(*ends)) for name, ends in Dials.RANGES.items()}
    return dials | {"people": float(random.integers(0, 5))}


def test_luck_is_what_other_languages_draw():
    assert {place: drawn(*place) for place in PLACES} == PLACES
    assert int(mix(np.array([1], np.uint32))[0]) == 1753845952


def test_no_card_comes_twice_and_every_card_comes():
    cards = deal(1, np.arange(2000, dtype=np.uint32))
    assert cards[:, :3].T.tolist() == [[8, 3, 5], [5, 6, 4], [5, 6, 8]]
    assert all(len(set(year)) == 3 for year in cards.T.tolist())
    assert set(cards.flat) == set(range(len(CARDS)))


def test_a_run_goes_the_same_way_alone_and_among_others():
    among = play(SHOP, LESSONS, seed=5, runs=50)
    alone = play(SHOP, LESSONS, seed=5, runs=[31])
    assert alone.score[0] == among.score[31]


@pytest.mark.parametrize("shop", [SHOP, HARDER], ids=["usual", "harder"])
def test_years_of_several_seeds_played_together_are_those_played_alone(shop):
    seeds, runs = [0, 1, 7, 7, 2**32 - 1], [0, 0, 0, 3, 2**32 - 1]
    together = play(shop, LESSONS, seeds, runs)
    for at, (seed, run) in enumerate(zip(seeds, runs, strict=True)):
        alone = play(shop, LESSONS, seed, [run])
        assert alone.score[0] == pytest.approx(together.score[at], rel=1e-12)  # one run is added up in another order
        assert alone.cards[:, 0].tolist() == together.cards[:, at].tolist()


def test_looking_ahead_leaves_the_firm_where_it_is():
    state = State(SHOP, 3, np.arange(4, dtype=np.uint32))
    quarter(state, LESSONS)
    before = {name: np.copy(value) for name, value in vars(state).items() if isinstance(value, np.ndarray)}
    assert ahead(state, 2, LESSONS, runs=20)["cash"].shape == (20,)
    assert all(np.array_equal(value, getattr(state, name)) for name, value in before.items()) and state.quarter == 1


def test_there_are_four_quarters():
    state = State(SHOP, 3, np.arange(1, dtype=np.uint32))
    for _ in range(4):
        quarter(state, LESSONS)
    with pytest.raises(ArgumentError, match="quarter is 5"):
        quarter(state, LESSONS)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (lambda: Dials(people=5), "people is 5"),
        (lambda: Dials(people=1.5), "people is 1.5"),
        (lambda: Dials(watch=[1, -1]), "watch is -1"),
        (lambda: Dials(care=np.nan), "care is nan"),
        (lambda: replace(SHOP, leave=1), "leave is 1"),
        (lambda: replace(SHOP, jobs=0), "jobs is 0"),
        (lambda: replace(SHOP, top=0.1), "top is 0.1"),
        (lambda: replace(SHOP, own=60), "own is 60"),
        (lambda: replace(SHOP, price=-1), "price is -1"),
        (lambda: play(SHOP, [LESSONS] * 3), "decisions is 3"),
        (lambda: play(SHOP, LESSONS, seed=-1), "seed is -1"),
        (lambda: play(SHOP, LESSONS, seed=[1, -1], runs=2), "seed is -1"),
        (lambda: play(SHOP, LESSONS, seed=[1, 2], runs=3), "seed is (2,)"),
        (lambda: play(SHOP, LESSONS, runs=0), "runs is 0"),
        (lambda: play(SHOP, LESSONS, cards=(9, 0, 1)), "cards is 9"),
        (lambda: play(SHOP, LESSONS, cards=(1, 2)), "cards is (2,)"),
    ],
)
def test_what_cannot_be_is_refused_by_name(wrong, named):
    with pytest.raises(ArgumentError) as refused:
        wrong()
    assert str(refused.value).startswith(named)


def test_nobody_is_short_of_news_in_a_year_without():
    assert play(SHOP, LESSONS, runs=3, cards=(CALM,) * 3).cards.tolist() == [[CALM] * 3] * 3


def test_figures_and_dials_at_random_give_nothing_that_cannot_be():
    random = np.random.default_rng(9)
    kept = ("week", "own", "top", "base")
    for _ in range(30):
        changed = {f.name: getattr(SHOP, f.name) * random.uniform(0.5, 1.5) for f in fields(SHOP) if f.name not in kept}
        changed |= {name: min(changed[name], 0.95) for name in ("leave", "look", "catch", "quit")}
        years = [Dials(**at_random(random)) for _ in range(4)]
        game = play(replace(SHOP, **changed), years, int(random.integers(1e6)), 100)
        assert all(np.isfinite(figures).all() for figures in (game.score, game.cash, game.hours, game.quality))
        assert game.hours.max() <= 168 and 0 <= game.quality.min() <= game.quality.max() <= 1


def test_in_a_harder_year_three_cards_come_that_hurt_the_dials_as_they_stand():
    game, usual = (play(replace(HARDER, harder=harder), LESSONS, seed=3, runs=400) for harder in (1, 0))
    assert all(len(set(year)) == 3 for year in game.cards.T.tolist())
    assert game.score.mean() < 0.8 * usual.score.mean()
    alone = play(HARDER, Dials(people=1), seed=3, runs=400).cards
    assert np.isin(alone[0], [CARDS.index("helper leaves"), CARDS.index("helper ill")]).mean() > 0.3


def test_cards_that_are_given_come_in_a_harder_year_too():
    assert play(HARDER, LESSONS, runs=3, cards=(0, CALM, 5)).cards.T.tolist() == [[0, CALM, 5]] * 3


def test_a_page_plays_the_same_years(tmp_path, full):
    """Whole numbers are identical, all else to 1e-9; and what a week earns is booked to the last cent."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node here: install it to compare the game in both languages")
    random = np.random.default_rng(7)
    years = [
        {
            "business": asdict(business), "seed": int(random.integers(0, 10**6)), "runs": 25 if full else 8,
            "dials": [at_random(random) for _ in range(4)],
        }
        for business in (SHOP, STUDIO, HARDER)
        for _ in range(9 if full else 1)
    ]  # fmt: skip
    given = tmp_path / "given.json"
    given.write_text(json.dumps({"places": [list(place) for place in PLACES], "years": years}))
    script = Path(__file__).with_name("twin.mjs")
    done = subprocess.run([node, script, PAGE.as_uri(), given], capture_output=True, text=True, check=True)
    theirs = json.loads(done.stdout)
    assert theirs["luck"] == list(PLACES.values())
    for year, runs in zip(years, theirs["years"], strict=True):
        business = Business(**year["business"])
        game = play(business, [Dials(**dials) for dials in year["dials"]], year["seed"], year["runs"])
        assert [run["cards"] for run in runs] == game.cards.T.tolist()
        np.testing.assert_allclose([run["score"] for run in runs], game.score, rtol=1e-9, atol=1e-9)
        for now, report in enumerate(game.quarters):
            page = [run["quarters"][now] for run in runs]
            assert max(abs(one["unbooked"]) for one in page) < 1e-9
            for name in sorted(report.keys() - {"path"}):
                exact = name in ("asked", "mistakes", "alive")
                theirs_now = [one[name] for one in page]
                np.testing.assert_allclose(
                    theirs_now, report[name], rtol=0 if exact else 1e-9, atol=0 if exact else 1e-9
                )
