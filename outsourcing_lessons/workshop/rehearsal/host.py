"""The server of a rehearsal: the real one, as a process of its own, to be killed and started again on the same file."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import IO

from outsourcing_lessons.errors import WorkshopError

PATIENCE = 120  # seconds for a server to answer: on a busy machine, its imports alone take many
TOLERATED = 3  # lines about what is expected: the join code stands on that terminal
LOOK = 0.5  # seconds between two looks at what it takes


class Host:
    """``outsourcing-lessons workshop start`` on a file that is made already, with more ``options``.

    It runs ``under`` a command: with a lower limit, or in another network.
    """

    def __init__(self, path: Path, port: int, under: tuple[str, ...] = (), options: tuple[str, ...] = ()):
        self.path, self.port, self.under, self.options = path, port, under, options
        self.cpu, self.memory, self.lives = 0.0, 0, 0
        self.down: list[tuple[float, float]] = []
        self._cpu = 0.0
        self._said: IO[bytes] | None = None  # a file: a pipe that nobody reads would fill, and hold the server up
        self.complaints: list[str] = []
        self.expected: tuple[str, ...] = ()  # beginnings of lines of which a few are no complaint

    def command(self) -> list[str]:
        """Return what starts it."""
        start = [sys.executable, "-m", "outsourcing_lessons", "workshop", "start", "--db", str(self.path)]
        return [*self.under, *start, "--port", str(self.port), *self.options]

    async def start(self) -> None:
        """Start it, and wait until it answers."""
        self._collect()
        self._said = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            self.command(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self._said
        )
        self.lives, self._cpu = self.lives + 1, 0.0
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            if await self._answers():
                return
            await asyncio.sleep(0.05)
        self.stop()
        why = self.complaints[-1] if self.complaints else "it printed nothing"
        raise WorkshopError(f"the server did not start: {why}")

    async def _answers(self) -> bool:
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.port)
        except OSError:
            return False
        writer.close()
        return True

    async def kill_and_restart(self) -> None:
        """End it as a power cut would, and start it again."""
        began = time.time()
        self.look()
        self.process.send_signal(signal.SIGKILL)
        self._ended()
        await self.start()
        self.down.append((began, time.time()))

    def stop(self) -> None:
        """End it as Ctrl+C would."""
        self.look()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.process.wait()
        self._collect()

    def _collect(self) -> None:
        """Note what a server that is over has complained of."""
        if self._said is None:
            return
        with self._said as file:
            file.seek(0)
            said = file.read().decode("utf-8", "replace").splitlines()
        self._said = None
        known = [line for line in said if line.startswith(self.expected)]
        self.complaints += [line for line in said if line.strip() not in ("", "Interrupted.", *known)] + known[
            TOLERATED:
        ]

    def _ended(self) -> None:
        self.process.wait()
        self.cpu, self._cpu = self.cpu + self._cpu, 0.0

    async def watch(self) -> None:
        """Note what it takes, until cancelled."""
        while True:
            self.look()
            await asyncio.sleep(LOOK)

    def look(self) -> float:
        """Return the processor time it took so far; where there is no /proc (macOS, Windows), nothing is known: 0."""
        try:
            times = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
            status = Path(f"/proc/{self.process.pid}/status").read_text()
        except OSError:
            return self._cpu
        self._cpu = (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
        peak = [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")]
        self.memory = max([self.memory, *peak])
        return self._cpu

    @property
    def cpu_seconds(self) -> float:
        return self.cpu + self._cpu
