"""A server that is told to stop while something is still in hand."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.patience import PATIENCE, wait_until

# An extension of Jupyter's server, loaded by the name of its module.
IN_HAND = """
import asyncio, anyio.to_thread

def _jupyter_server_extension_points():
    return [{"module": "in_hand"}]

async def request():
    await anyio.to_thread.run_sync(int)  # as reading a file does
    print("in hand", flush=True)
    await asyncio.Event().wait()

def _load_jupyter_server_extension(app):
    app.io_loop.add_callback(request)
"""
NO_END = """
def _jupyter_server_extension_points():
    return [{"module": "in_hand"}]

async def shut_down():
    raise KeyError("a kernel that is not there yet")

async def ready():
    print("in hand", flush=True)

def _load_jupyter_server_extension(app):
    app.kernel_manager.shutdown_all = shut_down
    app.io_loop.add_callback(ready)
"""


LAB = ("-m", "outsourcing_lessons.lab.jupyter")
ALONE = """
from outsourcing_lessons.without_grammars import without_grammars
with without_grammars():
    from outsourcing_lessons.lab.ending import EndingServer
EndingServer.launch_instance()
"""
OTHERS = ("jupyterlab", "jupyter_lsp", "notebook_shim", "outsourcing_lessons.lab.server_extension")
SERVER_ALONE = ("-c", ALONE, *(f"--ServerApp.jpserver_extensions={one}=False" for one in OTHERS))


@contextmanager
def running(folder, extension, server, *options):
    """A server with an extension, from the moment that something is in hand."""
    (folder / "in_hand.py").write_text(extension, encoding="utf-8")
    log = folder / "log"
    command = [sys.executable, *server, "--no-browser", "--allow-root", "--port=0"]
    command += [f"--ServerApp.root_dir={folder}", "--ServerApp.jpserver_extensions=in_hand=True", *options]
    places = {name: str(folder) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    with log.open("wb") as file:
        process = subprocess.Popen(
            command, env=environment(folder) | places, stdin=subprocess.DEVNULL, stdout=file, stderr=file
        )
    try:
        wait_until(lambda: "in hand" in log.read_text("utf-8") or process.poll() is not None)
        assert process.poll() is None, log.read_text("utf-8")
        yield process
    finally:
        process.kill()
        process.wait()


def environment(folder):
    path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
    return dict(os.environ) | {"PYTHONPATH": path}


@pytest.mark.skipif(sys.platform == "win32", reason="there a process is ended in another way")
@pytest.mark.parametrize(
    ("server", "times"), [(SERVER_ALONE, 1), *(pytest.param(LAB, times, marks=pytest.mark.full) for times in (1, 2))]
)
def test_a_request_in_hand_does_not_keep_it_alive(tmp_path, server, times):
    with running(tmp_path, IN_HAND, server) as process:
        for _ in range(times):
            process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=PATIENCE) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there a process is ended in another way")
def test_an_error_on_the_way_out_does_not_keep_it_alive(tmp_path):
    with running(tmp_path, NO_END, SERVER_ALONE, "--EndingServer.ends_within=1") as process:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=PATIENCE)
