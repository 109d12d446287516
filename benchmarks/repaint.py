"""How long a learner waits in JupyterLab: a slider's new chart, an answer's feedback, a lesson's first run.

``python benchmarks/repaint.py`` starts a real JupyterLab on a copy of the course and a real Chromium, and prints the
figures. What is timed happens in the page: from the event of the input to the frame in which the change is painted.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / part) for part in (".", "tests/browser")]

from conftest import FLAGS, find_chromium  # noqa: E402
from lab_server import RUNNING, LabServer, choose, open_notebook  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from outsourcing_lessons.blocks.block import MIME  # noqa: E402
from outsourcing_lessons.course.catalogue import lesson_named  # noqa: E402
from outsourcing_lessons.course.notebooks import notebook_of  # noqa: E402
from outsourcing_lessons.notebook_files import outputs_of, read  # noqa: E402

MOVES, ANSWERS = 100, 30
BARS = {  # ms, 95th percentile
    "slider moved -> chart painted": 50,
    "slider jumped -> chart painted": 50,
    "answer given -> feedback painted": 100,
}

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
  }).observe(place, { childList: true, subtree: true });
  act();
});
const rest = () => new Promise((done) => setTimeout(done, 30));
"""
MOVE = f"""async ([css, moves, stride]) => {{ {PAINTED}
  const block = document.querySelector(css), slider = block.querySelector("input[type=range]"), times = [];
  block.scrollIntoView();
  await rest();
  const step = stride * Number(slider.step), low = Number(slider.min), high = Number(slider.max);
  for (let n = 0; n < moves; n++) {{
    const next = Number(slider.value) + step;
    times.push(await painted(block.querySelector(".ol-chart-place"), () => {{
      slider.value = next > high ? low : next;
      slider.dispatchEvent(new Event("input", {{ bubbles: true }}));
    }}));
    await rest();
  }}
  return times;
}}"""
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


def main() -> int:
    """Measure, print, and return 1 if a bar is missed."""
    notebook = notebook_of(lesson_named("one-task"))
    kinds = [o["data"][MIME]["kind"] for o in outputs_of(read(notebook)) if MIME in o.get("data", {})]
    live = sum(kind in ("ask", "explorer", "reveal", "worksheet") for kind in kinds)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=FLAGS)
        with LabServer(Path(folder)).running() as server:
            page = browser.new_page(viewport={"width": 1300, "height": 1000})
            open_notebook(page, server, notebook.name)
            print(f"Run All -> all {live} live blocks usable: {first_run(page, live):.1f} s")
            figures = {
                "slider moved -> chart painted": page.evaluate(MOVE, [f"{RUNNING}.ol-explorer", MOVES, 1]),
                "slider jumped -> chart painted": page.evaluate(MOVE, [f"{RUNNING}.ol-explorer", MOVES, 7]),
                "answer given -> feedback painted": page.evaluate(ANSWER, [f"{RUNNING}.ol-ask", ANSWERS]),
            }
        browser.close()
    return max([tell(what, times) for what, times in figures.items()])


def first_run(page, live: int) -> float:
    """Return the seconds from choosing Run All Cells to the last live block."""
    start = time.perf_counter()
    choose(page, "Run", "Run All Cells")
    page.wait_for_function("([css, n]) => document.querySelectorAll(css).length === n", arg=[RUNNING, live])
    return time.perf_counter() - start


def tell(what: str, times: list[float]) -> bool:
    """Print the figures of a series; return whether it misses its bar."""
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"{what}: p50 {statistics.median(times):.0f} ms, p95 {p95:.0f} ms (bar {BARS[what]} ms), {len(times)} times")
    return p95 > BARS[what]


if __name__ == "__main__":
    sys.exit(main())
