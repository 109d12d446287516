"""How an explorer shows what its model finds, as data: a chart, a sentence, figures, a goal.

Words stand here once and are filled in two languages: by ``lessons.said`` for paper and in the page by
``player/said.js``. ``{turn}`` names what the model finds, what it is given, or a slider (with ``_`` for ``-``);
``{cost:about}`` says how it is written, and ``{turn|job|jobs}`` chooses the word that goes with a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from pydantic import Field, model_validator

from outsourcing_lessons.items.item import Record, Text

Role = Literal["regular", "stranger", "bench", "own", "machine"]


class Clause(Record):
    """A piece of what is said, where everything named in ``when`` holds: ``"turn, not alone"``.

    A result holds unless it is false or None.
    """

    text: Text
    when: str = ""


Said = tuple[Clause, ...]


class Dragged(Record):
    """What stands on the chart where two results say. Dragged along an axis, it moves the slider of that id."""

    x: str
    y: str
    drag_x: str = ""
    drag_y: str = ""

    def drags(self) -> dict[str, str]:
        """Return the sliders that it moves, by axis."""
        return {axis: slider for axis, slider in (("x", self.drag_x), ("y", self.drag_y)) if slider}


class Series(Dragged):
    """A line of the chart: the results that are its x and y, and whose line it is.

    Where it is the lower edge of a band, ``upto`` are the results of the upper one, and what lies between is shaded.
    """

    name: Text
    upto: str = ""
    role: Role = "regular"
    when: str = ""


class Point(Dragged):
    """A point to mark: x and y are names of results."""

    text: Said
    when: str = ""


class Value(Record):
    """A figure beside the chart."""

    label: Text
    value: Said


class Find(Record):
    """One of several things that a goal asks for: ``when`` names the results that hold once it is found."""

    when: Text
    said: Said


class Goal(Record):
    """Something to find: ``when`` names the results that hold once it is found, and ``then`` is what to find next.

    Where several things are to be found, in any order, ``finds`` are these, in place of ``when`` and ``said``; with
    ``enough`` so many of them are, else all. At one setting only one of them counts.
    """

    ask: Text
    when: str = ""
    said: Said = ()
    finds: tuple[Find, ...] = ()
    enough: int = Field(default=0, ge=0)
    then: Goal | None = None

    @model_validator(mode="after")
    def _is_found_in_one_way(self) -> Goal:
        if bool(self.finds) == bool(self.when or self.said) or (not self.finds and not (self.when and self.said)):
            raise ValueError(f"the goal “{self.ask}” needs either when and said, or finds, and not both")
        if len(self.finds) == 1:
            raise ValueError(f"the goal “{self.ask}” has one find; say it with when and said, or add another")
        most = len(self.finds)
        if self.enough and not 1 < self.enough <= most:
            raise ValueError(f"the goal “{self.ask}” has enough={self.enough}; allowed is 2 to {most}, its finds")
        return self

    def all_finds(self) -> tuple[Find, ...]:
        """Return what is to be found; one thing where the goal has no ``finds``."""
        return self.finds or (Find(when=self.when, said=self.said),)

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


class Move(Record):
    """What may be done in a turn, as its button says it; offered where the results that ``when`` names hold."""

    text: Text
    when: str = ""


class Turns(Record):
    """Turns that a learner plays one after another, in place of sliders.

    ``each`` is what a turn is called ("Monday"), ``meets`` says what stands before the learner in it, and ``happened``
    what came of the last move. The view's sentence says what they add up to. ``room`` names results that the upward
    axis has room for from the first, so that the chart stands still while it grows. ``on_paper`` is said in place of
    ``meets`` where nothing has been played, and may name no more than what holds whatever was done before.
    """

    each: Text
    count: int = Field(ge=2, le=24)
    meets: Said = Field(min_length=1)
    moves: tuple[Move, ...] = Field(min_length=2)
    happened: Said = Field(min_length=1)
    room: tuple[str, ...] = ()
    on_paper: Said = ()


class View(Record):
    """What is drawn and said of the results.

    Where ``money`` is true the upward axis is in the learner's currency, else in ``y_unit``. With ``turns`` the
    learner plays, and the chart has room for all of them from the first.
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
    turns: Turns | None = None


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
