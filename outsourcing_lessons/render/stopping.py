"""Being asked to stop: by Ctrl-C, by SIGTERM, by a terminal that is closed. All three are answered alike."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from outsourcing_lessons.fork_server import OF_A_TERMINAL

SIGNALS = (*OF_A_TERMINAL, signal.SIGTERM)
IN_WORDS = {"SIGINT": "Ctrl-C", "SIGTERM": "SIGTERM", "SIGHUP": "SIGHUP, as when its terminal is closed"}


class Asked(KeyboardInterrupt):
    """Raised in the main thread by a signal that asks to stop."""

    def __init__(self, number: int):
        self.number = number


class Stopped(KeyboardInterrupt):
    """A batch that was asked to stop and has come to an orderly end; ``report`` is what it had come to by then."""

    def __init__(self, number: int, report: Any):
        self.number, self.report = number, report


def number_of(asked: KeyboardInterrupt) -> int:
    """Return the signal that asked; Ctrl-C says nothing of itself."""
    return getattr(asked, "number", signal.SIGINT)


def who_asked(asked: KeyboardInterrupt) -> str:
    """Say what it was that asked."""
    return f"it was ended by {IN_WORDS[signal.Signals(number_of(asked)).name]}"


@contextmanager
def answered() -> Iterator[None]:
    """Have SIGTERM and SIGHUP ask once to stop what is done inside, as Ctrl-C does; ``nohup`` is respected."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    terminals = [number for number in (1, 2) if os.isatty(number)]
    asked: list[int] = []

    def stop(number: int, frame: object) -> None:
        _let_go_of([each for each in terminals if not os.isatty(each)])
        # A closed terminal says so several times, and a service manager sends one after the other.
        if not asked:
            asked.append(number)
            raise Asked(number)

    answers = {each: signal.getsignal(each) for each in SIGNALS if each != signal.SIGINT}
    before = {each: answer for each, answer in answers.items() if answer not in (signal.SIG_IGN, None)}
    try:
        for each in before:
            signal.signal(each, stop)
        yield
    finally:
        for each, answer in before.items():
            signal.signal(each, answer)


@contextmanager
def put_off() -> Iterator[None]:
    """Take down being asked to stop, and answer it when what is inside is done."""
    heard: list[tuple[int, FrameType | None]] = []
    here = threading.current_thread() is threading.main_thread()
    found = {each: signal.getsignal(each) for each in SIGNALS} if here else {}
    answers: dict[int, Callable[[int, FrameType | None], Any]] = {
        each: answer for each, answer in found.items() if callable(answer)
    }
    for each in answers:
        signal.signal(each, lambda number, frame: heard.append((number, frame)))
    try:
        yield
    finally:
        for each, answer in answers.items():
            signal.signal(each, answer)
        if heard:
            answers[heard[0][0]](*heard[0])


def _let_go_of(gone: list[int]) -> None:
    """Let what is written to a terminal that is gone go nowhere, instead of failing."""
    for number in gone:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)
