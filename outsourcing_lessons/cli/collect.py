"""``outsourcing-lessons collect``: what learners hand in -> marks, tables and one page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from outsourcing_lessons.cli import example
from outsourcing_lessons.cli.options import EXTRA, MAP, NOTEBOOKS, PATH, lists, read_given_out

# What a terminal is told by name; the rest is in the files that are written.
MOST_NAMES = 10


@click.command(epilog=example("collect submissions.zip inbox --roster roster.csv --out results"))
@click.argument("files", nargs=-1, required=True, metavar="FILES", type=PATH)
@click.option("--out", "destination", metavar="DIR", required=True, help="The folder for the results.")
@click.option("--roster", type=PATH, metavar="FILE", help="Who should hand in; its settings count, not those in FILES.")
@MAP
@EXTRA
@lists("--lessons", metavar="01,03-05", help="Which were given out.  [default: those of the files' workbooks]")
@click.option("--base", default="", metavar="URL", help="Your web address, for the names in xapi.jsonl.")
@click.option("--salt", default="", help="A secret, so that nobody can guess whose account in xapi.jsonl is whose.")
@NOTEBOOKS
def collect(files, destination, roster, mapping, ignore_extra_columns, lessons, base, salt) -> None:
    """Collect answers from FILES: files, folders and zip archives as learning platforms make them.

    A file may be what a workbook saves, what the start page hands in, an export of one's progress, my-progress.sqlite,
    a lesson saved in JupyterLab, or the file of a workshop. Answers are judged again. DIR gets report.html, a
    page about the group; marks.csv with a row for each learner, answers.csv with a row for each attempt, answers.sqlite
    with everything, and xapi.jsonl.

    The exit code is 0 when everything could be read, 1 when a file could not be used, which is then named, and 2 when
    the call is wrong.
    """
    given_out = read_given_out(roster, mapping, ignore_extra_columns)
    collected(files, destination, given_out, lessons=lessons, base=base, salt=salt)


def collected(files, destination: str, roster, **how: Any) -> None:
    """Collect, and tell what came of it."""
    from outsourcing_lessons.collect import collect
    from outsourcing_lessons.errors import InputError

    if "://" in destination:
        raise InputError(f"--out is {destination!r}; allowed when answers are collected: a folder")
    found = collect(
        files, Path(destination), learners=roster.learners if roster else None, people=roster.people if roster else {},
        **how,
    )  # fmt: skip
    for name, sentence in (*found.notes, *found.problems):
        click.echo(f"{name} {sentence}", err=True)
    if found.missing:
        names = [f"{row.learner} ({row.learner_id})" for row in found.missing]
        click.echo(f"Not handed in: {few(names)}")
    of = f" of {len(roster.learners)}" if roster else ""
    click.echo(f"{found.answers} answers of {found.learners}{of} learners. See {Path(destination) / 'report.html'}")
    if found.problems:
        raise click.exceptions.Exit(1)


def few(names) -> str:
    """Return the first of many names, and how many more there are."""
    more = len(names) - MOST_NAMES
    return ", ".join([*names][:MOST_NAMES]) + (f" and {more} others" if more > 0 else "")
