"""Draw the same chart with our SVG writer and with lets-plot, side by side in one run.

    python benchmarks/chart.py [ROUNDS]

Prints medians, wall and CPU, and the size of the drawing. lets-plot comes with the extra ``test`` and serves only here.
"""

from __future__ import annotations

import sys
import time
from statistics import median

from lets_plot import LetsPlot, aes, geom_line, ggplot, ggtitle, labs
from rich.console import Console
from rich.table import Table

from outsourcing_lessons.charts.chart import Chart, Line, svg

JOBS = list(range(1, 31))
LINES = {
    "Newcomers": [600.0 * n for n in JOBS],
    "One regular": [900 + 320.0 * n for n in JOBS],
    "Bench of two": [1200 + 340.0 * n for n in JOBS],
}


def ours() -> str:
    lines = tuple(Line(name, JOBS, costs) for name, costs in LINES.items())
    return svg(Chart("What thirty jobs cost", "Jobs", "Cost so far", lines, y_prefix="£"))


def lets_plot() -> str:
    data = {
        "job": JOBS * len(LINES),
        "cost": [cost for costs in LINES.values() for cost in costs],
        "policy": [name for name in LINES for _ in JOBS],
    }
    plot = ggplot(data, aes("job", "cost", color="policy", linetype="policy")) + geom_line(size=1.5)
    return (plot + ggtitle("What thirty jobs cost") + labs(x="Jobs", y="Cost so far")).to_svg()


def measure(draw, rounds: int) -> tuple[float, float, int]:
    """Return the median wall and CPU time in ms, and the bytes of a drawing."""
    size = len(draw().encode())  # the first drawing warms up and is not counted
    wall, cpu = [], []
    for _ in range(rounds):
        started, used = time.perf_counter(), time.process_time()
        draw()
        wall.append((time.perf_counter() - started) * 1e3)
        cpu.append((time.process_time() - used) * 1e3)
    return median(wall), median(cpu), size


def main(rounds: int = 50) -> None:
    LetsPlot.setup_html(no_js=True)
    table = Table("drawn by", "wall ms", "CPU ms", "bytes", title=f"3 lines of 30 points, medians of {rounds}")
    for name, draw in (("outsourcing_lessons.charts.chart", ours), ("lets-plot", lets_plot)):
        wall, cpu, size = measure(draw, rounds)
        table.add_row(name, f"{wall:.2f}", f"{cpu:.2f}", f"{size:,}")
    Console().print(table)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
