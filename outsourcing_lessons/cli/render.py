"""``outsourcing-lessons render``: a roster of learners -> a folder of workbooks."""

from __future__ import annotations

import shlex
from functools import partial
from pathlib import Path
from typing import NoReturn

import click

from outsourcing_lessons import fork_server
from outsourcing_lessons.cli import example
from outsourcing_lessons.cli.brand import tell_missing
from outsourcing_lessons.cli.collect import few
from outsourcing_lessons.cli.deliveries import LOOK, RUN, WANTED
from outsourcing_lessons.cli.options import EXTRA, MAP, NOTEBOOKS, PATH, SKIP_FAULTY, grouped, read, read_given_out

EXAMPLE = example("sample-roster --out roster.csv", "render roster.csv --out cohort --format html,pdf")


@click.command(epilog=EXAMPLE)
@click.argument("files", nargs=-1, required=True, metavar="ROSTER", type=PATH)
@click.option(
    "--out",
    "destination",
    metavar="DEST",
    required=True,
    help="Where the workbooks go: a folder, or s3://bucket/prefix.",
)
@WANTED
@LOOK
@RUN
@NOTEBOOKS
@click.option("--collect", is_flag=True, help="Instead, collect the answers in FILES, as `collect` does.")
@click.option("--roster", type=PATH, metavar="FILE", help="With --collect: whose answers to take.")
@grouped("reading", dict, MAP, SKIP_FAULTY, EXTRA)
def render(files, destination, wanted, look, how, collect, roster, reading) -> None:
    """Make personalised workbooks for the learners in ROSTER, a CSV, XLSX or JSON file.

    Each learner gets a folder with workbook.html, workbook.pdf and the notebooks; the keys are in keys/. report.json
    and index.html list every learner's result, delivery.csv who gets which file. If the command is interrupted, run it
    again to do the rest.

    The exit code is 0 when all learners got everything, 1 when some did not, and 2 when the roster or the call is
    wrong, in which case nothing is written. Ctrl-C, SIGTERM and SIGHUP stop it cleanly, with 130, 143 and 129.

    With --collect it does what `outsourcing-lessons collect` does.
    """
    from outsourcing_lessons.cli.collect import collected
    from outsourcing_lessons.render.fields import names_in

    if how.prune and reading["skip_faulty"]:
        raise click.UsageError(
            "--prune would also move learners whose row in ROSTER has an error; correct the row, or leave out --prune"
        )
    reading["used"] = names_in(wanted.name + look.brand.letter)
    if collect:
        given_out = read_given_out(roster, reading["mapping"], reading["ignore_extra_columns"])
        collected(files, destination, given_out, lessons=wanted.lessons)
    elif roster or len(files) != 1:
        raise click.UsageError("give one ROSTER, or --collect with the files that workbooks saved")
    else:
        _render(read(files[0], **reading), destination, wanted, how, look)


def _render(found, destination: str, wanted, how, look) -> None:
    if not how.scheduler:
        fork_server.begin()
    from outsourcing_lessons.cli.pace import pace
    from outsourcing_lessons.render import run, stopping
    from outsourcing_lessons.render.batch import Listener

    for fault in found.faults:
        click.echo(f"left out: {fault}", err=True)
    try:
        with stopping.answered(), pace() as told:
            listener = Listener(_foresee, told.beginning, told.one, partial(click.echo, err=True))
            report = run.render(found, destination, wanted, how, look, listener)
    except KeyboardInterrupt as asked:
        _tell_how_to_go_on(asked, len(found.learners))
    _tell(report, destination, bool(found.faults))


def _tell_how_to_go_on(asked: KeyboardInterrupt, learners: int) -> NoReturn:
    """Say in one line how far it came, and end with the code that shells give to a command ended by that signal."""
    from outsourcing_lessons.render.stopping import number_of

    report = getattr(asked, "report", None)
    given = [word for word in click.get_current_context().find_root().obj or () if word != "--fresh"]
    click.echo(
        f"Stopped: {report.whole if report else 0} of {learners} learners have everything; run the same command to"
        f" continue: `{shlex.join(['outsourcing-lessons', *given])}`",
        err=True,
    )
    raise click.exceptions.Exit(128 + number_of(asked))


def _foresee(missing) -> None:
    from outsourcing_lessons.typesetting.font_packages import remedy

    if missing.names:
        _foresee_names(missing.names)
    if missing.texts:
        tell_missing(missing.texts)
    what = "them" if missing.texts else f"the name{'' if len(missing.names) == 1 else 's'}"
    if command := remedy("".join((*missing.names.values(), *missing.texts.values()))):
        click.echo(f"To print {what}: {command}; then run the same command again.", err=True)


def _foresee_names(missing_glyphs: dict[str, str]) -> None:
    from outsourcing_lessons.typesetting.font_packages import scripts_of

    one = len(missing_glyphs) == 1
    of_script: dict[str, list[str]] = {}
    for learner_id, characters in missing_glyphs.items():
        for script in scripts_of(characters) or ["of no script"]:
            of_script.setdefault(script, []).append(learner_id)
    click.echo(
        f"No font on this machine has the name{'' if one else 's'} of {len(missing_glyphs)} "
        f"learner{'' if one else 's'};"
        f" the PDFs will show the learner id instead of {'it' if one else 'them'}.",
        err=True,
    )
    for script, ids in of_script.items():
        click.echo(f"  {script.lower()}: {few(ids)}", err=True)


def _tell_replaced(replaced: dict[str, str]) -> None:
    """Say which characters that a lesson computed no font has: nobody could know them before it ran."""
    from outsourcing_lessons.typesetting.font_packages import remedy

    characters = "".join(sorted(set().union(*replaced.values())))
    tell_missing({f"computed by a lesson, for {few(replaced)}": characters}, "show")
    if command := remedy(characters):
        click.echo(f"To print them: {command}; then run the same command again with --fresh.", err=True)


def _tell(report, destination: str, some_left_out: bool) -> None:
    for profile, done in report.failed:
        click.echo(f"{profile.learner_id}: {done.detail}", err=True)
    for item, learners in report.redrawn.items():
        click.echo(f"drawn again, because the first draw failed: {item} for {few(learners)}", err=True)
    if report.replaced:
        _tell_replaced(report.replaced)
    if report.left:
        click.echo(f"left over from earlier, and not part of this batch: {few(report.left_in_words)}", err=True)
    before = f", {report.kept} of them from an earlier run" if report.kept else ""
    waiting = f"; {report.waiting} {'was' if report.waiting == 1 else 'were'} not started" if report.waiting else ""
    done = f"{report.whole} of {len(report.rows)} learners have everything{before}{waiting}"
    for said in report.said:
        click.echo(said)
    index = f"{destination.rstrip('/')}/index.html" if "://" in destination else Path(destination) / "index.html"
    click.echo(f"{done}. See {index}")
    if report.stopped:
        click.echo(f"Stopped: {report.stopped}. Fix that and run the same command again.", err=True)
    if report.failed or report.stopped or some_left_out:
        raise click.exceptions.Exit(1)
