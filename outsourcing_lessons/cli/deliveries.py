"""Options of ``render`` for what is handed out: for whom, under which names, packed how, on which paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any

import click

from outsourcing_lessons.cli.brand import BRAND

PAPERS = ("a4", "letter")
OPTIONS = (
    click.option("--only", default="", metavar="ID,ID", help="Only these learners of ROSTER, to look at."),
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
    click.option("--paper", type=click.Choice(PAPERS), default="a4", show_default=True, help="The paper of the PDFs."),
    BRAND,
    click.option(
        "--fonts",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="A folder of font files for names that this computer has no font for.",
    ),
    click.option("--duplex", is_flag=True, help="Give the PDFs inner and outer margins, to print on both sides."),
)


def deliveries(command: Callable) -> Callable:
    """Add the options to a command."""
    return reduce(lambda made, option: option(made), reversed(OPTIONS), command)


def deliveries_of(how: dict[str, Any]) -> dict[str, Any]:
    """Return options as `render` takes them: what is wanted and how it looks as one thing each."""
    from outsourcing_lessons.brand import Brand
    from outsourcing_lessons.render.deliver.wanted import Wanted
    from outsourcing_lessons.render.look import Look
    from outsourcing_lessons.typesetting.fonts import fonts_in

    rest = dict(how)
    only = tuple(filter(None, (one.strip() for one in rest.pop("only").split(","))))
    wanted = Wanted(only, *(rest.pop(name) for name in ("name", "archives", "moodle", "print_run", "base_url")))
    fonts = fonts_in(rest.pop("fonts"))
    look = Look(rest.pop("paper"), rest.pop("duplex"), rest.pop("brand") or Brand(), fonts)
    return {**rest, "wanted": wanted, "look": look}
