"""The table of what a cohort costs, in docs/rendering-a-cohort.md, from what docs/rendering-speed.md says was measured.

``python -m tests.cost_table`` prints it.
"""

from __future__ import annotations

import re
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
HEAD = "| learners | CPU hours | 2 cores | 16 cores | 160 cores | on the disk |\n|---|---|---|---|---|---|"
COHORTS, CORES = (2_000, 100_000), (2, 16, 160)
# Of the largest cohort that was measured, with as many jobs as cores; then what its files take.
MEASURED = re.compile(r"^\| 1,000 \|[^|]*\| ([\d.]+) / ", re.MULTILINE)
SIZE = re.compile(r"files of a learner take ([\d.]+) MB")
STOCK = re.compile(r"takes ([\d.]+) CPU seconds with kernels")


def measured() -> tuple[float, float, float]:
    """Return CPU seconds and MB of a learner, and CPU seconds where nothing can be forked."""
    text = (DOCS / "rendering-speed.md").read_text("utf-8")
    return tuple(float(one.search(text)[1]) for one in (MEASURED, SIZE, STOCK))


def words() -> tuple[str, str]:
    """Return what the page says that the table is computed from."""
    seconds, size, stock = measured()
    return f"**{seconds:.1f}** CPU seconds and {size:.1f} MB a learner", f"(macOS, Windows) it is {stock:.1f}."


def table() -> str:
    """Return the table as Markdown."""
    seconds, size, _ = measured()
    return "\n".join([HEAD, *(_row(learners, round(seconds, 1), size) for learners in COHORTS)])


def _row(learners: int, seconds: float, size: float) -> str:
    hours = learners * seconds / 3600
    cells = [f"{learners:,}", _rounded(hours), *(_time(hours / cores) for cores in CORES)]
    return "| " + " | ".join([*cells, f"{_rounded(learners * size / 1000)} GB"]) + " |"


def _time(hours: float) -> str:
    if hours >= 1:
        return f"{_rounded(hours)} h"
    return f"{hours * 60:.0f} min" if hours * 60 >= 1 else f"{round(hours * 3600, -1):.0f} s"


def _rounded(number: float) -> str:
    return f"{number:.1f}" if number < 10 else f"{number:.0f}"


if __name__ == "__main__":
    print(table())
