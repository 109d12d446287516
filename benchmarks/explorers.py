"""How long Python works on one setting of an explorer, as for print: the model, the chart and its words.

Run with ``python benchmarks/explorers.py``; prints CPU milliseconds for a step, median and 95th percentile of 200,
and how much of it is the drawing.
"""

import statistics
import sys
import time

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons import explorer
from outsourcing_lessons.lessons.courses import case_of

STEPS = 200
drawing = 0.0


def timed(draw):
    """Return a function of charts that adds to the time spent drawing."""

    def draw_and_add(*given):
        global drawing
        begun = time.process_time()
        try:
            return draw(*given)
        finally:
            drawing += time.process_time() - begun

    return draw_and_add


def steps_of(template, case):
    """Yield the settings that a learner meets who moves one slider after another."""
    sliders = template.sliders(case)
    start = {slider.id: slider.value for slider in sliders}
    for number in range(STEPS):
        slider = sliders[number % len(sliders)]
        yield start | {slider.id: slider.low + (slider.high - slider.low) * number / STEPS}


def measured(template, case):
    """Return (median, 95th percentile) of a step in CPU milliseconds, and the share of drawing in all of them."""
    global drawing
    template.frame(case, next(steps_of(template, case)))
    drawing, times = 0.0, []
    for values in steps_of(template, case):
        begun = time.process_time()
        template.frame(case, values)
        times.append(1000 * (time.process_time() - begun))
    return statistics.median(times), sorted(times)[int(0.95 * STEPS)], 1000 * drawing / sum(times)


if __name__ == "__main__":
    here = case_of(LearnerProfile())
    templates = [template for lesson in COURSE.lessons for template in lesson.explorers]
    drawn_by_hand = {sys.modules[template.frame.__module__] for template in templates if not template.page}
    for module in (explorer, *drawn_by_hand):
        for name in ("svg", "narrow", "describe"):
            setattr(module, name, timed(getattr(module, name)))
    for lesson in COURSE.lessons:
        for template in lesson.explorers:
            median, slow, share = measured(template, here)
            print(f"{template.id:32} {median:5.2f} ms   95 % {slow:5.2f} ms   drawing {100 * share:3.0f} %")
