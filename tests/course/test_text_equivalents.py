"""The words beside a chart say what the chart shows now: whatever changes the drawing changes them."""

from __future__ import annotations

import html
import re

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of

CASE = case_of(LearnerProfile())
EXPLORERS = [template for lesson in COURSE.lessons for template in lesson.explorers]
each = pytest.mark.parametrize("template", EXPLORERS, ids=lambda template: template.id)


def settings(template):
    """Yield the start and every slider at its ends and one step on."""
    sliders = template.sliders(CASE)
    start = {slider.id: slider.value for slider in sliders}
    yield start
    for slider in sliders:
        for value in (slider.low, slider.high, min(slider.high, slider.value + slider.step)):
            yield start | {slider.id: value}


@each
def test_another_drawing_has_other_words(template):
    frames = [template.frame(CASE, values) for values in settings(template)]
    for one in frames:
        for other in frames:
            if one.svg != other.svg and one.alt == other.alt:
                # so small a change that no figure is written differently: then no label of the drawing is, either
                labels = [re.findall(r"<text[^>]*>([^<]*)", frame.svg) for frame in (one, other)]
                assert labels[0] == labels[1], (one.alt, one.sentence)


@each
def test_the_words_name_every_line_and_every_mark_of_the_drawing(template):
    for values in settings(template):
        frame = template.frame(CASE, values)
        names = re.findall(r'font-weight="[67]00"[^>]*>(.*?)</g>', frame.svg)
        for name in names:
            words = html.unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)", name)))
            assert words.rstrip(".") in frame.alt, (words, frame.alt)
        assert names and frame.sentence.endswith((".", "?", "!"))
