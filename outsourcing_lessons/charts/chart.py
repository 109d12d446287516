"""A model's result -> one chart -> SVG; the same drawing is shown live, in HTML and in the PDF.

There are two drawings of a chart. The wide one is for paper and desks. The narrow one, for phones, is as wide as a
phone, so that its texts are as large there; its lines are named above it and not at their ends. A page shows the one
that fits.

A small writer of our own, since a plotting library takes longer than a slider may. Lines are told apart by dashes and
thickness as well as colour. Text is drawn in ``currentColor``, everything else in colours that show on white and on
black, so that a chart needs no style sheet; one may recolour it by class:

ol-chart > ol-text (with ol-title or ol-muted), ol-grid, ol-axis, ol-line with ol-s1, ol-s2 or ol-s3 (stroke), ol-mark
(stroke)

The font is named once, on the root: Typst has no "sans-serif", so an exporter puts its own name there.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import combinations

from outsourcing_lessons.characters import legal
from outsourcing_lessons.charts.labels import LEADING, Box, apart, place_beside, width_of, wrap
from outsourcing_lessons.charts.layout import (
    EDGE,
    HEIGHT,
    NAME_GAP,
    NARROW_WIDTH,
    SAMPLE,
    TEXT,
    WIDTH,
    Chart,
    Line,
    Mark,
    NarrowPlot,
    Plot,
)
from outsourcing_lessons.charts.scales import amount
from outsourcing_lessons.money import plain, readable

__all__ = ["Chart", "Line", "Mark", "describe", "figure", "narrow", "svg"]

# Colour, thickness and dashes; the colours keep 4:1 against white and against #111.
STYLES = (("#1f77d0", 3.5, ""), ("#cc5a14", 2.5, "9 6"), ("#1b8a6b", 3, ".1 6"))


def svg(chart: Chart) -> str:
    """Draw a chart as SVG, 640 by 360 and free to scale; without ids, so that a page may hold many.

    Examples
    --------
    >>> drawing = svg(Chart("Hours", "Job", "Hours", (Line("Regular", (1, 2, 4), (10, 8, 6.4)),)))
    >>> drawing[:5], drawing.count("<polyline")
    ('<svg ', 1)
    """
    plot = Plot(chart)
    body = "".join([*_frame(plot), *_lines(chart, plot), *_names(chart, plot), *_marks(chart, plot)])
    return _drawing(body, "ol-chart", WIDTH, HEIGHT)


def narrow(chart: Chart) -> str:
    """Draw a chart for a phone, 300 wide. It shows itself only where a style sheet says so, in place of the wide one.

    Examples
    --------
    >>> narrow(Chart("Hours", "Job", "Hours", (Line("Regular", (1, 2, 4), (10, 8, 6.4)),)))[-6:]
    '</svg>'
    """
    plot = NarrowPlot(chart)
    body = "".join([*_frame(plot), *_lines(chart, plot), *_legend(plot), *_marks(chart, plot)])
    return _drawing(body, 'ol-chart ol-narrow" display="none', NARROW_WIDTH, math.ceil(plot.height))


def figure(chart: Chart) -> str:
    """Return both drawings as one figure of HTML, with what they show in words."""
    return f'<figure role="img" aria-label="{escape(describe(chart))}">{svg(chart)}{narrow(chart)}</figure>'


def _drawing(body: str, css: str, width: int, height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{css}" viewBox="0 0 {width} {height}" '
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
        first, last = (f"{_figure(line.y[i], chart)} at {_place(line.x[i])}" for i in (0, -1))
        sentences.append(f"{line.name}: {first}" if len(line.x) == 1 else f"{line.name}: from {first} to {last}")
    for one, other in combinations(chart.lines, 2):
        if crossings := " and ".join(_crossings(one, other)):
            sentences.append(f"{one.name} and {other.name} cross {crossings}")
    sentences += [f"Marked: {mark.text}, {_figure(mark.y, chart)} at {_place(mark.x)}" for mark in chart.marks]
    return " ".join(sentence if sentence[-1:] in ".?!" else sentence + "." for sentence in sentences)


def _frame(plot: Plot) -> Iterator[str]:
    """Draw what stands still: title, labels, grid, axis and ticks."""
    size = plot.title_size
    bold = f'class="ol-text ol-title" font-size="{size}" font-weight="700"'
    yield _text(EDGE, EDGE + size * 0.9, plot.title, bold, size)
    muted = 'class="ol-text ol-muted" fill-opacity=".8"'
    yield _text(EDGE, plot.label + TEXT * 0.9, plot.y_label, muted)
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


def _lines(chart: Chart, plot: Plot) -> Iterator[str]:
    """Draw the lines, each with a dot at its end; dashes lie on the solid first line, so that none hides another.

    Bands lie below all of them.
    """
    for line in chart.lines:
        if line.upto:
            edge = [*plot.points(line), *reversed(plot.points(replace(line, y=line.upto)))]
            corners = " ".join(f"{_n(x)},{_n(y)}" for x, y in edge)
            yield f'<polygon class="ol-band" points="{corners}" fill="#8a9499" fill-opacity=".18"/>'
    for i, line in enumerate(chart.lines):
        points = plot.points(line)
        yield _polyline(i, points)
        x, y = points[-1]
        # a disc drawn by its stroke, so that whatever colours the line colours its end
        disc = f'cx="{_n(x)}" cy="{_n(y)}" r="2.3" stroke="{STYLES[i % len(STYLES)][0]}" stroke-width="4.6"'
        yield f'<circle class="ol-line {_series(i)}" {disc}/>'


def _polyline(i: int, points: list[tuple[float, float]]) -> str:
    colour, width, dashes = STYLES[i % len(STYLES)]
    path = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<polyline class="ol-line {_series(i)}" points="{path}" stroke="{colour}" stroke-width="{width}"{dashed} '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _series(i: int) -> str:
    return f"ol-s{i % len(STYLES) + 1}"


def _names(chart: Chart, plot: Plot) -> Iterator[str]:
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


def _legend(plot: NarrowPlot) -> Iterator[str]:
    """Write the names under the title, each behind a piece of its line."""
    y = plot.head
    for i, name in enumerate(plot.names):
        yield _polyline(i, [(EDGE + 2, y + TEXT * 0.65), (EDGE + SAMPLE - 8, y + TEXT * 0.65)])
        yield _text(EDGE + SAMPLE, y + TEXT * 0.98, name, 'class="ol-text" font-weight="600"')
        y += LEADING * TEXT * len(name)


def _marks(chart: Chart, plot: Plot) -> Iterator[str]:
    """Ring each marked point and write its text where it covers least, with a thin line to it when that is far off."""
    taken = [Box(plot.x(mark.x), plot.y(mark.y), 0, 0).grown(8) for mark in chart.marks]
    paths = [plot.points(line) for line in chart.lines]
    paths = [[*points, (plot.right + plot.to_names + 1, points[-1][1])] for points in paths]  # on to its name
    area = Box(plot.left, plot.top, plot.right - plot.left, plot.bottom - plot.top)
    points = [(plot.x(mark.x), plot.y(mark.y)) for mark in chart.marks]
    rules = [plot.y(tick) for tick in plot.y_ticks]
    for mark in chart.marks:
        x, y, rows = plot.x(mark.x), plot.y(mark.y), wrap(mark.text, TEXT, plot.mark_width)
        size = max(width_of(row, TEXT) for row in rows), LEADING * TEXT * len(rows)
        others = [point for point in points if point != (x, y)]
        box = place_beside(x, y, size, area, taken, paths, others=others, rules=rules)
        taken.append(box)
        near_x, near_y = box.nearest(x, y)
        if (far := math.dist((x, y), (near_x, near_y))) > 24:
            leader = f"M{_n(x + 8 * (near_x - x) / far)} {_n(y + 8 * (near_y - y) / far)}L{_n(near_x)} {_n(near_y)}"
            yield f'<path class="ol-axis" d="{leader}" stroke="#6c7a80"/>'
        yield f'<circle class="ol-mark" cx="{_n(x)}" cy="{_n(y)}" r="7" stroke="currentColor" stroke-width="2"/>'
        # Widths are estimates, so the side towards the point is the one that stands fast.
        left, right = (box.left, "start"), (box.right, "end")
        fast, anchor = left if box.left >= x else right if box.right <= x else (box.centre, "middle")
        yield _text(fast, box.top + TEXT * 0.98, rows, f'class="ol-text" font-weight="600" text-anchor="{anchor}"')


def _crossings(one: Line, other: Line) -> Iterator[str]:
    """Say where one line passes from one side of the other to its other side."""
    low, high = max(one.x[0], other.x[0]), min(one.x[-1], other.x[-1])
    before, side, meet = low, 0.0, []
    for x in sorted(x for x in {*one.x, *other.x} if low <= x <= high):
        if not (gap := one.at(x) - other.at(x)):
            meet.append(x)
            continue
        if side * gap < 0:
            yield f"at {_place(meet[0])}" if len(meet) == 1 else f"between {_place(before)} and {_place(x)}"
        before, side, meet = x, gap, []


def _place(x: float) -> str:
    return plain(readable(x, 4), 2)


def _figure(value: float, chart: Chart) -> str:
    return amount(value, chart.y_prefix, chart.y_unit)


def _text(x: float, y: float, rows: list[str], attributes: str, size: float = TEXT) -> str:
    labels = "".join(_label(x, y + i * size * LEADING, row) for i, row in enumerate(rows))
    return f'<g fill="currentColor" {attributes}>{labels}</g>'


def _label(x: float, y: float, text: str) -> str:
    return f'<text x="{_n(x)}" y="{_n(y)}">{escape(legal(text))}</text>'


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
