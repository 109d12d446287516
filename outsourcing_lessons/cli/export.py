"""``outsourcing-lessons export``: questions, workbooks and results for other people's platforms."""

from __future__ import annotations

from pathlib import Path

import click

from outsourcing_lessons.cli import example
from outsourcing_lessons.cli.options import NOTEBOOKS, PATH, lists, profile

OUT = click.option("--out", "path", metavar="FILE", required=True, type=PATH, help="The file to write.")
FORCE = click.option("--force", is_flag=True, help="Replace the file if it exists.")
LESSONS = lists("--lessons", metavar="01,03", help="Only these lessons, by number or name.  [default: all]")


@click.group(epilog=example("export qti --lessons 01,02 --variants 5 --out questions.zip"))
def export() -> None:
    """Export the course for a learning platform."""


@export.command(epilog=example("export qti --lessons 01,02 --variants 5 --out questions.zip"))
@OUT
@FORCE
@LESSONS
@NOTEBOOKS
@click.option(
    "--variants", type=click.IntRange(1, 1000), default=1, show_default=True, help="How many variants of each question."
)
@profile("seed", "business", "currency", "hour_value")
def qti(path, force, lessons, variants, profile) -> None:
    """Write the questions as a QTI 2.1 content package, with feedback for each mistake.

    Each variant is an item. Each lesson is also a test that draws one variant of every question for each learner.
    """
    from outsourcing_lessons.exports.package import write
    from outsourcing_lessons.exports.qti import left_out, package
    from outsourcing_lessons.lessons.courses import chosen
    from outsourcing_lessons.lessons.notebook_questions import as_asked
    from outsourcing_lessons.lessons.own_notebooks import own_folder

    wanted = [chosen().lesson(name) for name in lessons]
    found = [lesson for lesson in chosen().lessons if not wanted or lesson in wanted]
    found = [as_asked(lesson) for lesson in found] if own_folder() else found
    write(path, package(found, profile, variants), force)
    missing = left_out(found, profile)
    count = sum(len(lesson.items) for lesson in found) - len(missing)
    click.echo(f"{count} questions from {len(found)} lessons are in {path}")
    if missing:
        click.echo(f"Left out, because QTI has no such question type: {', '.join(missing)}")


@export.command(epilog=example("export guide --out guide.pdf"))
@OUT
@FORCE
@LESSONS
@NOTEBOOKS
@profile("business", "country")
def guide(path, force, lessons, profile) -> None:
    """Write the instructor's guide as a PDF: timing, discussion, every key, and what to say to each wrong answer.

    Its stories and numbers are those of a guest in one trade. Each learner's own keys come from `render`.
    """
    from outsourcing_lessons.exports.package import write
    from outsourcing_lessons.render.guide import guide as made

    write(path, made(profile, lessons), force)
    click.echo(f"{path} is ready: for you, not for learners, and only you can open it on this computer")


@export.command(epilog=example("export scorm cohort/workbooks/ada/workbook.html --out ada.zip"))
@click.argument("workbook", type=PATH)
@OUT
@FORCE
@click.option(
    "--mastery", type=click.FloatRange(0, 100), help="The score at which the platform says “passed”.  [default: none]"
)
def scorm(workbook, path, force, mastery) -> None:
    """Write WORKBOOK, a workbook.html that `render` made, as a SCORM 1.2 package that reports score and completion."""
    from outsourcing_lessons.exports.package import write
    from outsourcing_lessons.exports.scorm import package

    write(path, package(_page(workbook), mastery), force, for_learners=True)
    click.echo(f"{workbook} is in {path}")


@export.command(epilog=example("export xapi my-course/my-progress.sqlite --out statements.jsonl"))
@click.argument("progress", type=PATH)
@OUT
@FORCE
@click.option("--base", metavar="URL", help="Your web address; account and activity names start with it.")
@click.option("--salt", default="", help="A secret, so that nobody can guess whose account is whose.")
def xapi(progress, path, force, base, salt) -> None:
    """Write PROGRESS, a learner's my-progress.sqlite, as xAPI statements: one JSON object a line, without names."""
    import json

    from outsourcing_lessons.exports.package import write
    from outsourcing_lessons.exports.progress_file import attempts_in
    from outsourcing_lessons.exports.xapi import BASE, statements

    lines = [json.dumps(one, ensure_ascii=False) for one in statements(attempts_in(progress), base or BASE, salt)]
    write(path, "".join(f"{line}\n" for line in lines).encode(), force)
    click.echo(f"{len(lines)} statements are in {path}")


@export.command(
    epilog=example("export static --out site", "export static cohort/workbooks/ada/workbook.html --out ada")
)
@click.argument("workbook", required=False, type=PATH)
@click.option("--out", "path", metavar="DIR", required=True, type=PATH, help="The folder to write.")
@click.option("--force", is_flag=True, help="Write into a folder that is not empty.")
@profile("business", "currency")
@NOTEBOOKS
def static(workbook, path, force, profile) -> None:
    """Write a folder for any web server; browsers can install it as an app that works offline.

    WORKBOOK is a workbook.html that `render` made; without it, a workbook is made first, for a guest of
    that trade and currency.
    """
    from outsourcing_lessons.exports.static import folder, write_folder

    write_folder(path, folder(_page(workbook) if workbook else _guests(profile)), force)
    click.echo(f"{path} is ready: put it on any web server (with https, so that it can be installed)")


def _page(workbook: Path) -> bytes:
    from outsourcing_lessons.errors import InputError

    try:
        return workbook.read_bytes()
    except OSError as error:
        raise InputError(f"{workbook} cannot be read: {error.strerror}") from None


def _guests(profile) -> bytes:
    """Return the workbook of a guest."""
    import tempfile

    from outsourcing_lessons.errors import InputError
    from outsourcing_lessons.render.deliver.wanted import Wanted
    from outsourcing_lessons.render.run import render
    from outsourcing_lessons.roster import Roster

    with tempfile.TemporaryDirectory() as made:
        report = render(Roster((profile,)), made, Wanted(formats=("html",)))
        if report.failed:
            raise InputError(f"the workbook could not be made: {report.failed[0][1].detail}")
        return (Path(made) / "workbooks" / profile.learner_id / "workbook.html").read_bytes()
