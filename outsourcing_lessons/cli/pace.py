"""How far a batch is: a bar on a terminal, a line a minute elsewhere, with how long it will still take."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

BETWEEN = 60.0


@contextmanager
def pace(total: int) -> Iterator[Callable[..., None]]:
    """Show progress on the standard error stream; the function given is called once for each learner.

    Parameters
    ----------
    total : int
        How many there will be.
    """
    with _bar(total) if sys.stderr.isatty() else _lines(total) as notice:
        yield notice


@contextmanager
def _bar(total: int) -> Iterator[Callable[..., None]]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=False) as progress:
        bar = progress.add_task("Workbooks", total=total)
        yield lambda *_: progress.advance(bar)


@contextmanager
def _lines(total: int) -> Iterator[Callable[..., None]]:
    begun = last = time.monotonic()
    done = 0

    def notice(*_) -> None:
        nonlocal last, done
        done += 1
        now = time.monotonic()
        if now - last >= BETWEEN:
            left = (now - begun) / done * (total - done)
            click.echo(f"{done} of {total} learners, about {left / 60:.0f} minutes left", err=True)
            last = now

    yield notice
