"""workbook.html walked through: one step in view, an address for each, and all of it in order where that is wanted."""

from __future__ import annotations

import pytest
from axe import assert_no_axe_violations
from playwright.sync_api import expect
from reloading import reload
from specimens import ITEMS, OTHERS, ask, other
from story import Story
from test_player import BY_KEYBOARD, tab_to

from outsourcing_lessons.blocks.block import parse_block
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.notebook import Passage, Shown
from tests import full_run

pytestmark = pytest.mark.browser

IN_VIEW = ".wb-step:not([hidden]), #place, #foot"
SECRET = "Whoever searches finds this in the second lesson."


@pytest.fixture
def page(file_page):
    return file_page


def asked(type_: str) -> Shown:
    return Shown(parse_block(ask(ITEMS[type_] | {"variant": "0123abcd"})))


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    """Two lessons: a question of every type, every other block, and words between them."""
    first = (
        Passage("# One task\n\nA story begins."),
        Passage("## Count\n\nHow much was it?"),
        asked("number"),
        Passage("And in words?"),
        asked("single-choice"),
        Passage("## Bet\n\nBefore you look."),
        asked("prediction"),
        *(Shown(parse_block(other(OTHERS[kind]))) for kind in ("explorer", "reveal")),
    )
    second = (
        Passage(f"# Hiring blind\n\nAnother story.\n\n## Choose\n\n{SECRET}"),
        *(asked(one) for one in ITEMS if one not in ("number", "single-choice", "prediction")),
        *(Shown(parse_block(other(OTHERS[kind]))) for kind in ("research", "worksheet", "tally", "binder")),
    )
    chapters = (Chapter("first-number", "01", "One task", first), Chapter("walk-away", "02", "Hiring blind", second))
    path = tmp_path_factory.mktemp("steps") / "workbook.html"
    path.write_bytes(workbook_html(Book(LearnerProfile("ada", "Ada"), chapters)))
    return path


@pytest.fixture
def opened(page, workbook):
    """The workbook, opened for the first time; nothing was complained about at the end."""
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.goto(workbook.as_uri())
    yield page
    assert [] == complaints


def at_step(page, address: str) -> None:
    """See that this step, and no other, is in view."""
    expect(page.locator(".wb-step:not([hidden])")).to_have_count(1)
    expect(page.locator(".wb-step:not([hidden])")).to_have_attribute("id", address)
    assert page.evaluate("decodeURI(location.hash)") == f"#{address}"


def go(page) -> None:
    page.locator("#go").click()


FIRST_VISIT = Story()


def test_a_first_visit(opened, subtests, full):
    FIRST_VISIT.tell(subtests, opened, full)


@FIRST_VISIT.step
def home_says_where_to_begin_and_what_each_lesson_gives(opened):
    assert "Begin here" in opened.inner_text("#resume")
    lessons = opened.locator(".wb-lessons > li").all_inner_texts()
    assert len(lessons) == 2 and "10 minutes" in lessons[1] and "you leave with: Your first regular" in lessons[1]
    assert not opened.locator(".wb-step:visible").count()
    assert_no_axe_violations(opened)
    for _ in ("skip to the lessons", "begin here"):
        opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.id") == "resume"


@FIRST_VISIT.step
def with_the_mouse_from_the_first_step_to_the_last(opened):
    """Back and forward are the browser's, the main button stays in its place, and its word is the act.

    Only in the full run is no step left out.
    """
    visits = opened.evaluate("history.length")
    opened.click("#resume")
    at_step(opened, "first-number/1/1")
    assert opened.evaluate("history.length") == visits + 1
    assert opened.evaluate("document.activeElement.textContent") == "One task"
    place = opened.locator("#go").bounding_box()
    go(opened)
    at_step(opened, "first-number/2/1")
    assert opened.inner_text("#go") == "Check"
    box = opened.locator("#go").bounding_box()
    assert (place["x"] + place["width"], place["y"]) == (box["x"] + box["width"], box["y"])
    opened.locator(".wb-step:visible input").fill("840")
    go(opened)
    expect(opened.locator("#go")).to_have_text("Continue")
    assert opened.evaluate("document.activeElement.id") == "go"
    go(opened)
    at_step(opened, "first-number/2/2")
    opened.go_back()
    at_step(opened, "first-number/2/1")
    assert "Right" in opened.inner_text(".wb-step:visible .ol-say")
    opened.go_forward()
    at_step(opened, "first-number/2/2")
    opened.click("#skip")
    at_step(opened, "first-number/2/3")
    assert opened.inner_text("#go") == "Next part: Bet"
    go(opened)
    at_step(opened, "first-number/3/1")
    assert opened.inner_text("#go") == "Place my bet"
    opened.click("#back")
    at_step(opened, "first-number/2/3")
    opened.click("#back")
    at_step(opened, "first-number/2/2")
    opened.click("#skip")
    go(opened)
    at_step(opened, "first-number/3/1")
    steps = opened.evaluate("[...document.querySelectorAll('.wb-lesson .wb-step')].map((step) => step.id)")
    rest = steps[steps.index("first-number/3/1") + 1 :]
    if not full_run.is_full():
        to(opened, rest[-4])
        rest = rest[-3:]
    for address in rest:
        opened.click("#skip" if opened.locator("#skip").is_visible() else "#go")
        at_step(opened, address)
    go(opened) if opened.inner_text("#go") == "Finish" else opened.click("#skip")
    expect(opened.locator("#home")).to_be_visible()


def bet(page) -> None:
    """Bet by keyboard; what sends it stands in the foot."""
    for words, number in (("My best", "40"), ("Probably from", "25"), ("Probably to", "60")):
        tab_to(page, words)
        page.keyboard.type(number)
    tab_to(page, "25")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Place my bet")
    page.keyboard.press("Enter")


def test_by_keyboard_alone_with_axe_at_every_step(opened, full):
    """Before and after each answer; the first and the last of them, where the run is not the full one."""
    opened.emulate_media(reduced_motion="reduce")  # a step that is still fading in is faint
    tab_to(opened, "Begin here")
    opened.keyboard.press("Enter")
    at_step(opened, "first-number/1/1")
    for address, type_ in (
        ("first-number/2/1", "number"),
        ("first-number/2/2", "single-choice"),
        ("first-number/3/1", "prediction"),
    ):
        tab_to(opened, "Continue")
        if type_ == "prediction":
            opened.keyboard.press("Enter")
            at_step(opened, "first-number/2/3")
            if full:
                assert_no_axe_violations(opened)
            tab_to(opened, "Next part: Bet")
        opened.keyboard.press("Enter")
        at_step(opened, address)
        if full or type_ == "number":
            assert_no_axe_violations(opened)
        bet(opened) if type_ == "prediction" else BY_KEYBOARD[type_][0](opened)
        expect(opened.locator("#go")).to_have_text("Continue")
        expect(opened.locator("#go")).to_be_focused()
        opened.keyboard.press("Shift+Tab")
        if full or type_ == "prediction":
            assert_no_axe_violations(opened)
    assert opened.locator("#track a").count() == 5 and opened.locator("#track a.wb-full").count() == 1


def leave_by_another_tab(opened, workbook):
    """A step that is left by another tab's starting over does not break."""
    tab = opened.context.new_page()
    tab.goto(workbook.as_uri())
    opened.click("#resume")
    tab.get_by_role("button", name="Start over").click()
    tab.get_by_role("button", name="Delete them").click()
    at_step(opened, "first-number/1/1")
    go(opened)
    at_step(opened, "first-number/2/1")
    tab.close()


def test_it_continues_where_one_was_says_how_far_each_lesson_is_and_starts_over(opened, workbook):
    opened.click("#resume")
    go(opened)
    at_step(opened, "first-number/2/1")
    opened.goto("about:blank")
    opened.goto(workbook.as_uri())
    assert ["Continue where you were", "Count", "One task"] == opened.inner_text("#resume").splitlines()
    assert "1 of 3 parts done" in opened.locator("[data-lesson='first-number']").inner_text()
    assert not opened.locator("[data-lesson='walk-away'] .wb-done").is_visible()
    opened.click("#resume")
    at_step(opened, "first-number/2/1")
    opened.click(".wb-home-link")
    opened.get_by_role("button", name="Start over").click()
    opened.get_by_role("button", name="Delete them").click()
    assert "Begin here" in opened.inner_text("#resume")
    leave_by_another_tab(opened, workbook)


def test_without_scripts_all_steps_stand_in_order(chromium, workbook):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(workbook.as_uri())
    assert (
        page.get_by_text(SECRET).is_visible()
        and page.locator(".wb-step:visible").count()
        == page.locator(".wb-lesson .wb-step:not(.wb-close, .wb-more)").count()
    )
    assert not page.locator("#foot, #place, #resume").first.is_visible()
    assert page.get_by_text("needs JavaScript").is_visible() and not page.locator(".wb-desk").is_visible()
    assert ITEMS["number"]["title"] in page.inner_text("main")
    page.click(".wb-parts a >> nth=1")
    assert page.url.endswith("#first-number/3/1")
    context.close()


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (320, "dark"),  # and in the light most steps are looked at by whoever walks by keyboard alone
        *(pytest.param(*one, marks=pytest.mark.full) for one in ((320, "light"), (1366, "light"), (1366, "dark"))),
    ],
)
def test_axe_and_nothing_sideways_on_every_step(opened, width, scheme, full):
    """Every sixth of them is looked at; in the full run all are."""
    opened.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    opened.set_viewport_size({"width": width, "height": 768})
    steps = opened.evaluate("[...document.querySelectorAll('.wb-lesson .wb-step')].map((step) => step.id)")
    for place, address in enumerate(steps):
        opened.evaluate("(address) => { location.hash = address; }", address)
        at_step(opened, address)
        assert opened.evaluate("document.documentElement.scrollWidth") == width, address
        if full or place % 6 == 0:
            assert_no_axe_violations(opened, None if full else IN_VIEW)


UNSEEN = """() => [...document.querySelectorAll("#go, #resume, .ol-main, .ol-short:has(:checked)")].filter((one) => {
  const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(one);
  return one.checkVisibility() && (color === backgroundColor || (forcedColorAdjust !== "none" && color === "rgb(255, 255, 255)"));
}).map((one) => one.outerHTML)"""


def to(page, address: str) -> None:
    page.evaluate("(address) => { location.hash = address; }", address)
    at_step(page, address)


WALK = Story()


def test_a_walk(opened, subtests, full):
    WALK.tell(subtests, opened, full)


@WALK.step
def the_browsers_search_finds_what_is_not_in_view_and_opens_it(opened):
    to(opened, "first-number/1/1")
    holder = opened.locator(".wb-step", has_text=SECRET)
    assert holder.get_attribute("hidden") == "until-found"
    # What the browser does when its search has found something; the search itself cannot be typed into from here.
    holder.dispatch_event("beforematch")
    at_step(opened, "walk-away/2/1")
    opened.go_back()
    at_step(opened, "first-number/1/1")


@WALK.step
def the_contents_are_a_drawer_that_leads_anywhere(opened):
    to(opened, "first-number/1/1")
    opened.get_by_role("button", name="Contents").click()
    assert_no_axe_violations(opened, "#drawer")
    opened.locator("#drawer").get_by_role("link", name="Bet").click()
    at_step(opened, "first-number/3/1")
    assert not opened.locator("#drawer").is_visible()
    opened.get_by_role("button", name="Contents").click()
    opened.keyboard.press("Escape")
    assert opened.evaluate("document.activeElement.id") == "contents-open"
    opened.get_by_role("button", name="Contents").click()
    opened.go_back()
    at_step(opened, "first-number/1/1")
    assert not opened.locator("#drawer").is_visible()


@WALK.step
def a_part_in_which_nothing_was_done_ends_with_what_is_open(opened):
    """Also where all there was to do is a prediction and what it covers."""
    to(opened, "first-number/3/4")
    said = opened.locator(".wb-step:visible .wb-closing")
    assert said.locator("li", has_text="Still open").count() >= 1
    said.locator("li a").last.click()
    at_step(opened, "first-number/3/1")


@WALK.step
def in_forced_colours_what_is_light_on_dark_stays_readable(opened):
    """The browser lays a ground under letters whose colours it has forced; letters in the colour of the ground vanish."""
    opened.click(".wb-home-link")
    opened.emulate_media(forced_colors="active", reduced_motion="reduce")
    assert opened.evaluate(UNSEEN) == []
    to(opened, "first-number/3/1")
    opened.locator(".wb-step:visible .ol-short").nth(2).click()
    assert opened.evaluate(UNSEEN) == []
    opened.evaluate("document.getElementById('go').style.forcedColorAdjust = 'auto'")
    assert len(opened.evaluate(UNSEEN)) == 1
    opened.emulate_media(forced_colors="null", reduced_motion="null")


@WALK.step
def a_wrong_answer_leaves_the_act_and_a_right_one_leads_on(opened):
    to(opened, "first-number/2/1")
    field = opened.locator(".wb-step:visible input")
    field.fill("1")
    field.press("Enter")
    said = opened.locator(".wb-step:visible .ol-say")
    expect(said).to_contain_text("Not yet")
    assert opened.inner_text("#go") == "Check" and opened.locator("#skip").is_visible()
    field.fill("840")
    field.press("Enter")
    expect(opened.locator("#go")).to_have_text("Continue")
    assert not opened.locator("#skip").is_visible()
    opened.get_by_role("button", name="Try again").click()
    expect(opened.locator("#go")).to_have_text("Check")


@WALK.step
def a_part_ends_with_what_was_done_and_the_bet_beside_the_model(opened):
    """What was answered, the bet against the truth, and nothing of what was not done."""
    to(opened, "first-number/2/1")
    opened.locator(".wb-step:visible input").fill("840")
    go(opened)
    expect(opened.locator("#go")).to_have_text("Continue")
    to(opened, "first-number/2/3")
    said = opened.locator(".wb-step:visible .wb-closing")
    assert "1 of 2 questions answered." in said.inner_text() and "Still open" in said.inner_text()
    assert said.locator("li", has_text="Right").count() == 1 and not said.locator(".wb-bet").count()
    to(opened, "first-number/3/1")
    for number, typed in enumerate(("40", "25", "60")):
        opened.locator(".wb-step:visible .ol-number-input").nth(number).fill(typed)
    opened.locator(".wb-step:visible .ol-short").nth(2).click()
    go(opened)
    expect(opened.locator("#go")).to_have_text("Continue")
    to(opened, "first-number/3/4")
    assert "You said 40" in said.inner_text() and "inside your range" in said.inner_text()
    assert said.locator(".wb-strip").is_visible()
    assert_no_axe_violations(opened, ".wb-step:not([hidden])")


@WALK.step
def a_worksheet_is_walked_one_sheet_a_step_and_shown_whole_where_that_is_wanted(opened):
    """What is written in a further step is kept as in the first, and what ends the worksheet comes last."""
    steps = opened.locator(".wb-step:is(.wb-worksheet, .wb-worksheet ~ .wb-more)").evaluate_all(
        "(all) => all.map(({ id }) => id)"
    )
    first, last = steps[0], steps[-1]
    opened.evaluate(f"location.hash = '#{last}'")
    at_step(opened, last)
    sheets = opened.locator(".wb-step:visible .ol-sheet")
    assert sheets.count() == 1 and opened.get_by_role("button", name="Save this page as a file").is_visible()
    field = opened.locator(".wb-step:visible :is(input, textarea)").first
    field.fill("kept")
    field.blur()
    expect(opened.locator(".wb-step:visible .ol-kept")).to_have_text("Kept.")
    opened.get_by_role("button", name="Show all of this worksheet").click()
    expect(opened.locator(".ol-sheet:visible")).to_have_count(len(steps))
    assert_no_axe_violations(opened, None if full_run.is_full() else IN_VIEW)
    opened.evaluate(f"location.hash = '#{first}'")
    at_step(opened, first)
    assert opened.locator(".ol-sheet:visible").count() == 1
    reload(opened)
    opened.evaluate(f"location.hash = '#{last}'")
    at_step(opened, last)
    assert opened.locator(".wb-step:visible :is(input, textarea)").first.input_value() == "kept"


OLDER = {
    "first-number": "first-number/1/1",
    "first-number-2": "first-number/3/1",
    "walk-away-1": "walk-away/2/1",
    "first-number/2/9": "first-number/2/1",
}


@WALK.step
def an_older_link_opens_the_step_that_holds_its_place(opened):
    """The first opens the workbook, the others are followed in it; in the full run all open it."""
    workbook = opened.url.partition("#")[0]
    for place, (older, address) in enumerate(OLDER.items()):
        if full_run.is_full() or not place:
            opened.goto("about:blank")
        opened.goto(f"{workbook}#{older}")
        expect(opened.locator(".wb-step:not([hidden])")).to_have_attribute("id", address)


@WALK.step
def as_one_page_everything_stands_in_order_and_so_it_is_next_time(opened):
    opened.click(".wb-home-link")
    opened.get_by_role("button", name="Read as one page").click()
    ids = opened.evaluate(
        "[...document.querySelectorAll('.wb-lesson .wb-step')].filter((one) => one.checkVisibility()).map(({ id }) => id)"
    )
    assert len(ids) == opened.locator(".wb-lesson .wb-step:not(.wb-close)").count() and SECRET in opened.inner_text(
        "main"
    )
    assert not opened.locator("#foot").is_visible() and not opened.locator("#place").is_visible()
    if full_run.is_full():  # of one lesson: test_workbook_file.py
        assert_no_axe_violations(opened)
    reload(opened)
    opened.get_by_text(SECRET).wait_for()
    opened.get_by_role("button", name="Read step by step").click()
    assert not opened.get_by_text(SECRET).is_visible()


@WALK.step
def in_print_all_steps_stand_in_order_and_no_bar_does(opened):
    to(opened, "first-number/1/1")
    opened.emulate_media(media="print")
    tops = opened.evaluate(
        "[...document.querySelectorAll('.wb-lesson .wb-step:not(.wb-close)')].map((one) => one.getBoundingClientRect()).map(({ top, height }) => [top, height])"
    )
    assert all(height > 20 for _, height in tops) and sorted(tops) == tops
    seen = "[...document.querySelectorAll('.wb-lesson .wb-step p')].filter((one) => one.checkVisibility()).map((one) => one.textContent)"
    assert SECRET in opened.evaluate(seen) and "A story begins." in opened.evaluate(seen)
    assert not opened.locator("#foot, #place, #skip").first.is_visible()
