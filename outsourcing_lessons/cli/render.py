"""``outsourcing-lessons render``: a roster of learners -> a folder of workbooks."""

from __future__ import annotations

from pathlib import Path

import click

from outsourcing_lessons.cli import main_epilog

EXAMPLE = main_epilog(
    "outsourcing-lessons sample-roster > roster.csv",
    "outsourcing-lessons render roster.csv --out cohort --format html,pdf",
)


@click.command(epilog=EXAMPLE)
@click.argument("roster", type=click.Path(path_type=Path))
@click.option(
    "--out",
    "destination",
    metavar="DEST",
    required=True,
    help="Where the workbooks go: a folder, or s3://bucket/prefix.",
)
@click.option(
    "--format", "formats", default="html,pdf,ipynb", show_default=True, help="What to make, with commas between."
)
@click.option("--lessons", default="", metavar="01,03", help="Only these lessons, by number or name.  [default: all]")
@click.option("--jobs", type=int, metavar="N", help="How many processes.  [default: one for each core]")
@click.option("--canary", type=int, metavar="N", help="Try N learners first, and stop if one of them fails.")
@click.option("--fresh", is_flag=True, help="Make everything, also what is there already.")
@click.option("--scheduler", default="", metavar="ADDRESS", help="Render on the workers of this Dask scheduler.")
@click.option(
    "--journal",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where it is kept what is done.  [default: journal.sqlite in DEST]",
)
@click.option("--skip-faulty", is_flag=True, help="Leave out the rows with faults and render the others.")
@click.option("--ignore-extra-columns", is_flag=True, help="Pass over columns that are no setting of a workbook.")
def render(
    roster, destination, formats, lessons, jobs, canary, fresh, scheduler, journal, skip_faulty, ignore_extra_columns
) -> None:
    """Make personalised workbooks for the learners in ROSTER, a CSV, XLSX or JSON file.

    Each learner gets a folder with workbook.html, workbook.pdf and the notebooks; the keys lie apart. report.json and
    index.html say what became of whom. If it is ended before its time, the same command does the rest.

    The exit code is 0 when all learners got everything, 1 when some did not, and 2 when the roster or the call is
    wrong, in which case nothing is written.
    """
    from outsourcing_lessons import roster as rosters
    from outsourcing_lessons.cli.pace import pace
    from outsourcing_lessons.render import run

    found = rosters.read_roster(roster, skip_faulty=skip_faulty, ignore_extra_columns=ignore_extra_columns)
    for fault in found.faults:
        click.echo(f"left out: {fault}", err=True)
    with pace() as told:
        report = run.render(
            found.learners,
            destination,
            formats=_listed(formats),
            lessons=_listed(lessons),
            workers=jobs,
            scheduler=scheduler,
            fresh=fresh,
            canary=canary,
            journal=journal,
            skipped=found.faults,
            beginning=told.beginning,
            notice=told.one,
        )
    _tell(report, destination, bool(found.faults))


def _listed(text: str) -> list[str]:
    return [part for part in (part.strip() for part in text.split(",")) if part]


def _tell(report, destination: str, some_left_out: bool) -> None:
    for profile, done in report.failed:
        click.echo(f"{profile.learner_id}: {done.detail}", err=True)
    if report.left:
        click.echo(f"left from earlier, and no part of this batch: {', '.join(report.left)}", err=True)
    whole = len(report.rows) - len(report.failed) - report.waiting
    before = f", {report.kept} of them from before" if report.kept else ""
    click.echo(f"{whole} of {len(report.rows)} learners have everything{before}. See {_index(destination)}")
    if report.stopped:
        click.echo(f"Stopped: {report.stopped}. Mend that and give the same command again.", err=True)
    if report.failed or report.stopped or some_left_out:
        raise click.exceptions.Exit(1)


def _index(destination: str) -> str:
    return f"{destination.rstrip('/')}/index.html" if "://" in destination else str(Path(destination) / "index.html")
