"""A lesson in real JupyterLab, from the stored page to answers that are there again after a new start.

The steps of a sitting, which start_page_sitting.py goes on with and test_lab.py tells.
"""

from __future__ import annotations

import json
import re
import urllib.request
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from answering import answer, block_of
from asking_for_a_raise import COURSE
from axe import assert_no_axe_violations
from lab_server import (
    LAPTOP,
    LIVE_LESSON,
    REPOSITORY,
    RUNNING,
    TOKEN,
    LabServer,
    assert_it_reads_well_on_a_phone,
    blocks_in,
    choose,
    mark_as_old,
    open_lesson,
    save,
    show_all,
    show_files,
    wait_for_live,
    wait_until_live,
)
from nbformat import v4
from story import Story

from outsourcing_lessons.blocks.block import MIME
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.money import unbroken
from outsourcing_lessons.notebook_files import WIDGET_VIEW, read
from outsourcing_lessons.progress.archive import progress_of
from tests.patience import wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Page

LESSON, OTHER = COURSE.lessons  # the first of which is the start page too
EXAMPLE = REPOSITORY / "docs" / "widgets.md"
STORED = COURSE.notebooks / LESSON.notebook
BLOCKS, LIVE = blocks_in(STORED)
ASKED = sum(template.section != "test" for template in LESSON.items)


def variants(lesson):
    """Return what a lesson asks everybody, the first question of each type last."""
    return [template.variant(case_of(LearnerProfile())) for template in reversed(lesson.items)]


ITEMS = {item.type: item for item in variants(LESSON)}
ELSEWHERE = {item.type: item for item in variants(OTHER) if item.type in ("ordering", "allocation")}
SINGLE = [item for item in variants(LESSON) if item.type == "single-choice" and item.title]
ASLEEP, BOX = ".ol-asleep", ".widget-box"
CELL_MACHINERY = (".jp-Placeholder", ".jp-InputPrompt", ".jp-cell-toolbar", ".jp-Notebook-footer")
SCROLLED = "document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer').scrollTop"
ASKS_ON_LEAVING = "!dispatchEvent(new Event('beforeunload', { cancelable: true }))"
TYPEFACES = """document.fonts.ready.then((faces) =>
  [...new Set([...faces].filter(({ status }) => status === "loaded").map(({ family }) => family.replaceAll('"', "")))].sort())"""
IN_VIEW = """(one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight + 1;
}"""


def said(page):
    """Return what the page says about each item that was answered."""
    return {kind: block_of(page, item.title).locator(".ol-feedback").text_content() for kind, item in ITEMS.items()}


# Follows the last link with these words once JupyterLab has made it its own; the start page, come into view, renews itself.
FOLLOWED = """(words) => {
  const link = [...document.querySelectorAll(".ol-prose td a")].filter((one) => one.checkVisibility() && one.textContent.includes(words)).at(-1);
  link?.scrollIntoView({ block: "nearest" });
  if (!link?.pathname.startsWith("/files/")) return false;
  link.click();
  return true;
}"""
REASON = "I trained four people this year."


def first_field(page):
    """Return the first field of the worksheet."""
    return page.locator(f"{RUNNING}.ol-worksheet textarea").first


def fill_in(page):
    """Write into the worksheet, by keyboard, and leave the field."""
    first_field(page).focus()
    page.keyboard.type(REASON)
    page.keyboard.press("Tab")
    page.get_by_text("Kept.", exact=True).wait_for(state="attached")


# ---- One JupyterLab, one learner, one sitting ---------------------------------------------------------------------


@dataclass
class Sitting:
    """What the steps share: JupyterLab, its page, every host that was asked, and what was said to the answers."""

    server: LabServer
    page: Page
    hosts: set[str]
    answered: dict[str, str] = field(default_factory=dict)


# The buttons of the bar that can be seen, and those of them that scrolling does not bring into it.
CUT_OFF = """() => {
  const bar = [...document.querySelectorAll(".ol-bar")].find((one) => one.offsetParent);
  const outer = bar.getBoundingClientRect();
  const seen = [...bar.querySelectorAll("button")].filter((button) => button.offsetParent);
  const cut = seen.filter((button) => {
    button.scrollIntoView({ block: "nearest", inline: "nearest" });
    const { top, bottom, left, right } = button.getBoundingClientRect();
    return top < outer.top - 1 || bottom > outer.bottom + 1 || left < outer.left - 1 || right > outer.right + 1;
  });
  return [seen.map((button) => button.textContent), cut.map((button) => button.textContent)];
}"""
CONTROL = (
    ":is(button:enabled, input:enabled, textarea:enabled, select:enabled, summary, a[href], [tabindex='0']):visible"
)
WITH_CONTROLS = """(css) => [...document.querySelectorAll(css)].flatMap((block, place) =>
  [...block.querySelectorAll("button:enabled, input:enabled, textarea:enabled, select:enabled, summary, a[href], [tabindex='0']")]
    .some((one) => one.checkVisibility()) ? [place] : [])"""
# Notes which blocks get the focus, each once.
REACHED = """(css) => {
  window.reached = [];
  document.addEventListener("focusin", ({ target }) => {
    const place = [...document.querySelectorAll(css)].findIndex((one) => one.contains(target));
    if (place >= 0 && !reached.includes(place)) reached.push(place);
  });
}"""
STORY = Story()


@STORY.step
def opened_it_starts_itself_and_stays_at_the_top(sitting):
    """With no click; everything becomes live that can be, and nothing of JupyterLab is in the way."""
    page = sitting.page
    open_lesson(page, sitting.server, LESSON.notebook, len(LIVE))
    assert page.locator(RUNNING).count() == len(LIVE)
    assert page.evaluate(SCROLLED) == 0 and page.get_by_text("Error displaying widget").count() == 0
    for machinery in (".lm-MenuBar", "#jp-bottom-panel", ".jp-SideBar", ".jp-NotebookPanel-toolbar", *CELL_MACHINERY):
        assert page.locator(machinery).locator("visible=true").count() == 0, machinery
    assert page.locator(ASLEEP).locator("visible=true").count() == 0
    assert page.evaluate(TYPEFACES) == ["Figtree", "Literata"]
    assert_no_axe_violations(page, ".ol-bar")


@STORY.step
def on_a_narrow_window_every_button_of_the_bar_can_be_reached(sitting):
    """In the one row that JupyterLab leaves it, by its own scrolling."""
    page = sitting.page
    page.set_viewport_size({"width": 390, "height": 844})
    seen, cut = page.evaluate(CUT_OFF)
    assert seen and cut == []
    page.set_viewport_size(LAPTOP)


@STORY.step
def no_key_changes_a_lesson(sitting):
    """Whatever is clicked before: a title, a text, the space beside them."""
    page, file = sitting.page, sitting.server.course / LESSON.notebook
    before, cells = file.read_bytes(), page.locator(".jp-Notebook .jp-Cell").count()
    texts = [page.locator(f"{RUNNING} .ol-title").first, page.locator(".jp-Notebook .ol-prose").first]
    for text in (*texts, page.locator(".jp-Notebook .jp-RenderedMarkdown").first):
        text.click()
        for key in (*"abmxddcvz1", "Enter", "Escape", "Shift+Enter", "Alt+Enter"):
            page.keyboard.press(key)
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells and page.locator(RUNNING).count() == len(LIVE)
    assert file.read_bytes() == before and page.evaluate(ASKS_ON_LEAVING) is False


@STORY.step
def a_wrong_answer_is_seen_to_be_wrong(sitting):
    """Its explanation comes into view from below the edge of the window, and the button says where to look."""
    page = sitting.page
    item = next(i for i in SINGLE if i.id != ITEMS["single-choice"].id)
    block = block_of(page, item.title)
    wrong = next(place for place, option in enumerate(item.options) if option.id != item.key)
    block.locator("input").nth(wrong).check()
    check = block.locator("button[type=submit]")
    page.evaluate("button => button.scrollIntoView({ block: 'end' })", check.element_handle())
    check.click()
    feedback = block.locator(".ol-feedback")
    feedback.wait_for()
    assert check.inner_text() in ("Not yet: see above", "Partly right: see above")
    page.wait_for_function(IN_VIEW, arg=feedback.element_handle())
    block.locator("input").nth((wrong + 1) % len(item.options)).check()
    assert check.inner_text() == "Check"


TWO_LINES = "These words\nare few"


@STORY.step
def how_far_a_text_has_come_is_said_while_it_is_typed(sitting):
    """It takes several lines: JupyterLab's own meaning of Enter is kept out of it."""
    block = block_of(sitting.page, ITEMS["short-text"].title)
    block.locator("textarea").focus()
    for key in TWO_LINES:
        sitting.page.keyboard.press("Enter") if key == "\n" else sitting.page.keyboard.type(key)
    block.get_by_text(f"4 of {ITEMS['short-text'].least_words} words").wait_for()
    block.locator("textarea").blur()
    wait_until(lambda: progress_of(sitting.server.course).all_entries("guest"))


def typed_over(page, editor, text):
    """Put a text in the place of what stands in an editor; whether it is there, for one that was just opened takes none."""
    editor.click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
    return editor.inner_text().strip() == text


@STORY.step
def a_model_that_refuses_says_so_in_one_sentence_and_the_line_is_kept(sitting):
    """A number with a comma, as half of the world writes it, too; the file is saved without being asked for."""
    page, file = sitting.page, sitting.server.course / LESSON.notebook
    code = ["".join(cell["source"]) for cell in read(file)["cells"] if cell["cell_type"] == "code"]
    cell = page.locator(".jp-CodeCell").nth(next(i for i, one in enumerate(code) if "pull=0.4" in one))
    cell.scroll_into_view_if_needed()
    said = cell.locator(".jp-OutputArea-output")
    editor = cell.locator(".cm-content", has_text="pull=0.4")  # which is empty until it has been scrolled into view
    editor.wait_for()
    line = editor.text_content()
    for pull, sentence in (("0,4", "Write pull=0.4 with a point"), ("40", "ArgumentError: pull is 40; allowed:")):
        changed = line.replace("0.4", pull)
        wait_until(lambda: typed_over(page, cell.locator(".cm-content"), changed), every=1)  # noqa: B023
        page.keyboard.press("Shift+Enter")
        said.get_by_text(sentence).wait_for()
        assert len(said.inner_text().strip().splitlines()) == 1
    wait_until(lambda: "pull=40" in file.read_text(encoding="utf-8"))
    page.wait_for_function(f"() => !({ASKS_ON_LEAVING})")


@STORY.long_step
def opened_again_it_is_whole_and_what_was_typed_is_there(sitting):
    """With the kernel that still runs."""
    page = sitting.page
    open_lesson(page, sitting.server, LESSON.notebook, len(LIVE))
    assert page.locator(RUNNING).count() == len(LIVE) and page.evaluate(SCROLLED) == 0
    assert page.get_by_text("Error displaying widget").count() == 0
    text = block_of(page, ITEMS["short-text"].title).locator("textarea")
    assert text.input_value() == TWO_LINES


@STORY.step
def all_of_jupyterlab_is_one_click_away(sitting):
    """What follows is done in it."""
    show_all(sitting.page)
    assert sitting.page.locator(".jp-NotebookPanel-toolbar:visible").count() == 1


@STORY.step
def axe_finds_nothing_before_answering(sitting):
    """In all displays of the lesson."""
    assert_no_axe_violations(sitting.page, ".ol-block")


@STORY.long_step
def it_reads_well_on_a_phone_in_the_dark_before_answering(sitting):
    assert_it_reads_well_on_a_phone(sitting.page, "Dark")


@STORY.step
def each_type_is_answered_by_keyboard_alone(sitting):
    """And the kernel judged it right, or took the prediction."""
    for kind, item in ITEMS.items():
        answer(sitting.page, kind, item)
    fill_in(sitting.page)
    sitting.answered = said(sitting.page)
    expected = {"prediction": "Committed", "short-text": "Your text says it all"}
    for kind, words in sitting.answered.items():
        assert words.startswith(expected.get(kind, "Right")), kind


@STORY.long_step
def axe_finds_nothing_after_answering(sitting):
    """Feedback, locked forms and reveals included."""
    assert_no_axe_violations(sitting.page, ".ol-block")


@STORY.step
def a_reveal_opens_when_its_prediction_is_made(sitting):
    """Without running a cell."""
    truths = {block.prediction: block.truth for block in BLOCKS if block.kind == "reveal"}
    assert sitting.page.get_by_text(truths[ITEMS["prediction"].id]).first.is_visible()


@STORY.step
def a_slider_moved_by_keyboard_changes_the_chart(sitting):
    """The page draws it."""
    block = sitting.page.locator(RUNNING + ".ol-explorer").first
    before = block.locator(".ol-plot svg").first.get_attribute("aria-label")
    block.locator("input[type=range]").first.focus()
    sitting.page.keyboard.press("ArrowRight")
    sitting.page.wait_for_function(
        "before => document.querySelector('.ol-explorer .ol-plot svg').ariaLabel !== before", arg=before
    )


@STORY.step
def the_words_of_a_chart_follow_the_sliders(sitting):
    """What the page draws and what it says of it is what the package does at the same values."""
    for template in LESSON.explorers:
        title = template.explorer(case_of(LearnerProfile())).title
        block = block_of(sitting.page, title)
        slider = block.locator("input[type=range]").nth(1)
        before = block.locator(".ol-plot > svg").get_attribute("aria-label")
        slider.focus()
        for _ in range(3):
            sitting.page.keyboard.press("ArrowRight")
        sliders = block.locator("input[type=range]").evaluate_all("all => all.map(one => Number(one.value))")
        values = {
            slider.id: value for slider, value in zip(template.sliders(case_of(LearnerProfile())), sliders, strict=True)
        }
        expected = template.frame(case_of(LearnerProfile()), values)
        sitting.page.wait_for_function(
            "alt => [...document.querySelectorAll('.ol-explorer .ol-plot svg')].some(one => one.ariaLabel === alt)",
            arg=unbroken(expected.alt),
        )
        assert block.locator(".ol-plot > svg").get_attribute("aria-label") == unbroken(expected.alt) != before
        assert block.locator(".ol-sentence").inner_text() == unbroken(expected.sentence)


@STORY.step
def tab_goes_through_every_block_in_order_and_is_caught_in_none(sitting):
    """From the first control of the first block to the last of the last; a bet that is placed has none left."""
    page = sitting.page
    wanted = page.evaluate(WITH_CONTROLS, RUNNING)
    assert len(wanted) > 0.8 * len(LIVE)
    page.evaluate(REACHED, RUNNING)
    page.locator(RUNNING).nth(wanted[0]).locator(CONTROL).first.focus()
    reached, presses = [], 0
    while wanted[-1] not in reached and presses < 1500:
        for _ in range(10):
            page.keyboard.press("Tab")
        presses += 10
        reached = page.evaluate("reached")
    assert reached == wanted, presses


@STORY.long_step
def it_reads_well_on_a_phone_by_day_after_answering(sitting):
    assert_it_reads_well_on_a_phone(sitting.page, "Light")


@STORY.long_step
def answers_survive_a_restart_of_the_kernel(sitting):
    """Restart and run all: every answer is back, with what was said about it."""
    mark_as_old(sitting.page)
    choose(sitting.page, "Kernel", "Restart Kernel and Run All")
    sitting.page.get_by_role("button", name="Confirm Kernel Restart").or_(
        sitting.page.locator(".jp-Dialog .jp-mod-accept")
    ).first.click()
    wait_for_live(sitting.page, len(LIVE))
    assert said(sitting.page) == sitting.answered and first_field(sitting.page).input_value() == REASON


@STORY.step
def what_is_saved_holds_the_static_forms_only(sitting):
    """No view that would need a kernel which is gone, nor where one stands; what nobody has changed since is saved already."""
    if sitting.page.evaluate(ASKS_ON_LEAVING):
        save(sitting.page)
    stored = (sitting.server.course / LESSON.notebook).read_text(encoding="utf-8")
    assert MIME in stored and WIDGET_VIEW not in stored
    assert f"of {ASKED}" not in stored and "IntersectionObserver" not in stored and "You leave with" in stored


@STORY.step
def closed_for_the_day_and_opened_again_it_is_whole_and_offers_to_go_on(sitting):
    """With a new kernel, without a click: a line that fails stops nothing behind it, and what was answered and written is there."""
    page = sitting.page
    choose(page, "File", "Close Tab")
    page.locator(LIVE_LESSON).wait_for(state="detached")
    shut_down_kernels(sitting.server)
    show_files(page)
    page.locator(".jp-DirListing-item", has_text=LESSON.notebook).dblclick()
    wait_until_live(page, len(LIVE))
    it_is_whole_and_offers_to_go_on(sitting)


@STORY.long_step
def opened_again_in_a_new_jupyterlab_it_is_so_too(sitting):
    shut_down_kernels(sitting.server)
    open_lesson(sitting.page, sitting.server, LESSON.notebook, len(LIVE))
    it_is_whole_and_offers_to_go_on(sitting)


def it_is_whole_and_offers_to_go_on(sitting):
    page = sitting.page
    assert page.locator(RUNNING).count() == len(LIVE) and page.evaluate(SCROLLED) == 0
    assert page.get_by_text("Error displaying widget").count() == 0
    assert said(page) == sitting.answered and first_field(page).input_value() == REASON
    page.get_by_role("button", name="Continue where you were").click()
    page.wait_for_function(f"() => {SCROLLED} > 500")


@STORY.step
def another_lesson_is_one_click_away(sitting):
    """It starts itself too; what is asked there only is answered by keyboard."""
    page = sitting.page
    add_example(sitting.server, OTHER.notebook)
    page.wait_for_function(FOLLOWED, arg=OTHER.title)
    page.locator(".ol-bar-title", has_text=OTHER.title).locator("visible=true").wait_for()
    for kind, item in ELSEWHERE.items():
        answer(page, kind, item)
        assert block_of(page, item.title).locator(".ol-feedback").text_content().startswith("Right"), kind


@STORY.step
def a_question_in_a_box_is_answered_and_an_observer_hears_it(sitting):
    """By the very example of the docs; two explorers that are linked move together."""
    page = sitting.page
    question = page.locator(f"{BOX} {RUNNING}.ol-ask")
    page.locator(".widget-label", has_text="Not answered yet.").wait_for()
    question.get_by_role("button", name="Try again").click()  # it was answered in the lesson
    question.locator("input").fill("1")
    page.keyboard.press("Enter")
    page.locator(".widget-label", has_text="You said 1: not yet.").wait_for()
    left, right = (page.locator(f"{BOX} {RUNNING}.ol-explorer").nth(place) for place in (0, 1))
    left.locator("input[type=range]").first.focus()
    page.keyboard.press("ArrowRight")
    moved = left.locator("input[type=range]").first.input_value()
    page.wait_for_function(
        "([css, value]) => [...document.querySelectorAll(css)].every((one) => one.value === value)",
        arg=[f"{BOX} {RUNNING}.ol-explorer .ol-slide:first-child input", moved],
    )
    sentence = left.locator(".ol-sentence").inner_text()
    right.locator(".ol-sentence").get_by_text(sentence, exact=True).wait_for()


@STORY.step
def the_start_page_is_one_click_away(sitting):
    sitting.page.get_by_role("button", name="All lessons").locator("visible=true").click()
    sitting.page.locator(".ol-bar-title", has_text=LESSON.title).locator("visible=true").wait_for()


def add_example(server, notebook):
    """Put the example of the docs at the end of a notebook, as a learner does, with names of this course."""
    example = EXAMPLE.read_text("utf-8")
    for call, ours in (("open_lesson", LESSON.slug), ("ask", "meet"), ("explore", "pulled")):
        example = re.sub(rf'\b{call}\("[^"]+"\)', f'{call}("{ours}")', example)
    model = ask(server, f"contents/{notebook}")
    for code in re.findall(r"^```python\n(.*?)^```$", example, re.MULTILINE | re.DOTALL):
        model["content"]["cells"].append(v4.new_code_cell(code, metadata={"trusted": True}))
    ask(server, f"contents/{notebook}", "PUT", {name: model[name] for name in ("type", "format", "content")})


def shut_down_kernels(server):
    """End every session, as closing JupyterLab for the day does."""
    for session in ask(server, "sessions"):
        ask(server, f"sessions/{session['id']}", "DELETE")


def ask(server, path, method="GET", sent=None):
    """Return what the server answers to its owner."""
    address, headers = f"{server.address}/api/{path}", {"Authorization": f"token {TOKEN}"}
    data = None if sent is None else json.dumps(sent).encode()
    with urllib.request.urlopen(urllib.request.Request(address, data, headers, method=method)) as answer:
        return json.loads(answer.read() or "null")
