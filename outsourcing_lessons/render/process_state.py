"""What a process has one of, lent to a notebook and given back as it was, whichever way the notebook ends.

- Of ``sys`` and ``builtins`` everything; environment, current folder, answers to signals, log handlers, random numbers.
- What is written and sent while a notebook has the process is the notebook's only if its own threads do so.
- A setting of some other library stays as a cell left it: no list of those could ever be complete.
"""

from __future__ import annotations

import builtins
import decimal
import logging
import os
import random
import signal
import sys
import threading
import warnings
from collections.abc import Iterator, MutableMapping
from contextlib import ExitStack, contextmanager, suppress
from typing import Any
from unittest.mock import patch
from weakref import WeakSet

import numpy


@contextmanager
def lent() -> Iterator[None]:
    """Let everything be changed, and put it back; random numbers begin as in a new process, each time anew."""
    with ExitStack() as back:
        for names in (os.environ, vars(builtins), vars(sys)):
            back.callback(_put_back, names, dict(names))
        for those in (sys.path, sys.argv, logging.root.handlers):
            back.callback(those.__setitem__, slice(None), [*those])
        back.callback(logging.root.setLevel, logging.root.level)
        back.callback(_answer, {each: signal.getsignal(each) for each in signal.valid_signals()})
        with suppress(FileNotFoundError):  # it was taken away, so there is nothing to come back to
            back.callback(os.chdir, os.getcwd())
        back.callback(random.setstate, random.getstate())
        back.callback(numpy.random.set_state, numpy.random.get_state())
        random.seed()
        numpy.random.seed()
        for settings in (warnings.catch_warnings, decimal.localcontext, numpy.printoptions, numpy.errstate):
            back.enter_context(settings())
        yield


def _put_back(names: MutableMapping[str, Any], before: dict[str, Any]) -> None:
    # Not emptied and filled again: other threads may be reading it.
    for name in names.keys() - before.keys():
        del names[name]
    for name, value in before.items():
        if name not in names or names[name] is not value:
            names[name] = value


def _answer(before: dict[int, Any]) -> None:
    for each, answer in before.items():
        if answer is not None and signal.getsignal(each) is not answer:
            signal.signal(each, answer)


class Own:
    """Which of what happens now is a notebook's: what its threads do, but not what is done with its messages."""

    def __init__(self):
        self.lock = threading.RLock()
        self._threads, self._here, self._over = WeakSet([threading.current_thread()]), threading.local(), False

    def is_at_work(self) -> bool:
        """Return whether the notebook itself is calling."""
        heard = self._over or getattr(self._here, "hears", False)
        return not heard and threading.current_thread() in self._threads

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Hand a message over: what is written meanwhile is its reader's, who may log it."""
        with self.lock:
            self._here.hears = True
            try:
                yield
            finally:
                self._here.hears = False

    @contextmanager
    def threads(self) -> Iterator[None]:
        """Count the threads that it starts as its own, until it ends."""
        start = threading.Thread.start

        def begin(thread: threading.Thread) -> None:
            if self.is_at_work():
                self._threads.add(thread)
            start(thread)

        with patch.object(threading.Thread, "start", begin):
            try:
                yield
            finally:
                self._over = True
