"""An explorer in a real browser: it computes in the page, and is an instrument for mouse, finger, keyboard and ear."""

from __future__ import annotations

import pytest
from asking_for_a_raise import COURSE
from gallery import explorer, explorers, lay, specimen, style_laid
from specimens import PREDICTION, RIGHT, ask

pytestmark = pytest.mark.browser
CASE = COURSE.case(COURSE.profile())
(PULLED,) = explorers()
FIRST, SECOND = PULLED.page.view.goal.chain()


@pytest.fixture
def page(laid):
    return laid


def show(page, *specimens):
    lay(page, *specimens)


def sliders(page):
    return page.locator(".ol-slider")


def move(page, **values):
    ids = [slider.id for slider in PULLED.sliders(CASE)]
    for name, value in values.items():
        sliders(page).nth(ids.index(name)).fill(value)


def centre(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def grip_of(page, axis):
    return page.locator(f"circle.ol-grab-{axis}")


def test_of_moves_between_two_frames_the_first_and_the_last_are_painted(page):
    """However fast a slider is dragged."""
    show(page, specimen(explorer(PULLED)))
    painted = page.evaluate("""async () => {
      const slider = document.querySelector(".ol-slider"), sentence = document.querySelector(".ol-sentence");
      let count = 0;
      new MutationObserver(() => (count += 1)).observe(sentence, { childList: true });
      for (const opening of [9, 10, 11, 12, 13]) {
        slider.value = opening;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      }
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return count;
    }""")
    assert painted == 2 and "ends at 7\u00a0%" in page.inner_text(".ol-sentence")


def test_a_move_uses_the_nodes_of_the_drawing_again(page):
    show(page, specimen(explorer(PULLED)))
    page.evaluate("""() => {
      const nodes = () => [...document.querySelectorAll(".ol-plot :is(svg, g, line, polyline, circle, text)")];
      const before = new Set(nodes());
      window.known = () => nodes().filter((one) => before.has(one)).length / before.size;
    }""")
    said = page.inner_text(".ol-sentence")
    sliders(page).first.press("ArrowRight")
    page.wait_for_function("said => document.querySelector('.ol-sentence').innerText !== said", arg=said)
    assert page.evaluate("known()") == 1


@pytest.mark.parametrize("touch", [False, True])
def test_a_point_and_a_line_are_dragged_and_the_sliders_follow(page, chromium, touch):
    """By mouse and by finger; chart, slider and sentence stay one state, and it is kept when the hand lets go."""
    if touch:
        page = chromium.new_page(viewport={"width": 1000, "height": 800}, has_touch=True)
    show(page, specimen(explorer(PULLED)))
    pull = by_finger(page) if touch else by_mouse(page)
    at = centre(grip_of(page, "x"))
    pull(at, (at[0] + 150, at[1]))
    opening = int(float(sliders(page).first.input_value()))
    assert opening > 8 and page.locator(".ol-value").first.inner_text() == f"{opening}\u00a0%"
    here = 3 + 0.4 * (opening - 3)
    assert f"ends at {here:.1f}\u00a0%".replace(".0", "") in page.inner_text(".ol-sentence")
    moved = centre(grip_of(page, "x"))
    assert abs(moved[0] - at[0] - 150) < 25  # within half a step of the slider
    line = centre(grip_of(page, "y"))
    pull(line, (line[0], line[1] - 40))
    assert float(sliders(page).nth(1).input_value()) > 0.4
    kept = page.evaluate("window.hosts[0].kept.at(-1)")
    assert kept == {"opening": opening, "pull": float(sliders(page).nth(1).input_value())}
    if touch:
        page.close()


def by_mouse(page):
    def pull(start, end):
        page.mouse.move(*start)
        page.mouse.down()
        page.mouse.move(*end, steps=6)
        page.mouse.up()

    return pull


def by_finger(page):
    finger = page.context.new_cdp_session(page)

    def touch(kind, *points):
        places = [{"x": x, "y": y} for x, y in points]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": places})

    def pull(start, end):
        touch("touchStart", start)
        for share in (0.2, 0.4, 0.6, 0.8, 1):
            touch("touchMove", tuple(a + share * (b - a) for a, b in zip(start, end, strict=True)))
        touch("touchEnd")

    return pull


@pytest.mark.parametrize("captured", [True, False])
def test_a_drag_goes_on_beyond_the_chart_until_the_hand_lets_go(page, captured):
    """Also where the browser gives no capture, as at times just after another tab was closed."""
    show(page, specimen(explorer(PULLED)))
    if not captured:
        page.locator(".ol-plot").evaluate("plot => { plot.setPointerCapture = () => {}; }")
    x, y = centre(grip_of(page, "y"))
    by_mouse(page)((x, y), (x, y - 300))
    assert sliders(page).nth(1).input_value() == "1" and not page.locator(".ol-dragging").count()
    page.mouse.move(x, y)
    assert sliders(page).nth(1).input_value() == "1"


def test_the_axes_stand_still_while_something_is_dragged(page):
    show(page, specimen(explorer(PULLED)))
    ticks = page.locator(".ol-tick-text").all_text_contents()
    x, y = centre(grip_of(page, "y"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - 150, steps=4)
    assert page.locator(".ol-tick-text").all_text_contents() == ticks
    page.mouse.up()
    told = "(ticks) => [...document.querySelectorAll('.ol-tick-text')].some((one, i) => one.textContent !== ticks[i])"
    page.wait_for_function(told, arg=ticks)  # painted a frame later


def test_numbers_beside_a_low_chart_do_not_touch(page):
    """As on a wall that has much to show beside it; the scale stays that of a high one."""
    show(page, specimen(explorer(PULLED)))
    high = page.locator(".ol-tick-text[text-anchor=end]").all_text_contents()
    style_laid(
        page,
        ".ol-plot { --ol-plot-fills: 1; position: relative; height: 84px; min-height: 0 !important; max-height: 84px; } .ol-plot > svg { position: absolute; inset: 0; }",
    )
    page.wait_for_function(f"document.querySelectorAll('.ol-tick-text[text-anchor=end]').length < {len(high)}")
    low = page.locator(".ol-tick-text[text-anchor=end]")
    tops = sorted(box["y"] for box in (one.bounding_box() for one in low.all()))
    assert set(low.all_text_contents()) < set(high)
    assert all(below - above > 14 for above, below in zip(tops, tops[1:], strict=False))


def test_goals_are_noticed_one_after_another_and_no_named_setting_gives_them_away(page):
    """Of a goal with two finds each counts once, in any order; one setting is never two of them."""
    show(page, specimen(explorer(PULLED)))
    labels = [label for label, _ in PULLED.scenarios(CASE)]
    assert page.inner_text(".ol-goal") == f"{FIRST.ask} 0 of 2 found."
    assert page.inner_text(".ol-found") == "" and page.get_attribute(".ol-found", "role") == "status"
    for _ in range(2):
        move(page, pull="0.6")
        page.locator(".ol-found:has-text('8\u00a0% that pulls strongly')").wait_for()
        assert page.inner_text(".ol-goal") == f"{FIRST.ask} 1 of 2 found." and page.locator(".ol-found p").count() == 1
        page.locator(".ol-chip").first.click()
    move(page, opening="18", pull="0.2")
    page.locator(".ol-found p:nth-child(2)").wait_for()
    assert page.inner_text(".ol-goal") == SECOND.ask
    assert page.locator(".ol-chip").all_inner_texts() == [labels[0], labels[2]]  # the other one would tell
    move(page, opening="1")
    page.locator(".ol-found p:nth-child(3)").wait_for()
    assert page.locator(".ol-goal").is_hidden() and page.locator(".ol-chip").all_inner_texts() == labels
    page.locator(".ol-chip").first.click()
    page.locator(".ol-chip[aria-pressed=true]").first.wait_for()
    assert page.locator(".ol-found p").count() == 3


def test_what_was_kept_is_where_it_stands_and_what_was_reached_stays_so(page):
    """Also where a slider is no more, or a setting reaches nothing today."""
    reached = [{"opening": 8, "pull": 0.6}, {"opening": 8, "pull": 0.4}]
    kept = {"values": {"opening": 12, "pull": 7, "gone": 1}, "reached": reached}
    show(page, specimen(explorer(PULLED)) | {"kept": kept})
    assert [float(one.input_value()) for one in sliders(page).all()] == [12, 1]
    assert page.inner_text(".ol-goal") == f"{FIRST.ask} 1 of 2 found." and page.locator(".ol-found p").count() == 1


def test_what_changed_is_said_beside_a_ghost_of_the_story(page):
    show(page, specimen(explorer(PULLED)))
    assert page.locator(".ol-ghost").count() == 0 and page.inner_text(".ol-changed") == ""
    move(page, opening="4")
    page.locator(".ol-ghost").first.wait_for()
    assert page.locator(".ol-ghost").count() == page.locator(".ol-drawn").count() == 1
    changed = page.inner_text(".ol-changed")
    assert "4\u00a0% instead of 8\u00a0%" in changed and changed.endswith(".")
    page.locator(".ol-chip").first.click()
    page.wait_for_function("!document.querySelector('.ol-ghost')")


def test_the_learners_own_prediction_is_drawn_in_pencil(page):
    """Once it is committed; who wants none has none."""
    block = explorer(PULLED) | {"after": PREDICTION["id"]}
    truth = {"prediction": ask(PREDICTION)["item"]}
    show(page, specimen(block, predicted=RIGHT["prediction"], **truth), specimen(block | {"id": block["id"]}))
    said = PULLED.page.view.prediction.text.format(guess=RIGHT["prediction"]["value"])
    assert page.locator("#specimen-0 .ol-guessed").text_content().endswith(said)
    page.get_by_role("button", name="Show it without predicting").click()
    assert page.locator("#specimen-1 .ol-plot").count() == 1 and page.locator("#specimen-1 .ol-guessed").count() == 0


def test_the_chart_is_a_table_too(page):
    show(page, specimen(explorer(PULLED)))
    page.get_by_text("The chart as a table").click()
    page.locator(".ol-as-table td").first.wait_for()
    assert page.locator(".ol-as-table tbody tr").count() == 20
    assert page.locator(".ol-as-table thead th").all_inner_texts()[1:] == ["The talk"]


def test_what_is_shown_is_read_out_after_a_pause_and_not_at_each_step(page):
    show(page, specimen(explorer(PULLED)))
    assert page.get_attribute(".ol-sentence", "aria-live") is None
    move(page, opening="13")
    page.wait_for_function("document.querySelector('.ol-unseen[aria-live]').textContent.includes('at 7\u00a0%')")


def test_on_a_phone_the_chart_stays_in_sight_of_every_slider(page):
    page.set_viewport_size({"width": 390, "height": 844})
    show(page, specimen(explorer(PULLED)))
    for place in range(sliders(page).count()):
        handle = sliders(page).nth(place)
        handle.scroll_into_view_if_needed()
        handle.focus()
        chart, slider = page.locator(".ol-plot > svg").bounding_box(), handle.bounding_box()
        assert 0 <= chart["y"] and chart["y"] + chart["height"] <= slider["y"] and slider["y"] + slider["height"] <= 844


def test_texts_of_a_chart_lie_apart(page):
    """Names and marks, at every corner of the sliders."""
    show(page, specimen(explorer(PULLED)))
    for opening in ("1", "8", "20"):
        for pull in ("0", "1"):
            move(page, opening=opening, pull=pull)
            page.wait_for_function("pull => document.querySelectorAll('.ol-slider')[1].value === pull", arg=pull)
            page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            boxes = [box.bounding_box() for box in page.locator(".ol-halo").all()]
            for i, a in enumerate(boxes):
                for b in boxes[i + 1 :]:
                    across = a["x"] < b["x"] + b["width"] - 1 and b["x"] < a["x"] + a["width"] - 1
                    assert not (across and abs(a["y"] - b["y"]) < 14), (opening, pull)
