"""The folder on a web space: once visited, it opens without a network, and a new version takes the place of the old."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect
from specimens import ITEMS, ask

from outsourcing_lessons.blocks.block import parse_block
from outsourcing_lessons.exports.static import folder, write_folder
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.notebook import Passage, Shown

pytestmark = pytest.mark.browser


def page_of(title: str) -> bytes:
    parts = (Passage(f"# {title}\n\nA story."), Shown(parse_block(ask(ITEMS["number"] | {"variant": "0123abcd"}))))
    return workbook_html(Book(LearnerProfile("ada", "Ada"), (Chapter("first-job", "01", title, parts),)))


class Quiet(SimpleHTTPRequestHandler):
    """Tells nobody who asked for what, and takes a file changed within the same second for changed."""

    def parse_request(self):
        fine = super().parse_request()
        if fine:
            del self.headers["If-Modified-Since"]
        return fine

    def log_message(self, *said):
        pass


@pytest.fixture
def space(tmp_path):
    """A web space with the folder on it, and its address."""
    write_folder(tmp_path, folder(page_of("The first")))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield tmp_path, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


# The page's policy lets nothing be evaluated in it again and again from outside, so what is waited for waits itself.
CONTROLLED = """() => new Promise((done, fail) => {
  setTimeout(() => fail(new Error("waited in vain")), 240_000);
  const look = () => (navigator.serviceWorker.controller ? done() : setTimeout(look, 50));
  look();
})"""
RENEWED = """(words) => new Promise((done, fail) => {
  setTimeout(() => fail(new Error("waited in vain")), 240_000);
  const look = async () => {
    const names = await caches.keys();
    const kept = names.length === 1 && (await (await caches.open(names[0])).match("./"));
    if (kept && (await kept.text()).includes(words)) done();
    else setTimeout(look, 50);
  };
  look();
})"""


def test_it_opens_without_a_network_and_a_new_version_comes_at_a_later_visit(page, space):
    files, address = space
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(address)
    page.evaluate(CONTROLLED)
    page.context.set_offline(True)
    page.goto(f"{address}#first-job/1/1")
    page.reload()
    expect(page.get_by_role("heading", name="The first").first).to_be_visible()
    assert complaints == []
    page.context.set_offline(False)
    write_folder(files, folder(page_of("The second")), force=True)
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update()).then(() => null)")
    page.evaluate(RENEWED, "The second")
    page.reload()
    expect(page.locator(".wb-lesson-title").first).to_have_text("The second")
