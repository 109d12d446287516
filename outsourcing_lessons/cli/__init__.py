"""The command line: ``outsourcing-lessons VERB``; a verb is loaded when it is called or asked for help, not before."""

from __future__ import annotations

import importlib
import sys

import click

from outsourcing_lessons import __version__

# Verb, and what it does: said here so that --help need not load the verbs, some of which import half of Jupyter.
VERBS = {
    "lab": "Open the course in JupyterLab, in a copy of your own.",
    "progress": "Take your answers with you, bring them in elsewhere, or begin again.",
    "doctor": "Find what on this machine would spoil a lesson, and the command that mends it.",
    "render": "Make personalised workbooks for a roster of learners.",
    "items": "Show the questions of a lesson with their keys.",
    "workshop": "Run a live class from this computer.",
    "sample-roster": "Write a roster to start from.",
    "export": "Hand questions, workbooks and results on to a learning platform.",
}
INTERRUPTED = 130


class Verbs(click.Group):
    """A group whose commands are modules of this package: ``sample-roster`` is ``sample_roster`` of that module."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in VERBS:
            return None
        module = name.replace("-", "_")
        return getattr(importlib.import_module(f"{__name__}.{module}"), module)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))


def main_epilog(*lines: str) -> str:
    """Return lines as the worked example at the end of a help text; ``\\b`` keeps click from joining them."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


@click.command(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=main_epilog("outsourcing-lessons lab my-course", "outsourcing-lessons render roster.csv --out workbooks"),
)
@click.version_option(__version__, prog_name="outsourcing-lessons")
@click.option("--course", metavar="ID", help="The course, if several are installed: see `doctor`.")
def cli(course: str | None) -> None:
    """Courses in notebooks, for one learner or for a cohort; the one that comes along is on handing work to others."""
    if course:
        from outsourcing_lessons.lessons.courses import use

        use(course)


def main(arguments: list[str] | None = None) -> None:
    """Run a verb and exit: 0 all done, 1 something failed, 2 the input or the call is wrong, 130 interrupted.

    A verb finds the arguments as they were given in the object of its context.
    """
    from outsourcing_lessons.errors import OutsourcingLessonsError

    # A pipe or an old terminal may not know the characters of a name; a question mark is better than a traceback.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    given = sys.argv[1:] if arguments is None else [*arguments]
    try:
        sys.exit(cli.main(given, prog_name="outsourcing-lessons", standalone_mode=False, obj=given))
    except click.exceptions.Abort:
        click.echo("Interrupted.", err=True)
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except OutsourcingLessonsError as error:
        click.echo(str(error), err=True)
        sys.exit(error.exit_code)
