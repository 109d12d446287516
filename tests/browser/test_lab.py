"""A lesson in real JupyterLab, from the stored page to answers that are there again after a new start."""

from __future__ import annotations

import json
import urllib.request
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from axe import assert_no_axe_violations
from lab_server import (
    REPOSITORY,
    RUNNING,
    TOKEN,
    LabServer,
    choose,
    mark_as_old,
    open_notebook,
    patient_context,
    run_all,
    save,
    wait_for_blocks,
    wait_for_live,
)

from outsourcing_lessons.blocks.block import MIME, parse_block
from outsourcing_lessons.course.case import Case
from outsourcing_lessons.course.catalogue import lesson_named
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.notebook_files import WIDGET_VIEW, outputs_of, read

pytestmark = pytest.mark.browser

LESSON = lesson_named("one-task")  # all seven types are in it
STORED = REPOSITORY / "notebooks" / LESSON.notebook
BLOCKS = [parse_block(o["data"][MIME]) for o in outputs_of(read(STORED)) if MIME in o.get("data", {})]
LIVE = [block for block in BLOCKS if block.kind in ("ask", "explorer", "reveal", "worksheet")]
ITEMS = {t.variant(Case(LearnerProfile())).type: t.variant(Case(LearnerProfile())) for t in reversed(LESSON.items)}


# ---- Answering by keyboard ----------------------------------------------------------------------------------------


def block_of(page, title):
    """Return the live block with a title."""
    return page.locator(RUNNING).filter(has=page.locator("h3.ol-title").get_by_text(title, exact=True))


def answer_single(page, block, item):
    block.locator("input").first.focus()
    place = [option.id for option in item.options].index(item.key)
    for key in ["ArrowDown"] * place or ["Space"]:
        page.keyboard.press(key)
    page.keyboard.press("Enter")


def answer_multiple(page, block, item):
    block.locator("input").first.focus()
    for option in item.options:
        if option.id in item.key:
            page.keyboard.press("Space")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def answer_number(page, block, item):
    block.locator("input").first.focus()
    page.keyboard.type(f"{item.key:.{item.decimals}f}")
    page.keyboard.press("Enter")


def answer_ordering(page, block, item):
    for place, option in enumerate(item.key):
        block.locator(f"li[data-id='{option}'] .ol-move").first.focus()
        order = block.locator("li[data-id]").evaluate_all("rows => rows.map(row => row.dataset.id)")
        for _ in range(order.index(option) - place):
            page.keyboard.press("Enter")
    block.locator("button[type=submit]").focus()
    page.keyboard.press("Enter")


def answer_allocation(page, block, item):
    block.locator("input").first.focus()
    for part in item.parts:
        page.keyboard.type(f"{item.key[part.id]:g}")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def answer_prediction(page, block, item):
    block.locator("input").first.focus()
    for number in (item.key, item.low, item.high):
        page.keyboard.type(f"{number:.{item.decimals}f}")
        page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def answer_short_text(page, block, item):
    block.locator("textarea").focus()
    page.keyboard.type("word " * item.least_words)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in item.checklist:
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


ANSWERS = {
    "single-choice": answer_single,
    "multiple-choice": answer_multiple,
    "number": answer_number,
    "ordering": answer_ordering,
    "allocation": answer_allocation,
    "prediction": answer_prediction,
    "short-text": answer_short_text,
}


def said(page):
    """Return what the page says about each item that was answered."""
    return {kind: block_of(page, item.title).locator(".ol-feedback").text_content() for kind, item in ITEMS.items()}


TWO_LINES = "A capable stranger\ncould start on Monday."


def long_field(page):
    """Return the first field of the worksheet that takes several lines."""
    return page.locator(f"{RUNNING}.ol-worksheet textarea.ol-area").first


def fill_in(page):
    """Write two lines into the worksheet, by keyboard, and leave the field."""
    long_field(page).focus()
    for line in TWO_LINES.split("\n"):
        page.keyboard.type(line)
        page.keyboard.press("Enter")
    page.keyboard.press("Backspace")
    page.keyboard.press("Tab")
    page.get_by_text("Kept.").wait_for(state="attached")


# ---- One JupyterLab, one learner, one sitting ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with LabServer(tmp_path_factory.mktemp("lab")).running() as server:
        yield server


@pytest.fixture(scope="module")
def hosts():
    """Every host that a request went to."""
    return set()


@pytest.fixture(scope="module")
def page(chromium, server, hosts):
    context = patient_context(chromium)
    context.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def opened(page, server):
    open_notebook(page, server, LESSON.notebook)
    return page


@pytest.fixture(scope="module")
def live(opened, before_running):
    run_all(opened, len(LIVE))
    return opened


@pytest.fixture(scope="module")
def before_running(opened, server):
    """What the page looked like when it was opened."""
    wait_for_blocks(opened, len(BLOCKS))
    first = opened.locator(".jp-OutputArea-output .ol-block").first
    return {
        "blocks": opened.locator(".jp-OutputArea-output .ol-block").count(),
        "paper": first.evaluate("element => getComputedStyle(element).getPropertyValue('--ol-paper')"),
        "files": sorted(path.name for path in server.course.iterdir()),
    }


@pytest.fixture(scope="module")
def answered(live):
    """The page after one item of each type was answered, and what it says then."""
    for kind, item in ITEMS.items():
        block = block_of(live, item.title)
        ANSWERS[kind](live, block, item)
        block.locator(".ol-feedback:not(.ol-refused)").wait_for()
    fill_in(live)
    return said(live)


def test_before_anything_runs_the_stored_page_is_complete(before_running):
    """Every display is there in its static form, with its style; no file for answers is made yet."""
    assert before_running["blocks"] == len(BLOCKS) and before_running["paper"]
    assert [name for name in before_running["files"] if "sqlite" in name] == []


def test_running_makes_everything_live_that_can_be(live):
    """The rest stays text."""
    assert live.locator(RUNNING).count() == len(LIVE)
    assert live.get_by_text("Error displaying widget").count() == 0


def test_axe_finds_nothing_before_answering(live):
    """In all displays of the lesson."""
    assert_no_axe_violations(live, ".ol-block")


@contextmanager
def on_a_phone(page, theme):
    """JupyterLab in this theme in a window 640 wide at 200 % zoom, which is 320 for the page; its list of files folded."""
    size = page.viewport_size
    choose(page, "Settings", "Theme", f"JupyterLab {theme}")
    light = str(theme == "Light").lower()
    page.wait_for_function(f"document.body.dataset.jpThemeLight === '{light}'")
    files = page.locator("#filebrowser")
    page.keyboard.press("Control+b")
    files.wait_for(state="hidden")
    page.set_viewport_size({"width": 320, "height": 568})
    page.wait_for_function("document.querySelector('.jp-Notebook').clientWidth < 320")
    try:
        yield
    finally:
        page.set_viewport_size(size)
        page.keyboard.press("Control+b")
        files.wait_for()


WIDER = """() => [...document.querySelectorAll(".jp-Notebook .ol-block")]
  .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.innerText.slice(0, 80))"""


BROKEN = """() => {
  const texts = [...document.querySelectorAll(".jp-Notebook .ol-block")].map((block) => document.createTreeWalker(block, NodeFilter.SHOW_TEXT));
  const broken = [];
  for (const walker of texts) while (walker.nextNode()) {
    const { currentNode: text } = walker, range = document.createRange();
    if (text.parentElement.closest("svg, .ol-unseen, script, style, a") || !text.parentElement.checkVisibility()) continue;
    for (const { 0: word, index } of text.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
    }
  }
  return broken;
}"""


def assert_it_reads_well_on_a_phone(page, theme):
    """Fail if axe finds anything in a display, or a display is wider than its place, or a word is broken in two."""
    with on_a_phone(page, theme):
        assert_no_axe_violations(page, ".ol-block")
        assert page.evaluate(WIDER) == []
        assert page.evaluate(BROKEN) == []


@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_axe_and_reflow_on_a_phone_before_answering(live, theme):
    assert_it_reads_well_on_a_phone(live, theme)


@pytest.mark.parametrize("kind", ANSWERS)
def test_each_type_is_answered_by_keyboard_alone(answered, kind):
    """And the kernel judged it right, or took the prediction."""
    expected = {"prediction": "Committed", "short-text": "Your text says it all"}
    assert answered[kind].startswith(expected.get(kind, "Right"))


def test_axe_finds_nothing_after_answering(live, answered):
    """Feedback, locked forms and reveals included."""
    assert_no_axe_violations(live, ".ol-block")


def test_a_reveal_opens_when_its_prediction_is_made(live, answered):
    """Without running a cell."""
    truths = {block.prediction: block.truth for block in BLOCKS if block.kind == "reveal"}
    assert live.get_by_text(truths[ITEMS["prediction"].id]).first.is_visible()


def test_keys_after_a_click_on_a_text_change_nothing(live, server, answered):
    """A click on words selects JupyterLab's cell, to which Enter, letters and deleting mean something else."""
    before = [cell["source"] for cell in read(server.course / LESSON.notebook)["cells"]]
    texts = [live.locator(f"{RUNNING} .ol-title").first, live.locator(".jp-Notebook .ol-prose").first]
    for text in (*texts, live.locator(".jp-Notebook .jp-RenderedMarkdown").first):
        text.click()
        for keys in ("Enter", "so about 4", "Escape", "m", "x", "d", "d", "Escape"):
            live.keyboard.press(keys) if keys[0].isupper() or len(keys) == 1 else live.keyboard.type(keys)
    assert live.locator(RUNNING).count() == len(LIVE)
    save(live)
    assert [cell["source"] for cell in read(server.course / LESSON.notebook)["cells"]] == before


def test_a_worksheet_takes_several_lines(live, answered):
    """JupyterLab's own meaning of Enter is kept out of it."""
    assert long_field(live).input_value() == TWO_LINES


def test_a_slider_moved_by_keyboard_changes_the_chart(live, answered):
    """The kernel draws it."""
    block = live.locator(RUNNING + ".ol-explorer").first
    before = block.locator("figure").get_attribute("aria-label")
    block.locator("input[type=range]").first.focus()
    live.keyboard.press("ArrowRight")
    live.wait_for_function("before => document.querySelector('.ol-explorer figure').ariaLabel !== before", arg=before)


def test_the_words_of_a_chart_follow_the_sliders(live, answered):
    """What the kernel draws and what it says of it belong to the same values."""
    for template in LESSON.explorers:
        title = template.explorer(Case(LearnerProfile())).title
        block = block_of(live, title)
        slider = block.locator("input[type=range]").nth(1)
        before = block.locator("figure").get_attribute("aria-label")
        slider.focus()
        for _ in range(3):
            live.keyboard.press("ArrowRight")
        sliders = block.locator("input[type=range]").evaluate_all("all => all.map(one => Number(one.value))")
        values = {slider.id: value for slider, value in zip(template.sliders(Case(LearnerProfile())), sliders, strict=True)}
        expected = template.frame(Case(LearnerProfile()), values)
        live.wait_for_function(
            "alt => [...document.querySelectorAll('.ol-explorer figure')].some(one => one.ariaLabel === alt)",
            arg=expected.alt,
        )
        assert block.locator("figure").get_attribute("aria-label") == expected.alt != before
        assert block.locator("output.ol-sentence").inner_text() == expected.sentence


def test_tab_goes_through_every_block_in_order_and_is_caught_in_none(live, answered):
    """From the first control of the first block to the last of the last, by the Tab key alone."""
    live.locator(RUNNING).first.locator("button:visible, input:visible, textarea:visible").first.focus()
    reached, presses = [], 0
    while (len(reached) < len(LIVE) or reached[-1] != len(LIVE) - 1) and presses < 900:
        place = live.evaluate(
            "css => [...document.querySelectorAll(css)].findIndex(one => one.contains(document.activeElement))", RUNNING
        )
        if place >= 0 and place not in reached:
            reached.append(place)
        live.keyboard.press("Tab")
        presses += 1
    assert reached == sorted(reached) and len(reached) == len(LIVE), (reached, presses)


@pytest.mark.parametrize("theme", ["Dark", "Light"])
def test_axe_and_reflow_on_a_phone_after_answering(live, answered, theme):
    assert_it_reads_well_on_a_phone(live, theme)


def test_answers_survive_a_restart_of_the_kernel(live, answered):
    """Restart and run all: every answer is back, with what was said about it."""
    mark_as_old(live)
    choose(live, "Kernel", "Restart Kernel and Run All")
    live.get_by_role("button", name="Confirm Kernel Restart").or_(
        live.locator(".jp-Dialog .jp-mod-accept")
    ).first.click()
    wait_for_live(live, len(LIVE))
    assert said(live) == answered and long_field(live).input_value() == TWO_LINES


def test_what_is_saved_holds_the_static_forms_only(live, server, answered):
    """No view that would need a kernel which is gone."""
    save(live)
    stored = (server.course / LESSON.notebook).read_text(encoding="utf-8")
    assert MIME in stored and WIDGET_VIEW not in stored


def test_opened_again_with_the_kernel_alive_the_page_reads_well(live, server, answered):
    """Static, complete, and without an error."""
    open_notebook(live, server, LESSON.notebook)
    wait_for_blocks(live, len(BLOCKS))
    assert live.get_by_text("Error displaying widget").count() == 0


def test_opened_again_with_a_new_kernel_the_answers_are_there(live, server, answered):
    """After one Run All."""
    shut_down_kernels(server)
    open_notebook(live, server, LESSON.notebook)
    assert live.get_by_text("Error displaying widget").count() == 0
    run_all(live, len(LIVE))
    assert said(live) == answered


def test_no_request_left_this_machine(live, server, hosts, answered):
    """From opening to the end."""
    assert hosts - {""} == {urlsplit(server.address).netloc}


def shut_down_kernels(server):
    """End every session, as closing JupyterLab for the day does."""
    headers = {"Authorization": f"token {TOKEN}"}
    with urllib.request.urlopen(urllib.request.Request(f"{server.address}/api/sessions", headers=headers)) as answer:
        sessions = json.load(answer)
    for session in sessions:
        address = f"{server.address}/api/sessions/{session['id']}"
        urllib.request.urlopen(urllib.request.Request(address, headers=headers, method="DELETE")).close()
