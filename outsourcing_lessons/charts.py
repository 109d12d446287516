"""A model's result -> one chart -> SVG; the same drawing is shown live, in HTML and in the PDF.

stub: to be written
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One line of a chart: a name shown at its end, and its points.

    ``x`` and ``y`` are equally long sequences of numbers; ``dashed`` and the order in the chart tell lines apart without
    colour.
    """

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]


@dataclass(frozen=True)
class Mark:
    """A point worth pointing at, with a few words beside it."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Chart:
    """Lines over one horizontal axis.

    ``x_label`` and ``y_label`` carry the unit; ``y_prefix`` (a currency symbol) and ``y_unit`` (``" %"``) go on the ticks.
    """

    title: str
    x_label: str
    y_label: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()
    y_prefix: str = ""
    y_unit: str = ""
    y_from_zero: bool = True


def svg(chart: Chart) -> str:
    """Draw a chart."""
    raise NotImplementedError
