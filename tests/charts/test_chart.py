"""A chart is sound SVG, fits its frame, says what it shows, and is drawn fast."""

import math
import re
from xml.etree import ElementTree

import numpy as np
import pytest
from asking_for_a_raise import COURSE
from hypothesis import given
from hypothesis import strategies as st

from outsourcing_lessons.charts.chart import Chart, Line, Mark, describe, narrow, svg
from outsourcing_lessons.charts.labels import Box, apart, place_beside, width_of, wrap
from outsourcing_lessons.charts.layout import HEIGHT, NARROW_WIDTH, WIDTH
from outsourcing_lessons.charts.scales import ticks
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of

EXPLORERS = [template for lesson in COURSE.lessons for template in lesson.explorers]
JOBS = range(1, 31)
COSTS = Chart(
    "What thirty jobs cost",
    "Jobs",
    "Cost so far",
    (
        Line("Newcomers", JOBS, [600 * n for n in JOBS]),
        Line("One regular", JOBS, [900 + 320 * n for n in JOBS]),
        Line("Bench of two", JOBS, [1200 + 340 * n for n in JOBS]),
    ),
    (Mark(4, 2180, "from job 4"),),
    y_prefix="£",
)

texts = st.text(max_size=40)
values = st.floats(-1e12, 1e12)
points = st.lists(st.tuples(st.integers(0, 500), values), min_size=1, max_size=30, unique_by=lambda p: p[0]).map(sorted)
lines = st.builds(lambda name, p: Line(name, [x for x, _ in p], [y for _, y in p]), texts, points)
charts = st.builds(
    Chart, title=texts, x_label=texts, y_label=texts, lines=st.lists(lines, min_size=1, max_size=3).map(tuple),
    marks=st.lists(st.builds(Mark, st.integers(0, 500), values, texts), max_size=3).map(tuple),
    y_prefix=st.sampled_from(["", "£", "CHF\u00a0"]), y_unit=st.sampled_from(["", " %"]), y_from_zero=st.booleans(),
)  # fmt: skip


def elements(drawing):
    return list(ElementTree.fromstring(drawing).iter())


def written(drawing):
    return ["".join(element.itertext()) for element in elements(drawing) if element.tag.endswith("}text")]


@given(charts)
def test_any_chart_is_sound_and_stays_in_its_frame(chart):
    drawing = svg(chart)
    for element in elements(drawing):
        for name, limit in (("x", WIDTH), ("cx", WIDTH), ("y", HEIGHT), ("cy", HEIGHT)):
            if name in element.attrib:
                assert -1 <= float(element.get(name)) <= limit + 1
        for pair in element.get("points", "").split():
            x, y = map(float, pair.split(","))
            assert 0 <= x <= WIDTH and 0 <= y <= HEIGHT
    assert "id=" not in re.sub(r">[^<]*<", "><", drawing)
    assert describe(chart)


@given(charts)
def test_the_narrow_drawing_is_sound_and_stays_in_its_frame_too(chart):
    root = ElementTree.fromstring(narrow(chart))
    width, height = map(float, root.get("viewBox").split()[2:])
    assert NARROW_WIDTH == width and "none" == root.get("display")
    for element in root.iter():
        for name, limit in (("x", width), ("cx", width), ("y", height), ("cy", height)):
            assert -1 <= float(element.get(name, 0)) <= limit + 1
        for pair in element.get("points", "").split():
            x, y = map(float, pair.split(","))
            assert 0 <= x <= width and 0 <= y <= height


@pytest.mark.parametrize("template", EXPLORERS, ids=lambda template: template.id)
def test_both_drawings_of_a_chart_of_the_course_say_the_same(template):
    case = case_of(LearnerProfile())
    frame = template.frame(case, template.explorer(case).scenarios[0].values)
    words = [set(re.findall("[A-Za-z]+", " ".join(written(drawing)))) for drawing in (frame.svg, frame.narrow)]
    lines = [drawing.count("<polyline") for drawing in (frame.svg, frame.narrow)]
    assert words[0] == words[1] and lines[1] == 2 * lines[0]  # each once more, before its name


@given(charts)
def test_the_same_chart_gives_the_same_bytes(chart):
    assert svg(chart) == svg(chart)


def test_a_usual_chart_is_small():
    assert len(svg(COSTS).encode()) <= 5000


def test_text_is_text_whatever_it_says():
    nasty = '</text><script>alert("1")</script>&\x00\x1b\ud800'
    drawing = svg(Chart(nasty, nasty, nasty, (Line(nasty, [1], [1]),), (Mark(1, 1, nasty),), y_prefix="<"))
    assert not [e for e in elements(drawing) if "script" in e.tag]
    assert "<script>" in "".join(written(drawing)).replace(" ", "")


def test_every_name_title_and_mark_is_written_in_full():
    expected = {
        "What thirty jobs cost",
        "Jobs",
        "Cost so far",
        "Newcomers",
        "One regular",
        "Bench of two",
        "from job 4",
    }
    assert expected <= set(written(svg(COSTS)))


def test_a_long_title_runs_over_several_rows():
    title = "More people on the bench means more hours and less waiting, but each further one buys less and less of it"
    rows = written(svg(Chart(title, "x", "y", (Line("a", [1], [1]),))))
    assert title in " ".join(rows) and title not in rows


def test_lines_differ_without_colour():
    drawn = [e for e in elements(svg(COSTS)) if e.tag.endswith("polyline")]
    assert len({(e.get("stroke-dasharray"), e.get("stroke-width")) for e in drawn}) == 3
    assert [e.get("class") for e in drawn] == ["ol-line ol-s1", "ol-line ol-s2", "ol-line ol-s3"]


def test_names_beside_equal_ends_do_not_overlap():
    same = Chart("t", "x", "y", tuple(Line(f"Line {i}", [1, 2], [1, 5]) for i in range(3)))
    names = [e for e in elements(svg(same)) if (e.text or "").startswith("Line")]
    heights = sorted(float(e.get("y")) for e in names)
    assert all(b - a >= 14 for a, b in zip(heights, heights[1:], strict=False))


def test_no_text_is_smaller_than_twelve_pixels():
    sizes = [float(e.get("font-size")) for e in elements(svg(COSTS)) if e.get("font-size")]
    assert sizes and min(sizes) >= 12


@pytest.mark.parametrize(
    ("top", "prefix", "expected"),
    [
        (18_000, "£", ["£0", "£5,000", "£10,000", "£15,000", "£20,000"]),
        (324e6, "IDR\u00a0", ["IDR\u00a00", "IDR\u00a050m", "IDR\u00a0100m"]),
        (2.4e9, "¥", ["¥0", "¥0.5bn", "¥1.0bn"]),
        (0.9, "$", ["$0", "$0.2", "$0.4"]),
    ],
)
def test_amounts_on_the_axis_are_readable(top, prefix, expected):
    found = written(svg(Chart("t", "x", "y", (Line("a", [1, 2], [0, top]),), y_prefix=prefix)))
    assert set(expected) <= set(found)


def test_a_loss_has_its_sign_before_the_currency():
    assert "−£400" in written(svg(Chart("t", "x", "y", (Line("a", [1, 2], [-400, 600]),), y_prefix="£")))


def test_jobs_are_whole_on_the_axis_and_the_ends_are_named():
    found = written(svg(Chart("t", "x", "y", (Line("a", range(1, 25), range(1, 25)),))))
    assert {"1", "5", "10", "15", "20", "24"} <= set(found)
    assert "0.5" not in written(svg(Chart("t", "x", "y", (Line("a", [1, 2], [0, 9]),))))


@given(values, st.floats(1e-6, 1e12))
def test_ticks_are_round_rise_evenly_and_hold_the_range(low, span):
    found = ticks(low, low + span)
    assert found == sorted(set(found)) and 2 <= len(found) <= 12
    slack = 1e-6 * max(span, abs(low))
    assert found[0] <= low + slack and found[-1] >= low + span - slack


def test_the_words_give_ends_crossings_and_marks():
    words = describe(COSTS)
    assert "Newcomers: from £600 at 1 to £18,000 at 30." in words
    assert "Newcomers and One regular cross between 3 and 4." in words
    assert "One regular and Bench of two cross" not in words
    assert "Marked: from job 4, £2,180 at 4." in words


def test_lines_that_touch_do_not_cross():
    touching = Chart("t", "x", "y", (Line("a", [1, 2, 3], [1, 2, 1]), Line("b", [1, 2, 3], [2, 2, 2])))
    assert "cross" not in describe(touching)


def test_lines_cross_through_a_shared_point_and_over_different_points():
    shared = Chart("t", "x", "y", (Line("a", [1, 2, 3], [1, 2, 3]), Line("b", [1, 2, 3], [3, 2, 1])))
    assert "a and b cross at 2." in describe(shared)
    uneven = Chart("t", "x", "y", (Line("a", [0, 10], [0, 10]), Line("b", [2, 4], [4, 2])))
    assert "a and b cross between 2 and 4" in describe(uneven)


def test_arrays_are_taken_for_points():
    assert Line("a", np.array([1, 2]), np.array([3.0, 4.0])) == Line("a", (1, 2), (3, 4))


@pytest.mark.parametrize(
    ("x", "y"), [([], []), ([1], [1, 2]), ([1, 2], [1, float("nan")]), ([2, 1], [1, 2]), ([1, 1], [1, 2])]
)
def test_a_line_that_cannot_be_drawn_is_an_authors_mistake(x, y):
    with pytest.raises(ContentError, match="'a'"):
        Line("a", x, y)


def test_between_two_edges_a_chart_is_shaded_below_its_lines():
    low, high = Line("If it were less", (1, 2, 3), (1, 2, 3), upto=(2, 5, 9)), Line("If more", (1, 2, 3), (2, 5, 9))
    for drawn in (svg, narrow):
        drawing = drawn(Chart("t", "x", "y", (low, high)))
        assert drawing.count("<polygon") == 1 and drawing.index("<polygon") < drawing.index("<polyline")
        assert len(re.search(r'<polygon[^>]*points="([^"]*)"', drawing)[1].split()) == 6
        alone = drawn(Chart("t", "x", "y", (Line("If it were less", (1, 2, 3), (1, 2, 3)), high)))
        assert "<polygon" not in alone


def test_a_band_has_room_even_where_its_upper_edge_is_no_line():
    assert ">10<" in svg(Chart("t", "x", "y", (Line("a", (1, 2), (0, 1), upto=(4, 10)),)))


@pytest.mark.parametrize("upto", [(1,), (1, float("inf"))])
def test_a_band_that_cannot_be_drawn_is_an_authors_mistake(upto):
    with pytest.raises(ContentError, match="upto"):
        Line("a", (1, 2), (0, 1), upto=upto)


def test_a_chart_without_lines_is_an_authors_mistake():
    with pytest.raises(ContentError):
        Chart("t", "x", "y", ())


@given(texts, st.floats(40, 600))
def test_rows_fit_and_lose_nothing(text, width):
    rows = wrap(text, 14, width)
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")
    assert all(width_of(row, 14) <= width or len(row) == 1 for row in rows)


@given(st.lists(st.floats(0, 300), min_size=1, max_size=4))
def test_labels_moved_apart_stay_apart_and_inside(wanted):
    found = apart(wanted, [30.0] * len(wanted), 0, 300)
    ordered = sorted(found)
    assert all(b - a >= 30 - 1e-6 for a, b in zip(ordered, ordered[1:], strict=False))
    assert ordered[0] >= 15 - 1e-6 and ordered[-1] <= 285 + 1e-6


def test_a_text_is_nearer_to_its_own_point_than_to_anothers():
    area, points = Box(0, 0, 400, 200), [(100.0, 100.0), (150.0, 90.0), (190.0, 80.0)]
    line = [(0.0, 120.0), (400.0, 30.0)]
    taken = [Box(x, y, 0, 0).grown(8) for x, y in points]
    for x, y in points:
        others = [point for point in points if point != (x, y)]
        box = place_beside(x, y, (90, 16), area, taken, [line], others=others)
        taken.append(box)
        far = math.dist((x, y), box.nearest(x, y))
        assert all(far < math.dist(other, box.nearest(*other)) for other in others)


def test_a_text_stands_between_the_thin_lines_where_there_is_room():
    box = place_beside(200, 100, (80, 16), Box(0, 0, 400, 200), [], [], rules=[115.0])
    assert not box.top <= 115 <= box.top + box.height


def test_a_text_keeps_off_lines_and_other_texts():
    area = Box(0, 0, 400, 200)
    line = [(0.0, 100.0), (400.0, 100.0)]
    taken = [Box(190, 50, 200, 40)]
    box = place_beside(200, 100, (80, 16), area, taken, [line])
    assert not box.crossed_by(line) and not box.meets(taken[0])
