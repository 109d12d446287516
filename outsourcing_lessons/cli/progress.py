"""The verb ``progress``: what a learner did, as one file, into another copy, or put aside to begin again."""

from __future__ import annotations

from pathlib import Path

import click

from outsourcing_lessons.cli import example
from outsourcing_lessons.cli.options import PATH

EXPORT = example("progress export my-course --to my-answers.json")


@click.group(epilog=EXPORT)
def progress() -> None:
    """Export your answers, import them somewhere else, or start again.

    DIR is the folder of your course: ./my-course, or this folder if your answers are in it.
    """


@progress.command(epilog=EXPORT)
@click.argument("folder", metavar="[DIR]", type=PATH, required=False)
@click.option("--to", metavar="FILE", type=PATH, help="The file to write.  [default: my-answers DATE.json here]")
def export(folder: Path | None, to: Path | None) -> None:
    """Write everything you did into one file."""
    from outsourcing_lessons.errors import InputError, StoreError
    from outsourcing_lessons.notebook_files import write
    from outsourcing_lessons.progress.archive import exported, free_name

    store = _store(folder)
    if not store.path.exists():
        raise InputError(f"there are no answers in {store.path.parent} yet")
    target = to or free_name(Path())
    if target.exists():
        raise InputError(f"{target} already exists and is not overwritten; choose another name")
    try:
        write(target, exported(store).decode())
    except OSError as error:
        raise StoreError(f"{target} cannot be written: {error.strerror or error}") from error
    click.echo(f"Everything you did is in “{target}”.")


@progress.command("import", epilog=example("progress import my-answers.json my-course"))
@click.argument("file", type=PATH)
@click.argument("folder", metavar="[DIR]", type=PATH, required=False)
def import_(file: Path, folder: Path | None) -> None:
    """Add the answers in FILE to yours. None of yours is replaced, and importing a file twice changes nothing."""
    from outsourcing_lessons.errors import InputError
    from outsourcing_lessons.lab.start_notebook import learner_in
    from outsourcing_lessons.progress.archive import brought_in

    store = _store(folder)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror or error}") from error
    click.echo(f"{brought_in(store, content, file.name, learner_in(store.path.parent))}.")


@progress.command(epilog=example("progress reset my-course"))
@click.argument("folder", metavar="[DIR]", type=PATH, required=False)
@click.option("--yes", is_flag=True, help="Do not ask.")
def reset(folder: Path | None, yes: bool) -> None:
    """Start again with no answers. Your old ones are kept in a file, not deleted."""
    store = _store(folder)
    if not store.path.exists():
        click.echo(f"There are no answers in {store.path.parent}: nothing to reset.")
        return
    if not yes and not click.confirm(f"Set all your answers in {store.path.parent} aside and start again?"):
        click.echo("Nothing was changed.")
        return
    aside = store.put_aside()
    click.echo(f"Your answers are now in “{aside.name}”.")
    click.echo(f'To get them back: outsourcing-lessons progress import "{aside}" "{aside.parent}"')


def _store(folder: Path | None):
    """Return the progress of a course's folder; one that is not there is a mistake in the call."""
    from outsourcing_lessons.errors import InputError
    from outsourcing_lessons.progress.archive import progress_of

    here = progress_of(Path()).path.exists()
    found = folder or (Path() if here else Path("my-course"))
    if not found.is_dir():
        raise InputError(f"there is no folder {found}; give the folder of your course")
    return progress_of(found)
