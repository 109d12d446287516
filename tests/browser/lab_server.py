"""A real JupyterLab on a copy of the course, started by the verb ``lab``, alone on its port and in its folders."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from axe import assert_no_axe_violations

from outsourcing_lessons.blocks.block import MIME, Block, parse_block
from outsourcing_lessons.lab.marking import KEY
from outsourcing_lessons.notebook_files import outputs_of, read
from tests.patience import PATIENCE

REPOSITORY = Path(__file__).resolve().parents[2]
TOKEN = "only-for-this-test"
VERB = "from outsourcing_lessons.cli.lab import lab; lab()"
LAPTOP = {"width": 1300, "height": 1000}
LIVE_LESSON = ".ol-lesson[data-lesson='live']"
RUNNING = ".ol-block[data-lm-suppress-shortcuts]"
HAVE_A_KERNEL = (
    "ask",
    "explorer",
    "reveal",
    "worksheet",
    "binder",
    "profile",
    "tally",
)  # the kinds of blocks that become live


class LabServer:
    """A running JupyterLab.

    Parameters
    ----------
    folder : Path
        Everything it writes goes below this.
    beside : Path or None
        A folder with more libraries, as ``pip install --target`` fills it; their parts for the page are found there.
    """

    def __init__(self, folder: Path, beside: Path | None = None):
        self.course = folder / "my-course"
        self.log = folder / "jupyter.log"
        self.port = _free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self._environment = _environment(folder)
        if beside is not None:
            self._environment["JUPYTER_PATH"] = str(beside.absolute() / "share/jupyter")

    @contextlib.contextmanager
    def running(self) -> Iterator[LabServer]:
        """Start it, wait until it answers, end it by its own process id."""
        try:
            self.start()
            yield self
        finally:
            self.process.terminate()
            self.process.wait(timeout=PATIENCE)

    def start(self) -> None:
        """Start it, also once it was killed, and wait until it answers."""
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(self.command(), env=self._environment, stdout=log, stderr=log)
        self._wait(self.process)

    def command(self) -> list[str]:
        """Return what starts it."""
        return [sys.executable, "-c", VERB, str(self.course), "--no-browser", "--port", str(self.port)]

    def holds_lesson(self, notebook: str) -> bool:
        """Whether a notebook is one that `lab` has given to the learner."""
        return KEY in json.loads((self.course / notebook).read_text(encoding="utf-8"))["metadata"]

    def _wait(self, process: subprocess.Popen, patience: float = PATIENCE) -> None:
        end = time.monotonic() + patience
        while time.monotonic() < end and process.poll() is None:
            with contextlib.suppress(OSError), urllib.request.urlopen(f"{self.address}/api", timeout=30):
                return
            time.sleep(0.05)
        raise AssertionError(f"JupyterLab did not answer:\n{self.log.read_text()[-2000:]}")

    def kill(self) -> None:
        """End it as a power cut does; its kernels follow when they notice."""
        self.process.kill()
        self.process.wait(timeout=PATIENCE)

    def url(self, notebook: str) -> str:
        """Return the address of a notebook, with nothing else open."""
        return f"{self.address}/lab/tree/{notebook}?token={TOKEN}&reset"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON"))}
    if kept.pop(
        "PYTHONDONTWRITEBYTECODE", ""
    ):  # then there is no compiled code: a second kernel need not compile again
        kept["PYTHONPYCACHEPREFIX"] = str(folder / "pycache")
    kept["PATH"] = str(Path(sys.executable).parent)  # where Node is not, JupyterLab asks it nothing: half a second
    places = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    places += ("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    path = os.pathsep.join(filter(None, [str(REPOSITORY), kept.get("PYTHONPATH")]))
    return kept | {name: str(folder / name.lower()) for name in places} | {"JUPYTER_TOKEN": TOKEN, "PYTHONPATH": path}


def blocks_in(notebook: Path) -> tuple[list[Block], list[Block]]:
    """Return the blocks that a notebook shows as it is stored, and those of them that become live."""
    shown = [parse_block(out["data"][MIME]) for out in outputs_of(read(notebook)) if MIME in out.get("data", {})]
    return shown, [block for block in shown if block.kind in HAVE_A_KERNEL]


class NotebookServer(LabServer):
    """Notebook 7 in the place of JupyterLab, on a copy that `lab` has made before."""

    def __init__(self, folder: Path, beside: Path | None = None):
        super().__init__(folder, beside)
        parts = (str(REPOSITORY / "outsourcing_lessons" / "lab"), self._environment.get("JUPYTER_PATH"))
        self._environment["JUPYTER_PATH"] = os.pathsep.join(filter(None, parts))

    def command(self) -> list[str]:
        ours = [f"--ServerApp.root_dir={self.course}", f"--ServerApp.port={self.port}", "--ServerApp.allow_root=True"]
        ours += ["--ServerApp.jpserver_extensions=outsourcing_lessons.lab.server_extension=True"]
        ours += ["--ServerApp.kernel_spec_manager_class=outsourcing_lessons.own_kernel.OwnKernels"]
        return [sys.executable, "-m", "notebook", "--no-browser", *ours]

    def url(self, notebook: str) -> str:
        return f"{self.address}/notebooks/{notebook}?token={TOKEN}"


def without_our_part(context) -> None:
    """Let no page of a browser load what the course brings to JupyterLab."""
    context.route("**/extensions/outsourcing-lessons/**", lambda route: route.abort())


def open_plainly(page, server: LabServer, notebook: str) -> None:
    """Open a notebook that nobody starts, and wait until its kernel is there."""
    page.goto(server.url(notebook))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    wait_for_kernel(page)


def open_lesson(page, server: LabServer, notebook: str, live: int = 1) -> None:
    """Open a lesson as its learner does, and wait until it has started itself and so many blocks are live."""
    page.goto(server.url(notebook))
    wait_until_live(page, live)


def wait_until_live(page, live: int) -> None:
    """Wait until a lesson has started itself and so many blocks are live."""
    page.locator(LIVE_LESSON).wait_for()
    page.wait_for_function("([css, n]) => document.querySelectorAll(css).length >= n", arg=[RUNNING, live], polling=100)


def show_all(page) -> None:
    """Have all of JupyterLab around a lesson."""
    page.get_by_role("button", name="All of JupyterLab").click()
    page.locator(".lm-MenuBar-item").first.wait_for()


def show_files(page) -> None:
    """Have the list of files beside a lesson, in all of JupyterLab."""
    if not page.locator("#filebrowser").is_visible():
        page.keyboard.press("Control+b")


def open_notebook(page, server: LabServer, notebook: str, live: int = 1) -> None:
    """Open a notebook with all of JupyterLab around it, and wait until its kernel rests; a lesson starts itself."""
    if server.holds_lesson(notebook):
        open_lesson(page, server, notebook, live)
        show_all(page)
        wait_for_kernel(page)
    else:
        open_plainly(page, server, notebook)


def wait_for_kernel(page) -> None:
    """Wait until the kernel has nothing to do."""
    page.locator(".jp-StatusBar-TextItem, .jp-StatusBar-HoverItem", has_text="| Idle").first.wait_for()


def choose(page, menu: str, *entries: str) -> None:
    """Choose an entry of JupyterLab's menu, as a learner would."""
    page.locator(".lm-MenuBar-item", has_text=menu).first.click()
    for entry in entries:
        page.locator(".lm-Menu-item:visible", has_text=entry).first.click()


def run_all(page, live: int) -> None:
    """Run all cells and wait until so many blocks are live."""
    mark_as_old(page)
    choose(page, "Run", "Run All Cells")
    wait_for_live(page, live)


def mark_as_old(page) -> None:
    """Mark what is live now, so that its successors can be told from it."""
    page.evaluate("css => document.querySelectorAll(css).forEach(one => one.setAttribute('data-old', ''))", RUNNING)


def wait_for_blocks(page, number: int) -> None:
    """Wait until so many displays are there, live or not, but for answers: JupyterLab renders a long notebook bit by bit."""
    css = ".jp-OutputArea-output .ol-block:not(.ol-answered)"
    page.wait_for_function("([css, n]) => document.querySelectorAll(css).length === n", arg=[css, number], polling=100)


def wait_for_live(page, live: int) -> None:
    """Wait until so many blocks are live anew and the kernel rests."""
    new = f"{RUNNING}:not([data-old])"
    page.wait_for_function("([css, n]) => document.querySelectorAll(css).length === n", arg=[new, live], polling=100)
    wait_for_kernel(page)


def save(page) -> None:
    """Save the notebook and wait until it is."""
    with page.expect_response(lambda answer: answer.request.method == "PUT" and "/api/contents/" in answer.url):
        choose(page, "File", "Save Notebook")


@contextlib.contextmanager
def on_a_phone(page, theme):
    """JupyterLab in this theme in a window 640 wide at 200 % zoom, which is 320 for the page; its list of files folded."""
    size = page.viewport_size
    choose(page, "Settings", "Theme", f"JupyterLab {theme}")
    light = str(theme == "Light").lower()
    page.wait_for_function(f"document.body.dataset.jpThemeLight === '{light}'")
    files = page.locator("#filebrowser")
    if files.is_visible():
        page.keyboard.press("Control+b")
    files.wait_for(state="hidden")
    page.set_viewport_size({"width": 320, "height": 568})
    page.wait_for_function("document.querySelector('.jp-Notebook').clientWidth < 320")
    try:
        yield
    finally:
        page.set_viewport_size(size)
        page.keyboard.press("Control+b")
        files.wait_for()


# The table of the start page has three columns of links, and all of JupyterLab leaves 170 pixels here.
WIDER = """() => [...document.querySelectorAll(".jp-Notebook .ol-block:not(:has(td a))")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.innerText.slice(0, 80))"""


BROKEN = """() => {
  const texts = [...document.querySelectorAll(".jp-Notebook .ol-block")].map((block) => document.createTreeWalker(block, NodeFilter.SHOW_TEXT));
  const broken = [];
  for (const walker of texts) while (walker.nextNode()) {
    const { currentNode: text } = walker, range = document.createRange();
    if (text.parentElement.closest("svg, .ol-unseen, script, style, a") || !text.parentElement.checkVisibility()) continue;
    // An identifier of a paper is one long word, and where it breaks depends on the fonts of the machine.
    for (const { 0: word, index } of text.data.matchAll(/(?<!doi:\\S*)[\\p{L}\\p{N}]+/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
    }
  }
  return broken;
}"""


def assert_it_reads_well_on_a_phone(page, theme):
    """Fail if axe finds anything in a display, or a display is wider than its place, or a word is broken in two."""
    with on_a_phone(page, theme):
        assert_no_axe_violations(page, ".ol-block")
        assert page.evaluate(WIDER) == []
        broken = page.evaluate(BROKEN)
        assert not broken, broken
