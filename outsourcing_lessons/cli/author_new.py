"""``outsourcing-lessons author new``: a lesson, a question, an explorer or a trade, in its place and sound at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from outsourcing_lessons.cli import example

if TYPE_CHECKING:
    from outsourcing_lessons.lessons.course import Course


@click.group(epilog=example('author new lesson "When nobody answers"'))
def new() -> None:
    """Start a new lesson, question, explorer or trade: a working draft in the right place."""


@new.command(epilog=example('author new lesson "When nobody answers"'))
@click.argument("name")
def lesson(name: str) -> None:
    """Start a lesson called NAME at the end of the course: its folder, its notebook, its line in course.toml."""
    from outsourcing_lessons.authoring.new.lesson import new_lesson
    from outsourcing_lessons.lessons.courses import chosen

    slug, files = new_lesson(chosen(), name)
    _told(files, f"author check {slug}")


@new.command(epilog=example("author new question first-lesson.second-job --section recall"))
@click.argument("question")
@click.option(
    "--section",
    type=click.Choice(["practice", "when-wrong", "recall"]),
    default="practice",
    show_default=True,
    help="Where in the lesson it is asked.",
)
@click.option(
    "--type",
    "kind",
    type=click.Choice(["choice", "order", "number", "prediction"]),
    default="choice",
    show_default=True,
    help="A number is worked out in Python; so is a prediction, which comes with its reveal.",
)
def question(question: str, section: str, kind: str) -> None:
    """Start QUESTION (its id: the lesson, a dot, a name) in the folder of its lesson, and ask it in the notebook."""
    from outsourcing_lessons.authoring.new.question import new_question

    slug, name = _parts(question, "QUESTION")
    _told(new_question(course_of(slug), slug, name, section, kind), f"author stress {question}")


@new.command(epilog=example("author new explorer first-lesson.what-it-costs"))
@click.argument("explorer")
@click.option("--turns", is_flag=True, help="Played move by move, with luck; without it, it has sliders.")
def explorer(explorer: str, turns: bool) -> None:
    """Start EXPLORER (its id: the lesson, a dot, a name): its model in Python and JavaScript, and a notebook cell."""
    from outsourcing_lessons.authoring.new.explorer import new_explorer

    slug, name = _parts(explorer, "EXPLORER")
    _told(new_explorer(course_of(slug), slug, name, turns), f"author check {slug}")


@new.command(epilog=example('author new trade "flower shop"'))
@click.argument("name")
def trade(name: str) -> None:
    """Start a trade called NAME: a file with every slot, what belongs in it, and what another trade has there."""
    from outsourcing_lessons.authoring.new.trade import new_trade
    from outsourcing_lessons.lessons.courses import chosen
    from outsourcing_lessons.lessons.names import FILE as NAMES
    from outsourcing_lessons.lessons.names import sharing

    course = chosen()
    _told(new_trade(course, name), "author check")
    if groups := sharing(course.folder, len(course.trade_names) + 1):
        click.echo(
            f"if you like: one more name of a woman (she) and of a man (he) in each group of {course.folder / NAMES}"
            f" ({', '.join(groups)}); until then the owner and the customer share theirs with another trade there"
        )


def course_of(lesson: str | None) -> Course:
    """Return the course of a lesson, which this process is about from now on; without one, the course that it is."""
    from outsourcing_lessons.lessons.courses import course_for, use

    return use(course_for(lesson or "").id)


def _parts(whole_id: str, argument: str) -> tuple[str, str]:
    slug, dot, name = whole_id.partition(".")
    if not dot:
        raise click.BadParameter("include the lesson: first-lesson.second-job", param_hint=argument)
    return slug, name


def _told(files: Iterable[Path], then: str) -> None:
    for path in files:
        click.echo(f"wrote {path}")
    click.echo(f"next:  outsourcing-lessons {then}")
