"""The models give the values that are published, or follow from a closed form."""

import importlib.util
import json
from pathlib import Path

import numpy as np
import pytest

FILE = Path(__file__).parents[1] / "data" / "reference_values.json"
VALUES = json.loads(FILE.read_text(encoding="utf-8"))["values"]

# Modules that later lessons bring. A module named here that exists, or one missing that is not named, fails the tests.
NOT_YET = {"selection", "ratings", "intermediaries", "queueing", "automation", "measurement"}


def module_of(row):
    return row["call"].partition(".")[0]


@pytest.mark.parametrize("row", [row for row in VALUES if module_of(row) not in NOT_YET], ids=lambda row: row["id"])
def test_gives_the_published_value(row):
    module, name = row["call"].split(".")
    got = getattr(importlib.import_module(f"outsourcing_lessons.models.{module}"), name)(**row["args"])
    got = got[row["pick"]] if "pick" in row else got
    assert abs(float(np.asarray(got)) - row["expected"]) <= max(row["tolerance"], 1e-12) * 1.0000001


def test_the_modules_left_out_are_those_which_do_not_exist():
    known = {module_of(row) for row in VALUES}
    missing = {name for name in known if importlib.util.find_spec(f"outsourcing_lessons.models.{name}") is None}
    assert missing == NOT_YET


def test_the_modules_of_the_first_lesson_are_among_those_compared():
    assert {"learning", "relational"} <= {module_of(row) for row in VALUES} - NOT_YET
