"""A job in a child of its own, forked from a warmed process: begun in milliseconds, with limits, sharing nothing.

- The process that forks has imported everything and drawn, compiled and computed nothing: libraries that do so start
  threads, a fork takes only one thread along, and the child would wait for the others for ever.
- Every limit is held from outside, so that code which cannot be interrupted is ended too. For that the child notes on
  a piece of shared memory since when it has been at what.
- A child dies with its parent. With it, or after it, die the processes it started.
"""

from __future__ import annotations

import ctypes
import mmap
import multiprocessing
import os
import signal
import struct
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from outsourcing_lessons.render.limits import Limits, too_long_for_a_cell

TICK_SECONDS = 0.25
GRACE_SECONDS = 2  # for a cell to be ended from inside, which leaves the better trace
DYING_SECONDS = 30  # a busy machine takes its time over a death, and how it came about is to be known
PR_SET_PDEATHSIG = 1
Note = Callable[[str], None]
_HEAD = struct.Struct("dH")


@dataclass(frozen=True)
class Ended:
    """What comes back for a child that gave no result; ``signal`` is the one that ended it, if one did."""

    reason: str
    detail: str
    signal: int = 0


class Board:
    """What a child is at, and since when, written where its parent can read it."""

    def __init__(self):
        self._shared = mmap.mmap(-1, mmap.PAGESIZE)

    def note(self, what: str) -> None:
        """Say what begins now; nothing that has a limit of its own when empty."""
        text = what.encode()[: mmap.PAGESIZE - _HEAD.size]
        self._shared[_HEAD.size : _HEAD.size + len(text)] = text
        self._shared[: _HEAD.size] = _HEAD.pack(time.monotonic(), len(text))

    def read(self) -> tuple[str, float]:
        """Return what the child is at, and for how many seconds."""
        since, length = _HEAD.unpack(self._shared[: _HEAD.size])
        text = self._shared[_HEAD.size : _HEAD.size + length].decode(errors="replace")
        return text, time.monotonic() - since

    def close(self) -> None:
        self._shared.close()


def call(work: Callable[[Note], Any], limits: Limits, since: float | None = None) -> Any:
    """Return what the work gives when a forked child does it, or `Ended`.

    The work is given something to call with what it is at, and its result can be pickled. The learner's time began at
    ``since``, by the monotonic clock, if that was before now.

    Raises OSError when no child can be had.
    """
    board = Board()
    receiver, sender = multiprocessing.Pipe(duplex=False)
    try:
        parent, pid = os.getpid(), os.fork()
        if pid == 0:
            _live(work, board, sender, limits, parent)
        sender.close()
        return _Child(pid, receiver, board, limits, time.monotonic() if since is None else since).result()
    finally:
        for each in (sender, receiver, board):
            each.close()


def _live(work: Callable[[Note], Any], board: Board, sender: Connection, limits: Limits, parent: int) -> None:
    """Be the child; never return."""
    code = 1
    try:
        os.setpgid(0, 0)
        die_with(parent)
        limit_memory(limits.memory)
        sender.send(work(board.note))
        code = 0
    finally:
        os._exit(code)


def die_with(parent: int) -> None:
    """Have the system end this process when its parent ends, however that comes about."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def limit_memory(size: int) -> None:
    """Let this process, and those it starts, have so many bytes each; only Linux keeps to it."""
    if not sys.platform.startswith("linux"):
        return
    import resource

    # Data, not address space: threads reserve far more addresses than they ever use.
    resource.setrlimit(resource.RLIMIT_DATA, (size, size))


class _Child:
    """A child as its parent sees it."""

    def __init__(self, pid: int, receiver: Connection, board: Board, limits: Limits, begun: float):
        self.pid, self._receiver, self._board, self._limits = pid, receiver, board, limits
        self._begun, self._boss = begun, os.getppid()

    def result(self) -> Any:
        try:
            while not self._receiver.poll(TICK_SECONDS):
                if os.getppid() != self._boss:
                    os._exit(1)  # nobody waits for the result any more, and the child dies with us
                if ended := self._over_limit():
                    return ended
                if (ended := self._status()) and not self._receiver.poll(0):  # it may have sent its result just now
                    return ended
            return self._received()
        finally:
            self._end()

    def _received(self) -> Any:
        try:
            return self._receiver.recv()
        except (EOFError, OSError):
            deadline = time.monotonic() + DYING_SECONDS
            while not (ended := self._status()) and time.monotonic() < deadline:
                time.sleep(0.01)
            return ended or Ended("worker died", "the process that made this workbook went silent")

    def _over_limit(self) -> Ended | None:
        what, seconds = self._board.read()
        if what and seconds > self._limits.cell_seconds + GRACE_SECONDS:
            return Ended("timeout", f"{what} {too_long_for_a_cell(self._limits.cell_seconds)}")
        if time.monotonic() - self._begun > self._limits.learner_seconds:
            return Ended("timeout", f"{self._limits.too_long}; it was at {what}" if what else self._limits.too_long)
        return None

    def _status(self) -> Ended | None:
        """Say how the child died, if it did, without taking note of it yet: its number is still ours."""
        status = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        if status is None:
            return None
        exited = status.si_code == os.CLD_EXITED
        how = f"{'with code' if exited else 'by signal'} {status.si_status}"
        what, _ = self._board.read()
        ended = f"the process that made this workbook was ended {how}"
        return Ended("worker died", f"{ended}; {what}" if what else ended, 0 if exited else status.si_status)

    def _end(self) -> None:
        for kill in (os.killpg, os.kill):
            try:
                kill(self.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass  # not yet a group of its own, or gone
        os.waitpid(self.pid, 0)
