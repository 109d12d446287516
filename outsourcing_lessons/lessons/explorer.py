"""How an explorer's template becomes a learner's explorer, and what it shows at any setting.

A template that names a *model* gives its page all that is needed to run without a kernel: ``model(givens, values)`` in
Python, of the same name in JavaScript beside it, and a `View` of what it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from outsourcing_lessons.blocks.block import Explorer, Frame, Readout, Scenario, Slider, Turned
from outsourcing_lessons.blocks.view import Clause, Computed, Turns, View
from outsourcing_lessons.charts.chart import Chart, Line, Mark, describe, narrow, svg
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.moves import counted, played, settings_of, so_far, stood
from outsourcing_lessons.lessons.said import Results, check, filled, holds, in_words
from outsourcing_lessons.lessons.twins import twin_of
from outsourcing_lessons.models.moves import made
from outsourcing_lessons.number_format import NEUTRAL, NumberFormat, in_force, localised

Values = dict[str, float]
Scenarios = tuple[tuple[str, Values], ...]  # a name, and the sliders that differ
Model = Callable[[dict[str, Any], Values], dict[str, Any]]
DIGITS = 12  # of a result; what lies beyond them differs between two ways to compute the same


@dataclass(frozen=True)
class PageModel:
    """A model that a page can run."""

    # (givens, values) -> numbers, booleans, None and sequences of numbers, by name. Its twin in JavaScript is the
    # function of the same name, written ``inCamelCase``, that the ``.js`` beside its module exports.
    model: Model
    view: View  # what is shown of them
    # (case) -> numbers and texts that the model and the view need, by name; as JSON has them.
    givens: Callable[[Case], dict[str, Any]] = lambda case: {}

    @cached_property
    def twin(self) -> tuple[Path, str]:
        """The file of the twin and the name that it exports; a ContentError where there is none."""
        return twin_of(self.model)

    def given(self, case: Case) -> dict[str, Any]:
        """Return what is given for a learner; worked out once for all settings."""
        return _given(self.givens, case, in_force())

    def results(self, givens: dict[str, Any], values: Values) -> dict[str, Any]:
        """Return all that may be named in the view: what is given, the sliders, and what the model finds."""
        sliders = {name.replace("-", "_"): value for name, value in values.items()}
        count = counted(self.view.turns, values) if self.view.turns else {}
        return {**givens, **sliders, **count, **_found(self.model, _Asked(repr((givens, values)), givens, values))}

    def play(self, place: str, case: Case, values: Values) -> tuple[Turned, ...]:
        """Return a play turn by turn."""
        turns, givens = self.seen.turns, self.given(case)
        if turns is None:
            return ()
        stands = [stood(turns, self.results(givens, some), case.prefix, place) for some in so_far(values)]
        return played(made(values), stands, place)

    @property
    def seen(self) -> View:
        """The view, the numbers in its words written in the format in force."""
        return self.view if in_force() is NEUTRAL else View.model_validate(_localised(self.view.model_dump()))


@dataclass(frozen=True)
class _Asked:
    """What a model is asked, which is plain data and so known by its text."""

    text: str
    givens: dict[str, Any] = field(compare=False)
    values: Values = field(compare=False)


@lru_cache(64)  # one explorer asks for the same more than once: where it starts, and each turn of its play
def _found(model: Model, asked: _Asked) -> dict[str, Any]:
    return {name: settled(one) for name, one in model(asked.givens, asked.values).items()}


@dataclass(frozen=True)
class ExplorerTemplate:
    """Sliders (for a case), named settings, and the picture at any setting.

    ``scenarios`` gives (label, {slider id: value}) pairs; sliders not named keep their starting value. An explorer that
    is played in turns needs no sliders, and `moves.one_play` gives its scenarios. The question may name what the model
    is given.
    ``formerly`` is an id it once had: what learners kept under that is still theirs, and their notebooks may still ask
    for it so.
    """

    id: str
    title: str
    question: str
    scenarios: Callable[[Case], Scenarios]
    page: PageModel
    sliders: Callable[[Case], tuple[Slider, ...]] = None  # type: ignore[assignment]  # the moves, where it is played
    formerly: str = ""

    def __post_init__(self) -> None:
        if self.sliders is None:
            if self.turns is None:
                raise ContentError(f"{self.id} has neither sliders nor turns; give it one")
            moves = settings_of(self.turns)
            object.__setattr__(self, "sliders", lambda case: moves)

    @property
    def turns(self) -> Turns | None:
        """The turns in which it is played, if it is."""
        return self.page.view.turns

    def frame(self, case: Case, values: Values, drawn: bool = True) -> Frame:
        """Return what is shown at a setting; in words and figures alone, where it is not to be drawn."""
        results = self.page.results(self.page.given(case), values)
        return frame_of(self.page.seen, results, case.prefix, self.id, drawn)

    def explorer(self, case: Case) -> Explorer:
        """Return the block; of what a page draws itself, only the scenario that stands on paper is drawn."""
        sliders = self.sliders(case)
        start = {slider.id: slider.value for slider in sliders}
        settings = [(label, start | values) for label, values in self.scenarios(case)]
        computed = self.computed(case, settings[0][1])
        check_drags(self.page.view, tuple(start), self.id)
        drawn = len(settings) - 1 if self.turns else 0
        scenarios = tuple(
            Scenario(label=label, values=values, frame=self.frame(case, values, place == drawn))
            for place, (label, values) in enumerate(settings)
        )
        question = filled(self.question, self.page.given(case), case.prefix, self.id)
        return Explorer(
            id=self.id, title=self.title, question=question, sliders=sliders, scenarios=scenarios,
            computed=computed, play=self.page.play(self.id, case, settings[-1][1]),
        )  # fmt: skip

    def computed(self, case: Case, start: Values) -> Computed:
        """Return what a page needs to run it; its words are checked against what is found at the start."""
        givens, view = self.page.given(case), self.page.seen
        results = {**self.page.results(givens, start), "guess": "what was typed"}
        for place, clause in clauses_of(view):
            check(clause.text, clause.when, results, f"{self.id}, {place}")
        return Computed(givens=givens, prefix=case.prefix, view=view)


@lru_cache(maxsize=4)
def _given(givens: Callable[[Case], dict[str, Any]], case: Case, form: NumberFormat) -> dict[str, Any]:
    """Return what is given; texts among it are written in the format that is in force."""
    return givens(case)


def _localised(data: Any) -> Any:
    if isinstance(data, dict):
        return {name: _localised(value) for name, value in data.items()}
    if isinstance(data, list | tuple):
        return tuple(map(_localised, data))
    return localised(data) if isinstance(data, str) else data


def settled(result: Any) -> Any:
    """Return a result in as many digits as two ways to compute it agree on; of sequences each number.

    Examples
    --------
    >>> settled([0.1 + 0.2, 1 / 3]), settled(None), settled(True)
    ((0.3, 0.333333333333), None, True)
    """
    if result is None or isinstance(result, bool | int | str):
        return result
    if hasattr(result, "tolist"):
        result = result.tolist()
    return float(f"{result:.{DIGITS}g}") if isinstance(result, float) else tuple(map(settled, result))


def frame_of(view: View, results: Results, prefix: str, place: str, drawn: bool = True) -> Frame:
    """Return the words and the figures of a view, and the picture unless it is not to be drawn."""
    chart = chart_of(view, results, prefix, place)

    def said(clauses: tuple[Clause, ...], where: str) -> str:
        return in_words(clauses, results, prefix, f"{place}, {where}")

    return Frame(
        svg=svg(chart) if drawn else "",
        narrow=narrow(chart) if drawn else "",
        alt=describe(chart),
        sentence=said(view.sentence, "sentence"),
        readouts=tuple(
            Readout(label=filled(one.label, results, prefix, place), value=said(one.value, f"readout “{one.label}”"))
            for one in view.readouts
        ),
    )


def chart_of(view: View, results: Results, prefix: str, place: str) -> Chart:
    """Return the chart of a view, with the lines and marks that are there at this setting."""

    def text(template: str) -> str:
        return filled(template, results, prefix, f"{place}, chart")

    return Chart(
        title=text(view.title),
        x_label=text(view.x_label),
        y_label=text(view.y_label),
        lines=tuple(
            Line(text(one.name), results[one.x], results[one.y], results[one.upto] if one.upto else ())
            for one in view.series
            if holds(one.when, results, place)
        ),
        marks=tuple(
            Mark(results[one.x], results[one.y], in_words(one.text, results, prefix, f"{place}, mark"))
            for one in view.marks
            if holds(one.when, results, place)
        ),
        y_prefix=prefix if view.money else "",
        y_unit=view.y_unit,
        y_from_zero=view.y_from_zero,
        x_to=view.turns.count if view.turns else None,
        y_room=tuple(results[name] for name in view.turns.room) if view.turns else (),
    )


def check_drags(view: View, sliders: tuple[str, ...], place: str) -> None:
    """Raise a ContentError where something on the chart is to move a slider that is not there."""
    for one in (*view.series, *view.marks):
        for axis, slider in one.drags().items():
            if slider not in sliders:
                raise ContentError(
                    f"{place}: what shows {one.y} on the chart has drag_{axis}={slider!r}; "
                    f"the sliders are {', '.join(sliders)}"
                )


def clauses_of(view: View) -> Iterator[tuple[str, Clause]]:
    """Yield every text of a view with its condition, and where it stands."""
    for name in ("title", "x_label", "y_label"):
        yield name, Clause(text=getattr(view, name))
    for line in view.series:
        yield f"series “{line.name}”", Clause(text=line.name, when=f"{line.x}, {line.y}, {line.upto}, {line.when}")
    for mark in view.marks:
        needed = f"{mark.x}, {mark.y}, {mark.when}"
        yield from ((f"mark of {mark.y}", Clause(text=one.text, when=f"{needed}, {one.when}")) for one in mark.text)
    yield from (("sentence", one) for one in view.sentence)
    for value in view.readouts:
        yield f"readout “{value.label}”", Clause(text=value.label)
        yield from ((f"readout “{value.label}”", one) for one in value.value)
    for goal in view.goal.chain() if view.goal else ():
        yield "goal", Clause(text=goal.ask)
        for find in goal.all_finds():
            yield from (("goal", Clause(text=one.text, when=f"{find.when}, {one.when}")) for one in find.said)
    if view.prediction:
        yield "prediction", Clause(text=view.prediction.text)
    if view.turns:
        yield "room", Clause(text="room", when=", ".join(view.turns.room))
        yield from (("meets", one) for one in (*view.turns.meets, *view.turns.on_paper))
        yield from (("happened", one) for one in view.turns.happened)
        yield from (("move", Clause(text=one.text, when=one.when)) for one in view.turns.moves)
