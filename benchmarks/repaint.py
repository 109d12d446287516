"""How long a learner waits, on a page and in JupyterLab: a new chart, an answer's feedback, a lesson's first run.

    python benchmarks/repaint.py [RIVALS]

starts a real JupyterLab on a copy of the course and a real Chromium, and prints the figures: every explorer of the
course, and beside them, in the same run, the same three lines drawn by bqplot and by matplotlib. What is timed happens
in the page: from the event of the input to the frame in which the change is painted. In workbook.html an input comes at
the beginning of a frame, as a browser delivers those of a person, and beside the time that passed stands how long the
page's thread was at work for one move, which says what a machine that has other things to do would need. There a slider
is also dragged for three seconds, and no frame may take longer than the bar.

    python benchmarks/repaint.py --page

measures workbook.html alone.

bqplot and matplotlib are not among our libraries. `make bench` puts them into build/rivals; by hand, put them into a
folder and name it:

    python -m pip install --target RIVALS bqplot matplotlib
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / part) for part in (".", "tests/browser")]

from lab_server import RUNNING, LabServer, choose, open_notebook, save  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from outsourcing_lessons.blocks.block import MIME  # noqa: E402
from outsourcing_lessons.course import COURSE  # noqa: E402
from outsourcing_lessons.learner import LearnerProfile  # noqa: E402
from outsourcing_lessons.lessons.courses import case_of  # noqa: E402
from outsourcing_lessons.notebook_files import outputs_of, read  # noqa: E402
from outsourcing_lessons.render.book import Book, Chapter  # noqa: E402
from outsourcing_lessons.render.html import workbook_html  # noqa: E402
from outsourcing_lessons.render.notebook import Shown  # noqa: E402
from tests.chromium import FLAGS, find_chromium  # noqa: E402

MOVES, ANSWERS = 40, 30
PAINT, FEEDBACK = 50, 100  # the bars: ms, 95th percentile
ON_PAGE, FRAME = 16, 50  # on a page: ms, 95th percentile of a move; the longest frame of a drag
DRAG = 3000  # ms
PAGE_ALONE = "--page"
LIVE = ("ask", "explorer", "reveal", "worksheet", "tally", "binder")

# What moves an explorer: its first slider by so many steps, or, where it is played, the first button of its turns.
MOVED = """
const mover = (block, stride) => {
  const slider = block.querySelector("input[type=range]");
  const buttons = [...block.querySelectorAll(".ol-turns button")];
  if (!slider) return () => buttons.find((one) => one.checkVisibility()).click();
  const step = stride * Number(slider.step), low = Number(slider.min), high = Number(slider.max);
  slider.value = low;
  return () => {
    const next = Number(slider.value) + step;
    slider.value = next > high ? low : next;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  };
};
"""
PAINTED = """
const afterPaint = (act) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = act;
  port2.postMessage(0);
});
const painted = (place, act) => new Promise((done) => {
  const start = performance.now();
  new MutationObserver((_, seen) => {
    seen.disconnect();
    afterPaint(() => done(performance.now() - start));
  }).observe(place, { childList: true, subtree: true, attributes: true });
  act();
});
const rest = () => new Promise((done) => setTimeout(done, 30));
"""
MOVE = f"""async ([css, nth, moves, stride]) => {{ {PAINTED} {MOVED}
  const block = document.querySelectorAll(css)[nth], times = [];
  block.scrollIntoView();
  [...block.querySelectorAll("button")].find((one) => one.textContent.includes("without predicting"))?.click();
  await rest();
  const move = mover(block, stride);
  for (let n = 0; n < moves; n++) {{
    times.push(await painted(block, move));
    await rest();
  }}
  return times;
}}"""
PAGE_MOVE = f"""async ([nth, moves, stride]) => {{ {MOVED}
  const block = document.querySelectorAll(".ol-explorer")[nth], times = [], move = mover(block, stride);
  block.scrollIntoView();
  for (let n = 0; n < moves; n++) {{
    times.push(await new Promise((done) => requestAnimationFrame(() => {{
      const {{ port1, port2 }} = new MessageChannel(), start = performance.now();
      port1.onmessage = () => done(performance.now() - start);
      move();
      port2.postMessage(0);
    }})));
    await new Promise((done) => setTimeout(done, 30));
  }}
  return times;
}}"""
PAGE_DRAG = """async ([nth, ms]) => {
  const block = document.querySelectorAll(".ol-explorer")[nth], slider = block.querySelector("input[type=range]");
  const low = Number(slider.min), high = Number(slider.max), gaps = [], first = performance.now();
  for (let last = first; last - first < ms; ) {
    const now = await new Promise(requestAnimationFrame);
    gaps.push(now - last);
    last = now;
    slider.value = low + ((high - low) * (1 - Math.cos(((now - first) / 1000) * Math.PI))) / 2;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return gaps.slice(2);
}"""
ANSWER = f"""async ([css, answers]) => {{ {PAINTED}
  const withNumber = (one) => one.querySelector(".ol-number-input");
  const block = [...document.querySelectorAll(css)].find(withNumber), times = [];
  block.scrollIntoView();
  await rest();
  for (let n = 0; n < answers; n++) {{
    block.querySelector("input").value = String(n + 1);
    times.push(await painted(block.querySelector(".ol-say"), () => block.querySelector("form").requestSubmit()));
    await rest();
  }}
  return times;
}}"""
# The rival's slider is ipywidgets' own, moved by its keys; what is watched is its chart alone.
RIVAL_MOVE = f"""async ([chart, moves]) => {{ {PAINTED}
  const handle = document.querySelector(".noUi-handle"), times = [];
  for (let n = 0; n < moves; n++) {{
    const key = n % 20 < 10 ? "ArrowRight" : "ArrowLeft";
    const press = () => handle.dispatchEvent(new KeyboardEvent("keydown", {{ key, bubbles: true, cancelable: true }}));
    times.push(await painted(document.querySelector(chart), press));
    await rest();
  }}
  return times;
}}"""
RIVAL_MODEL = """
import sys
sys.path.append(RIVALS)
import ipywidgets, numpy
jobs = numpy.arange(1, 31)
costs = lambda hours: numpy.array([600.0 * jobs, 900 + (300 + hours) * jobs, 1200 + (320 + hours) * jobs])
slider = ipywidgets.IntSlider(value=10, min=0, max=40)
"""
RIVALS = {
    "bqplot": (
        ".bqplot",
        RIVAL_MODEL
        + """
import bqplot
x, y = bqplot.LinearScale(), bqplot.LinearScale(min=0, max=20_000)
lines = bqplot.Lines(x=jobs, y=costs(10), scales={"x": x, "y": y})
chart = bqplot.Figure(marks=[lines], axes=[bqplot.Axis(scale=x), bqplot.Axis(scale=y, orientation="vertical")])
slider.observe(lambda change: setattr(lines, "y", costs(change["new"])), "value")
ipywidgets.VBox([slider, chart])
""",
    ),
    "matplotlib": (
        ".jp-OutputArea-output img",
        RIVAL_MODEL
        + """
import io
from matplotlib.figure import Figure
def draw(hours):
    figure = Figure(figsize=(6.4, 3.6))
    axes = figure.subplots()
    axes.plot(jobs, costs(hours).T)
    png = io.BytesIO()
    figure.savefig(png, format="png")
    return png.getvalue()
chart = ipywidgets.Image(value=draw(10))
slider.observe(lambda change: setattr(chart, "value", draw(change["new"])), "value")
ipywidgets.VBox([slider, chart])
""",
    ),
}


def main(rivals: str = "") -> int:
    """Measure, print, and return 1 if a bar is missed."""
    missed = False
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        missed |= measure_page(browser, Path(folder) / "workbook.html")
        if rivals == PAGE_ALONE:
            browser.close()
            return int(missed)
        with LabServer(Path(folder), **({"beside": Path(rivals)} if rivals else {})).running() as server:
            page = browser.new_page(viewport={"width": 1300, "height": 1000})
            longest = max(COURSE.lessons, key=lambda lesson: len(lesson.items))
            for lesson in (longest, *(one for one in COURSE.lessons if one is not longest)):
                missed |= measure_lesson(page, server, lesson, lesson is longest)
            for name in RIVALS:
                measure_rival(page, server, name, rivals)
        browser.close()
    return int(missed)


def measure_page(browser, path: Path) -> bool:
    """Measure every explorer that a page runs, in a workbook that holds them all."""
    templates = [template for lesson in COURSE.lessons for template in lesson.explorers if template.page]
    case = case_of(LearnerProfile())
    shown = tuple(Shown(template.explorer(case)) for template in templates)
    chapter = Chapter(COURSE.slugs[0], "00", "Explorers", shown)
    path.write_bytes(workbook_html(Book(case.profile, (chapter,))))
    page, missed = browser.new_page(viewport={"width": 1366, "height": 768}), False
    page.goto(path.as_uri())
    page.evaluate("document.getElementById('whole').click()")  # what is not in view is not painted
    thread = page.context.new_cdp_session(page)
    thread.send("Performance.enable", {"timeDomain": "threadTicks"})
    for nth, template in enumerate(templates):
        for what, stride in (("a turn", 1),) if template.turns else (("a step", 1), ("a jump", 3)):
            before = at_work(thread)
            times = page.evaluate(PAGE_MOVE, [nth, MOVES, stride])
            worked = f"{(at_work(thread) - before) / MOVES:.1f} ms of work each"
            missed |= tell(f"page, {template.id}: {what}", times, ON_PAGE, worked)
        if template.turns:
            continue
        gaps = page.evaluate(PAGE_DRAG, [nth, DRAG])
        drag = f"page, {template.id}: a drag"
        longest = f"longest of {len(gaps)} frames in {DRAG / 1000:g} s {max(gaps):.0f} ms (bar {FRAME} ms)"
        print(f"{drag:46} {longest}", flush=True)
        missed |= max(gaps) > FRAME
    page.close()
    return missed


def at_work(thread) -> float:
    """Return for how many milliseconds the page's thread has been at work, however long that took."""
    metrics = {one["name"]: one["value"] for one in thread.send("Performance.getMetrics")["metrics"]}
    return 1000 * metrics["TaskDuration"]


def measure_lesson(page, server: LabServer, lesson, whole: bool) -> bool:
    """Measure the explorers of a lesson; of the longest also its first run, its answers and the saved notebook."""
    notebook = COURSE.notebook_of(lesson)
    kinds = [o["data"][MIME]["kind"] for o in outputs_of(read(notebook)) if MIME in o.get("data", {})]
    live = sum(kind in LIVE for kind in kinds)
    open_notebook(page, server, notebook.name)
    seconds = first_run(page, live)
    missed = False
    if whole:
        print(f"lesson {lesson.number}, the longest: Run All -> all {live} live blocks usable: {seconds:.1f} s")
        missed |= tell(
            "answer given -> feedback painted", page.evaluate(ANSWER, [f"{RUNNING}.ol-ask", ANSWERS]), FEEDBACK
        )
    for nth, template in enumerate(template for template in lesson.explorers if template.page):
        times = page.evaluate(MOVE, [f"{RUNNING}.ol-explorer", nth, MOVES, 1])
        jumps = page.evaluate(MOVE, [f"{RUNNING}.ol-explorer", nth, MOVES, 3])
        missed |= tell(f"{template.id}: a step", times, PAINT)
        missed |= tell(f"{template.id}: a jump", jumps, PAINT)
    if whole:
        save(page)
        size = (server.course / notebook.name).stat().st_size
        print(f"saved notebook: {size / 1e3:.0f} kB (as shipped: {notebook.stat().st_size / 1e3:.0f} kB)")
    return missed


def measure_rival(page, server: LabServer, name: str, rivals: str) -> None:
    """Measure another library with the same three lines, where it is installed."""
    if not rivals or not (Path(rivals) / name).is_dir():
        print(f"{name}: not measured; see the top of this file for how to have it")
        return
    chart, source = RIVALS[name]
    source = f"RIVALS = {str(Path(rivals).resolve())!r}\n{source}"
    cell = {
        "cell_type": "code",
        "id": "rival",
        "metadata": {},
        "outputs": [],
        "execution_count": None,
        "source": source,
    }
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = {"cells": [cell], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    (server.course / f"rival-{name}.ipynb").write_text(json.dumps(notebook))
    open_notebook(page, server, f"rival-{name}.ipynb")
    choose(page, "Run", "Run All Cells")
    page.locator(".noUi-handle").wait_for()
    page.locator(chart).first.wait_for()
    page.wait_for_timeout(1500)
    page.evaluate(RIVAL_MOVE, [chart, 5])
    tell(f"{name}: a step", page.evaluate(RIVAL_MOVE, [chart, MOVES]), None)


def first_run(page, live: int) -> float:
    """Return the seconds from choosing Run All Cells to the last live block."""
    start = time.perf_counter()
    choose(page, "Run", "Run All Cells")
    page.wait_for_function("([css, n]) => document.querySelectorAll(css).length === n", arg=[RUNNING, live])
    return time.perf_counter() - start


def tell(what: str, times: list[float], bar: int | None, more: str = "") -> bool:
    """Print the figures of a series; return whether it misses its bar."""
    p95 = statistics.quantiles(times, n=20)[-1]
    told = "" if bar is None else f" (bar {bar} ms)"
    figures = f"p50 {statistics.median(times):4.0f} ms, p95 {p95:4.0f} ms{told}, {len(times)} times"
    print(f"{what:46} {figures}{more and f', {more}'}", flush=True)
    return bar is not None and p95 > bar


if __name__ == "__main__":
    print(f"load of this machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    sys.exit(main(*sys.argv[1:]))
