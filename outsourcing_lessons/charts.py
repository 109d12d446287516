"""A model's result -> one chart -> SVG; the same drawing is shown live, in HTML and in the PDF.

A small writer of our own, since a plotting library takes longer than a slider may. Lines are named at their ends and
not in a legend, and told apart by dashes and thickness as well as colour. Text is drawn in ``currentColor``, everything
else in colours that show on white and on black, so that a chart needs no style sheet; one may recolour it by class:

ol-chart > ol-text (with ol-title or ol-muted), ol-grid, ol-axis, ol-line with ol-s1, ol-s2 or ol-s3 (stroke), ol-mark
(stroke)

The font is named once, on the root: Typst has no "sans-serif", so an exporter puts its own name there.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import combinations, pairwise

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.labels import LEADING, Box, apart, place_beside, width_of, wrap
from outsourcing_lessons.money import MINUS, plain, readable

WIDTH, HEIGHT, EDGE = 640, 360, 8
TITLE, TEXT = 18, 14  # px at full width
NAME_WIDTH, NAME_GAP, MARK_WIDTH = 128, 14, 170  # widest a line's name or a mark's text gets before it is broken
# Colour, thickness and dashes; the colours keep 4:1 against white and against #111.
STYLES = (("#1f77d0", 3.5, ""), ("#cc5a14", 2.5, "9 6"), ("#1b8a6b", 3, ".1 6"))
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1, ""))


@dataclass(frozen=True)
class Line:
    """One line of a chart: a name shown at its end, and its points.

    ``x`` and ``y`` are equally long sequences of finite numbers, ``x`` rising; arrays are taken too.
    """

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]

    def __post_init__(self):
        for axis in ("x", "y"):
            object.__setattr__(self, axis, tuple(map(float, getattr(self, axis))))
        if not self.x or len(self.x) != len(self.y) or not all(map(math.isfinite, self.x + self.y)):
            raise ContentError(f"line {self.name!r} needs as many finite y as x, and at least one")
        if any(b <= a for a, b in pairwise(self.x)):
            raise ContentError(f"the x of line {self.name!r} must rise")

    def at(self, x: float) -> float:
        """Return y at any x between the first and the last, on the straight line between two points."""
        for (x0, y0), (x1, y1) in pairwise(zip(self.x, self.y, strict=True)):
            if x0 <= x <= x1:
                return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
        return self.y[0]


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
    ticks.
    """

    title: str
    x_label: str
    y_label: str
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...] = ()
    y_prefix: str = ""
    y_unit: str = ""
    y_from_zero: bool = True

    def __post_init__(self):
        if not self.lines:
            raise ContentError(f"chart {self.title!r} has no lines")


def svg(chart: Chart) -> str:
    """Draw a chart as SVG, 640 by 360 and free to scale; without ids, so that a page may hold many.

    Examples
    --------
    >>> drawing = svg(Chart("Hours", "Job", "Hours", (Line("Regular", (1, 2, 4), (10, 8, 6.4)),)))
    >>> drawing[:5], drawing.count("<polyline")
    ('<svg ', 1)
    """
    plot = _Plot(chart)
    body = "".join([*_frame(plot), *_lines(chart, plot), *_names(chart, plot), *_marks(chart, plot)])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="ol-chart" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" font-size="{TEXT}" fill="none">{body}</svg>'
    )


def describe(chart: Chart) -> str:
    """Say in words and figures what a chart shows: where each line starts and ends, where lines cross, and the marks.

    Examples
    --------
    >>> up, down = Line("Newcomers", (1, 2, 3), (600, 1200, 1800)), Line("Regular", (1, 2, 3), (900, 1250, 1500))
    >>> print(describe(Chart("Total cost", "Jobs", "Cost", (up, down), y_prefix="£")).replace(". ", ".\\n"))
    Total cost.
    Upwards: Cost; to the right: Jobs.
    Newcomers: from £600 at 1 to £1,800 at 3.
    Regular: from £900 at 1 to £1,500 at 3.
    Newcomers and Regular cross between 2 and 3.
    """
    sentences = [chart.title, f"Upwards: {chart.y_label}; to the right: {chart.x_label}"]
    for line in chart.lines:
        first, last = (f"{_figure(line.y[i], chart)} at {plain(line.x[i], 2)}" for i in (0, -1))
        sentences.append(f"{line.name}: {first}" if len(line.x) == 1 else f"{line.name}: from {first} to {last}")
    for one, other in combinations(chart.lines, 2):
        if crossings := " and ".join(_crossings(one, other)):
            sentences.append(f"{one.name} and {other.name} cross {crossings}")
    sentences += [f"Marked: {mark.text}, {_figure(mark.y, chart)} at {plain(mark.x, 2)}" for mark in chart.marks]
    return " ".join(sentence if sentence[-1:] in ".?!" else sentence + "." for sentence in sentences)


def ticks(low: float, high: float, about: int = 5, whole: bool = False) -> list[float]:
    """Return round numbers, 1, 2 or 5 times a power of ten apart, from at or below ``low`` to at or above ``high``.

    Examples
    --------
    >>> ticks(0, 5600)
    [0.0, 1000.0, 2000.0, 3000.0, 4000.0, 5000.0, 6000.0]
    """
    size = max(abs(low), abs(high)) if max(abs(low), abs(high)) > 1e-9 else 1.0
    rough = (high - low if high - low > 1e-6 * size else size) / about
    power = 10.0 ** math.floor(math.log10(rough))
    factor = next(factor for factor, up_to in ((1, 1.3), (2, 3), (5, 7), (10, math.inf)) if rough <= up_to * power)
    step = max(factor * power, 1.0) if whole else factor * power
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [float(f"{n * step:.12g}") for n in range(first, max(last, first + 1) + 1)]


class _Plot:
    """Where things are: the bounds of the drawing area, the scales and their ticks."""

    def __init__(self, chart: Chart):
        xs, ys = ([v for thing in chart.lines for v in getattr(thing, axis)] for axis in "xy")
        xs, ys = xs + [mark.x for mark in chart.marks], ys + [mark.y for mark in chart.marks]
        self.x_low, self.x_high = (min(xs), max(xs)) if min(xs) < max(xs) else (min(xs) - 1, max(xs) + 1)
        self.x_ticks = _x_ticks(self.x_low, self.x_high, all(x == int(x) for line in chart.lines for x in line.x))
        self.y_ticks = ticks(min([0, *ys] if chart.y_from_zero else ys), max([0, *ys] if chart.y_from_zero else ys))
        self.y_texts = [_tick(value, chart, self.y_ticks) for value in self.y_ticks]
        self.title = wrap(chart.title, TITLE, WIDTH - 2 * EDGE)
        self.y_label = wrap(chart.y_label, TEXT, WIDTH - 2 * EDGE)
        self.x_label = wrap(chart.x_label, TEXT, WIDTH - 2 * EDGE)
        self.names = [wrap(line.name, TEXT, NAME_WIDTH) for line in chart.lines]
        self.top = EDGE + LEADING * (TITLE * len(self.title) + TEXT * len(self.y_label)) + 16
        self.bottom = HEIGHT - EDGE - LEADING * TEXT * (1 + len(self.x_label)) - 6
        self.left = EDGE + max(width_of(text, TEXT) for text in self.y_texts) + 12
        self.right = WIDTH - EDGE - NAME_GAP - max(width_of(row, TEXT) for name in self.names for row in name)

    def x(self, value: float) -> float:
        return self.left + (value - self.x_low) / (self.x_high - self.x_low) * (self.right - self.left)

    def y(self, value: float) -> float:
        low, high = self.y_ticks[0], self.y_ticks[-1]
        return self.bottom - (value - low) / (high - low) * (self.bottom - self.top)

    def points(self, line: Line) -> list[tuple[float, float]]:
        return [(self.x(x), self.y(y)) for x, y in zip(line.x, line.y, strict=True)]


def _frame(plot: _Plot) -> Iterator[str]:
    """Draw what stands still: title, labels, grid, axis and ticks."""
    bold = f'class="ol-text ol-title" font-size="{TITLE}" font-weight="700"'
    yield _text(EDGE, EDGE + TITLE * 0.9, plot.title, bold, TITLE)
    muted = 'class="ol-text ol-muted" fill-opacity=".8"'
    yield _text(EDGE, EDGE + LEADING * TITLE * len(plot.title) + TEXT * 0.9, plot.y_label, muted)
    middle = (plot.left + plot.right) / 2
    yield _text(middle, plot.bottom + 20 + LEADING * TEXT, plot.x_label, muted + ' text-anchor="middle"')
    rules = "".join(f"M{_n(plot.left)} {_n(plot.y(tick))}H{_n(plot.right)}" for tick in plot.y_ticks)
    yield f'<path class="ol-grid" d="{rules}" stroke="#8a9499" stroke-width=".6"/>'
    floor = plot.y(min(max(0, plot.y_ticks[0]), plot.y_ticks[-1]))
    axis = f"M{_n(plot.left)} {_n(floor)}H{_n(plot.right)}"
    axis += "".join(f"M{_n(plot.x(tick))} {_n(plot.bottom)}v5" for tick in plot.x_ticks)
    yield f'<path class="ol-axis" d="{axis}" stroke="#6c7a80"/>'
    yield f'<g {muted} fill="currentColor" text-anchor="end">'
    yield from (_label(plot.left - 12, plot.y(v) + 5, t) for v, t in zip(plot.y_ticks, plot.y_texts, strict=True))
    yield f'</g><g {muted} fill="currentColor" text-anchor="middle">'
    yield from (_label(plot.x(tick), plot.bottom + 20, plain(tick, 4)) for tick in plot.x_ticks)
    yield "</g>"


def _lines(chart: Chart, plot: _Plot) -> Iterator[str]:
    """Draw the lines, each with a dot at its end; dashes lie on the solid first line, so that none hides another."""
    for i, line in enumerate(chart.lines):
        colour, width, dashes = STYLES[i % len(STYLES)]
        series, points = f"ol-s{i % len(STYLES) + 1}", plot.points(line)
        path = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        yield (
            f'<polyline class="ol-line {series}" points="{path}" stroke="{colour}" stroke-width="{width}"{dashed} '
            'stroke-linecap="round" stroke-linejoin="round"/>'
        )
        x, y = points[-1]
        # a disc drawn by its stroke, so that whatever colours the line colours its end
        disc = f'cx="{_n(x)}" cy="{_n(y)}" r="2.3" stroke="{colour}" stroke-width="4.6"'
        yield f'<circle class="ol-line {series}" {disc}/>'


def _names(chart: Chart, plot: _Plot) -> Iterator[str]:
    """Write each line's name beside its end; names that would touch move apart, with a thin line to the end."""
    ends = [plot.points(line)[-1] for line in chart.lines]
    heights = [LEADING * TEXT * len(name) for name in plot.names]
    middles = apart([y for _, y in ends], heights, plot.top - TEXT, plot.bottom + TEXT)
    for name, (x, y), middle, height in zip(plot.names, ends, middles, heights, strict=True):
        if abs(middle - y) > TEXT / 2 or x < plot.right - 1:
            leader = f"M{_n(x + 6)} {_n(y)}L{_n(plot.right + NAME_GAP - 3)} {_n(middle)}"
            yield f'<path class="ol-axis" d="{leader}" stroke="#6c7a80"/>'
        first = middle - height / 2 + TEXT * 0.98
        yield _text(plot.right + NAME_GAP, first, name, 'class="ol-text" font-weight="600"')


def _marks(chart: Chart, plot: _Plot) -> Iterator[str]:
    """Ring each marked point and write its text where it covers least, with a thin line to it when that is far off."""
    taken = [Box(plot.x(mark.x), plot.y(mark.y), 0, 0).grown(8) for mark in chart.marks]
    paths = [plot.points(line) for line in chart.lines]
    paths = [[*points, (plot.right + NAME_GAP, points[-1][1])] for points in paths]  # on to its name
    area = Box(plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top)
    for mark in chart.marks:
        x, y, rows = plot.x(mark.x), plot.y(mark.y), wrap(mark.text, TEXT, MARK_WIDTH)
        size = max(width_of(row, TEXT) for row in rows), LEADING * TEXT * len(rows)
        box = place_beside(x, y, size, area, taken, paths)
        taken.append(box)
        near_x, near_y = box.nearest(x, y)
        if (far := math.dist((x, y), (near_x, near_y))) > 24:
            leader = f"M{_n(x + 8 * (near_x - x) / far)} {_n(y + 8 * (near_y - y) / far)}L{_n(near_x)} {_n(near_y)}"
            yield f'<path class="ol-axis" d="{leader}" stroke="#6c7a80"/>'
        yield f'<circle class="ol-mark" cx="{_n(x)}" cy="{_n(y)}" r="7" stroke="currentColor" stroke-width="2"/>'
        yield _text(box.left, box.top + TEXT * 0.98, rows, 'class="ol-text" font-weight="600"')


def _crossings(one: Line, other: Line) -> Iterator[str]:
    """Say where one line passes from one side of the other to its other side."""
    low, high = max(one.x[0], other.x[0]), min(one.x[-1], other.x[-1])
    before, side, meet = low, 0.0, []
    for x in sorted(x for x in {*one.x, *other.x} if low <= x <= high):
        if not (gap := one.at(x) - other.at(x)):
            meet.append(x)
            continue
        if side * gap < 0:
            yield f"at {plain(meet[0], 2)}" if len(meet) == 1 else f"between {plain(before, 2)} and {plain(x, 2)}"
        before, side, meet = x, gap, []


def _x_ticks(low: float, high: float, whole: bool) -> list[float]:
    """Return the round numbers between the ends, and whole ends themselves where they stand clear of them."""
    found = ticks(low, high, 6, whole)
    room = (found[1] - found[0]) * 0.5
    inside = [tick for tick in found if low <= tick <= high]
    first = [low] if whole and not (inside and inside[0] - low <= room) else []
    last = [high] if whole and inside and high - inside[-1] > room else []
    return first + inside + last


def _tick(value: float, chart: Chart, all_ticks: list[float]) -> str:
    size, unit = next((s for s in SCALES if max(map(abs, all_ticks)) >= s[0]), (1, ""))
    decimals = max(0, -math.floor(math.log10((all_ticks[1] - all_ticks[0]) / size) + 1e-9))
    return _signed(value, f"{abs(value) / size:,.{decimals}f}{unit}" if value else "0", chart)


def _figure(value: float, chart: Chart) -> str:
    rounded = readable(abs(value))
    cents = chart.y_prefix and rounded != int(rounded) and rounded < 100
    return _signed(value, f"{rounded:,.2f}" if cents else plain(rounded, 0 if rounded >= 100 else 2), chart)


def _signed(value: float, text: str, chart: Chart) -> str:
    return (MINUS if value < 0 else "") + chart.y_prefix + text + chart.y_unit


def _text(x: float, y: float, rows: list[str], attributes: str, size: float = TEXT) -> str:
    labels = "".join(_label(x, y + i * size * LEADING, row) for i, row in enumerate(rows))
    return f'<g fill="currentColor" {attributes}>{labels}</g>'


def _label(x: float, y: float, text: str) -> str:
    return f'<text x="{_n(x)}" y="{_n(y)}">{escape(NOT_XML.sub("", text))}</text>'


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
