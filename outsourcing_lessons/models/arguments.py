"""What every model does with its arguments: read them as numbers, or say what is wrong with them."""

from __future__ import annotations

from typing import Any, TypeAlias, TypeGuard

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.errors import ArgumentError

# A float where every argument was a single number, else an array. Which it is no type says: numpy has Any there too.
FloatOrArray: TypeAlias = Any

_LARGE = 1e300  # a whole number beyond may be none that a float can be
MOST_JOBS = 1_000_000  # more than any stream of jobs has, few enough to add up in memory


def numbers(
    name: str, value: ArrayLike, low: float = 0, high: float = np.inf, *, above: bool = False, below: bool = False
) -> np.ndarray:
    """Return a number, or an array of them, as floats within bounds.

    Parameters
    ----------
    name : str
        The argument's name, for the error.
    value : number or array_like
        What was given. Text, true and false are no numbers; nor are NaN and infinity.
    low, high : float
        The bounds; both are allowed by default.
    above, below : bool
        Leave out ``low`` or ``high`` itself.

    Returns
    -------
    numpy.ndarray
        Of dtype float; a single number gives an array without dimensions.

    Raises
    ------
    ArgumentError
        With the first value that is not allowed.

    Examples
    --------
    >>> numbers("rate", 0.8, 0, 1, above=True)
    array(0.8)
    >>> numbers("rate", [0.8, 1.2], 0, 1, above=True)
    Traceback (most recent call last):
    outsourcing_lessons.errors.ArgumentError: rate is 1.2; allowed: a number above 0, up to 1
    """
    if _is_plain(value) and _within(value, low, high, above, below):
        return np.array(value, dtype=float)  # what most arguments are, in a fiftieth of the time
    allowed = "a number" + _bounds(low, high, above, below)
    array = _numeric(name, value, allowed)
    refuse_unless(np.isfinite(array) & _within(array, low, high, above, below), name, array, allowed)
    return array.astype(float)


def _is_plain(value: Any) -> TypeGuard[float]:
    """Say whether a value is a Python number that surely is a float's, too."""
    return type(value) in (float, int) and abs(value) < _LARGE


def _within(value: Any, low: float, high: float, above: bool, below: bool) -> Any:
    return (value > low if above else value >= low) & (value < high if below else value <= high)


def whole_numbers(name: str, value: ArrayLike, low: int = 1, high: int = MOST_JOBS) -> np.ndarray:
    """Return a whole number, or an array of them, as integers from ``low`` to ``high``.

    A float without a fraction counts as whole, since sliders give such.

    Examples
    --------
    >>> whole_numbers("providers", 3.0)
    array(3)
    >>> whole_numbers("providers", 2.5)
    Traceback (most recent call last):
    outsourcing_lessons.errors.ArgumentError: providers is 2.5; allowed: a whole number from 1 to 1,000,000
    """
    if _is_plain(value) and low <= value <= high and value == int(value):
        return np.array(int(value))
    allowed = f"a whole number from {low:,} to {high:,}"
    array = _numeric(name, value, allowed)
    refuse_unless(np.isfinite(array) & (array >= low) & (array <= high), name, array, allowed)
    refuse_unless(array == np.floor(array), name, array, allowed)
    return array.astype(int)


def one_number(name: str, value: ArrayLike, *bounds: float, **edges: bool) -> float:
    """Return a single number within the bounds of `numbers`; an array is refused."""
    if np.ndim(value):
        raise ArgumentError(name, value, "a single number")
    return float(numbers(name, value, *bounds, **edges))


def one_whole_number(name: str, value: ArrayLike, *bounds: int) -> int:
    """Return a single whole number within the bounds of `whole_numbers`; an array is refused."""
    if np.ndim(value):
        raise ArgumentError(name, value, "a single whole number")
    return int(whole_numbers(name, value, *bounds))


def as_given(result: np.ndarray) -> FloatOrArray:
    """Return a plain float where every argument was a single number, else the array."""
    return result if np.ndim(result) else float(result)


def _bounds(low: float, high: float, above: bool, below: bool) -> str:
    if np.isinf(low) and np.isinf(high):
        return ""
    if np.isinf(high):
        return f" above {low:,g}" if above else f" of {low:,g} or more"
    if above or below:
        return f" {'above' if above else 'from'} {low:,g}, {'below' if below else 'up to'} {high:,g}"
    return f" from {low:,g} to {high:,g}"


def _numeric(name: str, value: ArrayLike, allowed: str) -> np.ndarray:
    try:
        array = np.asarray(value)
    except ValueError:  # lists of unequal length
        raise ArgumentError(name, value, allowed) from None
    if array.dtype.kind not in "iuf":
        raise ArgumentError(name, value, allowed)
    return array


def refuse_unless(good: np.ndarray, name: str, array: np.ndarray, allowed: str) -> None:
    """Raise ArgumentError with the first value that is not good."""
    if not np.all(good):
        raise ArgumentError(name, array[~good].flat[0].item(), allowed)
