"""How an explorer shows what its model finds, as data: a chart, a sentence, figures, a goal.

Words stand here once and are filled in two languages: by ``lessons.said`` for paper and in the page by
``player/said.js``. ``{turn}`` names what the model finds, what it is given, or a slider (with ``_`` for ``-``);
``{cost:about}`` says how it is written, and ``{turn|job|jobs}`` chooses the word that goes with a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field

from outsourcing_lessons.items.item import Record, Text

Role = Literal["regular", "stranger", "bench", "own", "machine"]


class Clause(Record):
    """A piece of what is said, where everything named in ``when`` holds: ``"turn, not alone"``.

    A result holds unless it is false or None.
    """

    text: Text
    when: str = ""


Said = tuple[Clause, ...]


class Series(Record):
    """A line of the chart: the results that are its x and y, and whose line it is.

    Where it is the lower edge of a band, ``upto`` are the results of the upper one, and what lies between is shaded.
    """

    name: Text
    x: str
    y: str
    upto: str = ""
    role: Role = "regular"
    when: str = ""


class Point(Record):
    """A point to mark: x and y are names of results."""

    x: str
    y: str
    text: Said
    when: str = ""


class Value(Record):
    """A figure beside the chart."""

    label: Text
    value: Said


class Goal(Record):
    """Something to find: ``when`` names the results that hold once it is found, and ``then`` is what to find next."""

    ask: Text
    when: Text
    said: Said
    then: Goal | None = None

    def chain(self) -> Iterator[Goal]:
        """Yield this goal and those after it, in order."""
        goal: Goal | None = self
        while goal:
            yield goal
            goal = goal.then


class Prediction(Record):
    """Where the learner's own prediction lies on the chart: on which axis, how often its value, what it is called."""

    axis: Literal["x", "y"]
    times: float = 1
    text: Text = "your guess: {guess}"


class View(Record):
    """What is drawn and said of the results.

    Where ``money`` is true the upward axis is in the learner's currency, else in ``y_unit``.
    """

    title: Text
    x_label: Text
    y_label: Text
    series: tuple[Series, ...] = Field(min_length=1)
    sentence: Said = Field(min_length=1)
    marks: tuple[Point, ...] = ()
    readouts: tuple[Value, ...] = ()
    money: bool = False
    y_unit: str = ""
    y_from_zero: bool = True
    goal: Goal | None = None
    prediction: Prediction | None = None


class Computed(Record):
    """What a page needs to run an explorer itself, beside its model: what the model is given, and the view.

    ``prefix`` stands before an amount of money.
    """

    givens: dict[str, Any]
    prefix: str
    view: View


def say(*clauses: str | tuple[str, str]) -> Said:
    """Return what is said, from texts and from (when, text).

    Examples
    --------
    >>> [clause.when for clause in say("Always. ", ("turn", "From job {turn} on."))]
    ['', 'turn']
    """
    pairs = (("", clause) if isinstance(clause, str) else clause for clause in clauses)
    return tuple(Clause(when=when, text=text) for when, text in pairs)
