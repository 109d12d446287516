"""Options of ``render``: what is made, for whom and under which names, on which paper, and how the batch is run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from outsourcing_lessons.cli.brand import BRAND, FONTS
from outsourcing_lessons.cli.options import FILE, grouped, lists
from outsourcing_lessons.errors import ArgumentError

PAPERS = ("a4", "letter")


WANTED = grouped(
    "wanted",
    "outsourcing_lessons.render.deliver.wanted:Wanted",
    lists(
        "--format", "formats", default="html,pdf,ipynb", show_default=True, help="What to make, separated by commas."
    ),
    lists("--lessons", metavar="01,03-05", help="Only these lessons, by number or name.  [default: all]"),
    lists("--only", metavar="ID,ID", help="Only these learners of ROSTER, to look at."),
    click.option(
        "--name",
        default="",
        metavar="PATTERN",
        help="What the files are called, with fields: '{learner} - Workbook'.  [default: workbook]",
    ),
    click.option("--zip", "archives", is_flag=True, help="Also make an archive for each learner, in zips/."),
    click.option("--moodle", is_flag=True, help="Also make moodle-feedback.zip, to upload to an assignment in Moodle."),
    click.option("--print-run", is_flag=True, help="Also make one PDF for the print shop, in the order of ROSTER."),
    click.option("--base-url", default="", metavar="URL", help="Where learners reach DEST, for links in delivery.csv."),
)


def _look(brand: Path | None, fonts: Path | None, **values: Any) -> Any:
    from outsourcing_lessons.brand import Brand, read_brand
    from outsourcing_lessons.render.look import Look
    from outsourcing_lessons.typesetting.fonts import fonts_in

    return Look(brand=read_brand(brand) if brand else Brand(), fonts=fonts_in(fonts), **values)


LOOK = grouped(
    "look",
    _look,
    click.option("--paper", type=click.Choice(PAPERS), default="a4", show_default=True, help="The paper of the PDFs."),
    click.option("--duplex", is_flag=True, help="Give the PDFs inner and outer margins, to print on both sides."),
    BRAND,
    FONTS,
)


UNITS = {"seconds": {"": 1, "s": 1, "m": 60, "h": 3600}, "bytes": {"mb": 10**6, "gb": 10**9}}
ALLOWED = {
    "seconds": "seconds such as 90, minutes such as 15m, or hours such as 2h",
    "bytes": "400MB or more, such as 800MB or 1.5GB",
}


def amount_of(name: str, text: str, kind: str) -> float:
    """Return how many seconds or bytes a text means: ``90``, ``90s``, ``15m``, ``2h``; ``800MB``, ``1.5GB``.

    Examples
    --------
    >>> amount_of("time limit", "15m", "seconds"), amount_of("memory limit", "1.5 GB", "bytes")
    (900.0, 1500000000.0)
    """
    found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,9})?)\s*([a-z]*)", text.strip().lower(), re.ASCII)
    if not found or found[2] not in UNITS[kind]:
        raise ArgumentError(name, text, ALLOWED[kind])
    return float(found[1]) * UNITS[kind][found[2]]


def _run(time_limit: str, cell_time_limit: str, memory_limit: str, **values: Any) -> Any:
    from outsourcing_lessons.render.limits import Limits
    from outsourcing_lessons.render.run import Run

    cell = amount_of("cell time limit", cell_time_limit, "seconds")
    learner = amount_of("time limit", time_limit, "seconds")
    return Run(limits=Limits(cell, learner, int(amount_of("memory limit", memory_limit, "bytes"))), **values)


RUN = grouped(
    "how",
    _run,
    click.option(
        "--jobs", "workers", type=int, metavar="N", help="How many processes to use.  [default: one per core]"
    ),
    click.option("--canary", type=int, metavar="N", help="Try N learners first, and stop if one of them fails."),
    click.option(
        "--time-limit",
        default="15m",
        show_default=True,
        metavar="TIME",
        help="How long one learner may take: 90, 15m, 2h.",
    ),
    click.option(
        "--cell-time-limit", default="180", show_default=True, metavar="TIME", help="How long one cell may take."
    ),
    click.option(
        "--memory-limit",
        default="1GB",
        show_default=True,
        metavar="SIZE",
        help="How much memory a process may use, on Linux.",
    ),
    click.option("--fresh", is_flag=True, help="Make everything again, even what already exists."),
    click.option("--prune", is_flag=True, help="Move the files of learners no longer in ROSTER to DEST/left."),
    click.option("--scheduler", default="", metavar="ADDRESS", help="Render on the workers of this Dask scheduler."),
    click.option(
        "--journal", type=FILE, metavar="FILE", help="Where progress is recorded.  [default: journal.sqlite in DEST]"
    ),
)
