"""papermill runs every lesson, in every trade, for several seeds and editions; every pair of them in the full run."""

from __future__ import annotations

from itertools import product

import papermill
import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.lessons.lesson import Lesson

SEEDS = (2, 77, 123_456)
MONEY = {2: ("GBP", 95.0), 77: ("JPY", 9000.0), 123_456: ("USD", 1.5)}


# Each lesson once and each trade once; every pair with every seed takes long.
RUNS = [
    pytest.param(lesson, trade, every, id=f"{lesson.slug}-{trade}", marks=pytest.mark.full if every else ())
    for every in (False, True)
    for place, lesson in enumerate(COURSE.lessons)
    for turn, trade in enumerate(COURSE.trades)
    if every or place == turn
]


def seeds_and_editions(lesson: Lesson, every: bool):
    """All of them; or one, of two lessons the edition that differs most too, and of one another seed and the third."""
    if every:
        return [*product(SEEDS, ["study"]), *product(SEEDS[:1], ["print", "key"])]
    more = [(SEEDS[1], "study"), (SEEDS[0], "print")] if lesson is COURSE.lessons[0] else []
    key = [(SEEDS[0], "key")] if lesson in COURSE.lessons[::3] else []
    return [(SEEDS[0], "study"), *key, *more]


@pytest.mark.parametrize(("lesson", "business", "every"), RUNS)
def test_papermill_runs_it_for_every_seed_and_edition(lesson, business, every):
    said = {}
    for seed, edition in seeds_and_editions(lesson, every):
        currency, hour_value = MONEY[seed]
        parameters = {
            "learner": f"Learner {seed}", "business": business, "currency": currency, "hour_value": hour_value,
            "seed": seed, "edition": edition,
        }  # fmt: skip
        done = papermill.execute_notebook(
            COURSE.notebook_of(lesson), None, parameters, engine_name="outsourcing-lessons", progress_bar=False
        )
        texts = [o["data"].get("text/plain", "") for c in done.cells for o in c.get("outputs", ()) if "data" in o]
        assert any(f"Learner {seed}" in text for text in texts)
        said[seed, edition] = "\n".join(texts)
    study = said[SEEDS[0], "study"]
    assert study == said.get((SEEDS[0], "print"), study)
    assert len(said.get((SEEDS[0], "key"), 2 * study)) > 1.2 * len(study)
    of_study = [text for (_, edition), text in said.items() if edition == "study"]
    assert len(set(of_study)) == len(of_study) >= (2 if every or lesson is COURSE.lessons[0] else 1)
