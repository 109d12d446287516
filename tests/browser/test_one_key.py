"""A class run by one key: on the console, on the wall where the clicker is plugged in, and on a phone as a remote."""

from __future__ import annotations

import re

import pytest

from tests.browser.axe import assert_no_axe_violations
from tests.patience import wait_until
from tests.workshop.running import served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with served(tmp_path_factory.mktemp("keys"), "--seed", "5", "--lessons", "01") as running:
        yield running


@pytest.fixture
def pages(chromium, server):
    """The console, the wall, a remote and a phone: tabs of one browser, which have nothing of each other's."""
    addresses = {
        "console": f"console#{server.secrets['instructor']}", "wall": f"projector#{server.secrets['projector']}",
        "remote": f"remote#{server.remote}", "phone": f"#{server.code}",
    }  # fmt: skip
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    found = {name: context.new_page() for name in addresses}
    for name, page in found.items():
        page.goto(f"{server.base}/{addresses[name]}")
    found["phone"].get_by_role("button", name="Join").click()
    found["phone"].get_by_text("You are No.").wait_for()
    yield found
    context.close()


def cue(server):
    messages = server.post("/api/poll", {"wait": 0}, server.secrets["projector"]).json()["messages"]
    return next(message["set"]["room"]["cue"] for message in messages if message["type"] == "patch")


def pressed(server, page, key):
    """Press a key once, when nothing else is on its way; return where the room is then."""
    before = cue(server)
    page.wait_for_timeout(350)  # a bounce of the same key counts once
    page.keyboard.press(key)
    return wait_until(lambda: cue(server) != before and cue(server))


def thumb(remote, name):
    """Press a button of the remote, which takes no second press for a moment."""
    remote.wait_for_timeout(450)
    remote.get_by_role("button", name=re.compile(f"^{name}")).click()


def test_a_class_is_run_by_one_key_wherever_it_is_pressed(pages, server):
    console, wall, remote, phone = (pages[name] for name in ("console", "wall", "remote", "phone"))
    console.get_by_role("button", name="Begin", exact=True).wait_for()
    wall.get_by_text("participant so far").wait_for()
    assert_no_axe_violations(remote)
    first = pressed(server, console, "PageDown")
    wall.wait_for_function("document.getElementById('main').dataset.kind")
    second = pressed(server, wall, " ")
    assert second != first
    console.locator(".wc-now").get_by_text("2.1").wait_for()
    assert pressed(server, wall, "PageUp") == first
    thumb(remote, "Next:")
    wait_until(lambda: cue(server) == second)
    assert "/True/" in pressed(server, wall, ".")
    wall.locator("body.wp-dark").wait_for()
    remote.get_by_role("button", name="Blank", exact=True, pressed=True).wait_for()
    assert pressed(server, console, "ArrowRight") == second
    # Undo: for ten seconds at the same place, and for ever in the list.
    remote.get_by_role("button", name="Blank", exact=True, pressed=False).wait_for()
    thumb(remote, "Undo:")
    wait_until(lambda: "/True/" in cue(server))
    assert pressed(server, console, "Enter") == second
    # While a field or a button has the focus, a key is that one's.
    console.get_by_text("Undo something earlier").focus()
    console.keyboard.press("PageDown")
    thumb(remote, "Eyes here")
    phone.get_by_text("Eyes here, please.").wait_for()
    assert phone.locator("main").evaluate("main => main.inert") and cue(server) == second
    thumb(remote, "Eyes here")
    phone.get_by_text("Eyes here, please.").wait_for(state="hidden")
    thumb(remote, "1 min")
    for page in (wall, console, remote):
        page.locator("#time, #title", has_text=re.compile(r"0:\d\d")).wait_for()
