"""What is said while nothing happens, so that whoever waits knows for what."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

EVERY = 10.0  # seconds


def say(words: str) -> None:
    """Tell the person at the terminal something that is no result."""
    print(words, file=sys.stderr, flush=True)


@contextmanager
def told_every_while(what: str) -> Iterator[None]:
    """Say every ten seconds that something is still waited for, and for how long by now.

    Parameters
    ----------
    what : str
        The beginning of the sentence, such as ``"s3://bucket has not answered"``.
    """
    over, begun = threading.Event(), time.monotonic()

    def tell() -> None:
        while not over.wait(EVERY):
            say(f"{what} for {time.monotonic() - begun:.0f} seconds; still waiting")

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        over.set()
        teller.join()
