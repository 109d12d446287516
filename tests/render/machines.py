"""A Dask scheduler and its workers, each a process of this machine, started as anybody starts them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.patience import PATIENCE, wait_until

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "tiny_course"
# A worker but for the work, which is quick.
QUICK = "from outsourcing_lessons.render import cluster\nfrom tests.render import quick\ncluster.worker = quick\n"
WORKER = "from distributed.cli.dask_worker import main\nmain()\n"


class Machines:
    """A scheduler, then workers; all are ended when this is left.

    Parameters
    ----------
    folder : Path
        Where the scheduler writes down its address.
    environment : str
        What is set for all of them.
    """

    def __init__(self, folder: Path, **environment: str):
        self._note = folder / "scheduler.json"
        self.environment = os.environ | environment
        self.environment |= {
            "PYTHONPATH": os.pathsep.join((str(ROOT), str(TINY))),
            "DASK_DISTRIBUTED__WORKER__DAEMON": "False",
        }
        self.processes: list[subprocess.Popen] = []
        self.address = ""

    def _start(self, *line: str, **environment: str) -> subprocess.Popen:
        options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
        command = [sys.executable, *line]
        self.processes.append(subprocess.Popen(command, env=self.environment | environment, cwd=ROOT, **options))
        return self.processes[-1]

    def worker(self, code: str = "", **environment: str) -> subprocess.Popen:
        """Start a worker after some code."""
        options = ["--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1", "--nworkers", "1", "--no-nanny"]
        return self._start("-c", code + WORKER, self.address, *options, **environment)

    def wait_for_workers(self, count: int) -> None:
        from distributed import Client

        with Client(self.address, set_as_default=False, timeout=PATIENCE) as client:
            client.wait_for_workers(count, timeout=PATIENCE)

    def __enter__(self) -> Machines:
        # Of a port that is chosen beforehand nobody knows whether it is still free a second later.
        options = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(self._note)]
        try:
            self._start("-m", "distributed.cli.dask_scheduler", *options)
            self.address = wait_until(self._noted)
        except BaseException:
            self.__exit__()
            raise
        return self

    def _noted(self) -> str:
        try:
            return json.loads(self._note.read_text())["address"]
        except (OSError, ValueError):
            return ""  # not yet, or half of it

    def __exit__(self, *_) -> None:
        self._end(self.processes)

    @staticmethod
    def _end(processes: list[subprocess.Popen]) -> None:
        for process in processes:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            process.wait()
