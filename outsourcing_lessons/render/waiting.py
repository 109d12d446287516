"""What is said while nothing happens, so that whoever waits knows for what."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

EVERY = 10.0  # seconds
Tell = Callable[[str, str], object]

_said: dict[str, float] = {}  # what somebody waits for, and when that was last said


def say(words: str, about: str = "") -> None:
    """Tell the person at the terminal something that is no result; of several who wait for the same, what one says."""
    now = time.monotonic()
    if about and now - _said.get(about, -EVERY) < EVERY * 0.9:
        return
    _said[about] = now
    print(words, file=sys.stderr, flush=True)


_tell: Tell = say


def tell(words: str, about: str) -> None:
    """Say that something is waited for, to whom this process says such things."""
    _tell(words, about)


def tell_through(tell: Tell) -> None:
    """From now on have this process tell somebody else: a worker has no terminal, and its parent has."""
    global _tell
    _tell = tell


@contextmanager
def told_every_while(what: str) -> Iterator[None]:
    """Say every ten seconds that something is still waited for, and for how long by now.

    ``what``: the beginning of the sentence, such as ``"s3://bucket has not answered"``.
    """
    over, begun = threading.Event(), time.monotonic()

    def tell_for_how_long() -> None:
        while not over.wait(EVERY):
            tell(f"{what} for {time.monotonic() - begun:.0f} seconds; still waiting", what)

    teller = threading.Thread(target=tell_for_how_long, daemon=True)
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()
