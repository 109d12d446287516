"""A SCORM package in a learning platform: a page with the platform's API and the workbook in a frame."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from specimens import ITEMS, ask
from test_player import BY_KEYBOARD

from outsourcing_lessons.blocks.block import parse_block
from outsourcing_lessons.exports.scorm import PAGE, package
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.notebook import Shown

pytestmark = pytest.mark.browser

GRADED = [kind for kind in ITEMS if kind not in ("prediction", "short-text")]
# What SCORM 1.2 allows a unit to set, and what the values may be; anything else is refused as a real platform does.
PLATFORM = """
<!doctype html><title>Platform</title><script>
const ALLOWED = {
  "cmi.core.lesson_status": /^(passed|completed|failed|incomplete|browsed|not attempted)$/,
  "cmi.core.score.raw": /^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?)$/, "cmi.core.score.min": /^0$/, "cmi.core.score.max": /^100$/,
  "cmi.core.session_time": /^[0-9]{4}:[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,2})?$/, "cmi.core.exit": /^(suspend|)$/,
  "cmi.suspend_data": /^[^]{0,4096}$/,
};
window.values = JSON.parse(localStorage.getItem("values") ?? "{}"); window.calls = []; window.refused = [];
let open = false;
window.API = {
  LMSInitialize: (nothing) => { calls.push("LMSInitialize"); return String((open = !window.deaf && nothing === "")); },
  LMSGetValue: (name) => (open ? (values[name] ?? "") : ""),
  LMSSetValue: (name, value) => {
    if (!open || !ALLOWED[name]?.test(value)) return refused.push([name, value, open]), "false";
    return (values[name] = value), "true";
  },
  LMSCommit: () => { calls.push("LMSCommit"); localStorage.setItem("values", JSON.stringify(values)); return String(open); },
  LMSFinish: () => { calls.push("LMSFinish"); open = false; return "true"; },
};
</script><iframe src="player.html" width="900" height="700"></iframe>
"""
NESTED = f'<!doctype html><title>Inner</title><iframe id="unit" src="{PAGE}" width="880" height="680"></iframe>'


@pytest.fixture(scope="module")
def unit() -> str:
    blocks = [Shown(parse_block(ask(item | {"variant": "0123abcd"}))) for item in ITEMS.values()]
    page = workbook_html(Book(LearnerProfile("guest"), (Chapter("one-task", "01", "One task", tuple(blocks)),)))
    with zipfile.ZipFile(BytesIO(package(page))) as made:
        return made.read(PAGE).decode()


@pytest.fixture
def platform(page, unit):
    """A platform at an address of its own, with the workbook two frames deep; nothing is asked of anybody else."""
    served = {"/": PLATFORM, "/player.html": NESTED, f"/{PAGE}": unit, "/away": "<title>Away</title>"}
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)

    def answer(route):
        path = "/" + route.request.url.partition("platform.test/")[2]
        route.fulfill(body=served[path], content_type="text/html") if path in served else route.abort()

    page.route("**/*", answer)
    yield page
    assert [] == complaints


def opened(page):
    page.goto("https://platform.test/")
    frame = page.frame(url=f"**/{PAGE}") or page.wait_for_event("framenavigated", lambda f: f.url.endswith(PAGE))
    frame.wait_for_selector(".wb-desk:visible")
    return frame


class Within:
    """A frame that is typed into: what is asked is asked of the frame, what is typed goes to the page it is in."""

    def __init__(self, frame):
        self.frame, self.keyboard = frame, frame.page.keyboard

    def __getattr__(self, name):
        return getattr(self.frame, name)


def answered(frame, kind):
    """Answer the specimen of a type by keyboard, and wait until the page has said what it is worth."""
    frame.focus("#lessons")
    BY_KEYBOARD[kind][0](Within(frame))
    frame.wait_for_selector(".ol-say:focus")


def test_score_and_completion_reach_the_platform(platform):
    unit = opened(platform)
    values = lambda: platform.evaluate("values")  # noqa: E731
    assert ("incomplete", "0") == (values()["cmi.core.lesson_status"], values()["cmi.core.score.raw"])
    assert "reported to the learning platform" in unit.inner_text("#keeping")
    assert "Nothing is sent" not in unit.inner_text("#keeping")
    for n, kind in enumerate(ITEMS, start=1):
        answered(unit, kind)
        share = 100 * sum(one in GRADED for one in list(ITEMS)[:n]) / len(GRADED)
        assert share == pytest.approx(float(values()["cmi.core.score.raw"]), abs=0.01), kind
        done = "completed" if n == len(ITEMS) else "incomplete"
        assert done == values()["cmi.core.lesson_status"], kind
    platform.goto("https://platform.test/away")
    kept = platform.evaluate("JSON.parse(localStorage.getItem('values'))")
    assert ("100", "completed", "") == tuple(
        kept[f"cmi.core.{name}"] for name in ("score.raw", "lesson_status", "exit")
    )
    assert kept["cmi.core.session_time"].startswith("0000:00:")


def test_it_is_initialised_once_committed_and_finished_once(platform):
    unit = opened(platform)
    answered(unit, "single-choice")
    unit.evaluate("for (let n = 0; n < 2; n++) dispatchEvent(new Event('pagehide'))")
    calls, refused = platform.evaluate("[calls, refused]")
    assert (1, 1) == (calls.count("LMSInitialize"), calls.count("LMSFinish")) and "LMSFinish" == calls[-1]
    assert "LMSCommit" == calls[-2] and [] == refused
    assert "suspend" == platform.evaluate("values['cmi.core.exit']")


def test_another_browser_goes_on_from_the_score_the_platform_kept(platform):
    answered(opened(platform), "single-choice")
    platform.goto("https://platform.test/away")
    before = platform.evaluate("JSON.parse(localStorage.getItem('values'))['cmi.core.score.raw']")
    platform.evaluate(
        "Object.keys(localStorage).filter((key) => key !== 'values').forEach((key) => localStorage.removeItem(key))"
    )
    unit = opened(platform)
    assert f"0 of {len(ITEMS)} answered" == unit.inner_text("#progress")
    assert 0 < float(before) == float(platform.evaluate("values['cmi.core.score.raw']"))


@pytest.mark.parametrize("data", ["x", "1 ..", "0.1.0 zz", '{"a": 1}'])
def test_suspend_data_of_another_version_counts_nothing(platform, data):
    platform.goto("https://platform.test/away")
    platform.evaluate("(data) => localStorage.setItem('values', JSON.stringify({ 'cmi.suspend_data': data }))", data)
    opened(platform)
    assert "0" == platform.evaluate("values['cmi.core.score.raw']")


def test_where_the_platform_does_not_answer_the_page_says_so(platform):
    platform.add_init_script("window.deaf = true")
    unit = opened(platform)
    answered(unit, "single-choice")
    assert "does not answer" in unit.inner_text("#keeping") and [] == platform.evaluate("refused")


def test_without_a_platform_the_workbook_is_as_it_was(page, unit, tmp_path):
    (tmp_path / PAGE).write_text(unit, encoding="utf-8")
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((tmp_path / PAGE).as_uri())
    answered(page.main_frame, "single-choice")
    assert f"1 of {len(ITEMS)} answered" == page.inner_text("#progress")
    assert page.inner_text("#keeping").endswith("Nothing is sent anywhere.") and [] == complaints
