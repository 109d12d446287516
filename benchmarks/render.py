"""What a workbook costs, side by side with the ways in which one would otherwise make it from a notebook.

(a) the command line, for each notebook: ``papermill IN OUT -p … && jupyter nbconvert --to html OUT``
(b) one process: ``papermill.execute_notebook`` with its own engine, then one HTMLExporter that stays warm
(c) one process: ``ploomber_engine.execute_notebook``, where it is installed, then the same exporter
(d) ours: ``outsourcing-lessons render``, the page alone and with PDF and key
(e) R/exams, where it is there, for the questions alone: see ``r_exams.py``

What a *further* learner costs is what a large cohort takes more than a small one, a learner: without the start.
Run with ``python benchmarks/render.py``; ``--compare 1 --learners 1,4 --jobs 1`` is over in a minute. Seconds are CPU
seconds, of all processes together, unless it says wall; medians where something is done more than once.
"""

from __future__ import annotations

import argparse
import csv
import ctypes
import importlib.util
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path

import r_exams

from outsourcing_lessons import fork_server
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile, seed_of

NOTEBOOKS = [COURSE.notebook_of(lesson) for lesson in COURSE.lessons]
BIN = Path(sys.executable).parent
ALL = "html,pdf,ipynb"
PRINTED = "html,pdf"
PR_SET_CHILD_SUBREAPER = 36
os.environ["PLOOMBER_STATS_ENABLED"] = "false"


def learner(number: int) -> LearnerProfile:
    name, trades = f"learner-{number:05}", sorted(COURSE.trades)
    currency = ("EUR", "GBP", "USD")[number % 3]
    return LearnerProfile(
        name, f"Learner {number}", trades[number % len(trades)], "", currency, 60.0, 0.0, 45.0, seed_of(name)
    )


def spent() -> tuple[float, float]:
    """Return CPU seconds of this process and all that it has waited for, and the clock on the wall."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used), time.perf_counter()


def since(before: tuple[float, float]) -> tuple[float, float]:
    return tuple(now - then for now, then in zip(spent(), before, strict=True))


def quietly(command: list, **options) -> None:
    subprocess.run(list(map(str, command)), check=True, capture_output=True, **options)


def by_command_line(number: int, folder: Path) -> tuple[float, float]:
    before = spent()
    for path in NOTEBOOKS:
        parameters = [word for name, value in asdict(learner(number)).items() for word in ("-p", name, value)]
        quietly([BIN / "papermill", path, folder / path.name, *parameters])
        quietly([BIN / "jupyter", "nbconvert", "--to", "html", folder / path.name])
    return since(before)


def by_one_process(numbers: range, folder: Path, executed: Callable) -> list[tuple[float, float]]:
    from nbconvert import HTMLExporter

    def one(number: int) -> tuple[float, float]:
        before = spent()
        for path in NOTEBOOKS:
            nb = executed(path, None, parameters=asdict(learner(number)), progress_bar=False)
            (folder / f"{path.stem}.html").write_text(exporter.from_notebook_node(nb)[0])
        return since(before)

    exporter = HTMLExporter()
    exporter.from_filename(NOTEBOOKS[0])
    return [one(number) for number in numbers]


def by_r_exams(learners: int, folder: Path) -> tuple[float, ...]:
    r_exams.write(learner(0), folder)
    before = spent()
    r_exams.make(folder, learners)
    return tuple(each / learners for each in since(before))


def by_us(learners: int, jobs: int, formats: str, memory: bool = False) -> dict:
    """Render a cohort with the command; return what it took, and how much memory its workers had meanwhile."""
    with tempfile.TemporaryDirectory() as folder:
        roster = Path(folder) / "roster.csv"
        with roster.open("w", newline="") as file:
            rows = [asdict(learner(number)) for number in range(learners)]
            writer = csv.DictWriter(file, [name for name in rows[0] if name != "edition"], extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        command = [sys.executable, "-m", "outsourcing_lessons", "render", roster, "--out", Path(folder) / "out"]
        before = spent()
        command = list(map(str, [*command, "--jobs", jobs, "--format", formats]))
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        watch = Memory(running.pid, Path(folder) / "out" / "workbooks")
        if memory:
            threading.Thread(target=watch.run, daemon=True).start()
        failed, ended = running.wait(), time.perf_counter()
        wait_for_orphans()
        if failed:
            raise SystemExit("a learner failed")
        cpu, wall = spent()[0] - before[0], ended - before[1]
    return {"cpu": cpu, "wall": wall, "samples": watch.samples}


def adopt_orphans() -> None:
    """Become the parent of what outlives a command: what workers are forked from, with the seconds that they took."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)


def wait_for_orphans() -> None:
    with suppress(ChildProcessError):
        while True:
            os.wait()


class Memory:
    """Looks again and again at what each worker holds, with its children: its share of pages that are shared.

    Where workers are forked from a process that goes on, each of them is given its share of that, too.
    """

    def __init__(self, pid: int, done: Path):
        self.pid, self.done, self.samples = pid, done, []

    def run(self) -> None:
        while Path(f"/proc/{self.pid}").exists():
            for child in children(self.pid):
                workers = children(child) if fork_server.possible() else [child]
                shared = pss(child) / len(workers) if child not in workers and workers else 0
                for size in (shared + sum(map(pss, family(worker))) for worker in workers):
                    self.samples.append((len(os.listdir(self.done)) if self.done.exists() else 0, size))
            time.sleep(0.15)


def children(pid: int) -> list[int]:
    try:
        return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))
    except OSError:
        return []


def family(pid: int) -> list[int]:
    return [pid, *(each for child in children(pid) for each in family(child))]


def pss(pid: int) -> float:
    """Return a process's proportional share of memory, in MB."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000
    except (OSError, StopIteration):
        return 0.0


def stages(learners: int) -> None:
    """Print the median CPU seconds of each stage, measured in children as in a worker."""
    from outsourcing_lessons.render import folder_store, forked, html, notebook, pdf, run, typeset, warm, worker
    from outsourcing_lessons.render.execute import execute, our_engine

    sources = run.sources_of()
    warm.up(sources)

    def made(note, profile):
        took = Laps()
        nbs = took.lap("execute", lambda: [execute(s.text, s.notebook, profile, our_engine()) for s in sources])
        nbs = took.lap("clean and read", lambda: list(map(notebook.clean, nbs)))
        chapters = took.lap("clean and read", lambda: tuple(map(worker._chapter, sources, nbs)))
        book = worker.Book(profile, chapters)
        files = {"workbook.html": took.lap("html", html.workbook_html, book)}
        files |= took.lap(
            "ipynb", lambda: {s.notebook: notebook.written(nb) for s, nb in zip(sources, nbs, strict=True)}
        )
        return files, took.lap("pdf", pdf.workbook_data, book), took.lap("key", pdf.key_data, book), took

    def printed(note, took, *what):
        took.lap(*what)
        return took

    def one(profile: LearnerProfile, folder: Path) -> Laps:
        before = spent()[0]
        files, workbook, key, took = forked.call(partial(made, profile=profile), forked.Limits())
        for what in (("pdf", typeset.printed, "workbook.typ", workbook), ("key", typeset.printed, "key.typ", key)):
            took = forked.call(lambda note, took=took, what=what: printed(note, took, *what), forked.Limits())
        took.lap("store", folder_store.Store(folder).write, files)
        took["forks, pipes"] = spent()[0] - before - sum(took.values())
        return took

    with tempfile.TemporaryDirectory() as folder:
        all_took = [one(learner(number), Path(folder)) for number in range(learners)]
    print(json.dumps({name: statistics.median(took[name] for took in all_took) for name in all_took[0]}))


class Laps(dict):
    """CPU seconds by stage."""

    def lap(self, name: str, do, *given):
        before = time.process_time()
        result = do(*given)
        self[name] = self.get(name, 0) + time.process_time() - before
        return result


def table(head: str, rows: list) -> str:
    names = head.split("|")
    lines = [names, ["---"] + ["---:"] * (len(names) - 1), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines) + "\n"


def others(count: int) -> dict[str, tuple[float, float]]:
    """Return CPU and wall seconds a learner of each other way that is installed."""
    import papermill

    engines = {"(b) papermill and a warm exporter": papermill.execute_notebook}
    if importlib.util.find_spec("ploomber_engine"):
        from ploomber_engine import execute_notebook

        engines["(c) ploomber-engine and a warm exporter"] = execute_notebook
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        took = {"(a) papermill and nbconvert commands": [by_command_line(n, folder) for n in range(count)]}
        took |= {way: by_one_process(range(count), folder, engine) for way, engine in engines.items()}
        took |= {r_exams.WAY: [by_r_exams(count, folder)]} if r_exams.is_there() else {}
    return {way: tuple(map(statistics.median, zip(*each, strict=True))) for way, each in took.items()}


def compared(count: int, many: int) -> str:
    """Return the ways side by side. Ours is measured before and after the others: the machine may not stay the same."""
    few = max(1, many // 4)
    runs = [(formats, size) for formats in ("html", PRINTED) for size in (few, many)]
    halves = [{run: by_us(run[1], 1, run[0]) for run in runs}]
    took = others(count)
    halves.append({run: by_us(run[1], 1, run[0]) for run in runs})
    stock = next(iter(took.values()))[0]
    for way, formats in {"(d) ours, the page": "html", "(d) ours, page, PDF and key": PRINTED}.items():
        small, large = (
            [statistics.mean(half[formats, size][what] for half in halves) for what in ("cpu", "wall")]
            for size in (few, many)
        )
        took[way] = large[0] / many, large[1] / many
        if few < many:
            more = [(after - before) / (many - few) for before, after in zip(small, large, strict=True)]
            took[f"{way}: a further learner"] = more[0], more[1]
    rows = [[way, f"{cpu:.2f}", f"{wall:.2f}", f"{stock / cpu:.1f}"] for way, (cpu, wall) in sorted(took.items())]
    return table("HTML of all lessons, a learner|CPU s|wall s|(a) takes times as much", rows)


def scaled(sizes: list[int], jobs: list[int]) -> tuple[str, list]:
    rows, samples = [], []
    for size in sizes:
        each = [by_us(size, n, ALL, memory=n == jobs[0] and size == max(sizes)) for n in jobs]
        samples += each[0]["samples"]
        cells = [f"{one['cpu'] / size:.2f} / {one['wall'] / size:.2f}" for one in each]
        gain = f"{each[0]['wall'] / each[-1]['wall']:.2f}" if len(jobs) > 1 else ""
        rows.append([size, *cells, gain])
    heads = [f"{n} job{'s' * (n > 1)}, CPU / wall s a learner" for n in jobs]
    return table("|".join(["learners", *heads, "gain of more jobs"]), rows), samples


def remembered(samples: list[tuple[int, float]]) -> str:
    """Say what a worker held in each tenth of the batch: the most, which is while a PDF is made, and the median."""
    last = max((done for done, _ in samples), default=0)
    rows = []
    for tenth in range(10):
        sizes = [size for done, size in samples if last * tenth / 10 <= done <= last * (tenth + 1) / 10]
        if sizes:
            span = f"{last * tenth // 10} to {last * (tenth + 1) // 10}"
            rows.append([span, f"{max(sizes):.0f}", f"{statistics.median(sizes):.0f}"])
    return table("learners done|most MB of a worker with its children|median MB", rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--compare", type=int, default=3, metavar="N", help="learners for (a) to (c); 0 leaves them out"
    )
    parser.add_argument("--learners", default="1,10,100", help="sizes of cohorts, with commas; 1000 takes half an hour")
    parser.add_argument("--jobs", default="1,2", help="numbers of jobs, with commas")
    parser.add_argument("--stages", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.stages:
        return stages(given.stages)
    adopt_orphans()
    sizes, jobs = (list(map(int, text.split(","))) for text in (given.learners, given.jobs))
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.system()}\n")
    many = min(max(sizes), 50)
    if given.compare:
        print(compared(given.compare, many))
        print(f"Ours over a cohort of {many} in one job, starting included but for a further learner.\n", flush=True)
    speed, samples = scaled(sizes, jobs)
    print(speed, flush=True)
    print(remembered(samples))
    command = [sys.executable, __file__, "--stages", str(min(many, 10))]
    took = json.loads(subprocess.run(command, check=True, stdout=-1, env=os.environ | fork_server.ENVIRONMENT).stdout)
    whole = sum(took.values())
    print(table("stage|CPU s a learner|share", [[n, f"{s:.3f}", f"{100 * s / whole:.0f} %"] for n, s in took.items()]))


if __name__ == "__main__":
    main()
