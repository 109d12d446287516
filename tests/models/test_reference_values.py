"""The models give the values that are published, or were worked out by a second method."""

import importlib
import json
from pathlib import Path

import numpy as np
import pytest

DATA = Path(__file__).parents[1] / "data"
FILES = ("reference_values.json", "reference_values_2.json")
VALUES = [row for name in FILES for row in json.loads((DATA / name).read_text(encoding="utf-8"))["values"]]

# Functions that do not exist yet, each by its name: whoever adds one has to take it from here.
LATER = frozenset({"delegation.weekly_fade", "queueing.pooling_gain"})


def function(call):
    """Return the function that "module.name" stands for, or None where there is none."""
    module, name = call.split(".")
    try:
        return getattr(importlib.import_module(f"outsourcing_lessons.models.{module}"), name, None)
    except ModuleNotFoundError:
        return None


def test_every_model_gives_the_published_value():
    wrong = {}
    for row in (row for row in VALUES if row["call"] not in LATER):
        got = function(row["call"])(**row["args"])
        got = float(np.asarray(got[row["pick"]] if "pick" in row else got))
        if not abs(got - row["expected"]) <= max(row["tolerance"], 1e-12) * 1.0000001:
            wrong[row["id"]] = (got, row["expected"])
    assert wrong == {}


@pytest.mark.parametrize("call", sorted(LATER))
def test_what_is_left_out_does_not_exist(call):
    assert function(call) is None, f"{call} exists: take it from LATER, so that its values are compared"
    assert call in {row["call"] for row in VALUES}
