"""The command line: ``outsourcing-lessons VERB``; a verb is loaded when it is called or asked for help, not before."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from contextlib import suppress

import click

from outsourcing_lessons import __version__

# Verb, and what it does: said here so that --help need not load the verbs, some of which import half of Jupyter.
VERBS = {
    "lab": "Open the course in JupyterLab, in a copy of your own.",
    "progress": "Export your answers, import them elsewhere, or start again.",
    "doctor": "Check this computer for anything that would spoil a lesson, and say how to fix it.",
    "render": "Make personalised workbooks for a roster of learners.",
    "collect": "Turn what learners hand in into marks, tables and one page.",
    "items": "Show the questions of a lesson with their keys.",
    "author": "Write lessons and questions: new, check, preview, stress.",
    "workshop": "Run a live class from this computer.",
    "sample-roster": "Write a roster to start from.",
    "brand": "Put your organisation on workbooks and workshops.",
    "export": "Export questions, workbooks and results for a learning platform.",
}
INTERRUPTED = 130
UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EPIPE)


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
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


def example(*lines: str) -> str:
    """Return calls, without the program's name, as the example that ends a help text; click does not join its lines."""
    return "\b\nExample:\n" + "\n".join(f"  outsourcing-lessons {line}" for line in lines)


@click.command(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=example("lab my-course", "render roster.csv --out workbooks"),
)
@click.version_option(__version__, prog_name="outsourcing-lessons")
@click.option("--course", metavar="ID", help="Which course to use, if several are installed; `doctor` lists them.")
def cli(course: str | None) -> None:
    """Interactive courses in notebooks, for one learner or a cohort."""
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
    except OSError as error:
        if not (words := _of_the_terminal(error)):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what is still to be written there would fail once more
        with suppress(OSError):
            click.echo(words, err=True)
        sys.exit(1)


def _of_the_terminal(error: OSError) -> str:
    """Say what is wrong with where a command was called, or return "" for any other error."""
    if error.errno in UNWRITABLE:
        return f"The output cannot be written: {(error.strerror or str(error)).lower()}."
    try:
        os.getcwd()
    except OSError:
        return "The folder you are in is no longer there; change into another one."
    return ""
