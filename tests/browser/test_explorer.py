"""An explorer in a real browser: it computes in the page, and is an instrument for mouse, finger, keyboard and ear."""

from __future__ import annotations

import pytest
from axe import assert_no_axe_violations
from gallery import explorer, explorers, gallery, specimen
from specimens import PREDICTION, RIGHT, ask

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.money import unbroken

pytestmark = pytest.mark.browser
CASE = case_of(LearnerProfile())
ALL = explorers()
STREAM = next(template for template in ALL if template.page.view.goal and template.page.view.goal.then)
GUESSED = next(template for template in ALL if template.page.view.prediction)
WON = {"jobs": "3", "own-hours": "0", "rate": "100"}


def show(page, *specimens):
    page.set_content(gallery(list(specimens)))
    page.wait_for_function("window.mounted")


def sliders(page):
    return page.locator(".ol-slider")


def move(page, template, **values):
    ids = [slider.id for slider in template.sliders(CASE)]
    for name, value in values.items():
        sliders(page).nth(ids.index(name)).fill(value)


def drawn(page) -> str:
    return page.locator(".ol-plot > svg").get_attribute("aria-label")


@pytest.mark.parametrize("template", ALL, ids=lambda template: template.id)
def test_every_slider_moves_the_chart_as_python_would(page, template):
    """Each by a step of the keyboard, with no host that draws; the value is spoken with its unit."""
    show(page, specimen(explorer(template)))
    values = {slider.id: slider.value for slider in template.sliders(CASE)}
    for place, slider in enumerate(template.sliders(CASE)):
        handle = sliders(page).nth(place)
        key, sign = ("ArrowRight", 1) if slider.value + slider.step <= slider.high else ("ArrowLeft", -1)
        handle.press(key)
        values[slider.id] = round(slider.value + sign * slider.step, 9)
        expected = template.frame(CASE, values)
        page.get_by_label(unbroken(expected.alt), exact=True).wait_for()
        assert page.locator(".ol-sentence").inner_text() == unbroken(expected.sentence)
        told = page.locator(".ol-readouts dd").all_inner_texts()
        assert told == [unbroken(readout.value) for readout in expected.readouts]
        assert handle.get_attribute("aria-valuetext") == page.locator(".ol-value").nth(place).inner_text()


def test_of_moves_between_two_frames_the_first_and_the_last_are_painted(page):
    """However fast a slider is dragged."""
    show(page, specimen(explorer(STREAM)))
    painted = page.evaluate("""async () => {
      const slider = document.querySelector(".ol-slider"), place = document.querySelector(".ol-plot");
      let count = 0;
      new MutationObserver(() => (count += 1)).observe(place, { childList: true });
      for (const jobs of [5, 6, 7, 8, 9]) {
        slider.value = jobs;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      }
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return count;
    }""")
    assert painted == 2 and "after 9 jobs" in page.inner_text(".ol-sentence")


def test_goals_are_noticed_one_after_another_and_no_named_setting_gives_them_away(page):
    template, (first, second, third) = STREAM, STREAM.page.view.goal.chain()
    name = template.page.givens(CASE)["regular_name"]
    show(page, specimen(explorer(template)))
    assert page.inner_text(".ol-goal") == first.ask.format(regular_name=name)
    labels = [label for label, _ in template.scenarios(CASE)]
    offered = page.locator(".ol-chip").all_inner_texts()
    assert set(offered) < set(labels) and offered[0] == labels[0]
    assert page.inner_text(".ol-found") == "" and page.get_attribute(".ol-found", "role") == "status"
    move(page, template, **WON)
    page.locator(".ol-found:has-text('Found: 3 jobs')").wait_for()
    # Here the second holds as well; it counts once it has not.
    assert page.inner_text(".ol-goal") == second.ask and page.locator(".ol-found p").count() == 1
    page.locator(".ol-chip").first.click()
    move(page, template, **{"self-hours": "20"})
    page.locator(".ol-found p:nth-child(2)").wait_for()
    assert page.inner_text(".ol-goal") == third.ask.format(regular_name=name)
    move(page, template, **{"passed-on": "0"})
    page.locator(".ol-found p:nth-child(3)").wait_for()
    assert page.locator(".ol-goal").is_hidden() and page.locator(".ol-chip").all_inner_texts() == labels
    page.locator(".ol-chip").first.click()
    page.locator(".ol-chip[aria-pressed=true]").first.wait_for()
    assert page.locator(".ol-found p").count() == 3


@pytest.mark.parametrize("template", ALL, ids=lambda template: template.id)
def test_nothing_has_changed_at_the_start(page, template):
    """Also where the numbers of a slider are no round ones."""
    show(page, specimen(explorer(template)))
    assert page.locator(".ol-ghost").count() == 0 and page.inner_text(".ol-changed") == ""
    assert page.locator(".ol-chip").first.get_attribute("aria-pressed") == "true"


def test_what_changed_is_said_beside_a_ghost_of_the_story(page):
    show(page, specimen(explorer(STREAM)))
    assert page.locator(".ol-ghost").count() == 0 and page.inner_text(".ol-changed") == ""
    move(page, STREAM, jobs="4")
    page.locator(".ol-ghost").first.wait_for()
    assert page.locator(".ol-ghost").count() == page.locator(".ol-drawn").count() == 4
    changed = page.inner_text(".ol-changed")
    assert "4\u00a0jobs instead of" in changed and changed.endswith(".")
    page.locator(".ol-chip").first.click()
    page.wait_for_function("!document.querySelector('.ol-ghost')")


def test_the_learners_own_prediction_is_drawn_in_pencil(page):
    """Once it is committed; who wants none has none."""
    block = explorer(GUESSED) | {"after": PREDICTION["id"]}
    truth = {"prediction": ask(PREDICTION)["item"]}
    show(page, specimen(block, predicted=RIGHT["prediction"], **truth), specimen(block | {"id": block["id"]}))
    said = GUESSED.page.view.prediction.text.format(guess=RIGHT["prediction"]["value"])
    assert page.locator("#specimen-0 .ol-guessed").text_content().endswith(said)
    page.get_by_role("button", name="Show it without predicting").click()
    assert page.locator("#specimen-1 .ol-plot").count() == 1 and page.locator("#specimen-1 .ol-guessed").count() == 0


def test_the_chart_is_a_table_too(page):
    show(page, specimen(explorer(STREAM)))
    page.get_by_text("The chart as a table").click()
    page.locator(".ol-as-table td").first.wait_for()
    jobs = STREAM.sliders(CASE)[0].value
    assert page.locator(".ol-as-table tbody tr").count() == jobs
    assert page.locator(".ol-as-table thead th").all_inner_texts()[1:] == [
        "Strangers",
        "Tomasz",
        "Yourself",
        "Machine, you check",
    ]


def test_what_is_shown_is_read_out_after_a_pause_and_not_at_each_step(page):
    show(page, specimen(explorer(STREAM)))
    assert page.get_attribute(".ol-sentence", "aria-live") is None
    move(page, STREAM, jobs="9")
    page.wait_for_function("document.querySelector('.ol-unseen[aria-live]').textContent.includes('after 9 jobs')")


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (320, "dark"),
        (1366, "light"),
        pytest.param(320, "light", marks=pytest.mark.full),
        pytest.param(1366, "dark", marks=pytest.mark.full),
    ],
)
def test_axe_finds_nothing_and_nothing_is_cut_off(page, width, scheme):
    page.set_viewport_size({"width": width, "height": 768})
    page.emulate_media(color_scheme=scheme)
    show(page, *(specimen(explorer(template)) for template in ALL))
    page.locator(".ol-as-table summary").first.click()
    assert_no_axe_violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone_the_chart_stays_in_sight_of_every_slider(page):
    page.set_viewport_size({"width": 390, "height": 844})
    show(page, specimen(explorer(STREAM)))
    for place in range(sliders(page).count()):
        handle = sliders(page).nth(place)
        handle.scroll_into_view_if_needed()
        handle.focus()
        chart, slider = page.locator(".ol-plot > svg").bounding_box(), handle.bounding_box()
        assert 0 <= chart["y"] and chart["y"] + chart["height"] <= slider["y"] and slider["y"] + slider["height"] <= 844


@pytest.mark.parametrize("template", ALL, ids=lambda template: template.id)
def test_on_a_desk_chart_and_controls_are_in_view_together(page, template):
    page.set_viewport_size({"width": 1366, "height": 768})
    show(page, specimen(explorer(template)))
    page.add_style_tag(content="main { max-width: 76rem !important }")
    page.locator(".ol-instrument").evaluate("one => one.scrollIntoView()")
    seen = [page.locator(css).bounding_box() for css in (".ol-plot > svg", ".ol-sliders", ".ol-sentence")]
    assert max(box["y"] + box["height"] for box in seen) <= 768
    assert seen[0]["x"] + seen[0]["width"] <= seen[1]["x"]


def test_texts_of_a_chart_lie_apart(page):
    """Names, marks and a guess, at every corner of the sliders."""
    show(page, specimen(explorer(STREAM)))
    for jobs in ("2", "12", "40"):
        for rate in ("70", "100"):
            move(page, STREAM, jobs=jobs, rate=rate)
            page.wait_for_function(f"document.querySelector('.ol-sentence').textContent.includes('{jobs} jobs')")
            boxes = [box.bounding_box() for box in page.locator(".ol-halo").all()]
            for i, a in enumerate(boxes):
                for b in boxes[i + 1 :]:
                    across = a["x"] < b["x"] + b["width"] - 1 and b["x"] < a["x"] + a["width"] - 1
                    assert not (across and abs(a["y"] - b["y"]) < 14), (jobs, rate)
