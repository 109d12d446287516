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

from outsourcing_lessons.errors import WorkshopError

PATIENCE = 120  # seconds for a server to answer: on a busy machine, its imports alone take many
LOOK = 0.5  # seconds between two looks at what it takes


class Host:
    """``outsourcing-lessons workshop start`` on a file.

    Parameters
    ----------
    path : Path
        The file, made already.
    port : int
        Where it listens.
    """

    def __init__(self, path: Path, port: int):
        self.path, self.port = path, port
        self.cpu, self.memory, self.lives = 0.0, 0, 0
        self.down: list[tuple[float, float]] = []
        self._cpu = 0.0
        self._folder = tempfile.TemporaryDirectory()
        self._said = Path(self._folder.name, "said")  # a pipe that nobody reads would fill, and hold the server up
        self.complaints: list[str] = []

    async def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [sys.executable, "-m", "outsourcing_lessons", "workshop", "start", "--db", str(self.path)]
        self._collect()
        with self._said.open("wb") as said:
            self.process = subprocess.Popen(
                [*command, "--port", str(self.port)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said
            )
        self.lives, self._cpu = self.lives + 1, 0.0
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", self.port)
                return writer.close()
            except OSError:
                await asyncio.sleep(0.05)
        self.stop()
        why = self.complaints[-1] if self.complaints else "it printed nothing"
        raise WorkshopError(f"the server did not start: {why}")

    async def kill_and_restart(self) -> None:
        """End it as a power cut would, and start it again."""
        began = time.time()
        self._look()
        self.process.send_signal(signal.SIGKILL)
        self._ended()
        await self.start()
        self.down.append((began, time.time()))

    def stop(self) -> None:
        """End it as Ctrl+C would."""
        self._look()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
        self.process.wait()
        self._collect()
        self._folder.cleanup()

    def _collect(self) -> None:
        """Note what a server that is over has complained of."""
        if self._said.exists():
            said = self._said.read_text("utf-8", "replace").splitlines()
            self.complaints += [line for line in said if line.strip() not in ("", "Interrupted.")]

    def _ended(self) -> None:
        self.process.wait()
        self.cpu, self._cpu = self.cpu + self._cpu, 0.0

    async def watch(self) -> None:
        """Note what it takes, until cancelled."""
        while True:
            self._look()
            await asyncio.sleep(LOOK)

    def _look(self) -> None:
        """Read from /proc; where there is none (macOS, Windows), nothing is known and 0 stays."""
        try:
            times = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
            status = Path(f"/proc/{self.process.pid}/status").read_text()
        except OSError:
            return
        self._cpu = (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
        peak = [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")]
        self.memory = max([self.memory, *peak])

    @property
    def cpu_seconds(self) -> float:
        return self.cpu + self._cpu
