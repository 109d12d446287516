"""The start page in real JupyterLab: where one stands, on every opening; the review; answers as a file; a power cut."""

from __future__ import annotations

import json
import re
import shutil
import urllib.error
import urllib.parse
import urllib.request
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import pytest
from asking_for_a_raise import COURSE
from axe import assert_no_axe_violations
from lab_server import (
    LAPTOP,
    RUNNING,
    TOKEN,
    LabServer,
    blocks_in,
    open_lesson,
    open_plainly,
    run_all,
    save,
    wait_for_blocks,
    wait_for_kernel,
    without_our_part,
)
from story import Story

from outsourcing_lessons.lab.learner_copy import give
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.review_variants import REVIEWED
from outsourcing_lessons.progress.archive import exported, progress_of
from outsourcing_lessons.progress.store import Attempt
from tests.patience import wait_until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

START, OTHER = COURSE.lessons
ASKED = sum(template.section != "test" for template in START.items)
CASE = case_of(LearnerProfile())
DUE = [item for lesson in COURSE.lessons for item in lesson.items if item.section in REVIEWED]
DONE = [START.item("meet"), *DUE]  # two of them of the first lesson
MORE = [START.item(name) for name in ("counter", "extras")]
RESPONSES = {
    "number": lambda key: {"value": f"{key}"},
    "single-choice": lambda key: {"option": key},
    "multiple-choice": lambda key: {"options": [*key]},
}
HOME = ".ol-prose:has(a)"
BLOCKS, LIVE = blocks_in(COURSE.notebooks / START.notebook)
WITH_REVIEW = len(LIVE) + len(DUE)


def answered(course, items, days_ago=5.0):
    """Keep right answers of some days ago."""
    at = (datetime.now(UTC) - timedelta(days=days_ago)).isoformat(timespec="milliseconds")
    right = {"valid": True, "refusal": None, "correct": True, "score": 1.0, "feedback": ["Yes."], "brier": None}
    variants = [item.variant(CASE) for item in items]
    made = [Attempt("guest", one.id, one.variant, 1, RESPONSES[one.type](one.key), right, at) for one in variants]
    progress_of(course).add(made, [])


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = LabServer(tmp_path_factory.mktemp("home"))
    for name in ("", QUIET, "other ä", "reset", "aside", SITTING):
        give(COURSE.notebooks, server.course / name)
    for name in (QUIET, "reset", "aside", SITTING):
        answered(server.course / name, DONE)
    with server.running():
        yield server


def ask(server, address, data=None, content_type="application/json", method=None):
    """Return the status and the body of what the server answers to its owner."""
    headers = {"Authorization": f"token {TOKEN}", "Content-Type": content_type}
    request = urllib.request.Request(f"{server.address}/{address}", data=data, headers=headers, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def post(server, folder="", **fields):
    """Send a form of the page of answers; a field of bytes is a file."""
    rows = []
    for name, value in fields.items():
        file = '; filename="f.json"' if isinstance(value, bytes) else ""
        rows.append(f'--edge\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'.encode())
        rows.append((value if isinstance(value, bytes) else value.encode()) + b"\r\n")
    body = b"".join([*rows, b"--edge--\r\n"])
    address = f"outsourcing-lessons/answers?folder={folder}"
    return ask(server, address, body, "multipart/form-data; boundary=edge")


# ---- Answers as a file, without a browser ---------------------------------------------------------------------------


QUIET, SITTING, ELSEWHERE = "quiet", "sitting", urllib.parse.quote("other ä")


def state_in(server, path):
    status, body = ask(server, f"api/contents/{path}?content=1")
    assert status == 200
    return body.decode()


def test_all_answers_are_saved_as_one_file_and_brought_in_elsewhere(server):
    status, file = ask(server, f"outsourcing-lessons/answers?folder={QUIET}&save=1")
    assert (status, file) == (200, exported(progress_of(server.course / QUIET)))
    status, page = post(server, ELSEWHERE, action="import", file=file)
    assert status == 200 and f"{len(DONE)} answers and 0 entries are new" in page.decode()
    assert f"2 of {ASKED}" in state_in(server, f"{ELSEWHERE}/{START.notebook}")


def test_looking_at_the_start_page_makes_no_file_for_answers(server):
    assert "0 of" in state_in(server, START.notebook)
    assert [path.name for path in server.course.iterdir() if "sqlite" in path.name] == []


def test_the_one_file_to_hand_in_has_the_learners_name_and_all_answers(server):
    refused = post(server, QUIET, action="hand-in", learner=" ")[1].decode()
    assert "type your name first" in refused
    _, page = post(server, QUIET, action="hand-in", learner="Zoë <Müller>")
    (made,) = (server.course / QUIET).glob("*answers*.json")
    assert made.name.startswith("Zoë Müller - answers ") and made.name in page.decode()
    content = json.loads(made.read_text(encoding="utf-8"))
    assert ("Zoë <Müller>", "guest") == (content["learner"], content["learner_id"])
    assert 2 == len(content["lessons"][START.slug]["attempts"])
    (address,) = re.findall(r'href="/(files/[^"?]+\?download=1)"', page.decode())
    assert (200, made.read_bytes()) == ask(server, address)


def test_a_damaged_or_foreign_file_is_refused_with_a_sentence(server):
    before = exported(progress_of(server.course / QUIET))
    status, page = post(server, QUIET, action="import", file=b"<script>alert(1)</script>")
    assert status == 400 and "Nothing was changed: “f.json” is damaged" in page.decode() and b"<script" not in page
    assert exported(progress_of(server.course / QUIET)) == before


def test_a_damaged_progress_file_is_set_aside_and_said(server):
    """The page opens all the same, and so does the start page."""
    give(COURSE.notebooks, server.course / "damaged")
    progress_of(server.course / "damaged").path.write_bytes(b"no database" * 999)
    status, page = ask(server, "outsourcing-lessons/answers?folder=damaged&save=1")
    assert status == 200 and "was damaged. It is set aside as" in page.decode()
    progress_of(server.course / "damaged").path.write_bytes(b"no database" * 999)
    state = state_in(server, f"damaged/{START.notebook}")
    assert (
        f"0 of {ASKED}" in state and "Your file of answers was damaged" in state and "No backup has anything" in state
    )


def test_a_damaged_progress_file_is_one_click_from_its_backup(server):
    """The backup is made when a lesson is opened, and offered by name."""
    give(COURSE.notebooks, server.course / "kept")
    answered(server.course / "kept", DONE)
    assert f"2 of {ASKED}" in state_in(server, f"kept/{START.notebook}")
    progress_of(server.course / "kept").path.write_bytes(b"no database" * 999)
    state = state_in(server, f"kept/{START.notebook}")
    assert f"0 of {ASKED}" in state and "restores the backup of" in state
    (backup,) = (server.course / "kept").glob("*backup*")
    page = ask(server, "outsourcing-lessons/answers?folder=kept")[1].decode()
    assert f'<option value="{backup.name}">' in page
    status, page = post(server, "kept", action="backup", name=backup.name)
    assert status == 200 and f"{len(DONE)} answers and 0 entries are new" in page.decode()
    state = state_in(server, f"kept/{START.notebook}")
    assert f"2 of {ASKED}" in state and "was damaged" not in state
    assert "no such backup" in post(server, "kept", action="backup", name="../" + backup.name)[1].decode()


@pytest.mark.full
def test_the_start_page_itself_brings_a_backup_back(chromium, server):
    """Where it says that the answers were damaged, and says then what came of it."""
    give(COURSE.notebooks, server.course / "mend")
    answered(server.course / "mend", DONE)
    state_in(server, f"mend/{START.notebook}")
    progress_of(server.course / "mend").path.write_bytes(b"no database" * 999)
    page = chromium.new_page()
    open_lesson(page, server, f"mend/{START.notebook}")
    home = page.locator(HOME).first
    home.scroll_into_view_if_needed()
    home.get_by_role("button", name="Bring back the backup of").click()
    home.get_by_text("Done: 3 answers and 0 entries are new").wait_for()
    assert "2 of" in home.inner_text() and "was damaged" not in home.inner_text()
    assert page.evaluate("document.activeElement.textContent").startswith("Done: ")
    assert_no_axe_violations(page, ".ol-prose")
    page.close()


def test_an_open_lesson_is_told_what_is_done(server):
    status, body = ask(server, f"outsourcing-lessons/standing?folder={QUIET}")
    assert status == 200 and json.loads(body) == {"done": sorted(i.id for i in DONE), "last": DONE[-1].id}


def test_a_reset_wants_to_be_meant_and_keeps_a_backup(server):
    status, page = post(server, "reset", action="reset")
    assert (
        status == 200
        and "Tick the box" in page.decode()
        and f"2 of {ASKED}" in state_in(server, f"reset/{START.notebook}")
    )
    status, page = post(server, "reset", action="reset", sure="yes")
    (backup,) = (server.course / "reset").glob("*before reset*")
    assert backup.name in page.decode() and f"0 of {ASKED}" in state_in(server, f"reset/{START.notebook}")


def test_a_moved_folder_has_it_all(server):
    """While the server runs."""
    shutil.copytree(server.course / QUIET, server.course / "moved")
    assert f"2 of {ASKED}" in state_in(server, f"moved/{START.notebook}")


@pytest.mark.parametrize("address", ["home", "standing", "answers", "answers?save=1"])
def test_nobody_else_is_served(server, address):
    with urllib.request.urlopen(f"{server.address}/outsourcing-lessons/{address}") as answer:
        assert "/login?next=" in answer.url and f"of {ASKED}".encode() not in answer.read()


@pytest.mark.parametrize("folder", ["..", "/etc", "../..", "nowhere", START.notebook])
def test_no_folder_outside_the_course_can_be_named(server, folder):
    address = f"outsourcing-lessons/answers?folder={urllib.parse.quote(folder, safe='')}"
    assert ask(server, address)[0] == 404 and ask(server, address + "&save=1")[0] == 404


def test_a_form_that_asks_for_nothing_is_refused(server):
    assert post(server, action="nonsense")[0] == 400


def test_the_page_of_answers_has_no_barriers(chromium, server, full):
    page = chromium.new_page()
    for scheme in ("light", "dark") if full else ("dark",):
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{server.address}/outsourcing-lessons/answers?folder=aside&token={TOKEN}")
        assert_no_axe_violations(page)
    page.get_by_label("Yes, set all my answers aside").check()
    page.get_by_role("button", name="Start again").click()
    assert "Your answers are now in" in page.get_by_role("status").inner_text()
    page.close()


# ---- In the browser -------------------------------------------------------------------------------------------------


class Sitting(NamedTuple):
    server: LabServer
    page: Page

    @property
    def course(self) -> Path:
        return self.server.course / SITTING


STORY = Story()
HERE = f"{SITTING}/{START.notebook}"


def test_a_sitting_that_ends_with_a_power_cut(chromium, server, subtests, full):
    context = chromium.new_context(viewport=LAPTOP)
    without_our_part(context)  # the page does all this also where nothing starts it
    page = context.new_page()
    open_plainly(page, server, HERE)
    STORY.tell(subtests, Sitting(server, page), full)
    context.close()


@STORY.step
def where_nothing_starts_it_the_stored_page_is_complete_and_says_what_to_press(sitting):
    """Every display is there in its static form, with its style."""
    wait_for_blocks(sitting.page, len(BLOCKS))
    first, asleep = sitting.page.locator(".jp-OutputArea-output .ol-block").first, sitting.page.locator(".ol-asleep")
    assert first.evaluate("element => getComputedStyle(element).getPropertyValue('--ol-paper')")
    assert asleep.count() == len(LIVE) and "Run All Cells" in asleep.first.inner_text()


@STORY.step
def it_says_where_one_stands_before_any_cell_is_run(sitting):
    home = sitting.page.locator(HOME).first
    assert f"2 of {ASKED}" in home.inner_text() and "For review today: 2 questions" in home.inner_text()
    assert sitting.page.locator(RUNNING).count() == 0


@STORY.step
def its_links_lead_into_the_lessons_and_back_it_is_up_to_date(sitting):
    """In another tab of JupyterLab, and without running anything."""
    home = sitting.page.locator(HOME).first
    taken_over = "block => [...block.querySelectorAll('td a')].every(({ pathname }) => pathname.startsWith('/files/'))"
    sitting.page.wait_for_function(taken_over, arg=home.element_handle())
    home.get_by_role("link", name=OTHER.title).last.click()
    sitting.page.locator(".lm-TabBar-tab.lm-mod-current", has_text=OTHER.notebook).wait_for()
    answered(sitting.course, MORE, days_ago=0)
    sitting.page.locator(".lm-TabBar-tab", has_text=START.notebook).first.click()
    sitting.page.locator(HOME, has_text=f"4 of {ASKED}").first.wait_for()
    sitting.page.locator(HOME).first.get_by_role("link", name=OTHER.title).last.click()
    sitting.page.locator(".lm-TabBar-tab.lm-mod-current", has_text=OTHER.notebook).wait_for()
    sitting.page.locator(".lm-TabBar-tab", has_text=START.notebook).first.click()


def review_of(page):
    """Return the live questions of today's review."""
    return page.locator(".jp-CodeCell", has_text="lesson.review()").locator(RUNNING)


def answer_somehow(block):
    """Both questions have options; whether the first is right is not the point."""
    block.locator("input").first.check()
    block.locator("button[type=submit]").click()


@STORY.step
def the_review_is_one_click_away(sitting):
    """The page scrolls to it, also once it has renewed itself: a moment after it has come into view."""
    link = sitting.page.locator(HOME).first.get_by_role("link", name="Answer them above")
    before = link.element_handle()  # the link of now: later the same words may be those of its successor
    sitting.page.locator(".lm-TabBar-tab", has_text=OTHER.notebook).first.click()
    sitting.page.locator(HOME).first.wait_for(state="hidden")
    sitting.page.locator(".lm-TabBar-tab", has_text=START.notebook).first.click()
    sitting.page.wait_for_function("link => !link.isConnected", arg=before)
    heading = sitting.page.get_by_role("heading", name="Today’s five minutes")
    link.click()
    sitting.page.wait_for_function("h => h.getBoundingClientRect().top < innerHeight", arg=heading.element_handle())


@STORY.step
def due_questions_are_answered_live(sitting):
    run_all(sitting.page, WITH_REVIEW)
    block = review_of(sitting.page).first
    block.evaluate("one => one.closest('.jp-CodeCell').id = 'review'")
    assert_no_axe_violations(sitting.page, "#review .ol-block")  # the others: test_lab.py
    answer_somehow(block)
    block.locator(".ol-feedback").wait_for()
    kept = progress_of(sitting.course).all_attempts("guest")[-1]
    assert kept.seed >= 2**52 and kept.item_id in {item.id for item in DUE}


@STORY.step
def what_is_stored_says_nothing_of_the_learner(sitting):
    wait_for_kernel(sitting.page)
    save(sitting.page)
    stored = (sitting.course / START.notebook).read_text(encoding="utf-8")
    assert f"of {ASKED}" not in stored and "home.js" not in stored and "IntersectionObserver" not in stored
    assert "reviewed today" not in stored and "You leave with" in stored


@STORY.long_step
def a_second_tab_shows_the_answer_of_the_first_and_the_first_what_the_second_writes(sitting):
    """The same server and kernel, another page of the browser."""
    other = sitting.page.context.new_page()
    other.goto(f"{sitting.server.address}/lab/workspaces/second/tree/{HERE}?token={TOKEN}")
    home = other.locator(HOME).first
    home.wait_for()
    assert "For review today: 1 question," in home.inner_text()
    wait_for_kernel(other)
    run_all(other, WITH_REVIEW)
    review_of(other).first.locator(".ol-feedback").wait_for()
    assert sitting.page.locator(RUNNING).count() == WITH_REVIEW  # and nothing vanished from the first
    first, second = (tab.locator(f"{RUNNING}.ol-worksheet textarea").first for tab in (sitting.page, other))
    second.fill("Written in the second")
    second.blur()
    sitting.page.wait_for_function("field => field.value === 'Written in the second'", arg=first.element_handle())
    other.close()


@STORY.step
def a_power_cut_between_answer_and_display_loses_nothing(sitting):
    """The server is killed as soon as the answer is kept."""
    before = len(progress_of(sitting.course).all_attempts("guest"))
    answer_somehow(review_of(sitting.page).last)
    wait_until(lambda: len(progress_of(sitting.course).all_attempts("guest")) > before, every=0.002)
    sitting.server.kill()
    assert len(progress_of(sitting.course).all_attempts("guest")) == before + 1


@STORY.long_step
def jupyterlab_started_again_has_it(sitting):
    sitting.server.start()
    assert "2 questions reviewed today" in state_in(sitting.server, HERE)
