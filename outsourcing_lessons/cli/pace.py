"""How far a batch is: a bar on a terminal, a line a minute elsewhere, with how long it will still take."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from math import ceil
from typing import Protocol

import click

BETWEEN = 60.0


class Pace(Protocol):
    """Whom a batch tells how far it is."""

    def beginning(self, total: int) -> None:
        """Hear how many learners there will be."""

    def one(self, *_) -> None:
        """Hear that one of them is done."""


@contextmanager
def pace() -> Iterator[Pace]:
    """Show progress on the standard error stream."""
    with _bar() if sys.stderr.isatty() else nullcontext(Lines()) as told:
        yield told


@contextmanager
def _bar() -> Iterator[Pace]:
    from rich import progress as rich
    from rich.console import Console

    named, times = rich.TextColumn("{task.description}"), (rich.TimeElapsedColumn(), rich.TimeRemainingColumn())
    columns = (named, rich.BarColumn(), rich.MofNCompleteColumn(), *times)

    class Bar:
        def beginning(self, total: int) -> None:
            self.bar = progress.add_task("Workbooks", total=total)

        def one(self, *_) -> None:
            progress.advance(self.bar)

    with rich.Progress(*columns, console=Console(stderr=True), transient=False) as progress:
        yield Bar()


class Lines:
    """A line a minute."""

    def beginning(self, total: int) -> None:
        self.total, self.done = total, 0
        self.begun = self.last = time.monotonic()

    def one(self, *_) -> None:
        self.done += 1
        now = time.monotonic()
        if now - self.last >= BETWEEN:
            left = (now - self.begun) / self.done * (self.total - self.done)
            click.echo(f"{self.done} of {self.total} learners, {_about(left)} left", err=True)
            self.last = now


def _about(seconds: float) -> str:
    """Say how long it will still take.

    Examples
    --------
    >>> _about(20), _about(80), _about(600)
    ('less than a minute', 'about 2 minutes', 'about 10 minutes')
    """
    return "less than a minute" if seconds < 60 else f"about {ceil(seconds / 60)} minutes"
