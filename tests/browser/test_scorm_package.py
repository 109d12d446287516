"""A SCORM package in a learning platform: a page with the platform's API and the workbook in a frame."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from specimens import ITEMS, ask
from test_player import BY_KEYBOARD

from outsourcing_lessons import __version__
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
const student = new URL(location).searchParams.get("student") ?? "ada";
const record = `platform/${student}`;
window.values = { ...JSON.parse(localStorage.getItem(record) ?? "{}"), "cmi.core.student_id": student };
window.calls = []; window.refused = [];
let open = false;
window.API = {
  LMSInitialize: (nothing) => { calls.push("LMSInitialize"); return String((open = student !== "unheard" && nothing === "")); },
  LMSGetValue: (name) => (open ? (values[name] ?? "") : ""),
  LMSSetValue: (name, value) => {
    if (!open || !ALLOWED[name]?.test(value)) return refused.push([name, value, open]), "false";
    return (values[name] = value), "true";
  },
  LMSCommit: () => { calls.push("LMSCommit"); localStorage.setItem(record, JSON.stringify(values)); return String(open); },
  LMSFinish: () => { calls.push("LMSFinish"); open = false; return "true"; },
};
</script><iframe src="player.html" width="900" height="700"></iframe>
"""
NESTED = f'<!doctype html><title>Inner</title><iframe id="unit" src="{PAGE}" width="880" height="680"></iframe>'


def unit_of(items, variant: str = "0123abcd") -> str:
    blocks = [Shown(parse_block(ask(item | {"variant": variant}))) for item in items]
    page = workbook_html(Book(LearnerProfile("guest"), (Chapter("first-job", "01", "One task", tuple(blocks)),)))
    with zipfile.ZipFile(BytesIO(package(page))) as made:
        return made.read(PAGE).decode()


@pytest.fixture(scope="module")
def unit() -> str:
    return unit_of(ITEMS.values())


@pytest.fixture
def platform(tab, unit):
    """A platform at an address of its own, with the workbook two frames deep; nothing is asked of anybody else."""
    page = tab
    served = {"/": PLATFORM, "/player.html": NESTED, f"/{PAGE}": unit, "/away": "<title>Away</title>"}
    complaints = []
    page.served = served

    def answer(route):
        path = "/" + route.request.url.partition("platform.test/")[2].partition("?")[0]
        route.fulfill(body=served[path], content_type="text/html") if path in served else route.abort()

    hear = {"pageerror": lambda error: complaints.append(str(error))}
    hear["console"] = lambda message: complaints.append(message.text) if message.type == "error" else None
    for event, heard in hear.items():
        page.on(event, heard)
    page.route("**/*", answer)
    yield page
    page.goto("https://platform.test/away")
    page.evaluate("localStorage.clear()")
    for event, heard in hear.items():
        page.remove_listener(event, heard)
    assert [] == complaints


def opened(page, student: str = "ada"):
    page.goto(f"https://platform.test/?student={student}")
    frame = page.frame(url=f"**/{PAGE}") or page.wait_for_event("framenavigated", lambda f: f.url.endswith(PAGE))
    frame.wait_for_selector(".wb-desk:visible")
    as_one_page(frame)
    return frame


def as_one_page(frame):
    """Show all of the workbook at once, where it is not already."""
    frame.evaluate("document.body.classList.contains('wb-paged') && document.getElementById('whole').click()")


def left(page, student: str = "ada") -> dict[str, str]:
    """Leave the unit; return what the platform has of a learner then."""
    page.goto("https://platform.test/away")
    return page.evaluate(f"JSON.parse(localStorage.getItem('platform/{student}'))")


def in_another_browser(page, **values: str) -> None:
    """Leave the unit and forget what the browser has kept; what the platform has may be changed too."""
    kept = left(page) if not values else {f"cmi.{name.replace('__', '.')}": value for name, value in values.items()}
    page.goto("https://platform.test/away")
    page.evaluate(
        "(kept) => { localStorage.clear(); localStorage.setItem('platform/ada', JSON.stringify(kept)); }", kept
    )


class Within:
    """A frame that is typed into: what is asked is asked of the frame, what is typed goes to the page it is in."""

    def __init__(self, frame):
        self.frame, self.keyboard = frame, frame.page.keyboard

    def __getattr__(self, name):
        return getattr(self.frame, name)


def by_keyboard(frame, kind):
    """Answer the specimen of a type by keyboard, and wait until the page has said what it is worth."""
    frame.focus("#lessons")
    BY_KEYBOARD[kind][0](Within(frame))
    frame.wait_for_selector(".ol-say:focus")


def answered(frame, kind="single-choice"):
    """Answer a specimen with the mouse, which is quicker."""
    key, block = ITEMS[kind]["key"], frame.locator(".ol-ask").nth([*ITEMS].index(kind))
    block.locator("input").fill(str(key)) if kind == "number" else block.locator(f"input[value={key}]").check()
    block.get_by_role("button", name="Check").click()
    frame.wait_for_selector(".ol-say:focus")


def answer_at(frame, place, *options):
    """Tick options of the item in this place, and send them."""
    block = frame.locator(".ol-ask").nth(place)
    for option in options:
        block.locator(f"input[value={option}]").check()
    block.get_by_role("button", name="Check").click()


TYPED = ("single-choice", "prediction")  # with a key and without


def test_score_and_completion_reach_the_platform(platform, full):
    """Of a type that is like another the page says itself that it was answered; in the full run all are, by keyboard."""
    unit = opened(platform)
    values = lambda: platform.evaluate("values")  # noqa: E731
    assert {"cmi.core.student_id"} == set(values()), "nothing is reported before the first answer"
    assert "reported to the learning platform" in unit.inner_text("#keeping")
    assert "Nothing is sent" not in unit.inner_text("#keeping")
    for n, kind in enumerate(ITEMS, start=1):
        by_keyboard(unit, kind) if full or kind in TYPED else score_all(unit, {ITEMS[kind]["id"]: 100})
        share = 100 * sum(one in GRADED for one in list(ITEMS)[:n]) / len(GRADED)
        assert share == pytest.approx(float(values()["cmi.core.score.raw"]), abs=0.01), kind
        done = "completed" if n == len(ITEMS) else "incomplete"
        assert done == values()["cmi.core.lesson_status"], kind
    kept = left(platform)
    assert ("100", "completed", "") == tuple(
        kept[f"cmi.core.{name}"] for name in ("score.raw", "lesson_status", "exit")
    )
    assert kept["cmi.core.session_time"].startswith("0000:00:")


def test_it_is_initialised_once_committed_and_finished_once(platform):
    unit = opened(platform)
    answered(unit)
    unit.evaluate("for (let n = 0; n < 2; n++) dispatchEvent(new Event('pagehide'))")
    calls, refused = platform.evaluate("[calls, refused]")
    assert (1, 1) == (calls.count("LMSInitialize"), calls.count("LMSFinish")) and "LMSFinish" == calls[-1]
    assert "LMSCommit" == calls[-2] and [] == refused
    assert "suspend" == platform.evaluate("values['cmi.core.exit']")


def test_another_browser_and_another_version_go_on_from_what_the_platform_kept(platform):
    """An item is known by its id: its place, its variant and its neighbours may have changed."""
    answered(opened(platform))
    before = platform.evaluate("values['cmi.core.score.raw']")
    in_another_browser(platform)
    platform.served[f"/{PAGE}"] = unit_of([*ITEMS.values()][::-1], "4567cdef").replace(f'"{__version__}"', '"99.0"')
    unit = opened(platform)
    assert f"0 of {len(ITEMS)} answered" == unit.inner_text("#progress")
    assert before == platform.evaluate("values['cmi.core.score.raw']")
    answer_at(unit, -1 - [*ITEMS].index("multiple-choice"), *ITEMS["multiple-choice"]["key"])
    assert 2 * float(before) == pytest.approx(float(platform.evaluate("values['cmi.core.score.raw']")), abs=0.01)


def test_two_students_at_one_computer_have_nothing_of_each_other(platform):
    answered(opened(platform))
    first = left(platform)
    unit = opened(platform, "bo")
    assert f"0 of {len(ITEMS)} answered" == unit.inner_text("#progress")
    second = left(platform, "bo")
    assert ("incomplete", None, None) == tuple(
        second.get(f"cmi.{name}") for name in ("core.lesson_status", "core.score.raw", "suspend_data")
    )
    unit = opened(platform)
    assert f"1 of {len(ITEMS)} answered" == unit.inner_text("#progress")
    assert first["cmi.core.score.raw"] == left(platform)["cmi.core.score.raw"]


@pytest.mark.parametrize(
    "status", ["completed", *(pytest.param(one, marks=pytest.mark.full) for one in ("passed", "failed"))]
)
def test_nothing_that_the_platform_holds_is_ever_lowered(platform, status):
    """A finished unit, whose record is of a format that nobody can read any more."""
    in_another_browser(platform, core__lesson_status=status, core__score__raw="92.5", suspend_data="0.1.0 zz..")
    score_all(opened(platform), {ITEMS["single-choice"]["id"]: 100})
    kept = left(platform)
    assert (status, "92.5") == (kept["cmi.core.lesson_status"], kept["cmi.core.score.raw"])


def test_what_is_typed_off_the_answer_adds_nothing_to_the_score(platform):
    kind, item = "single-choice", ITEMS["single-choice"]
    unit = opened(platform)
    place = [*ITEMS].index(kind)
    block = unit.locator(".ol-ask").nth(place)
    wrong = [option["id"] for option in item["options"] if option["id"] != item["key"]]

    for option in wrong[:2]:
        answer_at(unit, place, option)
    block.get_by_role("button", name="Show the answer").click()
    block.get_by_role("button", name="Try again").click()
    answer_at(unit, place, item["key"])
    assert "Right" in block.inner_text() and "0" == platform.evaluate("values['cmi.core.score.raw']")
    attempts = unit.evaluate(
        "JSON.parse(Object.entries(localStorage).find(([key]) => key.includes('first-move'))[1]).attempts"
    )
    assert [None, None, True] == [attempt.get("told") for attempt in attempts]
    for elsewhere in (False, True):
        if elsewhere:
            in_another_browser(platform)
        unit = opened(platform)
        score_all(unit, {ITEMS[one]["id"]: 100 for one in ("number", kind)[: 1 + elsewhere]})
        share = 100 / len(GRADED)
        assert share == pytest.approx(float(platform.evaluate("values['cmi.core.score.raw']")), abs=0.01)


def test_a_large_course_has_room_in_what_the_platform_keeps(platform):
    """Four times over; and the score of each of its items is known again by its id."""
    ids = [f"a-lesson-of-ten-{n // 25}.a-question-{n}" for n in range(150)]
    platform.served[f"/{PAGE}"] = unit_of(ITEMS["single-choice"] | {"id": one} for one in ids)
    score_all(opened(platform), {one: number % 101 for number, one in enumerate(ids)})
    kept = platform.evaluate("values['cmi.suspend_data']")
    assert 100 < len(ids) and len(kept) < 1024
    in_another_browser(platform, suspend_data=kept)
    platform.served[f"/{PAGE}"] = unit_of(ITEMS["single-choice"] | {"id": one} for one in ("first-job.new", *ids[-3:]))
    score_all(opened(platform), {"first-job.new": 100})
    kept = left(platform)
    raw = (100 + sum(number % 101 for number in range(len(ids))[-3:])) / 4
    assert (raw, "completed") == (float(kept["cmi.core.score.raw"]), kept["cmi.core.lesson_status"])
    assert len(ids) == len(kept["cmi.suspend_data"]) // 6 - 1, "what this version does not have is handed on"


def score_all(frame, scores):
    """Have the page say that items were answered, with scores in hundredths."""
    frame.evaluate(
        """(scores) => { for (const [id, score] of Object.entries(scores)) document.dispatchEvent(new CustomEvent(
        "ol:attempt", { detail: { id, outcome: { valid: true, score: score / 100 } } })); }""",
        scores,
    )


@pytest.mark.parametrize("data", ["2 zz", pytest.param('{"a": 1}', marks=pytest.mark.full)])
def test_what_the_platform_keeps_and_nobody_can_read_counts_nothing(platform, data):
    in_another_browser(platform, suspend_data=data)
    score_all(opened(platform), {ITEMS["single-choice"]["id"]: 100})
    assert 100 / len(GRADED) == pytest.approx(float(platform.evaluate("values['cmi.core.score.raw']")), abs=0.01)


def test_where_the_platform_does_not_answer_the_page_says_so(platform):
    unit = opened(platform, "unheard")
    answered(unit)
    assert "does not answer" in unit.inner_text("#keeping") and [] == platform.evaluate("refused")


def test_without_a_platform_the_workbook_is_as_it_was(tab, unit, tmp_path):
    page = tab
    (tmp_path / PAGE).write_text(unit, encoding="utf-8")
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((tmp_path / PAGE).as_uri())
    as_one_page(page)
    answered(page.main_frame)
    assert f"1 of {len(ITEMS)} answered" == page.inner_text("#progress")
    assert page.inner_text("#keeping").endswith("Nothing is sent anywhere.") and [] == complaints
