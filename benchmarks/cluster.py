"""A large cohort past one machine: on a Dask cluster into an object storage, and its index in a browser.

Starts a scheduler, workers and an S3 server (moto) on this machine, renders, and prints what it cost and how memory
went. The course is the one that ``OUTSOURCING_LESSONS_COURSE`` names. ``python benchmarks/cluster.py --learners
20000`` takes hours on two cores, twenty minutes with a small course, one lesson, ``--formats ipynb`` and ``--cells
4``, which leave of each lesson its first cells; ``--learners 200`` is over in a few minutes. With ``--minutes`` it
ends by then, with whoever is done. Seconds are of the clock on the wall unless they are CPU seconds, which are those
of a process and of all that it started; MB are resident memory. Linux only, since it reads ``/proc``.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from outsourcing_lessons.learner import LearnerProfile, seed_of
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.render.deliver.wanted import Wanted
from outsourcing_lessons.render.object_store import ObjectStore, journal_of
from outsourcing_lessons.render.paging import ROWS
from outsourcing_lessons.render.run import Run, render
from outsourcing_lessons.render.stopping import Stopped
from outsourcing_lessons.roster import Roster

PLACE = "s3://bucket/big"
COURSE = chosen()
SERVER = """
import threading
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
threading.Event().wait()
"""
PARTS = 8


def learner(number: int) -> LearnerProfile:
    name, trades = f"learner-{number:06}", sorted(COURSE.trades)
    return LearnerProfile(name, f"Learner {number}", trades[number % len(trades)], seed=seed_of(name))


@contextmanager
def started(what: str, *line: str, **options) -> Iterator[subprocess.Popen]:
    """Run a program of Python's; when it has ended, print its CPU seconds and those of its children."""
    process = subprocess.Popen([sys.executable, *line], text=True, stderr=subprocess.DEVNULL, **options)
    try:
        yield process
    finally:
        process.terminate()
        _, process.returncode, used = os.wait4(process.pid, 0)
        print(f"  {what}: {used.ru_utime + used.ru_stime:.0f} CPU s", flush=True)


def resident(pid: int) -> float:
    """Return the resident memory of a process in MB; 0 if it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1e3 for line in status.splitlines() if line.startswith("VmRSS")), 0.0)


class Watch:
    """Looks at the memory of some processes twice a second."""

    def __init__(self, **pids: int):
        self.pids, self.seen, self._over = pids, [], threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def _look(self) -> None:
        while not self._over.wait(0.5):
            self.seen.append({name: resident(pid) for name, pid in self.pids.items()})

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(self, *_) -> None:
        self._over.set()
        self._thread.join()

    def parts(self, name: str) -> list[float]:
        """Return the most that a process had in each part of the time."""
        values = [one[name] for one in self.seen] or [0.0]
        size = max(1, -(-len(values) // PARTS))
        return [max(values[start : start + size]) for start in range(0, len(values), size)]


@contextmanager
def shortened(cells: int) -> Iterator[None]:
    """Leave of each lesson its first cells; all when 0."""
    whole = Course.notebook_of
    with tempfile.TemporaryDirectory() as folder:

        def short(course: Course, lesson: Lesson) -> Path:
            nb = json.loads(whole(course, lesson).read_text(encoding="utf-8"))
            place = Path(folder) / lesson.notebook
            place.write_text(json.dumps(nb | {"cells": nb["cells"][: cells or None]}), encoding="utf-8")
            return place

        with patch.object(Course, "notebook_of", short):
            yield


def ended_after(minutes: float) -> None:
    """Have the batch end in order, as Ctrl-C would end it."""
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    signal.alarm(round(60 * minutes))


def rendered(learners: int, workers: int, **what: list[str]) -> None:
    """Render a cohort on a cluster into an object storage and print what it took."""
    environment = os.environ | {"DASK_DISTRIBUTED__WORKER__DAEMON": "False"}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    pipe = {"stdout": subprocess.PIPE}
    with tempfile.TemporaryDirectory() as folder, started("storage", "-c", SERVER, **pipe) as storage:
        port = int(storage.stdout.readline())
        access = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_DEFAULT_REGION": "us-east-1"}
        access["AWS_ENDPOINT_URL"] = f"http://127.0.0.1:{port}"
        os.environ.update(access | {"XDG_CONFIG_HOME": folder})
        environment |= access
        _bucket()
        note = Path(folder) / "scheduler.json"
        code = "from distributed.cli.{0} import main; main()"
        line = ("-c", code.format("dask_scheduler"), "--port", "0", "--no-dashboard", "--scheduler-file", str(note))
        with started("scheduler", *line, env=environment) as scheduler:
            _wait_for(note)
            options = ("--nthreads", "1", "--nworkers", str(workers), "--no-dashboard", "--scheduler-file", str(note))
            with started("workers", "-c", code.format("dask_worker"), *options, env=environment):
                cohort, address = [learner(number) for number in range(learners)], _address(note, workers)
                _measured(cohort, address, scheduler.pid, what)
        _opened(cohort[-1].learner_id, learners, Path(folder))


def _bucket() -> None:
    import fsspec

    fsspec.filesystem("s3").mkdir("bucket")


def _wait_for(note: Path) -> None:
    while not note.exists():
        time.sleep(0.1)


def _address(note: Path, workers: int) -> str:
    """Return where the scheduler is, once all its workers are there."""
    from distributed import Client

    address = json.loads(note.read_text())["address"]
    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=300)
    return address


def _measured(cohort: list[LearnerProfile], address: str, scheduler: int, what: dict[str, list[str]]) -> None:
    print(f"{len(cohort)} learners of {COURSE.id}, {what}")
    order = (Roster(tuple(cohort)), PLACE, Wanted(**what), Run(scheduler=address))
    begun, used = time.perf_counter(), time.process_time()
    with Watch(scheduler=scheduler, command=os.getpid()) as watch:
        try:
            report = render(*order)
        except Stopped as stopped:
            report = stopped.report
    signal.alarm(0)
    seconds = time.perf_counter() - begun
    print(f"  {report.whole} have everything after {seconds:.0f} s, {1000 * seconds / report.whole:.0f} ms a learner")
    print(f"  command: {time.process_time() - used:.0f} CPU s")
    for name in ("scheduler", "command"):
        print(f"  {name}: {', '.join(f'{value:.0f}' for value in watch.parts(name))} MB at most, by eighth of the time")
    if report.whole < len(cohort):
        return
    begun, used = time.perf_counter(), time.process_time()
    again = render(*order)
    seconds, used = time.perf_counter() - begun, time.process_time() - used
    print(f"  the same command again: {seconds:.0f} s, {used:.0f} CPU s, {again.kept} kept")


def _opened(last: str, learners: int, folder: Path) -> None:
    """Open the index in a browser, and find the last learner there."""
    from playwright.sync_api import sync_playwright

    store = ObjectStore(PLACE)
    names = ["index.html", *(f"index-{page}.html" for page in range(2, -(-learners // ROWS) + 1))]
    sizes = {name: len(store.read(name)) / 1e6 for name in [*names, "report.json"]}
    print(f"  report.json {sizes.pop('report.json'):.1f} MB, journal {journal_of(PLACE).stat().st_size / 1e6:.1f} MB")
    print(f"  index: {len(names)} pages, the first {sizes['index.html']:.2f} MB, all {sum(sizes.values()):.1f} MB")
    for name in names:
        (folder / name).write_bytes(store.read(name))
    with sync_playwright() as playwright:
        options = {"executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"), "args": ["--no-sandbox"]}
        with playwright.chromium.launch(**options) as browser:
            page = browser.new_page()
            page.set_default_timeout(200_000)
            page.goto((folder / "index.html").as_uri())
            seconds = page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart") / 1000
            begun = time.perf_counter()
            if len(names) > 1:
                page.get_by_label("Find a learner").fill(last)
                page.locator("#found a").wait_for()
            print(f"  opened in {seconds:.2f} s; the last learner found in {time.perf_counter() - begun:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learners", type=int, default=200)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--lessons", default=COURSE.lessons[0].number, help="with commas")
    parser.add_argument("--formats", default="html", help="with commas; notebooks are the smallest")
    parser.add_argument("--cells", type=int, default=0, help="of each lesson; all when 0")
    parser.add_argument("--minutes", type=float, default=0, help="for the first run; no end when 0")
    asked = parser.parse_args()
    ended_after(asked.minutes)
    with shortened(asked.cells):
        rendered(asked.learners, asked.workers, lessons=asked.lessons.split(","), formats=asked.formats.split(","))


if __name__ == "__main__":
    main()
