"""Who knows and who decides: by hand, by counting cases, and in both languages."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.authority import breakeven_alike, initiative, settled_well
from outsourcing_lessons.player.modules import FOLDER
from tests.javascript import evaluated

shares = st.floats(0, 1)


def test_worked_out_by_hand():
    """An owner who knows half; a helper who would know 8 in 10 and settles 9 in 10 alike; nobody guesses right.

    Kept: the helper finds out .8 x .5 = .4, so .5 + .5 x .4 x .9 = .68. Handed over: .8 x .9 + .2 x .5 = .82. Half of
    the cases handed over: the helper finds out .8 x .75 = .6; kept ones .5 + .5 x .6 x .9 = .77, the others
    .6 x .9 + .4 x .5 = .74, on average .755.
    """
    assert settled_well(0.5, 0.8, 0.9, handed_over=[0, 1, 0.5]) == pytest.approx([0.68, 0.82, 0.755])


def test_a_guess_counts_where_nobody_knows():
    """Kept: .5 + .5 x (.4 x .9 + .6 x .5) = .83. Handed over: .72 + .2 x (.5 + .5 x .5) = .87."""
    assert settled_well(0.5, 0.8, 0.9, guess=0.5, handed_over=[0, 1]) == pytest.approx([0.83, 0.87])


def counted(owner, helper, alike, guess, helper_decides):
    """Add up every case there is: who of the two knows, whether they agree, whether a guess would be right."""
    total = 0.0
    for owner_sees, helper_sees, same, lucky in itertools.product((True, False), repeat=4):
        chance = np.prod(
            [share if so else 1 - share
             for share, so in zip((owner, helper, alike, guess), (owner_sees, helper_sees, same, lucky), strict=True)]
        )  # fmt: skip
        first, second = ((helper_sees, same), (owner_sees, True))[:: 1 if helper_decides else -1]
        total += chance * (first[1] if first[0] else second[1] if second[0] else lucky)
    return total


@given(shares, shares, shares, shares)
def test_counting_the_cases_gives_the_same(owner, helper, alike, guess):
    for helper_decides in (False, True):
        finds = initiative(helper, owner, float(helper_decides))
        assert settled_well(owner, helper, alike, guess, float(helper_decides)) == pytest.approx(
            counted(owner, finds, alike, guess, helper_decides)
        )


@given(shares, shares, st.floats(0.05, 1))
def test_at_the_point_of_balance_it_is_the_same_who_decides(owner, guess, helper):
    alike = breakeven_alike(owner, guess)
    assert 0.5 <= alike <= 1
    kept, let_go = settled_well(owner, helper, alike, guess, [0, 1])
    assert kept == pytest.approx(let_go)
    if alike < 0.99 and owner > 0.01:
        kept, let_go = settled_well(owner, helper, min(alike + 0.01, 1), guess, [0, 1])
        assert let_go > kept


def test_who_knows_everything_keeps_it_and_who_knows_nothing_lets_go():
    assert breakeven_alike([0, 0.5, 1]) == pytest.approx([1 / 2, 2 / 3, 1])
    assert settled_well(1, 0.8, 0.9, handed_over=0) == 1
    assert settled_well(0, 0.8, 0.9, handed_over=1) == pytest.approx(0.72)


@given(shares, shares)
def test_the_more_is_handed_over_the_more_the_helper_finds_out(helper, owner):
    found = initiative(helper, owner, np.linspace(0, 1, 5))
    assert (np.diff(found) >= -1e-12).all() and found[-1] == pytest.approx(helper)


def test_a_page_finds_the_same():
    given_shares = [[0.5, 0.8, 0.9, 0, 0], [0.5, 0.8, 0.9, 0.3, 1], [0.1, 0.95, 0.7, 0.5, 0.6], [1, 0.2, 0, 1, 0.25]]
    script = (FOLDER / "models" / "authority.js").read_text(encoding="utf-8").replace("export ", "")
    theirs = evaluated(script, "data.map((shares) => settledWell(...shares))", given_shares)
    assert theirs == pytest.approx([settled_well(*one) for one in given_shares])


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: settled_well(1.1, 0.5, 0.5), "owner_knows"),
        (lambda: settled_well(0.5, -0.1, 0.5), "helper_may_know"),
        (lambda: settled_well(0.5, 0.5, 2), "alike"),
        (lambda: settled_well(0.5, 0.5, 0.5, guess=-1), "guess"),
        (lambda: settled_well(0.5, 0.5, 0.5, handed_over=[0, 1.5]), "handed_over"),
        (lambda: initiative("all", 0.5), "helper_may_know"),
        (lambda: breakeven_alike(2), "owner_knows"),
    ],
)
def test_impossible_input_is_named(call, name):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.name == name
