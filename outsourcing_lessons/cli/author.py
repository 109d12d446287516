"""``outsourcing-lessons author``: for whoever writes lessons and questions."""

from __future__ import annotations

import json
from pathlib import Path

import click

from outsourcing_lessons.cli import main_epilog

FINDINGS = 2
NOTEBOOKS = click.option(
    "--notebooks", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR",
    help="Look at the notebooks of this folder.",
)  # fmt: skip


@click.group(epilog=main_epilog("outsourcing-lessons author check one-task", "outsourcing-lessons author preview 01"))
def author() -> None:
    """Write lessons and questions: rules with cures, a page that renews itself, the statistics of a question."""


@author.command(
    epilog=main_epilog("outsourcing-lessons author check one-task", "outsourcing-lessons author check --json")
)
@click.argument("lesson", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print data instead of text.")
@NOTEBOOKS
def check(lesson: str | None, as_json: bool, notebooks: Path | None) -> None:
    """Hold LESSON (a name or a number; the whole course when left out) to the rules of the course.

    Each finding says where it is, what mends it and why it matters. Ends with 0 if there is none, with 2 otherwise.
    """
    from outsourcing_lessons.authoring.check import as_text, faults_of_course, faults_of_lesson
    from outsourcing_lessons.authoring.content import content_of_course
    from outsourcing_lessons.course.catalogue import lesson_named

    content = content_of_course(notebooks)
    subjects = [content.subject(lesson_named(lesson))] if lesson else content.subjects
    faults = [fault for subject in subjects for fault in faults_of_lesson(subject)]
    faults += [] if lesson else faults_of_course(content)
    if as_json:
        click.echo(json.dumps([fault.data for fault in faults], ensure_ascii=False, indent=1))
    else:
        click.echo(as_text(faults) + f"{len(faults)} finding{'s' * (len(faults) != 1)}.")
    raise click.exceptions.Exit(FINDINGS if faults else 0)
