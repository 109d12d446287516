"""What every store promises; the file and its double alike."""

from __future__ import annotations

import pytest

from outsourcing_lessons.progress.memory import MemoryProgress
from outsourcing_lessons.progress.sqlite import SqliteProgress
from outsourcing_lessons.progress.store import RESTORED, Attempt

OUTCOME = {"valid": True, "correct": False, "score": 0.5, "feedback": ["Nearly."], "refusal": None, "brier": None}


@pytest.fixture(params=["memory", "sqlite"])
def store(request, tmp_path):
    return MemoryProgress() if request.param == "memory" else SqliteProgress(tmp_path / "my-progress.sqlite")


def attempt(response="4", item="first-job.year", variant="0000aaaa", learner="ada", **more):
    return Attempt(learner, item, variant, 7, {"value": response}, OUTCOME, **more)


def test_attempts_come_back_in_the_order_they_were_made(store):
    """The last of them is what the learner sees again."""
    for response in ("1", "2", "3"):
        store.append(attempt(response))
    assert [a.response["value"] for a in store.attempts("ada", "first-job.year", "0000aaaa")] == ["1", "2", "3"]


def test_an_attempt_comes_back_whole(store):
    """Outcome, seed, time and id included."""
    made = attempt()
    store.append(made)
    assert store.attempts("ada", "first-job.year", "0000aaaa") == [made]


@pytest.mark.parametrize("other", [{"item": "first-job.split"}, {"variant": "0000bbbb"}, {"learner": "bo"}])
def test_other_items_variants_and_learners_are_apart(store, other):
    """An answer to other numbers is no answer to these."""
    store.append(attempt(**other))
    assert store.attempts("ada", "first-job.year", "0000aaaa") == []


def test_an_attempt_that_arrives_twice_is_kept_once(store):
    """Its id says that it is the same."""
    made = attempt()
    store.append(made)
    store.append(made)
    assert len(store.attempts("ada", "first-job.year", "0000aaaa")) == 1


def test_only_the_last_attempts_come_back(store):
    """All are kept, few are sent."""
    for n in range(RESTORED + 5):
        store.append(attempt(str(n)))
    back = store.attempts("ada", "first-job.year", "0000aaaa")
    assert [back[0].response["value"], len(back)] == ["5", RESTORED]


def test_the_latest_entry_wins_and_the_others_stay(store):
    """Filling in one field does not empty another."""
    store.keep("ada", "first-job.plan", {"stream": "pages", "times": "20"})
    store.keep("ada", "first-job.plan", {"stream": "photos"})
    assert store.entries("ada", "first-job.plan") == {"stream": "photos", "times": "20"}


def test_entries_belong_to_a_learner_and_a_block(store):
    """Nobody finds another's plan in theirs."""
    store.keep("ada", "first-job.plan", {"stream": "pages"})
    assert store.entries("bo", "first-job.plan") == store.entries("ada", "first-job.stream") == {}


@pytest.mark.parametrize("value", ["", "Łódź 東京 🙂", "'); DROP TABLE attempts;--", "x" * 100_000, 3.5, None])
def test_any_value_comes_back_as_it_was(store, value):
    """Empty, long, strange or hostile."""
    store.keep("ada", "first-job.plan", {"stream": value})
    assert store.entries("ada", "first-job.plan") == {"stream": value}


def test_an_entry_says_since_when_it_is_as_it_is(store, monkeypatch):
    """What is kept again unchanged is as old as it was."""
    for module in ("memory", "sqlite"):
        monkeypatch.setattr(f"outsourcing_lessons.progress.{module}.now", lambda: f"day {day}")
    for day, entries in enumerate(({"a": "1", "b": "1"}, {"a": "1", "b": "2"})):  # noqa: B007
        store.keep("ada", "x.sheet", entries)
    assert store.entered_at("ada", "x.sheet") == {"a": "day 0", "b": "day 1"}
    assert store.entered_at("bo", "x.sheet") == {}
