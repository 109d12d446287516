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
    type=click.Path(path_type=Path),
    help="Where the workbooks go.",
)
@click.option(
    "--format", "formats", default="html,pdf,ipynb", show_default=True, help="What to make, with commas between."
)
@click.option("--lessons", default="", metavar="01,03", help="Only these lessons, by number or name.  [default: all]")
@click.option("--jobs", type=int, metavar="N", help="How many processes.  [default: one for each core]")
@click.option("--skip-faulty", is_flag=True, help="Leave out the rows with faults and render the others.")
@click.option("--ignore-extra-columns", is_flag=True, help="Pass over columns that are no setting of a workbook.")
def render(roster, destination, formats, lessons, jobs, skip_faulty, ignore_extra_columns) -> None:
    """Make personalised workbooks for the learners in ROSTER, a CSV, XLSX or JSON file.

    Each learner gets a folder with workbook.html, workbook.pdf and the notebooks; the keys lie apart. report.json and
    index.html say what became of whom. The exit code is 0 when all learners got everything, 1 when some did not, and 2
    when the roster or the call is wrong, in which case nothing is written.
    """
    from outsourcing_lessons import roster as rosters
    from outsourcing_lessons.cli.pace import pace
    from outsourcing_lessons.render import run

    found = rosters.read_roster(roster, skip_faulty=skip_faulty, ignore_extra_columns=ignore_extra_columns)
    for fault in found.faults:
        click.echo(f"left out: {fault}", err=True)
    with pace(len(found.learners)) as notice:
        report = run.render(
            found.learners,
            destination,
            formats=_listed(formats),
            lessons=_listed(lessons),
            workers=jobs,
            skipped=found.faults,
            notice=notice,
        )
    _tell(report, destination, bool(found.faults))


def _listed(text: str) -> list[str]:
    return [part for part in (part.strip() for part in text.split(",")) if part]


def _tell(report, destination: Path, some_left_out: bool) -> None:
    for profile, done in report.failed:
        click.echo(f"{profile.learner_id}: {done.detail}", err=True)
    whole = len(report.rows) - len(report.failed)
    click.echo(f"{whole} of {len(report.rows)} learners have everything. See {destination / 'index.html'}")
    if report.failed or some_left_out:
        raise click.exceptions.Exit(1)
