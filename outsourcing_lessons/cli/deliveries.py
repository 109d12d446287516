"""Options of ``render``: what is made, for whom and under which names, on which paper, and how the batch is run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from outsourcing_lessons.cli.brand import BRAND, FONTS
from outsourcing_lessons.cli.limits import CELL_TIME, MEMORY, TIME, limits_of
from outsourcing_lessons.cli.options import grouped, lists

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
        help="What the files are called, with fields: '{learner} - Outsourcing'.  [default: workbook]",
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


def _run(time_limit: str, cell_time_limit: str, memory_limit: str, **values: Any) -> Any:
    from outsourcing_lessons.render.run import Run

    return Run(limits=limits_of(cell_time_limit, time_limit, memory_limit), **values)


RUN = grouped(
    "how",
    _run,
    click.option(
        "--jobs", "workers", type=int, metavar="N", help="How many processes to use.  [default: one per core]"
    ),
    click.option("--canary", type=int, metavar="N", help="Try N learners first, and stop if one of them fails."),
    TIME,
    CELL_TIME,
    MEMORY,
    click.option("--fresh", is_flag=True, help="Make everything again, even what already exists."),
    click.option("--prune", is_flag=True, help="Move the files of learners no longer in ROSTER to DEST/left."),
    click.option("--scheduler", default="", metavar="ADDRESS", help="Render on the workers of this Dask scheduler."),
    click.option(
        "--journal",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Where progress is recorded.  [default: journal.sqlite in DEST]",
    ),
)
