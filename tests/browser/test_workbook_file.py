"""workbook.html opened from a file: everything works, nothing leaves it, and answers stay."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from asking_for_a_raise import COURSE
from axe import assert_no_axe_violations
from reloading import reload
from specimens import ITEMS, OTHERS, WRONG, ask, other
from story import Story
from test_player import BY_KEYBOARD, tab_to

from outsourcing_lessons.blocks.block import parse_block
from outsourcing_lessons.collect import collect
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.money import unbroken
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.notebook import Code, Passage, Shown
from tests.patience import wait_until

pytestmark = pytest.mark.browser

NAME = "</script><img src=x onerror=document.title='hacked'> פלוני"
COUNT = len(ITEMS)


@pytest.fixture
def page(file_page):
    return file_page


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    """A workbook with one item of every type and one block of every other kind."""
    blocks = [ask(item | {"variant": "0123abcd"}) for item in ITEMS.values()] + [
        other(block) for block in OTHERS.values()
    ]
    shown = [Shown(parse_block(block)) for block in blocks]
    hostile = Passage(
        "# One task\n\n## First <b>part</b>\n\n[click](javascript:alert(1)) <script>document.title='hacked'</script>"
    )
    parts = (hostile, Code("1 < 2", "True"), Passage("## Second part"), *shown)
    path = tmp_path_factory.mktemp("workbook") / "workbook.html"
    path.write_bytes(workbook_html(Book(LearnerProfile("ada", NAME), (Chapter("first-job", "01", "One task", parts),))))
    return path


def as_one_page(page):
    """Show all of a workbook at once; how it is walked through is in test_workbook_steps.py."""
    page.evaluate("document.getElementById('whole').click()")  # so that Tab still begins at the top


@pytest.fixture
def opened(page, workbook):
    """The page of the workbook; at the end nothing was asked of anybody and nothing was complained about."""
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.goto(workbook.as_uri())
    as_one_page(page)
    yield page
    assert {"file", "blob", "data"} >= {url.partition(":")[0] for url in asked} | {"file"}
    assert [] == complaints


def progress(page) -> str:
    return page.inner_text("#progress")


def saved(page, tmp_path) -> dict:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my answers as a file").click()
    assert "ada-answers.json" == download.value.suggested_filename
    download.value.save_as(tmp_path / "answers.json")
    return json.loads((tmp_path / "answers.json").read_text("utf-8"))


def bring(page, content: str | bytes | Path) -> str:
    if isinstance(content, str):
        content = content.encode()
    if isinstance(content, bytes):
        content = {"name": "answers.json", "mimeType": "application/json", "buffer": content}
    page.evaluate("document.getElementById('told').textContent = ''")
    page.set_input_files("#file", content)
    page.locator("#told:not(:empty)").wait_for()
    return page.inner_text("#told")


def test_every_item_by_keyboard_alone_and_all_of_it_after_a_reload(opened, tmp_path, full):
    """At a desk by day, and then on a phone in the dark: 640 pixels at 200 % zoom, which is 320 for the page."""
    assert f"0 of {COUNT} answered" == progress(opened)
    if full:
        assert_no_axe_violations(opened)
    tab_to(opened, "Skip to the lessons")
    opened.keyboard.press("Enter")
    for type_, (answer, verdict) in BY_KEYBOARD.items():
        answer(opened)
        opened.locator(".ol-say:focus").wait_for()
        assert opened.evaluate("document.activeElement.textContent").startswith(verdict), type_
    assert f"{COUNT} of {COUNT} answered" == progress(opened)
    assert opened.locator(".ol-reveal .ol-truth").is_visible()
    opened.emulate_media(color_scheme="dark")
    opened.set_viewport_size({"width": 320, "height": 640})
    assert_no_axe_violations(opened)
    assert 320 == opened.evaluate("document.documentElement.scrollWidth")
    before = saved(opened, tmp_path)
    reload(opened)
    assert f"{COUNT} of {COUNT} answered" == progress(opened)
    assert COUNT == opened.locator(".ol-say .ol-feedback").count()
    assert before == saved(opened, tmp_path)


def test_the_policy_lets_nothing_in_or_out(page, workbook):
    page.goto(workbook.as_uri())
    stopped = page.evaluate("""async () => {
      const stopped = [];
      document.addEventListener("securitypolicyviolation", (event) => stopped.push(event.effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "document.title = 'hacked'";
      document.body.append(script, Object.assign(document.createElement("img"), { src: "https://example.org/x.png" }));
      await fetch("https://example.org/").catch(() => null);
      for (let n = 0; n < 300 && new Set(stopped).size < 3; n++) await new Promise((resolve) => setTimeout(resolve, 100));
      return [...new Set(stopped)].sort();
    }""")
    assert ["connect-src", "img-src", "script-src-elem"] == stopped
    assert "hacked" not in page.title().replace(NAME, "")


def test_a_worksheet_is_kept_and_prints_in_its_own_style(opened, tmp_path):
    field = opened.locator(".ol-worksheet input[type=text], .ol-worksheet textarea").first
    field.fill("Ten product pages")
    field.blur()
    # The frame to print is under the page's policy, so its style must be one that the policy knows.
    # A headless browser prints at once, and then the frame is gone before anybody can look at it.
    opened.add_init_script("window.print = () => {}")
    opened.get_by_role("button", name="Print").click()
    frame = opened.frame_locator("iframe[srcdoc]")
    assert "Ten product pages" in frame.locator("main").inner_text()
    assert "600" == frame.locator("dt").first.evaluate("(element) => getComputedStyle(element).fontWeight")
    reload(opened)
    assert "Ten product pages" == field.input_value()
    entries = saved(opened, tmp_path)["lessons"]["first-job"]["entries"]
    assert "Ten product pages" in entries[OTHERS["worksheet"]["id"]].values()


ASKED = "Whom will you ask back?"


def wait_for_value(page, label, text):
    from playwright.sync_api import expect

    expect(page.get_by_label(label)).to_have_value(text, timeout=120_000)


def written(page, label, text):
    page.get_by_label(label).fill(text)
    page.get_by_label(label).blur()


@pytest.fixture
def second(opened, workbook):
    """The same workbook in another tab, where what is typed is kept when the field is left and not before."""
    tab = opened.context.new_page()
    tab.add_init_script(
        "{ const later = setTimeout; window.setTimeout = (what, ms) => (ms === 400 ? 0 : later(what, ms)); }"
    )
    tab.goto(workbook.as_uri())
    yield tab
    tab.close()


TABS = Story()


def test_two_tabs(opened, second, tmp_path, subtests, full):
    TABS.tell(subtests, (opened, second, tmp_path), full)


@TABS.step
def what_one_writes_the_other_shows_and_neither_loses_a_field(tabs):
    opened, second = tabs[:2]
    written(opened, ASKED, "Aino")
    wait_for_value(second, ASKED, "Aino")
    written(second, "Hours, row 2", "6")
    wait_for_value(opened, "Hours, row 2", "6")
    for page in (opened, second):
        reload(page)
        wait_for_value(page, ASKED, "Aino")
        wait_for_value(page, "Hours, row 2", "6")
        assert page.locator(".ol-other").count() == 0


@TABS.step
def where_both_write_into_one_field_the_text_that_gives_way_is_offered(tabs):
    opened, second = tabs[:2]
    second.get_by_label(ASKED).fill("Bo")
    written(opened, ASKED, "Cleo </b>")
    second.locator(".ol-other q", has_text="Cleo </b>").wait_for()
    assert second.get_by_label(ASKED).input_value() == "Bo"
    second.get_by_label(ASKED).blur()
    wait_for_value(opened, ASKED, "Bo")
    assert_no_axe_violations(opened, ".ol-worksheet")
    opened.locator(".ol-other", has_text="Cleo </b>").get_by_role("button", name="Use this text").click()
    wait_for_value(second, ASKED, "Cleo </b>")
    assert opened.locator(".ol-other").count() == 0


@TABS.step
def they_lose_no_attempt_and_begin_anew_together(tabs):
    opened, second, tmp_path = tabs
    for page in (opened, second):
        page.focus("#lessons")
        BY_KEYBOARD["single-choice"][0](page)
        page.locator(".ol-say:focus").wait_for()
    assert 2 == len(saved(second, tmp_path)["lessons"]["first-job"]["attempts"])
    written(opened, ASKED, "Aino")
    wait_for_value(second, ASKED, "Aino")
    opened.get_by_role("button", name="Start over").click()
    opened.get_by_role("button", name="Delete them").click()
    wait_for_value(second, ASKED, "")
    assert f"0 of {COUNT} answered" == progress(second)


def test_answers_come_back_from_a_file_and_after_starting_over(opened, tmp_path):
    tab_to(opened, "Skip to the lessons")
    opened.keyboard.press("Enter")
    BY_KEYBOARD["single-choice"][0](opened)
    opened.locator(".ol-say:focus").wait_for()
    file = saved(opened, tmp_path)
    assert (COURSE.package, "ada", 1) == (file["course"], file["learner_id"], file["format"])
    opened.get_by_role("button", name="Start over").click()
    opened.get_by_role("button", name="Keep my answers").click()
    assert f"1 of {COUNT} answered" == progress(opened)
    opened.get_by_role("button", name="Start over").click()
    assert_no_axe_violations(opened, ".wb-desk")
    opened.get_by_role("button", name="Delete them").click()
    assert f"0 of {COUNT} answered" == progress(opened)
    assert "Your answers are back." == bring(opened, json.dumps(file))
    assert f"1 of {COUNT} answered" == progress(opened)
    assert "There was nothing new in this file." == bring(opened, json.dumps(file))


def test_hostile_files_get_a_sentence_and_bring_no_texts(opened, tmp_path, full):
    whole = {"course": COURSE.package, "format": 1, "learner_id": "ada", "lessons": {}}
    nothing = "This is not a file of saved answers."
    other_course, hollow, deep = '{"course": "other"}', json.dumps(whole | {"lessons": []}), "[" * 100_000
    alike = ("", "[]", "\x00\xff", other_course) if full else ()
    for content in ("{", "null", hollow, deep, *alike):
        assert nothing == bring(opened, content)
    (large := tmp_path / "large.json").write_bytes(b" " * 5_000_001)
    assert "This file is too large to be a file of answers." == bring(opened, large)
    assert "somebody else" in bring(opened, json.dumps(whole | {"learner_id": "bo"}))
    assert "another version" in bring(opened, json.dumps(whole | {"format": 2}))
    one = ITEMS["single-choice"]["id"]
    good = {"item": one, "variant": "0123abcd", "response": WRONG["single-choice"]}
    lies = {
        "outcome": {
            "valid": True,
            "correct": True,
            "score": 1,
            "feedback": ["<img src=x>untrue"],
            "refusal": None,
            "brier": None,
        }
    }
    strange = [
        7,
        None,
        {"item": one},
        good | {"variant": "other"},
        good | {"response": {"option": "nonsense"}},
        good | {"response": []},
    ]
    attempts = {
        "attempts": [*strange, good | lies],
        "entries": {"__proto__": {"a": 1}, OTHERS["worksheet"]["id"]: {"x": "y", "z": 7}},
    }
    assert "Your answers are back." == bring(
        opened, json.dumps(whole | {"lessons": {"first-job": attempts, "__proto__": {}}})
    )
    assert f"1 of {COUNT} answered" == progress(opened)
    assert "untrue" not in opened.content() and "dearest in the shop" not in opened.inner_text(".ol-ask .ol-say")


def test_without_storage_a_note_says_so_and_answers_last_as_long_as_the_page(page, workbook):
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } })")
    page.goto(workbook.as_uri())
    as_one_page(page)
    assert "when you close it" in page.inner_text("#keeping")
    tab_to(page, "Skip to the lessons")
    page.keyboard.press("Enter")
    BY_KEYBOARD["single-choice"][0](page)
    page.wait_for_selector(".ol-feedback")
    assert f"1 of {COUNT} answered" == progress(page)


@pytest.fixture(scope="module")
def charts(tmp_path_factory):
    """A workbook with every explorer of the course."""
    case = case_of(LearnerProfile())
    shown = tuple(Shown(template.explorer(case)) for lesson in COURSE.lessons for template in lesson.explorers)
    path = tmp_path_factory.mktemp("charts") / "workbook.html"
    path.write_bytes(workbook_html(Book(case.profile, (Chapter("first-job", "01", "Charts", shown),))))
    return path


LETTERS = """() => [...document.querySelectorAll(":is(.ol-figure > svg, .ol-plot > svg)")].filter((drawing) => drawing.checkVisibility()).map((drawing) => {
  const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
  return Math.min(...[...drawing.querySelectorAll("text")].map((text) => parseFloat(getComputedStyle(text).fontSize))) * scale;
})"""


CHARTS = Story()


def test_charts(page, charts, subtests, full):
    page.goto(charts.as_uri())
    as_one_page(page)
    CHARTS.tell(subtests, page, full)


@CHARTS.step
def the_letters_are_readable_at_any_width(page):
    for width in (320, 480, 1000):
        page.set_viewport_size({"width": width, "height": 700})
        least = 10 if width == 480 else 12  # px; between a phone and a desk it may be less
        wait_until(lambda least=least: min(page.evaluate(LETTERS)) >= least)  # a chart is drawn anew after it was asked
        letters = page.evaluate(LETTERS)
        assert len(letters) == sum(len(lesson.explorers) for lesson in COURSE.lessons)  # one drawing of each, not two
        assert width == page.evaluate("document.documentElement.scrollWidth")


@CHARTS.step
def the_words_follow_the_setting(page):
    for template in (template for lesson in COURSE.lessons for template in lesson.explorers):
        block = template.explorer(case_of(LearnerProfile()))
        place = page.locator(".ol-explorer").filter(has=page.get_by_text(block.title, exact=True))
        offered = [scenario for scenario in block.scenarios if place.get_by_text(scenario.label, exact=True).count()]
        assert offered[0] == block.scenarios[0] and len(offered) > 1
        for scenario in (offered[-1], offered[0]):
            place.get_by_text(scenario.label, exact=True).click()
            place.get_by_label(unbroken(scenario.frame.alt), exact=True).wait_for()
            assert unbroken(scenario.frame.sentence) == place.locator(".ol-sentence").inner_text()


@CHARTS.step
def an_explorer_stands_where_it_was_left_until_all_begins_anew(page):
    """And what was found with it stays found."""
    pull, found = page.locator(".ol-slider").nth(1), page.locator(".ol-found p")
    pull.fill("0.6")
    found.first.wait_for()
    pull.fill("0.1")
    reload(page)
    assert pull.input_value() == "0.1" and found.count() == 1
    page.evaluate("document.getElementById('over').click(); document.getElementById('sure-yes').click()")
    assert pull.input_value() == "0.4" and not found.count()
    reload(page)
    assert pull.input_value() == "0.4" and not found.count()


@pytest.mark.full
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_and_reflow_on_a_phone_before_and_after_answering(opened, scheme):
    opened.emulate_media(color_scheme=scheme)
    opened.set_viewport_size({"width": 320, "height": 640})
    assert_no_axe_violations(opened)
    tab_to(opened, "Skip to the lessons")
    opened.keyboard.press("Enter")
    for answer, _ in BY_KEYBOARD.values():
        answer(opened)
        opened.locator(".ol-say:focus").wait_for()
    assert_no_axe_violations(opened)
    assert 320 == opened.evaluate("document.documentElement.scrollWidth")


MOVING = """() => [...document.querySelectorAll("*")].filter((one) => {
  const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
  return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
}).length"""


SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"
CUT = """() => [...document.querySelectorAll(".ol-block button, .ol-block label, .ol-block legend, .ol-block td, .ol-block p")]
  .filter((one) => one.checkVisibility() && !one.closest(".ol-unseen") && !one.classList.contains("ol-unseen"))
  .filter((one) => getComputedStyle(one).overflow !== "visible" && one.scrollHeight > one.clientHeight + 1)
  .map((one) => one.textContent.slice(0, 60))"""


def test_wider_spacing_of_text_loses_nothing(page, workbook):
    """What a reader sets by a style sheet of their own, as WCAG 1.4.12 has it."""
    context = page.context.browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 640})
    spaced = context.new_page()
    spaced.goto(workbook.as_uri())
    spaced.add_style_tag(content=SPACED)
    assert "0.12em" in SPACED and spaced.evaluate("getComputedStyle(document.body).letterSpacing") != "normal"
    assert [] == spaced.evaluate(CUT) and 320 == spaced.evaluate("document.documentElement.scrollWidth")
    context.close()


FOCUSED = """() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  // the ring of an option, or of a number with its unit, is around both
  const ringed = (each) => each && parseFloat(getComputedStyle(each).outlineWidth) >= 2 && getComputedStyle(each).outlineStyle !== "none";
  const seen = [one.closest(".ol-option"), one.closest(".ol-affixed")].find(ringed) ?? one, box = seen.getBoundingClientRect();
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, innerHeight / 2));
  // the button inside a date field is the browser's own, and so is the ring around it
  const ring = (one.type === "date" && !one.matches(":focus")) || ringed(seen) === true;
  return [seen.contains(hit) || hit?.contains(seen) === true, ring, one.outerHTML.slice(0, 120)];
}"""


LOOK = Story()


def test_what_is_seen_of_one_page(opened, subtests, full):
    LOOK.tell(subtests, opened, full)


@LOOK.step
def a_name_is_text(opened):
    assert NAME in opened.inner_text(".wb-name") and "hacked" not in opened.title().replace(NAME, "")
    assert 0 == opened.locator("img").count() and 0 == opened.locator("main script").count()
    assert ["First <b>part</b>", "Second part"] == opened.locator(".wb-parts a").all_inner_texts()
    assert 0 == opened.locator("a[href^='javascript']").count()


@LOOK.step
def nothing_moves_for_whom_motion_is_too_much(opened):
    assert opened.evaluate(MOVING) > 0
    opened.emulate_media(reduced_motion="reduce")
    assert 0 == opened.evaluate(MOVING)


@LOOK.step
def the_focus_is_never_hidden(opened):
    """By Tab through the whole page: what has the focus is in view, under nothing else, with a ring around it."""
    opened.emulate_media(reduced_motion="reduce")  # so that it is in view at once and not after a glide
    visited = []
    for _ in range(400):
        opened.keyboard.press("Tab")
        if (found := opened.evaluate(FOCUSED)) is None:
            break
        visited.append(found)
    assert len(visited) > 60 and found is None
    assert [] == [html for seen, ring, html in visited if not seen or not ring]


@LOOK.step
def a_long_entry_of_a_table_is_shown_whole(opened):
    cell = opened.locator(".ol-stack textarea.ol-line").first
    low = cell.bounding_box()["height"]
    cell.fill("Answering the questions that customers ask before they buy, and those they ask afterwards")
    assert cell.evaluate("(area) => area.scrollHeight <= area.clientHeight && area.scrollWidth <= area.clientWidth")
    assert cell.bounding_box()["height"] > low
    cell.press("Enter")
    assert "\n" not in cell.input_value()
    cell.fill("One\nTwo")
    assert "One Two" == cell.input_value()


@LOOK.step
def a_printed_page_is_not_wider_than_its_paper(opened):
    opened.emulate_media(media="print")
    opened.set_viewport_size({"width": 700, "height": 800})
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_the_page_saves_is_what_is_collected(page, tmp_path):
    profile = LearnerProfile("ada", "Ada", "bakery", currency="GBP", hour_value=95.0, weekly_hours=45.0, seed=7)
    lesson = COURSE.lesson("first-number")
    choice = next(one for one in lesson.items if one.variant(case_of(profile)).type == "single-choice")
    key = choice.variant(case_of(profile)).key
    chapter = Chapter(lesson.slug, "01", lesson.title, (Shown(lesson.ask(choice.id, case_of(profile))),))
    (tmp_path / "workbook.html").write_bytes(workbook_html(Book(profile, (chapter,))))
    page.goto((tmp_path / "workbook.html").as_uri())
    as_one_page(page)
    page.locator(f"input[type=radio][value='{key}']").check()
    page.locator("button[type=submit]").first.click()
    page.locator(".ol-say .ol-feedback").wait_for()
    saved(page, tmp_path)
    found = collect([tmp_path / "answers.json"], tmp_path / "results")
    assert (1, 1, ()) == (found.learners, found.answers, found.problems)
    (row,) = csv.DictReader((tmp_path / "results/answers.csv").read_text("utf-8-sig").splitlines())
    assert ("ada", choice.id, "1") == (row["learner_id"], row["item"], row["correct"])
