"""papermill runs every lesson, in every trade, for several seeds and editions; every pair of them in the full run."""

from __future__ import annotations

from itertools import product

import papermill
import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.course import COURSE

SEEDS = (2, 77, 123_456)
MONEY = {2: ("GBP", 95.0), 77: ("JPY", 9000.0), 123_456: ("USD", 1.5)}


# Each lesson once and each trade once; the other pairs take long.
PAIRS = [
    pytest.param(lesson, trade, marks=() if place == turn else pytest.mark.full, id=f"{lesson.slug}-{trade}")
    for place, lesson in enumerate(COURSE.lessons)
    for turn, trade in enumerate(COURSE.trades)
]


@pytest.mark.parametrize(("lesson", "business"), PAIRS)
def test_papermill_runs_it_for_every_seed_and_edition(lesson, business):
    said = {}
    for seed, edition in [*product(SEEDS, ["study"]), *product(SEEDS[:1], ["print", "key"])]:
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
    assert said[SEEDS[0], "study"] == said[SEEDS[0], "print"]
    assert len(said[SEEDS[0], "key"]) > 1.2 * len(said[SEEDS[0], "study"])
    assert len({said[seed, "study"] for seed in SEEDS}) == len(SEEDS)
