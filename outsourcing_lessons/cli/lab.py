"""The verb ``lab``: the learner's own copy of the course, open in JupyterLab."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from outsourcing_lessons.cli import example
from outsourcing_lessons.cli.options import NOTEBOOKS

EXAMPLE = example("lab my-course --no-browser --port 8899", "lab --full my-course", "lab --author my-notebooks")
LAB = Path(__file__).parents[1] / "lab"
MODE = "OUTSOURCING_LESSONS_MODE"  # read by the part of Jupyter's server (lab/server_extension.py)
# What the list of files leaves out: Jupyter's own patterns, and what no learner opens by a double click.
HIDDEN = ("__pycache__", "*.pyc", "*.pyo", ".DS_Store", "*~", "my-progress*.sqlite*")


@click.command(short_help="Open your own copy of the course in JupyterLab.", epilog=EXAMPLE)
@click.argument("arguments", metavar="[DIR] [-- JUPYTER_OPTIONS...]", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--author", is_flag=True, help="An author's copy: every cell can be changed, and nothing is ever restored."
)
@click.option("--full", is_flag=True, help="Show all of JupyterLab around a lesson: menus, files, cells.")
@NOTEBOOKS
@click.option("--no-browser", is_flag=True, help="Print the address; do not open a browser.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on.  [default: the next free one]")
def lab(arguments: tuple[str, ...], author: bool, full: bool, no_browser: bool, port: int | None) -> None:
    """Put your own copy of the course into DIR (default: ./my-course) and open it in JupyterLab.

    Your work is never overwritten: a newer version of a lesson is saved beside yours, with a note. A lesson that cannot
    be read is renamed and replaced by a fresh copy. Changed texts and questions are restored, and the changed file is
    kept beside them. JupyterLab listens on this computer only.
    Options after -- are passed to JupyterLab.

    A lesson opens as a page that starts by itself; --full shows all of JupyterLab around it, and so does a button on
    the page.

    With --author, DIR (default: ./my-notebooks) is a copy for instructors: change, move, add and delete cells as
    you like, and give the folder to render, workshop start, items and export as --notebooks.
    """
    from outsourcing_lessons.errors import InputError, OutsourcingLessonsError
    from outsourcing_lessons.lab import author_copy, learner_copy
    from outsourcing_lessons.lessons.courses import use_where
    from outsourcing_lessons.lessons.own_notebooks import own_folder

    named = bool(arguments) and not arguments[0].startswith("-")
    folder = Path(arguments[0] if named else ("my-notebooks" if author else "my-course"))
    give = author_copy.give if author else learner_copy.give
    try:
        course = use_where(learner_copy.held_in(folder), folder, InputError)
        notes = give(own_folder() or course.notebooks, folder)
    except OutsourcingLessonsError as error:
        click.echo(f"Error: {error}", err=True)
        raise click.exceptions.Exit(error.exit_code) from None
    for note in notes:
        click.echo(note)
    options = ["--no-browser"] * no_browser + ([f"--ServerApp.port={port}"] if port is not None else [])
    os.environ[MODE] = "full" if full or author else "lesson"
    hidden = [] if full or author else [f"--ContentsManager.hide_globs={pattern}" for pattern in HIDDEN]
    start(command(folder.resolve(), [*hidden, *options, *arguments[named:]]))


def command(folder: Path, options: list[str]) -> list[str]:
    """Return the command that starts JupyterLab on a copy of the course.

    The first notebook of the folder is opened; the ``options`` are what the learner wants besides, and win over ours.
    """
    first = min(folder.glob("*.ipynb"), key=lambda path: path.stem).name
    ours = [
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url=/lab/tree/{first}",
        "--ServerApp.ip=127.0.0.1",
        "--ServerApp.jpserver_extensions=outsourcing_lessons.lab.server_extension=True",
        "--ServerApp.kernel_spec_manager_class=outsourcing_lessons.own_kernel.OwnKernels",
        # No request leaves this machine: neither for news nor for newer versions.
        f"--LabApp.app_settings_dir={LAB / 'settings'}",
        f"--LabApp.extra_labextensions_path={LAB / 'labextensions'}",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
        # Nor are npm, R and others started to find out which language servers there are.
        "--LanguageServerManager.autodetect=False",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        ours.append("--ServerApp.allow_root=True")
    return [sys.executable, "-m", "outsourcing_lessons.lab.jupyter", *ours, *options]


def start(arguments: list[str]) -> None:
    """Become JupyterLab; where a process cannot turn into another, wait for it."""
    if os.name == "posix":
        os.execv(arguments[0], arguments)
    sys.exit(subprocess.run(arguments, check=False).returncode)
