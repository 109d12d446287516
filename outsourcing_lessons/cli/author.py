"""``outsourcing-lessons author``: for whoever writes lessons and questions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from outsourcing_lessons.cli import example
from outsourcing_lessons.cli.author_new import course_of, new
from outsourcing_lessons.cli.options import FILE

if TYPE_CHECKING:
    from outsourcing_lessons.authoring.fault import Fault
    from outsourcing_lessons.lessons.course import Course

FINDINGS = 2
NOTEBOOKS = click.option(
    "--notebooks", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="DIR",
    help="Use the notebooks in this folder.",
)  # fmt: skip


@click.group(epilog=example("author check 01", "author preview 01"))
def author() -> None:
    """Write lessons and questions: check them against the rules, preview them, and test a question statistically."""


author.add_command(new)


@author.command(epilog=example("author check 01", "author check --json"))
@click.argument("lesson", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print data instead of text.")
@click.option("--write-ids", is_flag=True, help="First give an id to every option in questions.md that has none.")
@NOTEBOOKS
def check(lesson: str | None, as_json: bool, write_ids: bool, notebooks: Path | None) -> None:
    """Check LESSON (a name or number; default: the whole course) against the rules of the course.

    Each finding says where it is, how to fix it and why it matters. The exit code is 0 if there are none, 2 otherwise.
    """
    from outsourcing_lessons.authoring.check import as_text, fault_of_unreadable
    from outsourcing_lessons.authoring.fault import Place
    from outsourcing_lessons.errors import ContentError

    try:
        course = course_of(lesson)
        if write_ids:
            _write_ids(lesson)
        faults = _faults(course, lesson, notebooks)
    except ContentError as error:  # in course.toml, say, without which no lesson can be read
        faults = [fault_of_unreadable("the course", error, Place())]
    if as_json:
        click.echo(json.dumps([fault.data for fault in faults], ensure_ascii=False, indent=1))
    else:
        click.echo(as_text(faults) + f"{len(faults)} finding{'s' * (len(faults) != 1)}.")
    raise click.exceptions.Exit(FINDINGS if faults else 0)


def _faults(course: Course, lesson: str | None, notebooks: Path | None) -> list[Fault]:
    from outsourcing_lessons.authoring.check import faults_of_course, faults_of_lesson, faults_of_unreadable
    from outsourcing_lessons.authoring.content import content_of_course
    from outsourcing_lessons.authoring.write_ids import slug_in

    unreadable = faults_of_unreadable(course)
    if unreadable and not course.modules()[1]:  # each lesson can be read, but not all of them together
        return unreadable
    content = content_of_course(notebooks)
    slug = slug_in(course, lesson) if lesson else ""
    subjects = [subject for subject in content.subjects if slug in ("", subject.lesson.slug)]
    found = [fault for subject in subjects for fault in faults_of_lesson(subject)]
    if lesson:
        return found if subjects else unreadable
    # What holds for the course as a whole cannot be said of a part.
    return [*unreadable, *found, *(() if unreadable else faults_of_course(content))]


def _write_ids(lesson: str | None) -> None:
    from outsourcing_lessons.authoring.write_ids import slug_in, write_ids
    from outsourcing_lessons.lessons.courses import chosen

    for slug in (slug_in(chosen(), lesson),) if lesson else chosen().slugs:
        if path := write_ids(chosen(), slug):
            click.echo(f"wrote ids into {path}", err=True)  # apart from the findings, which may be data


@author.command(epilog=example("author preview 01 --no-browser"))
@click.argument("lesson")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port to serve it on.  [default: any free port]")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@NOTEBOOKS
def preview(lesson: str, port: int, no_browser: bool, notebooks: Path | None) -> None:
    """Show LESSON on a page that reloads when its notebook, or a file of the course, is saved."""
    import asyncio
    import webbrowser
    from contextlib import suppress

    from outsourcing_lessons.authoring.preview.server import Preview, serve

    def tell(address: str) -> None:
        click.echo(f"{address}  (stop with Ctrl-C)")
        if not no_browser:
            webbrowser.open(address)

    course = course_of(lesson)
    watched = Preview(course.lesson(lesson).slug, (course.folder, notebooks or course.notebooks), notebooks)
    with suppress(KeyboardInterrupt):
        asyncio.run(serve(watched, port, tell))


@author.command(epilog=example("author stress first-lesson.first-question --html question.html"))
@click.argument("question", required=False)
@click.option(
    "--draws", type=click.IntRange(1), help="How many learners to make it for.  [default: 1000; 40 without QUESTION]"
)
@click.option("--html", type=FILE, metavar="FILE", help="Also write the results as a web page.")
def stress(question: str | None, draws: int | None, html: Path | None) -> None:
    """Make QUESTION (its id, such as first-lesson.first-question) for learners of every kind, and report the results.

    Left out: what people score over the whole course who guess by a rule (the longest option, the last, against the
    advice), beside chance. Ends with 0 if all is sound and no rule helps, with 2 otherwise.
    """
    if question is None:
        raise click.exceptions.Exit(_guessed(draws))
    from outsourcing_lessons.authoring.stress import DRAWS, as_text, stress_html
    from outsourcing_lessons.authoring.stress import stress as stressed

    slug = question.partition(".")[0]
    found = stressed(course_of(slug).lesson(slug).item(question), draws or DRAWS)
    if html:
        html.write_text(stress_html(found), encoding="utf-8")
    click.echo(as_text(found))
    raise click.exceptions.Exit(FINDINGS if found.faults else 0)


def _guessed(draws: int | None) -> int:
    from outsourcing_lessons.authoring.guessers import DRAWS, MOST_GAIN, as_text, guessers
    from outsourcing_lessons.lessons.courses import chosen

    found = guessers(chosen().lessons, chosen().advice or {}, draws or DRAWS)
    click.echo(as_text(found), nl=False)
    return FINDINGS if any(one.gain > MOST_GAIN for one in found) else 0


@author.command(epilog=example("author fields 01"))
@click.argument("lesson", required=False)
def fields(lesson: str | None) -> None:
    """List the fields that text may use in braces, as Markdown: in every lesson, and in LESSON (default: all)."""
    from outsourcing_lessons.authoring.fields_page import fields_page

    course = course_of(lesson)
    click.echo(fields_page(course, (course.lesson(lesson),) if lesson else course.lessons))
