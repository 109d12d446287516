"""Every explorer of the course in a real browser: it says what Python says, and what can be dragged follows the hand."""

from __future__ import annotations

import pytest
from axe import assert_no_axe_violations
from gallery import explorer, explorers, lay, specimen, style_laid

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.moves import stood
from outsourcing_lessons.money import unbroken

pytestmark = pytest.mark.browser
CASE = case_of(LearnerProfile())
ALL = explorers()
SLID, PLAYED = ([one for one in ALL if bool(one.turns) == played] for played in (False, True))
# Pairs of texts of one chart that share more than the air around their letters, row by row.
TOGETHER = """[...document.querySelectorAll('.ol-plot > svg')].flatMap((chart) => {
  const texts = [...chart.querySelectorAll('.ol-halo')].map((text) => [text.textContent, text.getBoundingClientRect()]);
  return texts.flatMap(([one, a], i) => texts.slice(i + 1)
    .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && Math.abs(a.top - b.top) < 14)
    .map(([other]) => [one, other]));
})"""
# Names of lines whose middle is nearer to another line than to their own, where no thin line leads to it.
ELSEWHERE = """[...document.querySelectorAll('.ol-plot > svg')].flatMap((chart) => {
  const lines = [...chart.querySelectorAll('.ol-drawn')].map((line) => {
    const to = line.getScreenCTM(), far = line.getTotalLength();
    const points = Array.from({ length: 201 }, (_, k) => line.getPointAtLength((far * k) / 200).matrixTransform(to));
    return { role: [...line.classList].find((css) => css.startsWith('ol-role-')), points };
  });
  const leaders = [...chart.querySelectorAll('.ol-leader')].map((one) => one.getBoundingClientRect());
  const names = [];
  for (const text of chart.querySelectorAll('.ol-named')) {
    const last = names.at(-1), row = text.getBoundingClientRect();
    const goesOn = last && last.css === text.className.baseVal && last.x === text.getAttribute('x') && Math.abs(row.top - last.box.bottom) < 9;
    if (goesOn) last.box = new DOMRect(last.box.x, last.box.y, Math.max(last.box.width, row.width), row.bottom - last.box.y);
    else names.push({ text, css: text.className.baseVal, x: text.getAttribute('x'), box: row });
  }
  return names.flatMap(({ text, box }) => {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const far = ({ points }) => Math.min(...points.map((at) => Math.hypot(((at.x - x) * box.height) / box.width, at.y - y)));
    const own = Math.min(...lines.filter(({ role }) => text.classList.contains(role)).map(far));
    const other = Math.min(...lines.filter(({ role }) => !text.classList.contains(role)).map(far), Infinity);
    const led = leaders.some((one) => one.left < box.right + 2 && one.right > box.left - 2 && one.top < box.bottom + 2 && one.bottom > box.top - 2);
    return other < own - 4 && !led ? [[text.textContent, Math.round(own), Math.round(other)]] : [];
  });
})"""
DRAGGED = [one for one in ALL if any(part.drags() for part in (*one.page.view.series, *one.page.view.marks))]


@pytest.fixture
def page(laid):
    return laid


def show(page, *specimens):
    lay(page, *specimens)


def sliders(page):
    return page.locator(".ol-slider")


# One of each kind; all of them in the full run, and what they say is compared without a browser for each.
KINDS = (PLAYED[0], DRAGGED[0])


@pytest.mark.parametrize(
    "template", [pytest.param(one, marks=() if one in KINDS else pytest.mark.full, id=one.id) for one in ALL]
)
def test_an_explorer_as_it_comes_on_a_desk_dragged_and_moved_by_keyboard(page, template, subtests):
    page.set_viewport_size({"width": 1366, "height": 768})
    show(page, specimen(explorer(template)))
    style_laid(page, "main { max-width: 76rem !important }")
    checks = (nothing_has_changed,) * (template in SLID)
    checks += (chart_and_controls_are_in_view_together,)
    checks += (what_is_dragged_moves_its_slider_and_comes_back,) * (template in DRAGGED)
    last = what_is_played_by_keyboard_says_what_python_says if template in PLAYED else every_slider_moves_the_chart
    for check in (*checks, last):
        with subtests.test(check.__name__.replace("_", " ")):
            check(page, template)


def nothing_has_changed(page, template):
    """Also where the numbers of a slider are no round ones."""
    assert page.locator(".ol-ghost").count() == 0 and page.inner_text(".ol-changed") == ""
    assert page.locator(".ol-chip").first.get_attribute("aria-pressed") == "true"


def chart_and_controls_are_in_view_together(page, template):
    page.locator(".ol-instrument").evaluate("one => one.scrollIntoView()")
    seen = [page.locator(css).bounding_box() for css in (".ol-plot > svg", ".ol-sliders, .ol-turns", ".ol-sentence")]
    assert max(box["y"] + box["height"] for box in seen) <= 768
    assert seen[0]["x"] + seen[0]["width"] <= seen[1]["x"]


def every_slider_moves_the_chart(page, template):
    """Each by a step of the keyboard, with no host that draws; the value is spoken with its unit."""
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


def what_is_played_by_keyboard_says_what_python_says(page, template):
    """Turn by turn; the last of them hands the focus on, and all begins again with other luck."""
    values = {slider.id: slider.value for slider in template.sliders(CASE)}
    page.locator(".ol-choice:visible").first.focus()
    for turn in range(1, template.turns.count + 1):
        offered = page.locator(".ol-choice:visible").all_inner_texts()
        values[f"turn-{turn}"] = float(
            page.locator(".ol-choice").evaluate_all("all => 1 + all.findIndex((one) => !one.hidden)")
        )
        said = stood(template.turns, results_at(template, values), CASE.prefix, template.id)
        page.keyboard.press("Enter")
        page.wait_for_function(
            "said => document.querySelector('.ol-happened').textContent === said", arg=unbroken(said["happened"])
        )
        page.wait_for_function(
            "said => document.querySelector('.ol-sentence').innerText === said",  # which is painted a frame later
            arg=unbroken(template.frame(CASE, values).sentence),
        )
        assert len(offered) >= 2
    assert page.evaluate("document.activeElement.textContent") == "Again, with other luck"
    assert page.evaluate("window.hosts[0].kept.at(-1)") == values
    page.keyboard.press("Enter")
    assert page.evaluate("window.hosts[0].kept.at(-1)") == dict.fromkeys(values, 0) | {"luck": 1}
    assert page.evaluate("document.activeElement.classList.contains('ol-choice')")


def results_at(template, values):
    return template.page.results(template.page.givens(CASE), values)


@pytest.mark.full
@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (320, "light"), (1366, "dark")])
def test_axe_finds_nothing_and_nothing_is_cut_off(page, width, scheme):
    page.set_viewport_size({"width": width, "height": 768})
    page.emulate_media(color_scheme=scheme)
    show(page, *(specimen(explorer(template)) for template in ALL))
    page.locator(".ol-as-table summary").first.click()
    assert_no_axe_violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_texts_of_every_chart_lie_apart_names_beside_their_lines_and_axe_finds_nothing_in_the_dark(page, full):
    """At the start, on screens between which a text has to go elsewhere."""
    together, elsewhere = [], []
    page.emulate_media(color_scheme="dark")
    for width in (320, 360, 375, 390, 412, 1366) if full else (1366, 320):
        page.set_viewport_size({"width": width, "height": 844})
        show(page, *(specimen(explorer(template)) for template in ALL))
        together += [(width, *pair) for pair in page.evaluate(TOGETHER)]
        elsewhere += [(width, *one) for one in page.evaluate(ELSEWHERE)]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        if width == 320:
            page.locator(".ol-as-table summary").first.click()
            assert_no_axe_violations(page)
    assert not together and not elsewhere


def test_the_lessons_have_something_to_drag():
    lessons = {template.id.partition(".")[0] for template in DRAGGED}
    assert {"one-task", "hiring-blind", "companies-over-people", "managing-not-replacing"} <= lessons


def what_is_dragged_moves_its_slider_and_comes_back(page, template):
    """By a pull to each side."""
    start = page.locator(".ol-slide").all_inner_texts()
    grips = page.locator("circle.ol-grab")
    moved = set()
    for nth in range(grips.count()):
        grip = grips.nth(nth)
        grip.scroll_into_view_if_needed()
        box = grip.bounding_box()
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        seen = []
        for far in (-100, 100):
            page.mouse.move(x + far, y + far, steps=3)
            seen.append(page.locator(".ol-slide").all_inner_texts())
        page.mouse.move(x, y, steps=3)
        page.mouse.up()
        assert any(texts != start for texts in seen), nth
        moved.add(next(i for texts in seen for i, text in enumerate(texts) if text != start[i]))
        assert page.locator(".ol-slide").all_inner_texts() == start, nth
    assert grips.count() and len(moved) == grips.count(), "two grips lie on each other"


# Plays on to the end by the last move offered, and returns what came of how many of them can be seen in each row: under
# the chart that stays, or off the screen, it cannot. A click in the page itself takes a fifth of one from outside.
PLAYED_ON = """async (turns) => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  let seen = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const move = [...document.querySelectorAll(".ol-moves > button")].filter((one) => one.checkVisibility()).at(-1);
    move.scrollIntoViewIfNeeded();
    move.click();
    await painted();
    const said = document.querySelector(".ol-happened"), { left, top, bottom } = said.getBoundingClientRect();
    seen += [top + 3, bottom - 3].every((y) => said.contains(document.elementFromPoint(left + 20, y)));
  }
  return seen;
}"""


@pytest.mark.parametrize(("width", "height"), [(390, 844), (844, 390)])
def test_on_a_phone_what_came_of_a_move_is_in_sight_and_on_its_side_the_moves_stand_beside_the_chart(
    page, width, height, full
):
    page.set_viewport_size({"width": width, "height": height})
    for template in PLAYED if full or width < height else PLAYED[:1]:
        show(page, specimen(explorer(template)))
        assert page.evaluate(PLAYED_ON, template.turns.count) == template.turns.count, template.id
        chart, controls = (page.locator(css).bounding_box() for css in (".ol-plot", ".ol-turns"))
        assert (controls["x"] > chart["x"] + chart["width"]) == (width > height)
        said, told = (page.locator(css).bounding_box() for css in (".ol-sentence", ".ol-told"))
        assert told["y"] >= said["y"] + said["height"] or told["x"] >= said["x"] + said["width"]
