"""The start page in JupyterLab: where one stands, on every opening; the review; a power cut. The steps go on in the same page.

The notebooks are those of the course, and not given by `lab`: no part of ours in JupyterLab touches them.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from asking_for_a_raise import COURSE
from axe import assert_no_axe_violations
from lab_server import (
    LAPTOP,
    LIVE_LESSON,
    RUNNING,
    TOKEN,
    choose,
    open_plainly,
    run_all,
    save,
    show_all,
    show_files,
    wait_for_blocks,
    wait_for_kernel,
    without_our_part,
)
from lab_sitting import ASKED, BLOCKS, LIVE, STORY, ask

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.review_variants import REVIEWED
from outsourcing_lessons.progress.archive import progress_of
from outsourcing_lessons.progress.store import Attempt
from tests.patience import wait_until

START, OTHER = COURSE.lessons
CASE = case_of(LearnerProfile())
DUE = [item for lesson in COURSE.lessons for item in lesson.items if item.section in REVIEWED]
DONE = [START.item("meet"), *DUE]  # two of them of the first lesson
MORE = [START.item(name) for name in ("counter", "extras")]
RESPONSES = {
    "number": lambda key: {"value": f"{key}"},
    "single-choice": lambda key: {"option": key},
    "multiple-choice": lambda key: {"options": [*key]},
}
SITTING, GIVEN = "sitting", "given"  # folders with notebooks as they come, and with those that `lab` gives
HOME = ".ol-prose:has(a)"
WITH_REVIEW = len(LIVE) + len(DUE)
HERE = f"{SITTING}/{START.notebook}"


def answered(course, items, days_ago=5.0):
    """Keep right answers of some days ago."""
    at = (datetime.now(UTC) - timedelta(days=days_ago)).isoformat(timespec="milliseconds")
    right = {"valid": True, "refusal": None, "correct": True, "score": 1.0, "feedback": ["Yes."], "brier": None}
    variants = [item.variant(CASE) for item in items]
    made = [Attempt("guest", one.id, one.variant, 1, RESPONSES[one.type](one.key), right, at) for one in variants]
    progress_of(course).add(made, [])


def folder_of(sitting):
    """Return where these notebooks lie and their answers are kept."""
    return sitting.server.course / SITTING


@STORY.step
def where_nothing_starts_it_the_stored_page_is_complete_and_says_what_to_press(sitting):
    page = sitting.page
    if not page.locator(".lm-MenuBar").is_visible():  # a page that was loaded anew shows a lesson alone
        show_all(page)
    show_files(page)
    choose(page, "File", "Close All Tabs")
    page.locator(LIVE_LESSON).first.wait_for(state="detached")
    page.locator(".jp-DirListing-item", has_text=SITTING).dblclick()
    page.locator(".jp-BreadCrumbs-item", has_text=SITTING).wait_for()
    page.locator(".jp-DirListing-item", has_text=START.notebook).dblclick()
    page.wait_for_url(f"**/{HERE}")
    wait_for_kernel(page)
    it_is_complete_and_says_what_to_press(page)


def it_is_complete_and_says_what_to_press(page):
    """Every display is there in its static form, with its style."""
    wait_for_blocks(page, len(BLOCKS))
    first, asleep = page.locator(".jp-OutputArea-output .ol-block").first, page.locator(".ol-asleep")
    assert first.evaluate("element => getComputedStyle(element).getPropertyValue('--ol-paper')")
    assert asleep.count() == len(LIVE) and "Run All Cells" in asleep.first.inner_text()
    assert page.locator(RUNNING).count() == 0


@STORY.step
def it_says_where_one_stands_before_any_cell_is_run(sitting):
    it_says_where_one_stands(sitting.page)


def it_says_where_one_stands(page):
    home = page.locator(HOME).first.inner_text()
    assert f"2 of {ASKED}" in home and "For review today: 2 questions" in home


@STORY.long_step
def a_given_lesson_does_so_too_without_our_part_of_jupyterlab(sitting):
    context = sitting.page.context.browser.new_context(viewport=LAPTOP)
    without_our_part(context)
    page = context.new_page()
    open_plainly(page, sitting.server, f"{GIVEN}/{START.notebook}")
    it_is_complete_and_says_what_to_press(page)
    it_says_where_one_stands(page)
    context.close()


@STORY.step
def its_links_lead_into_the_lessons_and_back_it_is_up_to_date(sitting):
    """In another tab of JupyterLab, and without running anything."""
    home = sitting.page.locator(HOME).first
    taken_over = "block => [...block.querySelectorAll('td a')].every(({ pathname }) => pathname.startsWith('/files/'))"
    sitting.page.wait_for_function(taken_over, arg=home.element_handle())
    home.get_by_role("link", name=OTHER.title).last.click()
    sitting.page.locator(".lm-TabBar-tab.lm-mod-current", has_text=OTHER.notebook).wait_for()
    answered(folder_of(sitting), MORE, days_ago=0)
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
    link.dispatch_event(
        "click"
    )  # in one go: between the halves of a click by mouse the page may renew itself once more
    sitting.page.wait_for_function("h => h.getBoundingClientRect().top < innerHeight", arg=heading.element_handle())


@STORY.step
def due_questions_are_answered_live(sitting):
    run_all(sitting.page, WITH_REVIEW)
    block = review_of(sitting.page).first
    block.evaluate("one => one.closest('.jp-CodeCell').id = 'review'")
    assert_no_axe_violations(sitting.page, "#review .ol-block")  # the others: lab_sitting.py
    answer_somehow(block)
    block.locator(".ol-feedback").wait_for()
    kept = progress_of(folder_of(sitting)).all_attempts("guest")[-1]
    assert kept.seed >= 2**52 and kept.item_id in {item.id for item in DUE}


@STORY.step
def what_is_stored_says_nothing_of_the_learner(sitting):
    wait_for_kernel(sitting.page)
    save(sitting.page)
    stored = (folder_of(sitting) / START.notebook).read_text(encoding="utf-8")
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
def no_request_left_this_machine(sitting):
    """From opening to the end."""
    assert sitting.hosts - {""} == {urlsplit(sitting.server.address).netloc}


@STORY.step
def a_power_cut_between_answer_and_display_loses_nothing(sitting):
    """The server is killed as soon as the answer is kept."""
    before = len(progress_of(folder_of(sitting)).all_attempts("guest"))
    answer_somehow(review_of(sitting.page).last)
    wait_until(lambda: len(progress_of(folder_of(sitting)).all_attempts("guest")) > before, every=0.002)
    sitting.server.kill()
    assert len(progress_of(folder_of(sitting)).all_attempts("guest")) == before + 1


@STORY.long_step
def jupyterlab_started_again_has_it(sitting):
    sitting.server.start()
    assert "2 questions reviewed today" in json.dumps(ask(sitting.server, f"contents/{HERE}?content=1"))
