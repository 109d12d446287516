"""A real JupyterLab on a copy of the course, started by the verb ``lab``, alone on its port and in its folders."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tests.patience import PATIENCE

REPOSITORY = Path(__file__).resolve().parents[2]
TOKEN = "only-for-this-test"
VERB = "from outsourcing_lessons.cli.lab import lab; lab()"
LAPTOP = {"width": 1300, "height": 1000}
RUNNING = ".ol-block[data-lm-suppress-shortcuts]"


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
        arguments = [sys.executable, "-c", VERB, str(self.course), "--no-browser", "--port", str(self.port)]
        with self.log.open("wb") as log:
            process = self.process = subprocess.Popen(arguments, env=self._environment, stdout=log, stderr=log)
        try:
            self._wait(process)
            yield self
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)

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
    places = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    places += ("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    path = os.pathsep.join(filter(None, [str(REPOSITORY), kept.get("PYTHONPATH")]))
    return kept | {name: str(folder / name.lower()) for name in places} | {"JUPYTER_TOKEN": TOKEN, "PYTHONPATH": path}


def open_notebook(page, server: LabServer, notebook: str) -> None:
    """Open a notebook and wait until its kernel is there."""
    page.goto(server.url(notebook))
    page.locator(".jp-Notebook .jp-Cell").first.wait_for()
    wait_for_kernel(page)


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
    """Wait until so many displays are there, live or not: JupyterLab renders a long notebook bit by bit."""
    css = ".jp-OutputArea-output .ol-block"
    page.wait_for_function("([css, n]) => document.querySelectorAll(css).length === n", arg=[css, number])


def wait_for_live(page, live: int) -> None:
    """Wait until so many blocks are live anew and the kernel rests."""
    new = f"{RUNNING}:not([data-old])"
    page.wait_for_function("([css, n]) => document.querySelectorAll(css).length === n", arg=[new, live])
    wait_for_kernel(page)


def save(page) -> None:
    """Save the notebook and wait until it is."""
    choose(page, "File", "Save Notebook")
    page.locator(".lm-TabBar-tab.lm-mod-current.jp-mod-dirty").wait_for(state="detached")
