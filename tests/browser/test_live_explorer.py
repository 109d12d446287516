"""An explorer that everybody moves: the phones' settings as a cloud on the wall, the instructor's own from the console."""

from __future__ import annotations

import pytest

from tests.browser.axe import assert_no_axe_violations
from tests.browser.walls import MEASURED, plan
from tests.patience import wait_until
from tests.workshop.running import answer, served
from tests.workshop.test_live import EXPLORER, GAME

pytestmark = pytest.mark.browser


@pytest.fixture
def server(tmp_path):
    """A room of each test's own: who has joined is counted on the wall."""
    with served(tmp_path, "--seed", "5", "--lessons", "01,02") as running:
        yield running


@pytest.fixture
def open_page(chromium, server):
    """Open pages of the room: each phone a device of its own, the console and the wall on one."""
    contexts = [chromium.new_context()]

    def opened(address, script="", **viewport):
        if is_phone := address.startswith("#"):
            contexts.append(chromium.new_context())
        page = contexts[-1 if is_phone else 0].new_page()
        page.set_viewport_size(viewport or {"width": 1366, "height": 768})
        if script:
            page.add_init_script(script)
        page.goto(f"{server.base}/{address}")
        return page

    yield opened
    for context in contexts:
        context.close()


# Notes what a page says of where its explorer stands.
COUNTED = """const { send } = WebSocket.prototype;
window.said = [];
WebSocket.prototype.send = function (text) {
  const message = JSON.parse(text);
  if (message.type === "at") said.push(message);
  return send.call(this, text);
};"""

NO_SOCKET = """window.WebSocket = class extends EventTarget {
  constructor() { super(); setTimeout(() => this.dispatchEvent(new Event("close"))); }
  close() {}
};"""


def joined(page):
    page.get_by_role("button", name="Join").click()
    page.get_by_text("You are No.").wait_for()
    return page


def slid(page, name, key):
    slider = page.get_by_role("slider", name=name)
    slider.focus()
    page.keyboard.press(key)
    return slider


def test_phones_are_a_cloud_on_the_wall_and_the_console_drives_what_stands_in_it(open_page, server, full):
    phone = joined(open_page(f"#{server.code}", width=390, height=844))
    polling = joined(open_page(f"#{server.code}", NO_SOCKET))
    wall = open_page(f"projector#{server.secrets['projector']}", width=1280, height=720)
    console = open_page(f"console#{server.secrets['instructor']}")
    server.do("open", step=EXPLORER)
    wall.get_by_text("0 of 2 found it").wait_for()
    slid(phone, "The number you open with", "End")
    slid(polling, "The number you open with", "Home")  # below what was planned is the second thing to find
    wall.locator(".ol-dot").nth(1).wait_for()
    for page in (wall, console):
        page.get_by_text("0 of 2 found it · 2 are trying").wait_for()
    wall.evaluate("document.querySelector('.wp-body').dataset.kept = 'yes'")
    slid(console, "The number you open with", "End")
    wait_until(lambda: wall.get_by_role("slider", name="The number you open with").input_value() == "20")
    assert_no_axe_violations(console, None if full else ".wc-drive")
    at = {"step": EXPLORER, "values": {"opening": 8, "pull": 0.3}, "found": 1}
    assert server.post("/api/at", at, server.join()).json() == {}
    wall.get_by_text("1 of 3 found it · 3 are trying").wait_for()
    wall.locator(".ol-dot").nth(2).wait_for()
    assert wall.locator(".wp-body[data-kept]").count() == 1  # nothing of it has drawn the wall anew


def test_a_phone_says_where_it_stands_at_most_once_a_second_and_the_last_of_it(open_page, server):
    phone = joined(open_page(f"#{server.code}", COUNTED))
    server.do("open", step=EXPLORER)
    opening = phone.get_by_role("slider", name="The number you open with")
    opening.focus()
    began = phone.evaluate("performance.now()")
    for key in ("ArrowRight", "ArrowLeft") * 10 + ("End",):
        phone.keyboard.press(key)
    wait_until(lambda: phone.evaluate("said.at(-1)?.values.opening") == 20)
    took = phone.evaluate("performance.now()") - began
    assert 1 <= phone.evaluate("said.length") <= 2 + took / 1000
    assert phone.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('ol-queue')).length") == 0


def test_what_no_page_can_say_changes_nothing_and_is_no_answer(server):
    token = server.join()
    server.do("open", step=EXPLORER)
    at = {"step": EXPLORER, "values": {"opening": 8, "pull": 0.3}, "found": 0}
    for change in ({"values": {"opening": 1e9, "pull": 0.3}}, {"values": "x" * 1000}, {"step": None}, {"found": "all"}):
        assert "problem" in server.post("/api/at", at | change, token).json()
    assert server.post("/api/at", at).status_code == 401
    assert server.post("/api/at", at, token).json() == {}
    assert server.post("/api/at", at, server.secrets["instructor"]).status_code == 400
    drive = {"command": {"kind": "drive", "step": EXPLORER, "values": at["values"]}}
    assert server.post("/api/do", drive, server.secrets["projector"]).status_code == 400
    assert server.post("/api/do", drive, server.secrets["helper"]).json()["problem"] == "only-watching"


def test_a_game_is_on_the_wall_as_quarters_then_scores_then_the_best_dials(open_page, server):
    wall = open_page(f"projector#{server.secrets['projector']}", width=1280, height=720)
    item = plan(("02",)).steps[GAME].ask.item
    tokens = [server.join() for _ in range(6)]
    server.do("open", step=GAME)
    for token in tokens:
        server.post("/api/at", {"step": GAME, "values": {"quarter": 1}}, token)
    wall.locator("li", has_text="In quarter 2").get_by_text("6 (").wait_for()
    for place, token in enumerate(tokens):
        year = {"dials": [{"ask": place, "hours": 0.5 * place}] * item.quarters, "seed": item.seed}
        assert server.send(token, answer(GAME, year))[0]["status"] == "kept"
    wall.locator("#foot", has_text="6 of ").wait_for()
    server.do("next")
    wall.locator(".wp-room .wp-dot").nth(5).wait_for()
    server.do("next")
    wall.get_by_role("table", name="The best year of the room").wait_for()
    server.do("next")
    wall.get_by_role("heading", name="What the best 2 did differently").wait_for()
    assert wall.evaluate(MEASURED)["over"] <= 0
