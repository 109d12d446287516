"""The state is put in when the start page is opened, and taken out when it is stored."""

from __future__ import annotations

import copy
import json

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.blocks.block import MIME
from outsourcing_lessons.lab.start_notebook import profile_of, with_state, without_state
from outsourcing_lessons.lab.start_page import home_id, review_id
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.notebook_files import outputs_of, read
from outsourcing_lessons.progress.memory import MemoryProgress
from outsourcing_lessons.progress.store import Attempt

HOME, REVIEW = home_id(COURSE), review_id(COURSE)


@pytest.fixture
def page():
    return read(COURSE.notebook_of(COURSE.lessons[0]))


@pytest.fixture
def store():
    store = MemoryProgress()
    store.append(Attempt("guest", "first-number.who", "v", 1, {}, {"valid": True, "correct": False}))
    return store


def shown(page, block_id):
    (data,) = [o["data"] for o in outputs_of(page) if o.get("data", {}).get(MIME, {}).get("id") == block_id]
    return data


def test_opened_it_says_where_the_learner_stands_in_every_form(page, store):
    with_state(page, store)
    data = shown(page, HOME)
    forms = [data["text/plain"], data["text/markdown"], data["text/html"], json.dumps(data[MIME])]
    assert all("1 of 8" in form for form in forms) and "<script>" in data["text/html"]
    assert "Come back on" in shown(page, REVIEW)["text/plain"]


def test_stored_it_is_what_was_shipped(page, store):
    """No trace of the learner, no script; so a file can be handed on."""
    shipped = copy.deepcopy(page)
    with_state(page, store)
    without_state(page)
    for block_id in (HOME, REVIEW):
        for form, text in shown(page, block_id).items():
            before = shown(shipped, block_id)[form]
            assert text == ("".join(before) if isinstance(before, list) else before)


def test_other_lessons_are_left_as_they_are(store):
    lesson = read(COURSE.notebook_of(COURSE.lessons[1]))
    before = copy.deepcopy(lesson)
    with_state(lesson, store)
    without_state(lesson)
    assert lesson == before


def test_a_style_that_stands_before_it_stays(page, store):
    data = shown(page, HOME)
    data["text/html"] = "<style>p { color: red }</style><p>old</p>"
    with_state(page, store)
    assert data["text/html"].startswith("<style>p { color: red }</style><section") and "<p>old" not in data["text/html"]


def parameters(source):
    return {"cells": [{"cell_type": "code", "metadata": {"tags": ["parameters"]}, "source": source}]}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('learner_id: str = "ada"  # mine\nhour_value = 95', LearnerProfile(learner_id="ada", hour_value=95.0)),
        (["learner = 'Ada'\n", "import os; seed = os.getpid()"], LearnerProfile(learner="Ada")),
        ("learner_id = 'NOT AN ID'", LearnerProfile()),
        ("learner_id = (", LearnerProfile()),
        ("x.y = 3\nlearner_id: str", LearnerProfile()),
    ],
)
def test_whom_a_notebook_is_for_is_read_and_never_run(source, expected):
    assert profile_of(parameters(source), COURSE) == COURSE.with_trade(expected)
