"""The option ``--notebooks``: an instructor's own copy of the notebooks counts in place of the course's."""

from __future__ import annotations

from pathlib import Path

import click


def _use(context: click.Context, option: click.Parameter, folder: Path | None) -> None:
    from outsourcing_lessons.lessons.own_notebooks import use

    use(folder)


NOTEBOOKS = click.option(
    "--notebooks", type=click.Path(path_type=Path), metavar="DIR", callback=_use, expose_value=False,
    help="Your own copy of the notebooks, as `lab --author DIR` made it.",
)  # fmt: skip
