"""The player in a real browser: by keyboard alone, readable by everybody, and safe with any text."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from axe import assert_no_axe_violations
from gallery import everything, lay, specimen
from specimens import (
    BINDER,
    CHOICE_SHEET,
    GAME,
    ITEMS,
    OTHERS,
    PLAYED,
    PREDICTION,
    RIGHT,
    TOLD,
    WRITTEN,
    WRONG,
    ask,
    other,
)

from outsourcing_lessons.blocks.block import parse_block
from outsourcing_lessons.blocks.outline import changed
from outsourcing_lessons.playbook.book import bind
from outsourcing_lessons.playbook.calendar import calendar
from outsourcing_lessons.playbook.web import web

pytestmark = pytest.mark.browser


@pytest.fixture
def page(laid):
    return laid


@pytest.fixture(scope="module")
def lab(chromium):
    """A page whose clock is ours, for a kernel that keeps silent."""
    context = chromium.new_context()
    page = context.new_page()
    page.clock.install()
    yield page
    context.close()


def show(page, *specimens, **media):
    """Open a gallery of these specimens and return its errors, which come as they happen."""
    errors = []
    page.on("pageerror", lambda error: errors.append(error))
    if media:
        page.emulate_media(**media)
    lay(page, *specimens)
    return errors


def press(page, *keys):
    """Press keys, one after another."""
    for key in keys:
        page.keyboard.press(key)


def tab_to(page, words):
    """Go on with Tab until the focus is on something with these words; fails when it never is."""
    for _ in range(40):
        page.keyboard.press("Tab")
        named = "document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent"
        if page.evaluate(named).strip().startswith(words):
            return
    raise AssertionError(f"no way by Tab to {words!r}")


def click(page, words):
    """Press the button with exactly these words."""
    page.get_by_role("button", name=words, exact=True).click()


def said(page):
    """Return what is said about the last attempt, once something is."""
    page.wait_for_selector(".ol-feedback")
    return page.inner_text(".ol-say")


def answer_single(page):
    """Choose with the arrow keys."""
    tab_to(page, "Post the job")
    press(page, "ArrowDown", "Enter")


def answer_multiple(page):
    """Tick with the space bar."""
    for words in ("Searching", "Explaining", "The slow"):
        tab_to(page, words)
        press(page, "Space")
    press(page, "Enter")


def answer_number(page):
    """Type and press Enter."""
    tab_to(page, "Your answer")
    page.keyboard.type("€840")
    press(page, "Enter")


def answer_ordering(page):
    """Move two options up, staying on their buttons."""
    tab_to(page, "Move up: Pay for")
    press(page, "Enter")
    tab_to(page, "Move up: Give a second")
    press(page, "Enter")
    tab_to(page, "Move down: Agree")
    press(page, "Space", "Space", "Space")
    tab_to(page, "Check")
    press(page, "Enter")


def answer_allocation(page):
    """Type three amounts."""
    for words, amount in (("Paid trial", "700"), ("Reading", "100"), ("A second", "200")):
        tab_to(page, words)
        page.keyboard.type(amount)
    press(page, "Enter")


def answer_prediction(page):
    """Type a guess and a range, and choose how sure one is."""
    for words, number in (("My best", "40"), ("Probably from", "25"), ("Probably to", "60")):
        tab_to(page, words)
        page.keyboard.type(number)
    tab_to(page, "25")
    press(page, *["ArrowDown"] * 4)
    tab_to(page, "Place my bet")
    press(page, "Enter")


def answer_text(page):
    """Write, compare and tick."""
    tab_to(page, "Your answer")
    page.keyboard.type("Hello Aino, the pages were clear. Ten more at 45 an hour?")
    tab_to(page, "Compare")
    press(page, "Enter", "Space")
    tab_to(page, "It says what was good")
    press(page, "Space")
    tab_to(page, "It says what you pay")
    press(page, "Space")
    tab_to(page, "Done")
    press(page, "Enter")


BY_KEYBOARD = {
    "single-choice": (answer_single, "Right"),
    "multiple-choice": (answer_multiple, "Right"),
    "number": (answer_number, "Right"),
    "ordering": (answer_ordering, "Right"),
    "allocation": (answer_allocation, "Right"),
    "prediction": (answer_prediction, "Committed"),
    "short-text": (answer_text, "Your text says it all"),
}


# All of them in the full run: in a workbook all are answered so in every run, test_workbook_file.py.
TYPES_TYPED = [one if one in ("number", "prediction") else pytest.param(one, marks=pytest.mark.full) for one in ITEMS]


@pytest.mark.parametrize("type_", TYPES_TYPED)
def test_every_type_is_answered_by_keyboard_alone(page, type_):
    """From the top of the page to a correct answer without a mouse; then the focus is on what is said."""
    errors = show(page, specimen(ask(ITEMS[type_])))
    page.evaluate("document.addEventListener('ol:attempt', ({ detail }) => (window.attempt = detail))")
    answer, verdict = BY_KEYBOARD[type_]
    answer(page)
    assert said(page).startswith(verdict)
    assert page.evaluate("window.attempt.outcome.correct && window.attempt.id") == ITEMS[type_]["id"]
    assert page.evaluate("document.activeElement.matches('.ol-say')")
    assert not errors


def test_a_game_is_played_by_keyboard_alone_again_and_again(page):
    """Its dials move by arrows, and say what they are set to; nothing is right, and nothing is locked."""
    errors = show(page, specimen(ask(GAME)))
    page.evaluate("document.addEventListener('ol:attempt', ({ detail }) => (window.attempt = detail))")
    tab_to(page, "People")
    press(page, "ArrowLeft")
    assert page.evaluate("document.activeElement.getAttribute('aria-valuetext')") == "nobody"
    for attempt in (1, 2):
        tab_to(page, "Play")
        press(page, "Enter")
        page.wait_for_function("window.attempt && document.querySelector('.ol-say').textContent.includes('Kept')")
        assert ("Attempt 2" in said(page)) == (attempt == 2)
    assert page.evaluate("window.attempt.response") == {
        "dials": [{"people": 0, "watch": 0}, {"people": 1, "watch": 0}],
        "seed": 1,
    }
    assert page.evaluate("window.attempt.outcome.correct") is None and not errors


def test_a_game_comes_back_as_it_was_played(page):
    show(page, specimen(ask(GAME), "played", [PLAYED]))
    assert page.eval_on_selector_all(".ol-value", "all => all.map(({ textContent }) => textContent)") == [
        "nobody", "1.5\u00a0hours", "3", "0\u00a0hours",
    ]  # fmt: skip


def test_jupyterlabs_theme_wins_over_the_system(page):
    """A dark JupyterLab on a light system is dark, and the other way round."""
    show(page, specimen(ask(ITEMS["number"])), color_scheme="light")
    ink = "getComputedStyle(document.querySelector('.ol-block')).color"
    light = page.evaluate(ink)
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    dark = page.evaluate(ink)
    page.emulate_media(color_scheme="dark")
    page.evaluate("document.body.dataset.jpThemeLight = 'true'")
    assert page.evaluate(ink) == light != dark


HOSTILE = '</script><img src=x onerror="window.broken=1">'
KEPT = {
    "axis",
    "codes",
    "formula",
    "model",
    "name",
    "worksheet",
    "field",
    "told",
    "written",
    "before",
    "after",
    "kind",
    "type",
    "id",
    "section",
    "strength",
    "direction",
    "prediction",
    "source",
    "svg",
    "narrow",
    "key",
    "response",
    "role",
    "roles",
    "when",
    "x",
    "y",
}


# A picture of our own that cannot be had: once it has said so, so has every one that stood in the page before it.
UNSEEN_BY_NOW = """() => new Promise((resolve) => {
  document.body.append(Object.assign(new Image(), { src: "x", onerror: ({ target }) => resolve(target.remove()) }));
})"""


def hostile(data, field=""):
    """Return the data with every free text made hostile."""
    if isinstance(data, dict):
        return {name: hostile(value, name) for name, value in data.items()}
    if isinstance(data, list):
        return [hostile(value, field) for value in data]
    return f"{data} {HOSTILE}" if isinstance(data, str) and field not in KEPT else data


def test_hostile_texts_stay_texts(page):
    """Markup in any field of any block, before and after answering, is shown as letters."""
    shown = [
        one | {"block": hostile(one["block"]), "clicks": []} for one in everything() if one["block"]["kind"] != "prose"
    ]
    errors = show(page, *shown)
    press_all = "(one) => /^(Hint|Show)/.test(one.textContent) && one.click()"
    page.evaluate(f"document.querySelectorAll('main button:not([hidden])').forEach({press_all})")
    page.evaluate(UNSEEN_BY_NOW)
    assert page.evaluate("document.querySelectorAll('main img, main script').length + (window.broken ?? 0)") == 0
    assert HOSTILE in page.inner_text("main")
    assert not errors


def test_a_refusal_is_a_sentence_beside_the_field_it_is_about(page):
    """The field is marked invalid, described by the refusal, focused; and freed by the next answer."""
    show(page, specimen(ask(ITEMS["number"])))
    page.fill(".ol-input", "a dozen")
    click(page, "Check")
    field = page.locator(".ol-input")
    assert "not a number I can read" in said(page)
    assert field.get_attribute("aria-invalid") == "true"
    assert field.get_attribute("aria-describedby") == page.locator(".ol-say").get_attribute("id")
    assert page.evaluate("document.activeElement.matches('.ol-input')")
    page.fill(".ol-input", "2 Mio")
    click(page, "Check")
    assert "2,000,000 and not 2 Mio" in said(page) and field.get_attribute("aria-invalid") == "true"
    page.fill(".ol-input", "120")
    click(page, "Check")
    page.wait_for_selector(".ol-not-yet")
    assert field.get_attribute("aria-invalid") is None


def test_a_number_can_be_typed_on_a_phone_whatever_its_sign(page):
    """Its keypad of figures has no minus; and a share of one is answered with a word about per cent, and no attempt."""
    modes = []
    for name, low in (("number", 0), ("number", -100), ("prediction", 0), ("prediction", -100), ("allocation", 0)):
        show(page, specimen(ask(ITEMS[name] | ({} if name == "allocation" else {"low": low}))))
        modes.append({field.get_attribute("inputmode") for field in page.locator(".ol-number-input").all()})
    assert modes == [{"decimal"}, {"text"}, {"decimal"}, {"text"}, {"decimal"}]
    show(page, specimen(ask(ITEMS["number"] | {"key": 33, "prefix": "", "unit": "%", "traps": []})))
    page.fill(".ol-input", "0.33")
    click(page, "Check")
    assert "Answer out of a hundred" in said(page) and not page.locator(".ol-not-yet").count()


def test_the_answer_is_offered_after_two_wrong_attempts(page):
    """Not at first, not after one, but after two; it comes with its reason and can be tried again."""
    show(page, specimen(ask(ITEMS["number"])))
    offer = page.get_by_role("button", name="Show the answer")
    for attempt in (1, 2):
        assert not offer.is_visible()
        page.fill(".ol-input", "120")
        click(page, "Check")
        page.wait_for_function(
            f"document.querySelector('.ol-say').textContent.includes('{'Attempt 2' if attempt == 2 else 'Not yet'}')"
        )
    offer.click()
    assert "€840: 7 jobs" in said(page)
    click(page, "Try again")
    assert page.input_value(".ol-input") == "" and page.is_enabled(".ol-input")


def reasons(page) -> dict[str, tuple[str, bool]]:
    """Return what stands on each option: its verdict, and whether the reason is open."""
    rows = page.locator(".ol-answer").evaluate_all(
        """(rows) => rows.map((row) => [row.querySelector("label").textContent,
          row.querySelector("summary span")?.firstChild.textContent, row.querySelector("details")?.open])"""
    )
    return {text.split()[0]: (verdict, is_open) for text, verdict, is_open in rows if verdict}


def test_a_choice_of_several_says_on_each_option_whether_it_belongs_and_why(page):
    """After one wrong try on what was ticked alone; after the second on all, open where it is chosen or right."""
    show(page, specimen(ask(ITEMS["multiple-choice"])))
    for words in ("Searching", "Explaining", "Rent"):
        page.get_by_label(words).check()
    click(page, "Check")
    assert said(page).startswith("Partly right: 2 of 3 found, 1 too many")
    chosen = {"Searching": ("Right", True), "Explaining": ("Right", True), "Rent": ("Not this", True)}
    assert reasons(page) == chosen
    page.get_by_label("Rent").uncheck()
    page.locator("button[type=submit]").click()
    page.wait_for_function("document.querySelector('.ol-say').textContent.includes('Attempt 2')")
    assert reasons(page) == chosen | {"Rent": ("Rightly left out", False), "The": ("Missed", True)}
    assert_no_axe_violations(page)


def test_the_options_not_taken_in_a_choice_of_one_explain_themselves_by_keyboard(page):
    """A wrong try explains itself and tells nothing of the others; the right one opens only what is right."""
    show(page, specimen(ask(ITEMS["single-choice"])))
    page.locator(".ol-tick").first.check()
    click(page, "Check")
    page.wait_for_selector(".ol-feedback")
    assert [one for one, _ in reasons(page).values()] == ["Not this"]
    right = next(one for one in ITEMS["single-choice"]["options"] if one["id"] == ITEMS["single-choice"]["key"])
    page.get_by_label(right["text"]).check()
    page.locator("button[type=submit]").click()
    page.wait_for_function("document.querySelector('.ol-say').textContent.includes('Right')")
    found = reasons(page)
    assert [one for one in found.values() if one[1]] == [("Right", True)] and len(found) == page.locator(
        ".ol-tick"
    ).count()
    assert page.locator(".ol-why[open] p").inner_text() == ITEMS["single-choice"]["praise"]
    tab_to(page, "Not this")
    press(page, "Enter")
    assert page.locator(".ol-why[open]").count() == 2
    click(page, "Try again")
    assert not page.locator(".ol-why").count()


def test_before_and_after_a_test_options_say_nothing_until_the_end(page):
    sure = {"confidence": 80}
    show(page, specimen(ask(ITEMS["single-choice"], "pre-test"), responses=[WRONG["single-choice"] | sure]))
    assert not page.locator(".ol-why").count()
    show(page, specimen(ask(ITEMS["single-choice"], "post-test"), responses=[WRONG["single-choice"] | sure]))
    assert page.locator(".ol-why[open]").count() == 2


def test_after_one_wrong_tick_what_was_missed_is_counted_and_not_told(page):
    """Each line names its option; from the second wrong try on, and when it is brought back, all is explained."""
    show(page, specimen(ask(ITEMS["multiple-choice"])))
    for words in ("Searching", "Rent"):
        page.get_by_label(words).check()
    click(page, "Check")
    page.wait_for_selector(".ol-feedback")
    lines = page.locator(".ol-said").all_inner_texts()
    assert lines[0].startswith("Ticked “Rent of your office”: The rent is paid") and lines[1:] == [
        "Two more belong here."
    ]
    page.click("button[type=submit]")
    page.wait_for_function("document.querySelector('.ol-say').textContent.includes('Attempt 2')")
    lines = page.locator(".ol-said").all_inner_texts()
    assert [line.split("”")[0] for line in lines] == [
        "Missed “Explaining how your business works",
        "Ticked “Rent of your office",
        "Missed “The slow first jobs of somebody new",
    ]


def test_hints_come_one_by_one(page):
    """Each press shows one more; after the last there is no button left, and the focus is on the hint."""
    show(page, specimen(ask(ITEMS["number"])))
    for count in (1, 2, 3):
        click(page, f"Hint {count} of 3")
        assert page.locator(".ol-hint").count() == count
    assert not page.locator("button:visible", has_text="Hint").count()
    assert page.evaluate("document.activeElement.textContent").startswith("Hint 3")


@pytest.mark.parametrize("type_", ITEMS)
def test_what_was_answered_comes_back(page, type_):
    """The last response and what was said about it are there again."""
    show(
        page,
        specimen(
            ask(ITEMS[type_]), responses=[WRONG[type_], RIGHT[type_]] if type_ != "prediction" else [RIGHT[type_]]
        ),
    )
    assert said(page).startswith(BY_KEYBOARD[type_][1])
    assert page.locator("fieldset").first.evaluate("(field) => field.disabled")
    again = page.get_by_role("button", name="Try again")
    assert again.is_visible() == (type_ != "prediction")


def test_a_moved_option_keeps_the_focus_and_is_announced(page):
    """The button that moved it still has the focus, even at the end of the list."""
    show(page, specimen(ask(ITEMS["ordering"])))
    tab_to(page, "Move up: Give a second")
    press(page, "Enter", "Enter", "Enter")
    assert page.evaluate("document.activeElement.textContent").startswith("Move up: Give a second")
    assert page.inner_text("output.ol-unseen") == "Give a second job with less explanation: now 1 of 4"


@pytest.mark.parametrize("captured", [True, False])
def test_an_option_can_be_dragged(page, captured):
    """The pointer moves an option from the last place to the first, also where the browser gives no capture."""
    show(page, specimen(ask(ITEMS["ordering"])))
    grips = page.locator(".ol-grip")
    if not captured:
        grips.nth(3).evaluate("grip => { grip.setPointerCapture = () => {}; }")
    start, goal = grips.nth(3).bounding_box(), grips.nth(0).bounding_box()
    page.mouse.move(start["x"] + 9, start["y"] + 9)
    page.mouse.down()
    page.mouse.move(goal["x"] + 9, goal["y"] + 2, steps=12)
    page.mouse.up()
    assert page.inner_text(".ol-order li:first-child").startswith("Let them decide")


def test_what_is_left_to_give_is_counted_live(page):
    """Amounts with thousands separators count; giving too much is said."""
    show(page, specimen(ask(ITEMS["allocation"])))
    inputs, left = page.locator(".ol-input"), page.locator(".ol-left")
    inputs.nth(0).fill("700")
    assert left.inner_text() == "Left to share out: €300 of €1,000"
    assert left.evaluate("(one) => one.style.getPropertyValue('--given')") == "0.7"
    inputs.nth(1).fill("1,000.50")
    assert left.inner_text() == "Too much: €700.50 over €1,000"


def test_what_is_left_to_give_has_its_unit_once(page):
    """As one would say it."""
    show(page, specimen(ask(ITEMS["allocation"] | {"prefix": "", "unit": "jobs"})))
    assert page.inner_text(".ol-left") == "Left to share out: 1,000 of 1,000\u00a0jobs"


def test_what_shows_the_truth_waits_for_the_prediction(page):
    """Nothing of it is in the page, in a reveal or an explorer, until the prediction beside them is committed."""
    explorer = other(OTHERS["explorer"] | {"after": PREDICTION["id"]})
    show(page, specimen(ask(PREDICTION, "predict")), specimen(other(OTHERS["reveal"])), specimen(explorer))
    assert "dearer." not in page.inner_text("#specimen-1")
    assert "saves you" not in page.inner_text("#specimen-2")
    assert not page.locator("#specimen-2 svg, #specimen-2 input, #specimen-2 dl").count()
    answer_prediction(page)
    page.wait_for_selector(".ol-truth")
    page.locator("#specimen-2 svg").first.wait_for()
    assert "saves you" in page.inner_text("#specimen-2")
    shown = page.inner_text("#specimen-1")
    assert "25 to 60" in shown and "80\u00a0%" in shown and "The truth is in your range" in shown
    assert "Your range held the truth." not in page.inner_text("#specimen-0")


SPACE = """(name) => {
  const style = getComputedStyle(document.querySelector(name));
  return [style.fontSize, style.paddingLeft, style.paddingTop].map(parseFloat);
}"""


def test_a_reveal_has_its_own_sizes_and_not_those_of_any_paragraph(page):
    """What blocks say of all paragraphs weighs less than what one of them says of itself."""
    show(page, specimen(ask(PREDICTION, "predict")), specimen(other(OTHERS["reveal"])))
    answer_prediction(page)
    page.wait_for_selector(".ol-truth")
    size = {name: page.evaluate(SPACE, name) for name in (".ol-truth", "p.ol-feedback", ".ol-formula")}
    assert size[".ol-truth"][0] > 1.8 * size["p.ol-feedback"][0]
    assert all(min(size[name][1:]) >= 12 for name in ("p.ol-feedback", ".ol-formula"))


def test_the_truth_can_be_seen_without_predicting(page):
    """Who does not want to predict gets the truth alone, and the focus goes to it."""
    explorer = other(OTHERS["explorer"] | {"after": PREDICTION["id"]})
    show(page, specimen(other(OTHERS["reveal"])), specimen(explorer))
    page.get_by_role("button", name="Show it without predicting").first.click()
    assert "38\u00a0% dearer" in page.inner_text("main") and "Your range" not in page.inner_text("main")
    click(page, "Show it without predicting")
    assert page.locator("#specimen-1 input:focus").count() == 1


def test_an_explorer_without_a_model_shows_its_scenarios(page):
    """Choosing another setting swaps words, figures and the drawing's description."""
    show(page, specimen(other(OTHERS["explorer"])))
    page.get_by_label("Your provider leaves every year").check()
    assert "only from 9 jobs on" in page.inner_text(".ol-sentence")
    assert "€5,210" in page.inner_text(".ol-readouts")
    assert page.get_attribute("figure", "aria-label").startswith("The same chart")
    block = parse_block(OTHERS["explorer"])
    told = [changed(block, scenario.values) for scenario in block.scenarios]
    assert page.locator(".ol-changes").all_inner_texts() == [words for words in told if words] and any(told)


def test_a_worksheet_keeps_what_is_typed(page):
    """Entries are kept under field or field.row soon after typing, and are there from the start next time."""
    show(page, specimen(other(OTHERS["worksheet"])) | {"kept": {"entries": {"who": "Aino"}}})
    assert page.get_by_label("Whom will you ask back?").input_value() == "Aino"
    page.get_by_label("Hours, row 2").fill("6")
    page.wait_for_function("hosts[0].kept.length > 0")
    assert page.evaluate("hosts[0].kept.at(-1)['hours.2']") == "6"


def test_a_worksheet_is_saved_as_a_page_of_its_own(page, saved_page):
    """The file holds what was typed, as text, and passes axe itself."""
    show(page, specimen(other(OTHERS["worksheet"])))
    page.get_by_label("Whom will you ask back?").fill(HOSTILE)
    with page.expect_download() as download:
        click(page, "Save this page as a file")
    assert download.value.suggested_filename == "your-first-regular.html"
    saved_page.set_content(download.value.path().read_text(encoding="utf-8"))
    assert HOSTILE in saved_page.inner_text("main")
    assert saved_page.evaluate("document.images.length + document.scripts.length") == 0
    assert_no_axe_violations(saved_page)


def undone(page, field):
    """Type two lines into a field, undo, and return what stood there on the way back to nothing."""
    field.focus()
    page.keyboard.type("alpha\nbeta")
    seen = [field.input_value()]
    while seen[-1] and len(seen) < 9:
        press(page, "Control+z")
        seen.append(field.input_value())
    return seen


def test_a_line_break_can_be_undone_and_what_was_typed_before_it(page):
    """On a page, and in JupyterLab, where the line break is ours since JupyterLab takes the key's away."""
    show(page, specimen(other(OTHERS["worksheet"])))
    on_a_page = undone(page, page.locator("textarea.ol-area").first)
    in_jupyterlab(page, other(OTHERS["worksheet"]))
    page.locator("#specimen-0").evaluate(
        "(place) => place.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault(), true)"
    )
    in_the_lab = undone(page, page.locator("textarea.ol-area").first)
    assert {(seen[0], seen[-1]) for seen in (on_a_page, in_the_lab)} == {("alpha\nbeta", "")}


def test_what_is_pasted_into_a_line_is_one_line_and_can_be_undone(page):
    show(page, specimen(other(OTHERS["worksheet"])))
    line = page.get_by_label("Whom will you ask back?")
    line.focus()
    page.keyboard.type("Aino")
    line.evaluate("""(area) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "\\nand\\r\\nBo");
      area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }""")
    assert line.input_value() == "Aino and Bo"
    press(page, "Control+z")
    assert "Bo" not in line.input_value()
    press(page, "Control+Shift+z")
    assert line.input_value() == "Aino and Bo"


@pytest.mark.parametrize("type_", [one for one in ITEMS if one != "prediction"])
def test_a_test_asks_how_sure_and_takes_the_first_answer(page, type_):
    """A response that is restored is locked, with its confidence; there are no hints and no second try."""
    show(
        page,
        specimen(
            ask(ITEMS[type_], "post-test"),
            responses=[WRONG[type_] | {"confidence": 70}, RIGHT[type_] | {"confidence": 90}],
        ),
    )
    assert not said(page).startswith("Right")
    assert page.get_by_label("70\u00a0%").is_checked() and page.get_by_label("70\u00a0%").is_disabled()
    assert page.locator("main button:visible:enabled:not(.ol-move)").count() == 0


def test_a_test_is_answered_by_keyboard_alone(page):
    """Without a confidence it is refused; with one the pre-test notes it and says nothing of right and wrong."""
    errors = show(page, specimen(ask(ITEMS["single-choice"], "pre-test")))
    page.evaluate("document.addEventListener('ol:attempt', ({ detail }) => (window.attempt = detail))")
    assert page.inner_text(".ol-eyebrow").startswith("Before")
    tab_to(page, "Post the job")
    press(page, "ArrowDown", "Enter")
    assert "how sure" in said(page)
    assert page.get_attribute(".ol-sure", "aria-invalid") == "true"
    press(page, "Space", *["ArrowDown"] * 4)
    tab_to(page, "Commit")
    press(page, "Enter")
    page.wait_for_selector(".ol-committed")
    assert said(page).split("\n")[0] == "Noted"
    assert "You will see a question like this again at the end of the course." in said(page)
    assert ITEMS["single-choice"]["praise"] not in page.inner_text("main")
    assert page.evaluate("window.attempt.response") == {"option": "ask-back", "confidence": 80}
    assert abs(page.evaluate("window.attempt.outcome.brier") - 0.04) < 1e-12
    assert page.evaluate("document.activeElement.matches('.ol-say')")
    assert not errors


def test_a_locked_order_cannot_be_dragged(page):
    """Neither by its grip, which is gone, nor by a pointer that had it."""
    show(page, specimen(ask(ITEMS["ordering"], "post-test"), responses=[WRONG["ordering"] | {"confidence": 70}]))
    assert page.evaluate("document.querySelector('.ol-ordering-form').matches(':disabled')")
    assert not page.locator(".ol-grip").first.is_visible()


def test_a_worksheet_starts_filled_in_and_what_was_emptied_stays_empty(page):
    """What is kept wins over the start; a choice that is no option any more can still be chosen."""
    show(page, specimen(other(CHOICE_SHEET)) | {"kept": {"entries": {"task.1": "", "skill.2": "plenty"}}})
    values = [
        page.get_by_label(label).input_value()
        for label in ("Task, row 1", "Task, row 2", "Skill it takes, row 2", "Hours a week, row 1")
    ]
    assert values == ["", "Answer the post", "plenty", "3"]
    choices = page.get_by_label("What I will do with it, row 1").locator("option").all_inner_texts()
    assert choices == ["", "eliminate", "automate", "delegate", "keep"]
    page.evaluate("document.addEventListener('ol:entries', ({ detail }) => (window.told = detail))")
    page.get_by_label("What I will do with it, row 1").focus()
    page.keyboard.press("d")  # one letter: after a pause the next would begin another word
    page.wait_for_function("window.told")
    assert page.evaluate("[told.id, told.entries['decision.1'], told.entries['task.1']]") == [
        "your-week.task-map",
        "delegate",
        "",
    ]
    assert page.evaluate("hosts[0].kept.length") == 1


def test_an_untouched_worksheet_keeps_nothing(page):
    """What it starts with is not yet what the learner wrote."""
    show(page, specimen(other(CHOICE_SHEET)))
    page.get_by_label("Task, row 1").focus()
    press(page, "Tab")
    assert page.evaluate("hosts[0].kept.length") == 0


def test_a_saved_worksheet_has_its_start_and_its_options(page, saved_page):
    """Also on the page for the printer."""
    show(page, specimen(other(CHOICE_SHEET)))
    with page.expect_download() as download:
        click(page, "Save this page as a file")
    saved_page.set_content(download.value.path().read_text(encoding="utf-8"))
    text = saved_page.inner_text("main")
    assert "Photograph new gear" in text and "eliminate, automate, delegate, keep" in text
    assert_no_axe_violations(saved_page)


def cells(page, table=0):
    """Return the texts of a table's body."""
    rows = page.locator(".ol-tally table").nth(table).locator("tbody tr")
    return [row.locator("th, td").all_inner_texts() for row in rows.all()]


def test_a_tally_shows_what_was_right_before_and_after(page):
    """And how well confidence fitted; worked out by hand. There is no gain of one person."""
    show(page, specimen(other(OTHERS["tally"]), told=TOLD))
    page.get_by_text("Before: 5 of 8 right.").wait_for()
    assert cells(page) == [
        ["Replacing people", "1 of 2 right", "2 of 2 right"],
        ["Hiring blind", "2 of 2 right", "2 of 2 right"],
        ["People over companies", "1 of 2 right", "0 of 2 right"],
        ["Managing by replacing", "1 of 2 right", "1 of 2 right"],
    ]
    assert cells(page, 1)[0] == ["50\u00a0%", "3 times", "1 of 3, 33\u00a0%"]
    text = page.inner_text("main")
    # before: .64 .04 .16 .01 .25 .25 .09 .49; after: .01 .01 .04 .0025 .36 .64 .04 .25
    assert "was 0.24 before and 0.17 after" in text
    assert "cannot prove what you learned" in text and "Gain" not in text


def test_a_tally_says_what_is_missing_and_hears_of_answers(page):
    """The first answer counts."""
    some = {id_: told for id_, told in TOLD.items() if id_ not in ("t.b1", "t.b2")}
    show(page, specimen(other(OTHERS["tally"]), told=some))
    page.get_by_text("After: 3 of 8 right, 6 answered.").wait_for()
    assert cells(page)[0] == ["Replacing people", "1 of 2 right", "not answered"]
    tell = "([id, told]) => document.dispatchEvent(new CustomEvent('ol:attempt', { detail: { id, ...told } }))"
    for name in ("t.b1", "t.b2", "t.b6"):
        page.evaluate(tell, [name, TOLD[name][0]])
    assert cells(page)[0] == ["Replacing people", "1 of 2 right", "2 of 2 right"]


def test_a_tally_says_that_a_test_was_put_off(page):
    after = {id_: told for id_, told in TOLD.items() if id_.startswith("t.b")}
    late = {id_: {"later": "put off"} for id_ in TOLD if id_.startswith("t.a")}
    show(page, specimen(other(OTHERS["tally"]), told=after, written=late))
    page.get_by_text("Before: you put this test off, so there is nothing to compare with.").wait_for()
    assert cells(page)[0] == ["Replacing people", "put off", "2 of 2 right"]


def test_the_first_test_can_be_put_off_and_taken_up_again(page):
    """One press puts off all of it; that is kept, said, and undone by answering."""
    first, second = ask(ITEMS["single-choice"], "pre-test"), ask(ITEMS["number"], "pre-test")
    show(page, specimen(first), specimen(second))
    page.locator("#specimen-0").get_by_role("button", name="Later").click()
    assert page.locator("form:visible").count() == 0 and page.get_by_text("Nothing is lost").count() == 2
    assert [page.evaluate(f"hosts[{i}].kept.at(-1).later") for i in (0, 1)] == ["put off", "put off"]
    assert_no_axe_violations(page)
    page.locator("#specimen-1").get_by_role("button", name="Answer it now").click()
    assert page.locator("form:visible").count() == 1 and page.evaluate("hosts[1].kept.at(-1).later") == ""


def test_what_was_put_off_is_put_off_when_the_page_comes_back(page):
    show(page, specimen(ask(ITEMS["single-choice"], "pre-test"), kept={"entries": {"later": "put off"}}))
    assert page.locator("form:visible").count() == 0 and page.get_by_role("button", name="Answer it now").count() == 1


# Bullets of Word's, line breaks of its tables, quotation marks of old Windows, and what no document can hold.
PASTED = "\uf0b7\uf0e0 a\x0bb \x93c\x94\x81 \x00\uffff\U0001fffe\ufdd0\ufeff \uf123"
PASTED_TOO = {"your-week.task-map": WRITTEN["your-week.task-map"] | {"task.3": PASTED, "commitment": PASTED}}
BOOK = [(parse_block(sheet), (WRITTEN | PASTED_TOO)[sheet["id"]]) for sheet in BINDER["worksheets"]]


def bare(html):
    """Return what is between the tags of main, its entities written one way."""
    main = re.search(r"<main>.*</main>", html, re.DOTALL).group()
    return (
        main.replace("&amp;", "&#38;")
        .replace("&lt;", "&#60;")
        .replace("&gt;", "&#62;")
        .replace("&quot;", "&#34;")
        .replace("&#x27;", "&#39;")
    )


def saved(page, words):
    """Press a button and return the file it saves."""
    with page.expect_download() as download:
        click(page, words)
    return download.value.suggested_filename, download.value.path().read_bytes().decode()


def test_a_page_binds_the_playbook_that_the_kernel_would_bind(page, saved_page):
    """The same page and the same calendar as playbook/web.py and playbook/calendar.py write."""
    show(page, specimen(other(OTHERS["binder"]), written=WRITTEN | PASTED_TOO))
    book = bind("Ada </script><b>", BOOK, title=other(OTHERS["binder"])["title"])
    far = [f"{one.title} {one.filled} of {one.fields} filled in" for one in book.pages]
    page.get_by_text(far[-1].removeprefix(f"{book.pages[-1].title} ")).first.wait_for()
    assert page.locator(".ol-pages li").all_inner_texts() == far
    name, html = saved(page, "Save my playbook as a web page")
    assert (name, bare(html)) == ("my-playbook.html", bare(web(book)))
    told = page.inner_text(".ol-say")
    assert "U+F0B7 is written as •, U+F0E0 is written as →" in told and "U+1FFFE is left out" in told
    name, dates = saved(page, "Save my dates for the calendar")
    made = datetime.strptime(re.search("DTSTAMP:(.*)\r", dates)[1], "%Y%m%dT%H%M%S%z")
    assert (name, dates) == ("my-dates.ics", calendar(book, made).decode()) and made <= datetime.now(UTC)
    saved_page.set_content(html)
    assert saved_page.evaluate("document.images.length + document.scripts.length") == 0
    assert_no_axe_violations(saved_page)


def test_a_binder_hears_of_the_worksheets_on_its_page(page):
    """What the course filled in does not count; without a date there is no calendar."""
    show(page, specimen(other(CHOICE_SHEET)), specimen(other(OTHERS["binder"])))
    assert "0 of 4 filled in" in page.inner_text(".ol-pages")
    click(page, "Save my dates for the calendar")
    assert "There are no dates" in page.inner_text("#specimen-1 .ol-say")
    page.get_by_label("What I will do with it", exact=True).select_option("delegate")
    page.wait_for_function("document.querySelector('.ol-pages').textContent.includes('1 of 4 filled in')")


def test_what_is_chosen_has_the_colour_of_its_role_where_the_worksheet_says_so(page):
    show(page, specimen(other(CHOICE_SHEET)))
    decision = page.get_by_label("What I will do with it").first
    colour = "(one) => getComputedStyle(one).getPropertyValue('--choice')"
    colours = set()
    for one in ("delegate", "keep", "eliminate"):
        decision.select_option(one)
        colours.add((decision.get_attribute("data-role"), decision.evaluate(colour)))
    assert {role for role, _ in colours} == {"regular", "own", "stranger"} and len(
        {colour for _, colour in colours}
    ) == 3
    page.get_by_label("Skill it takes").first.select_option("some")
    assert page.get_by_label("Skill it takes").first.get_attribute("data-role") == ""


def test_the_kernel_binds_in_jupyterlab(page):
    """One button; the files are listed, or what went wrong is said."""
    reply = "({ type }) => type === 'bind' && (window.amiss ? { problem: 'the disk is full' } : { files: ['my-playbook.html', '<b>'] })"
    in_jupyterlab(page, other(OTHERS["binder"]), reply)
    tab_to(page, "Make my playbook")
    press(page, "Enter")
    page.wait_for_function("document.querySelectorAll('.ol-say li').length === 2")
    assert page.locator(".ol-say li").all_inner_texts() == ["my-playbook.html", "<b>"]
    page.evaluate("window.amiss = true")
    press(page, "Enter")
    page.wait_for_function("document.querySelector('.ol-say').textContent.includes('the disk is full')")


# A model as anywidget gives it; the kernel behind it answers as told.
MODEL = """(reply) => {
  const model = (window.model = {
    sent: [], heard: [],
    get: (name) => ({ block: SPECIMENS[0].block, restored: {} })[name],
    on: (name, hear) => model.heard.push(hear), off: () => {},
    send: (message) => {
      model.sent.push(message);
      const reply = window.reply?.(message);
      if (reply) model.heard.forEach((hear) => hear({ call: message.call, ...reply }));
    },
  });
  window.reply = reply ? eval(reply) : null;
  removers.splice(0).forEach((remove) => remove());
  const el = document.getElementById("specimen-0");
  el.replaceChildren();
  removers.push(player.render({ model, el }));
}"""


def in_jupyterlab(page, block, reply=""):
    """Show a block through anywidget's contract, with a kernel that replies as this function does."""
    lay(page, specimen(block))
    page.evaluate(MODEL, reply)


def test_the_kernel_judges_in_jupyterlab(page):
    """An attempt goes to the kernel as a message, and its outcome comes back by the number of the call."""
    reply = "({ response }) => ({ outcome: judge(SPECIMENS[0].block.item, response) })"
    in_jupyterlab(page, ask(ITEMS["number"]), reply)
    page.fill(".ol-input", "840")
    click(page, "Check")
    assert said(page).startswith("Right")
    # What was typed went before it, to be there again should it never be sent.
    assert page.evaluate("model.sent.map(({ type }) => type)") == ["draft", "submit"]
    assert page.get_attribute(".ol-block", "data-lm-suppress-shortcuts") == "true"


def test_a_silent_kernel_is_told_and_nothing_typed_is_lost(lab):
    """After five seconds the page says what to do, and the next try works."""
    reply = "({ response }) => window.awake && { outcome: judge(SPECIMENS[0].block.item, response) }"
    in_jupyterlab(lab, ask(ITEMS["number"]), reply)
    lab.fill(".ol-input", "840")
    click(lab, "Check")
    lab.clock.run_for(5100)
    assert "Run All Cells" in said(lab)
    assert lab.input_value(".ol-input") == "840"
    lab.evaluate("window.awake = true")
    click(lab, "Check")
    lab.wait_for_selector(".ol-right")


def test_an_answer_of_the_kernel_that_comes_late_still_counts(lab):
    """What the learner sees is what is kept."""
    in_jupyterlab(lab, ask(ITEMS["number"]))
    lab.fill(".ol-input", "840")
    click(lab, "Check")
    lab.clock.run_for(5100)
    lab.wait_for_selector(".ol-refused")
    lab.evaluate("""() => {
      const { call, response } = model.sent.find(({ type }) => type === "submit");
      const outcome = judge(model.get("block").item, response);
      model.heard.forEach((hear) => hear({ call, outcome }));
    }""")
    lab.wait_for_selector(".ol-right")


def test_a_problem_in_the_kernel_is_shown_as_its_sentence(page):
    """What the kernel could not do is said in its own words."""
    in_jupyterlab(page, ask(ITEMS["number"]), "() => ({ problem: 'the disk is full' })")
    page.fill(".ol-input", "840")
    click(page, "Check")
    assert "the disk is full" in said(page)


UNKEPT = "Please note: the disk is full."


@pytest.mark.parametrize("section", ["pre-test", "post-test", "practice", "recall"])
def test_an_answer_that_could_not_be_kept_is_told_in_every_section(page, section):
    """The pre-test too, which says nothing else; whoever believes an answer safe does not give it again."""
    reply = "({ response }) => ({ outcome: { ...judge(SPECIMENS[0].block.item, response), unkept: 'UNKEPT' } })"
    in_jupyterlab(page, ask(ITEMS["number"], section), reply.replace("UNKEPT", UNKEPT))
    page.fill(".ol-input", "840")
    if "test" in section:
        page.get_by_label("80").check()
    click(page, "Commit" if "test" in section else "Check")
    assert UNKEPT in said(page)


def test_a_prediction_that_could_not_be_kept_is_told(page):
    """It says only that it was committed, otherwise."""
    reply = "({ response }) => ({ outcome: { ...judge(SPECIMENS[0].block.item, response), unkept: 'UNKEPT' } })"
    in_jupyterlab(page, ask(ITEMS["prediction"], "predict"), reply.replace("UNKEPT", UNKEPT))
    for field, number in enumerate(("5", "3", "9")):
        page.locator("input[type=text]").nth(field).fill(number)
    page.get_by_label("80").check()
    click(page, "Place my bet")
    assert said(page).startswith("Committed") and UNKEPT in said(page)


def test_of_a_worksheet_only_what_changed_is_sent_and_what_failed_is_sent_again(page):
    """Another tab may have filled in the rest meanwhile."""
    in_jupyterlab(page, other(CHOICE_SHEET), "() => (window.full ? { problem: 'the disk is full' } : {})")
    page.evaluate("window.full = true")
    page.get_by_label("Task, row 3").fill("Wrap")
    press(page, "Tab")
    page.get_by_text("the disk is full").wait_for()
    page.evaluate("window.full = false")
    page.get_by_label("Task, row 4").fill("Send")
    press(page, "Tab")
    page.get_by_text("Kept.").wait_for(state="attached")
    sent = page.evaluate("model.sent.map(({ entries }) => entries)")
    assert sent == [{"task.3": "Wrap"}, {"task.3": "Wrap"}, {"task.4": "Send"}]


def test_what_another_kernel_wrote_is_shown_and_what_gives_way_is_offered(page):
    """It comes with the answer to what is kept: of one field the other text is offered, another field shows it."""
    earlier = '{ "task.1": "Answer the post", "task.3": "Theirs", "task.4": "Also theirs" }'
    in_jupyterlab(page, other(CHOICE_SHEET), f"({{ entries }}) => ({{ kept: entries, earlier: {earlier} }})")
    page.get_by_label("Task, row 3").fill("Mine")
    press(page, "Tab")
    page.locator(".ol-other", has_text="Task, row 3: you wrote something else in another tab").wait_for()
    assert [page.get_by_label(f"Task, row {row}").input_value() for row in (3, 4)] == ["Mine", "Also theirs"]
    click(page, "Use this text")
    assert page.get_by_label("Task, row 3").input_value() == "Theirs" and not page.locator(".ol-other").count()


# What is heard while it is not kept yet: a busy machine would have kept it before it said the next thing.
WRITTEN_BETWEEN = """(field, elsewhere) => {
  field.focus();
  field.value = "Mine";
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  model.heard.forEach((hear) => hear({ elsewhere }));
}"""


def test_what_is_written_in_another_tab_appears_and_never_under_the_pen(page):
    """What is being typed stays; what stood there before is offered."""
    in_jupyterlab(page, other(CHOICE_SHEET), "({ entries }) => ({ kept: entries, earlier: {} })")
    heard = "(elsewhere) => model.heard.forEach((hear) => hear({ elsewhere }))"
    theirs = {"task.3": "Theirs", "decision.1": "plenty", "stranger": "x"}
    page.get_by_label("Task, row 3").evaluate(WRITTEN_BETWEEN, theirs)
    assert page.get_by_label("Task, row 3").input_value() == "Mine"
    assert page.get_by_label("What I will do with it, row 1").input_value() == "plenty"
    assert page.locator(".ol-other q").all_inner_texts() == ["Theirs"]
    press(page, "Tab")
    page.get_by_text("Kept.").wait_for(state="attached")
    page.evaluate(heard, {"task.3": "Later"})
    assert page.get_by_label("Task, row 3").input_value() == "Later"
    assert page.locator(".ol-other q").all_inner_texts() == ["Mine"]
    assert page.evaluate("model.sent.map(({ entries }) => entries)") == [{"task.3": "Mine"}]


CARDS_SHOWN = (
    "(n) => [...document.querySelectorAll('.ol-many tbody tr')].filter((row) => row.checkVisibility()).length === n"
)


def test_of_cards_to_fill_in_the_used_ones_are_shown_and_one_more(page):
    """Four empty cards of ten fields would be two screens."""
    fields = [{"id": f"f{n}", "label": f"Field {n}"} for n in range(7)]
    sheets = [{"title": "Streams", "rows": 4, "fields": fields, "start": {"f0.1": "Given"}}]
    worksheet = {"kind": "worksheet", "id": "a.cards", "title": "Cards", "purpose": "Try.", "sheets": sheets}
    show(page, specimen(other(worksheet)))
    shown = page.locator(".ol-many tbody tr:visible")
    assert shown.count() == 2 and page.get_by_text("Another row appears").is_visible()
    page.get_by_label("Field 3, row 2").fill("Mine")
    page.wait_for_function(CARDS_SHOWN, arg=3)
    page.get_by_label("Field 6, row 3").fill("Mine")
    page.wait_for_function(CARDS_SHOWN, arg=4)
    assert page.get_by_text("Another row appears").is_hidden()
    page.emulate_media(media="print")
    assert shown.count() == 4


def test_what_stands_first_under_the_title_of_a_page_is_one_level_below_it(page):
    show(page)
    page.locator("#places").evaluate("all => all.insertAdjacentHTML('beforebegin', '<h1 id=title>Of a lesson</h1>')")
    try:
        lay(page, specimen(ask(ITEMS["single-choice"])), specimen(ask(ITEMS["number"])))
        page.locator(".ol-title[aria-level='2']").wait_for()
        levels = page.locator(".ol-title").evaluate_all("all => all.map((one) => one.getAttribute('aria-level'))")
        assert levels == ["2", None]
    finally:
        page.locator("#title").evaluate("title => title.remove()")
    show(page, specimen(ask(ITEMS["number"])))
    page.evaluate("() => new Promise(requestAnimationFrame)")
    assert page.locator(".ol-title[aria-level]").count() == 0
