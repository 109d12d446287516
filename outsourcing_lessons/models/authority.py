"""Who decides on paper, who knows and so decides in fact, and when a decision is better handed over.

Aghion and Tirole (1997) set formal authority, the right to decide, against real authority, which is with whoever knows.
More real authority raises the other's initiative and costs the owner control; overload shifts it. Of that paper we read
the abstract. What follows is our own small form of its idea, for teaching, and no result of the paper's:

- Whoever may decide does so where they know what is right. Where only the other knows, they follow the other. Where
  neither knows, somebody guesses.
- A helper who knows settles a share ``alike`` of the cases as an owner who knew would. That is what "well" means here.
- A helper finds out only as far as it will count: while the owner decides, the owner overrules the helper in a share
  ``owner_knows`` of the cases, and the helper's knowledge shrinks by that share. `initiative` says so.

So each way has a loss: an owner who keeps a decision pays in initiative, and one who hands it over pays in control.
"""

from __future__ import annotations

from numpy.typing import ArrayLike

from outsourcing_lessons.models.arguments import FloatOrArray, as_given, numbers


def initiative(helper_may_know: ArrayLike, owner_knows: ArrayLike, handed_over: ArrayLike = 0) -> FloatOrArray:
    """Return the share of cases in which the helper finds out what is right: ``may_know * (1 - overruled)``.

    Parameters
    ----------
    helper_may_know : number or array_like
        The share where the helper decides everything, in [0, 1].
    owner_knows : number or array_like
        Share of cases in which the owner finds out what is right, in [0, 1].
    handed_over : number or array_like
        Share of the cases that the helper decides without the owner, in [0, 1].

    Examples
    --------
    >>> initiative(helper_may_know=0.8, owner_knows=0.5, handed_over=[0, 1])
    array([0.4, 0.8])
    """
    overruled = numbers("owner_knows", owner_knows, 0, 1) * (1 - numbers("handed_over", handed_over, 0, 1))
    return as_given(numbers("helper_may_know", helper_may_know, 0, 1) * (1 - overruled))


def settled_well(
    owner_knows: ArrayLike,
    helper_may_know: ArrayLike,
    alike: ArrayLike,
    guess: ArrayLike = 0,
    handed_over: ArrayLike = 0,
) -> FloatOrArray:
    """Return the share of cases that are settled as an owner who knew all about them would settle them.

    With ``e`` the helper's `initiative`, a case that the owner decides is settled well with
    ``E + (1 - E) * (e * alike + (1 - e) * guess)``, and one that the helper decides with
    ``e * alike + (1 - e) * (E + (1 - E) * guess)``.

    Parameters
    ----------
    owner_knows, helper_may_know, handed_over : number or array_like
        As in `initiative`; the first is E, the smaller the fuller the owner's week.
    alike : number or array_like
        Share of cases that a helper who knows settles as the owner would, in [0, 1].
    guess : number or array_like
        Share of cases that come out right where nobody knows, in [0, 1].

    Examples
    --------
    An owner who gets to the bottom of every second case does better to hand over, if the helper would settle nine cases
    in ten alike:

    >>> settled_well(owner_knows=0.5, helper_may_know=0.8, alike=0.9, handed_over=[0, 1]).round(2)
    array([0.68, 0.82])
    """
    knows, shared = numbers("owner_knows", owner_knows, 0, 1), numbers("alike", alike, 0, 1)
    given, lucky = numbers("handed_over", handed_over, 0, 1), numbers("guess", guess, 0, 1)
    finds = initiative(helper_may_know, knows, given)
    kept = knows + (1 - knows) * (finds * shared + (1 - finds) * lucky)
    let_go = finds * shared + (1 - finds) * (knows + (1 - knows) * lucky)
    return as_given(given * let_go + (1 - given) * kept)


def breakeven_alike(owner_knows: ArrayLike, guess: ArrayLike = 0) -> FloatOrArray:
    """Return the share of cases to settle alike for handing over to be as good: ``(1 + (1 - E) g) / (2 - E)``.

    Where they are more alike than that, a decision is better with the helper, however much or little the helper knows.
    It is what `settled_well` gives the same for with all handed over as with nothing, and lies in [0.5, 1].

    Parameters
    ----------
    owner_knows, guess : number or array_like
        E and g, as in `settled_well`.

    Examples
    --------
    >>> breakeven_alike(owner_knows=[0, 0.5, 0.8, 1]).round(2)
    array([0.5 , 0.67, 0.83, 1.  ])
    """
    knows, lucky = numbers("owner_knows", owner_knows, 0, 1), numbers("guess", guess, 0, 1)
    return as_given((1 + (1 - knows) * lucky) / (2 - knows))
