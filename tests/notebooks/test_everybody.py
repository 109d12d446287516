"""papermill runs every lesson for every trade, three seeds and three editions."""

from __future__ import annotations

from itertools import product

import papermill
import pytest

from outsourcing_lessons.course.catalogue import LESSONS
from outsourcing_lessons.course.notebooks import notebook_of
from outsourcing_lessons.course.trades import TRADES
from outsourcing_lessons.learner import EDITIONS

SEEDS = (2, 77, 123_456)
MONEY = {2: ("GBP", 95.0), 77: ("JPY", 9000.0), 123_456: ("USD", 1.5)}


@pytest.mark.parametrize("business", TRADES)
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_papermill_runs_it_for_three_seeds_and_editions(lesson, business):
    said = {}
    for seed, edition in product(SEEDS, EDITIONS):
        currency, hour_value = MONEY[seed]
        parameters = {
            "learner": f"Learner {seed}", "business": business, "currency": currency, "hour_value": hour_value,
            "seed": seed, "edition": edition,
        }  # fmt: skip
        done = papermill.execute_notebook(
            notebook_of(lesson), None, parameters, engine_name="outsourcing-lessons", progress_bar=False
        )
        texts = [o["data"].get("text/plain", "") for c in done.cells for o in c.get("outputs", ()) if "data" in o]
        assert any(f"Learner {seed}" in text for text in texts)
        said[seed, edition] = "\n".join(texts)
    assert all(said[seed, "study"] == said[seed, "print"] for seed in SEEDS)
    assert all(len(said[seed, "key"]) > 1.2 * len(said[seed, "study"]) for seed in SEEDS)
    assert len({said[seed, "study"] for seed in SEEDS}) == len(SEEDS)
