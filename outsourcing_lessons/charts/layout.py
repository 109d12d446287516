"""A chart as plain data, and where each thing of it stands on a wide sheet or a narrow one."""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from outsourcing_lessons.charts.labels import LEADING, width_of, wrap
from outsourcing_lessons.charts.scales import tick_text, ticks, ticks_inside
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.money import plain

WIDTH, HEIGHT, EDGE = 640, 360, 8
NARROW_WIDTH, NARROW_PLOT = 300, 190  # the height of a narrow drawing depends on its texts
TEXT = 14  # px at full width
NAME_WIDTH, NAME_GAP = 128, 14  # widest a line's name gets before it is broken, and its distance from the line
SAMPLE = 34  # a piece of a line, before its name


@dataclass(frozen=True)
class Line:
    """One line of a chart: a name shown at its end, and its points.

    ``x`` and ``y`` are equally long sequences of finite numbers, ``x`` rising; arrays are taken too. Between the line
    and ``upto``, the same again where there is any, the chart is shaded.
    """

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    upto: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        for axis in ("x", "y", "upto"):
            object.__setattr__(self, axis, tuple(map(float, getattr(self, axis))))
        if self.upto and (len(self.upto) != len(self.x) or not all(map(math.isfinite, self.upto))):
            raise ContentError(f"line {self.name!r} needs as many finite upto as x, or none")
        if not self.x or len(self.x) != len(self.y) or not all(map(math.isfinite, self.x + self.y)):
            raise ContentError(f"line {self.name!r} needs as many finite y as x, and at least one")
        if any(b <= a for a, b in pairwise(self.x)):
            raise ContentError(f"the x of line {self.name!r} must rise")

    def at(self, x: float) -> float:
        """Return y at any x between the first and the last, on the straight line between two points."""
        if len(self.x) == 1 or not self.x[0] <= x <= self.x[-1]:
            return self.y[0]
        after = max(1, bisect_left(self.x, x))
        (x0, x1), (y0, y1) = (axis[after - 1 : after + 1] for axis in (self.x, self.y))
        return y0 + (y1 - y0) * (x - x0) / (x1 - x0)


@dataclass(frozen=True)
class Mark:
    """A point worth pointing at, with a few words beside it."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Chart:
    """Lines over one horizontal axis.

    ``x_label`` and ``y_label`` carry the unit; ``y_prefix`` (a currency symbol) and ``y_unit`` (``" %"``) go on the
    ticks. There is room up to ``x_to``, and for the values in ``y_room``, however far the lines go.
    """

    title: str
    x_label: str
    y_label: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()
    y_prefix: str = ""
    y_unit: str = ""
    y_from_zero: bool = True
    x_to: float | None = None
    y_room: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if not self.lines:
            raise ContentError(f"chart {self.title!r} has no lines")


class Plot:
    """Where things are: the bounds of the drawing area, the scales and their ticks."""

    width, title_size, mark_width, x_about = WIDTH, 18, 170, 6
    x_low: float
    x_high: float

    def __init__(self, chart: Chart):
        xs, ys = ([v for thing in chart.lines for v in getattr(thing, axis)] for axis in "xy")
        ys += [v for line in chart.lines for v in line.upto]
        xs, ys = xs + [mark.x for mark in chart.marks], ys + [mark.y for mark in chart.marks]
        xs, ys = xs + ([] if chart.x_to is None else [chart.x_to]), [*ys, *chart.y_room]
        self.x_low, self.x_high = (min(xs), max(xs)) if min(xs) < max(xs) else (min(xs) - 1, max(xs) + 1)
        whole = all(x == int(x) for line in chart.lines for x in line.x)
        self.x_ticks = ticks_inside(self.x_low, self.x_high, whole, self.x_about)
        self.y_ticks = ticks(min([0, *ys] if chart.y_from_zero else ys), max([0, *ys] if chart.y_from_zero else ys))
        self.y_texts = [tick_text(value, chart.y_prefix, chart.y_unit, self.y_ticks) for value in self.y_ticks]
        room = self.width - 2 * EDGE
        self.title = wrap(chart.title, self.title_size, room)
        self.y_label, self.x_label = wrap(chart.y_label, TEXT, room), wrap(chart.x_label, TEXT, room)
        self.head = EDGE + LEADING * self.title_size * len(self.title)
        self.left = EDGE + max(width_of(text, TEXT) for text in self.y_texts) + 12
        self.place(chart)
        while len(self.x_ticks) > 2 and self._touching():
            self.x_ticks = self.x_ticks[::2]

    def _touching(self) -> bool:
        halves = [(self.x(tick), width_of(plain(tick, 4), TEXT) / 2) for tick in self.x_ticks]
        return any(b - half_b - a - half_a < 4 for (a, half_a), (b, half_b) in pairwise(halves))

    def place(self, chart: Chart) -> None:
        """Leave room for the names beside the lines."""
        self.names = [wrap(line.name, TEXT, NAME_WIDTH) for line in chart.lines]
        self.label = self.head
        self.top = self.head + LEADING * TEXT * len(self.y_label) + 16
        self.bottom = HEIGHT - EDGE - LEADING * TEXT * (1 + len(self.x_label)) - 6
        self.right = WIDTH - EDGE - NAME_GAP - max(width_of(row, TEXT) for name in self.names for row in name)
        self.to_names = NAME_GAP

    def x(self, value: float) -> float:
        return self.left + (value - self.x_low) / (self.x_high - self.x_low) * (self.right - self.left)

    def y(self, value: float) -> float:
        low, high = self.y_ticks[0], self.y_ticks[-1]
        return self.bottom - (value - low) / (high - low) * (self.bottom - self.top)

    def points(self, line: Line) -> list[tuple[float, float]]:
        return [(self.x(x), self.y(y)) for x, y in zip(line.x, line.y, strict=True)]


class NarrowPlot(Plot):
    """The same on a narrow sheet: names in rows under the title, the plot under them over the whole width."""

    width, title_size, mark_width, x_about = NARROW_WIDTH, 16, 120, 4

    def place(self, chart: Chart) -> None:
        room = NARROW_WIDTH - 2 * EDGE - SAMPLE
        self.names = [wrap(line.name, TEXT, room) for line in chart.lines]
        self.label = self.head + LEADING * TEXT * sum(map(len, self.names)) + 8
        self.top = self.label + LEADING * TEXT * len(self.y_label) + 16
        self.bottom = self.top + NARROW_PLOT
        self.right = NARROW_WIDTH - EDGE - 10
        self.height = self.bottom + 6 + LEADING * TEXT * (1 + len(self.x_label)) + EDGE
        self.to_names = 0
