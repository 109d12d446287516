"""The models give the values that are published, or follow from a closed form."""

import importlib.util
import json
from pathlib import Path

import numpy as np
import pytest

FILE = Path(__file__).parents[1] / "data" / "reference_values.json"
VALUES = json.loads(FILE.read_text(encoding="utf-8"))["values"]

# Modules that later lessons bring; only these may be missing. Once one is there, its values are compared as well.
NOT_YET = {"selection", "ratings", "intermediaries", "queueing", "automation", "measurement"}


def module_of(row):
    return row["call"].partition(".")[0]


def exists(module):
    return importlib.util.find_spec(f"outsourcing_lessons.models.{module}") is not None


COMPARED = [row for row in VALUES if exists(module_of(row)) or module_of(row) not in NOT_YET]


@pytest.mark.parametrize("row", COMPARED, ids=lambda row: row["id"])
def test_gives_the_published_value(row):
    module, name = row["call"].split(".")
    got = getattr(importlib.import_module(f"outsourcing_lessons.models.{module}"), name)(**row["args"])
    got = got[row["pick"]] if "pick" in row else got
    assert abs(float(np.asarray(got)) - row["expected"]) <= max(row["tolerance"], 1e-12) * 1.0000001


def test_the_models_of_the_first_lesson_are_compared():
    assert {"learning", "relational"} <= set(map(module_of, COMPARED))
