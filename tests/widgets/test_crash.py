"""A real kernel, ended by `kill -9` after an answer was kept and before anything was shown of it."""

from __future__ import annotations

import ast
import json
import os
import time

import pytest
from jupyter_client import KernelManager

from outsourcing_lessons import open_lesson
from tests.conftest import TINY

OPEN = """
import os
from outsourcing_lessons import open_lesson
lesson = open_lesson("first-number", learner_id="ada")
shown = {"ask": lesson.ask("meet"), "explorer": lesson.explore(lesson.lesson.explorers[0].id),
         "worksheet": lesson.worksheet()}
for one in shown.values():
    display(one)
widgets = shown
"""
DIE_BEFORE_THE_LAST_REPLY = """
from outsourcing_lessons.widgets.live import PlayerWidget
replies = []
def send(*arguments, **more):  # nothing of what is kept is ever shown
    replies.append(1)
    if len(replies) == len(widgets):
        os.kill(os.getpid(), 9)
PlayerWidget.send = send
"""
LOOK = """
__import__("json").dumps({
    "models": {name: widget.model_id for name, widget in widgets.items()},
    "slider": shown["explorer"].block.sliders[0].id,
})
"""
MESSAGES = {
    "ask": lambda seen: {"type": "submit", "call": "1", "response": {"value": "12"}},
    "explorer": lambda seen: {"type": "keep", "call": "1", "entries": {seen["slider"]: 1e9}},
    "worksheet": lambda seen: {"type": "keep", "call": "1", "entries": {"extra.1": "photos"}},
}


class Kernel:
    """A kernel in a folder, with a person before it."""

    def __init__(self, place):
        self.manager = KernelManager(kernel_name="python3")
        path = os.pathsep.join(filter(None, [str(TINY), str(TINY.parents[1]), os.environ.get("PYTHONPATH")]))
        self.manager.start_kernel(cwd=str(place), env=os.environ | {"PYTHONPATH": path})
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=300)

    def run(self, code, look=""):
        looks = {"seen": look} if look else {}
        reply = self.client.execute(code, allow_stdin=True, user_expressions=looks, reply=True, timeout=300)
        assert reply["content"]["status"] == "ok", reply["content"]
        return reply["content"]["user_expressions"].get("seen")

    def open(self):
        """Open the lesson and return what its widgets start from."""
        self.run(OPEN)
        return json.loads(ast.literal_eval(self.run("", LOOK.strip())["data"]["text/plain"]))

    def send(self, seen, name):
        """Send what the player sends when a learner answers, moves a slider or writes."""
        data = {"method": "custom", "content": MESSAGES[name](seen)}
        message = self.client.session.msg("comm_msg", {"comm_id": seen["models"][name], "data": data})
        self.client.shell_channel.send(message)

    def wait_for_its_end(self, patience=300):
        end = time.monotonic() + patience
        while self.manager.is_alive() and time.monotonic() < end:
            time.sleep(0.02)
        assert not self.manager.is_alive()

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


@pytest.fixture
def kernel(tmp_path):
    one = Kernel(tmp_path)
    yield one
    one.close()


@pytest.mark.filterwarnings("ignore")  # of jupyter_client and zmq, about a kernel that is gone
def test_a_killed_kernel_has_kept_the_answer_the_setting_and_the_worksheet(kernel, tmp_path, monkeypatch, person):
    """It dies before it could show any of them; whoever opens the lesson next, as this process does, has them all."""
    seen = kernel.open()
    kernel.run(DIE_BEFORE_THE_LAST_REPLY)
    for name in MESSAGES:
        kernel.send(seen, name)
    kernel.wait_for_its_end()
    monkeypatch.chdir(tmp_path)
    lesson = open_lesson("first-number", learner_id="ada")
    shown = {"ask": lesson.ask("meet"), "explorer": lesson.explore("pulled"), "worksheet": lesson.worksheet()}
    restored = {name: widget.restored for name, widget in shown.items()}
    assert [attempt["response"] for attempt in restored["ask"]["attempts"]] == [{"value": "12"}]
    assert restored["explorer"]["values"] and restored["worksheet"]["entries"] == {"extra.1": "photos"}
