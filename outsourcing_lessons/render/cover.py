"""The picture on the cover of a printed workbook: the first chart in it that compares ways, with the learner's numbers.

A chart is kept as the drawing that a notebook shows (`charts.chart`); its lines are read from there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from outsourcing_lessons.blocks.block import Explorer
from outsourcing_lessons.render.notebook import Part, Shown

LINE = re.compile(r'<polyline class="ol-line ol-s(\d+)" points="([^"]+)"')
AXIS = re.compile(r'class="ol-axis" d="M[\d.]+ ([\d.]+)H')
FEWEST = 2  # lines that make a comparison
MOST_COLUMNS = 60

Picture = dict[str, Any]


def picture_of(parts: Iterable[Part]) -> Picture | None:
    """Return the lines of the first explorer that compares, each from 0 to 1 both ways, dearest first; or None."""
    explorers = (part.block for part in parts if isinstance(part, Shown) and isinstance(part.block, Explorer))
    return next(filter(None, map(_picture, explorers)), None)


def _picture(explorer: Explorer) -> Picture | None:
    frame, view = explorer.scenarios[0].frame, explorer.computed and explorer.computed.view
    axis, lines = AXIS.search(frame.svg), dict(_lines(frame.svg))
    if not (view and axis and len(lines) >= FEWEST and all(2 < len(line) <= MOST_COLUMNS for line in lines.values())):
        return None
    base = float(axis[1])
    xs, ys = zip(*(point for line in lines.values() for point in line), strict=True)
    wide, high = (max(xs) - min(xs)) or 1.0, (base - min(ys)) or 1.0
    drawn = []
    for place, line in sorted(lines.items(), key=lambda one: one[1][-1][1]):  # downwards in a drawing: dearest first
        points = [[round((x - min(xs)) / wide, 4), round((base - y) / high, 4)] for x, y in line]
        drawn.append({"role": view.series[place].role, "points": points})
    return {"title": view.title, "named": frame.sentence, "lines": drawn}


def _lines(svg: str) -> Iterator[tuple[int, list[tuple[float, float]]]]:
    """Yield the lines of a chart by their places among its series."""
    for place, points in LINE.findall(svg):
        yield int(place) - 1, [(float(x), float(y)) for x, y in (point.split(",") for point in points.split())]
