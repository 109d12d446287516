"""A large cohort past one machine: on a Dask cluster into an object storage, and its index in a browser.

Starts a scheduler, workers and an S3 server (moto) on this machine, renders, and prints what it cost and how memory
went. The course is the one that ``OUTSOURCING_LESSONS_COURSE`` names. ``python benchmarks/cluster.py --learners 20000``
takes hours on two cores, and an hour for a small course and ``--formats ipynb``; ``--learners 200`` is over in a few
minutes. Seconds are of the clock on the wall, MB are resident memory; Linux only, since it reads ``/proc``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from outsourcing_lessons.learner import LearnerProfile, seed_of
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render.deliver.wanted import Wanted
from outsourcing_lessons.render.plan import Source
from outsourcing_lessons.render.report import Report, pages_of
from outsourcing_lessons.render.run import Run, render
from outsourcing_lessons.render.storage import StoredFile
from outsourcing_lessons.render.worker import Done
from outsourcing_lessons.roster import Roster

ROOT = Path(__file__).parents[1]
COURSE = chosen()
SERVER = """
import threading
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
threading.Event().wait()
"""
QUARTERS = 4


def learner(number: int) -> LearnerProfile:
    name, trades = f"learner-{number:06}", sorted(COURSE.trades)
    return LearnerProfile(name, f"Learner {number}", trades[number % len(trades)], seed=seed_of(name))


@contextmanager
def started(*line: str, **options) -> Iterator[subprocess.Popen]:
    process = subprocess.Popen([sys.executable, *line], text=True, stderr=subprocess.DEVNULL, **options)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)


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

    def quarters(self, name: str) -> list[float]:
        """Return the most that a process had in each quarter of the time."""
        values = [one[name] for one in self.seen] or [0.0]
        size = max(1, -(-len(values) // QUARTERS))
        return [max(values[start : start + size]) for start in range(0, len(values), size)]


def rendered(learners: int, workers: int, **what: list[str]) -> None:
    """Render a cohort on a cluster into an object storage and print what it took."""
    environment = os.environ | {"DASK_DISTRIBUTED__WORKER__DAEMON": "False"}
    environment["PYTHONPATH"] = os.pathsep.join(sys.path)
    with tempfile.TemporaryDirectory() as folder, started("-c", SERVER, stdout=subprocess.PIPE) as storage:
        port = int(storage.stdout.readline())
        access = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_DEFAULT_REGION": "us-east-1"}
        os.environ.update(access | {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}", "XDG_CONFIG_HOME": folder})
        environment |= access | {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}"}
        _bucket()
        note = Path(folder) / "scheduler.json"
        code = "from distributed.cli.{0} import main; main()"
        line = ("-c", code.format("dask_scheduler"), "--port", "0", "--no-dashboard", "--scheduler-file", str(note))
        with started(*line, env=environment) as scheduler:
            _wait_for(note)
            options = ("--nthreads", "1", "--nworkers", str(workers), "--no-dashboard", "--scheduler-file", str(note))
            with started("-c", code.format("dask_worker"), *options, env=environment):
                _run(learners, workers, note, scheduler.pid, what)


def _bucket() -> None:
    import fsspec

    fsspec.filesystem("s3").mkdir("bucket")


def _wait_for(note: Path) -> None:
    while not note.exists():
        time.sleep(0.1)


def _run(learners: int, workers: int, note: Path, scheduler: int, what: dict[str, list[str]]) -> None:
    import json

    from distributed import Client

    address = json.loads(note.read_text())["address"]
    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=300)
    roster = Roster(tuple(learner(number) for number in range(learners)))
    order = (roster, "s3://bucket/big", Wanted(**what), Run(scheduler=address))
    begun = time.perf_counter()
    with Watch(scheduler=scheduler, command=os.getpid()) as watch:
        report = render(*order)
    seconds = time.perf_counter() - begun
    print(f"{learners} learners of {COURSE.id}, {workers} workers, {what}: {seconds:.0f} s", end="")
    print(f", {1000 * seconds / learners:.0f} ms a learner; {report.whole} have everything")
    for name in ("scheduler", "command"):
        print(f"  {name}: at most {', '.join(f'{value:.0f}' for value in watch.quarters(name))} MB by quarter")
    begun = time.perf_counter()
    again = render(*order)
    print(f"  the same command again: {time.perf_counter() - begun:.0f} s, {again.kept} kept")


def indexed(learners: int) -> None:
    """Write the index of a cohort and open it in a browser."""
    sources = tuple(Source(one.slug, one.number, one.title, one.notebook, "{}") for one in COURSE.lessons)
    begun = time.perf_counter()
    report = Report(sources, ("html", "pdf", "ipynb"), tuple(map(_done, range(learners), [sources] * learners)))
    pages = pages_of(report)
    sizes = ", ".join(f"{len(page) / 1e6:.1f}" for page in list(pages.values())[:3])
    print(f"index of {learners}: {len(pages)} pages ({sizes} MB …) made in {time.perf_counter() - begun:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        for name, page in pages.items():
            (Path(folder) / name).write_bytes(page)
        _opened(Path(folder) / "index.html", f"{learners - 1:06}")


def _done(number: int, sources) -> tuple[LearnerProfile, Done]:
    profile = learner(number)
    place = f"workbooks/aa/{profile.learner_id}"
    names = ["workbook.html", "workbook.pdf", *(f"notebooks/{source.notebook}" for source in sources)]
    files = tuple(StoredFile(f"{place}/{name}", "0" * 64, 1) for name in names)
    return profile, Done(profile.learner_id, files=files)


def _opened(index: Path, last: str) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        options = {"executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"), "args": ["--no-sandbox"]}
        with playwright.chromium.launch(**options) as browser:
            page = browser.new_page()
            page.set_default_timeout(200_000)
            page.goto(index.as_uri())
            seconds = page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart") / 1000
            begun = time.perf_counter()
            page.get_by_label("Find a learner").fill(last)
            page.locator("#found a").wait_for()
            found = time.perf_counter() - begun
            print(f"  opened in {seconds:.2f} s; the last learner found in {found:.2f} s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--learners", type=int, default=200)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--lessons", default=COURSE.lessons[0].number, help="with commas")
    parser.add_argument("--formats", default="html", help="with commas; notebooks are the smallest")
    parser.add_argument("--index", type=int, default=20_000, help="of how many learners the index is opened")
    asked = parser.parse_args()
    indexed(asked.index)
    rendered(asked.learners, asked.workers, lessons=asked.lessons.split(","), formats=asked.formats.split(","))


if __name__ == "__main__":
    main()
