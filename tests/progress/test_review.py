"""What is due is a function of the attempts and the time, and of nothing else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from fsrs import Rating

from outsourcing_lessons.progress.review import rating_of, review_states, today
from outsourcing_lessons.progress.store import Attempt

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
MINUTES = {f"a.{letter}": 2.0 for letter in "stuvwx"}
FIRST_REVIEW = 1000


def is_review(seed):
    return seed >= FIRST_REVIEW


def attempt(item="a.s", day=0.0, right=True, seed=7, valid=True, **response):
    at = (START + timedelta(days=day)).isoformat(timespec="milliseconds")
    return Attempt("ada", item, "v", seed, response, {"valid": valid, "correct": right}, at)


def day_of(attempts, day, minutes=5.0):
    return today(attempts, MINUTES, is_review, START + timedelta(days=day), minutes)


def ids(review_states):
    return [one.item_id for one in review_states]


@pytest.mark.parametrize(
    ("correct", "confidence", "rating"),
    [
        (False, 95, Rating.Again),
        (False, None, Rating.Again),
        (True, None, Rating.Good),
        (True, 50, Rating.Hard),
        (True, 80, Rating.Good),
        (True, 90, Rating.Easy),
    ],
)
def test_an_answer_is_rated_by_outcome_and_confidence(correct, confidence, rating):
    assert rating_of({"correct": correct}, {"confidence": confidence} if confidence else {}) is rating


def test_nothing_is_due_before_anything_was_answered():
    assert day_of([], 0).to_do == () and day_of([], 0).next is None


def test_what_was_right_comes_back_after_some_days_and_what_was_wrong_tomorrow():
    right, wrong = (review_states([attempt(right=right)])["a.s"].due - START for right in (True, False))
    assert wrong == timedelta(days=1) < right


def test_the_first_answer_of_a_time_counts():
    """Those after it were given with the explanation in view."""
    wrong_first = [attempt(right=False), attempt(right=True), attempt(day=1, right=True)]
    assert review_states(wrong_first) == review_states(wrong_first[:1])


def test_an_answer_that_could_not_be_judged_counts_for_nothing():
    assert review_states([attempt(valid=False)]) == {}


def test_each_review_that_is_right_comes_later_than_the_one_before():
    attempts, waits = [attempt()], []
    for number in range(5):
        due = review_states(attempts)["a.s"].due
        waits.append(due - datetime.fromisoformat(attempts[-1].at))
        attempts.append(attempt(day=(due - START) / timedelta(days=1), seed=FIRST_REVIEW + number))
    assert waits == sorted(waits) and waits[-1] > 10 * waits[0]


def test_after_a_mistake_it_comes_back_soon_again():
    attempts = [attempt(), attempt(day=2, seed=1000), attempt(day=13, seed=1001, right=False)]
    assert review_states(attempts)["a.s"].due - (START + timedelta(days=13)) <= timedelta(days=3)


def test_the_same_attempts_give_the_same_days():
    attempts = [attempt(item, day, right=day % 2 == 0, seed=day) for item in MINUTES for day in range(6)]
    assert review_states(attempts) == review_states(list(attempts))


def test_a_review_takes_five_minutes_and_the_rest_can_wait():
    attempts = [attempt(item, n / 10, right=False) for n, item in enumerate(MINUTES)]
    review = day_of(attempts, 3)
    assert (ids(review.to_do), review.waiting, review.next) == (["a.s", "a.t"], 4, date(2026, 3, 6))
    assert len(day_of(attempts, 3, minutes=100).to_do) == 6


def test_what_was_reviewed_today_stays_in_view_and_counts_towards_the_five_minutes():
    attempts = [attempt(item, n / 10, right=False) for n, item in enumerate(MINUTES)]
    attempts.append(attempt("a.s", 3, seed=FIRST_REVIEW))
    review = day_of(attempts, 3.1)
    assert (ids(review.done), ids(review.to_do)) == (["a.s"], ["a.t"])
    assert [one.number for one in (*review.done, *review.to_do)] == [1, 1]
    assert ids(day_of(attempts, 4).done) == [] and ids(day_of(attempts, 4).to_do) == ["a.t", "a.u"]


def test_an_item_longer_than_the_review_is_asked_all_the_same():
    assert ids(day_of([attempt(right=False)], 2, minutes=1).to_do) == ["a.s"]


def test_what_a_lesson_asked_today_is_no_review():
    assert day_of([attempt(right=False)], 0.1).done == () and day_of([attempt(right=False)], 0.1).next == date(
        2026, 3, 3
    )


def test_other_items_are_not_reviewed():
    """Predictions and tests, say."""
    assert day_of([attempt("a.prediction", right=False)], 9).to_do == ()


def test_the_day_is_the_learners_own():
    """Due at nine in the evening UTC is due tomorrow in Auckland, from its morning on."""
    auckland = timezone(timedelta(hours=12))
    attempts = [attempt(day=0.5, right=False)]  # due on the 3rd at 21:00 UTC, on the 4th there
    early, later = (datetime(2026, 3, day, 8, tzinfo=auckland) for day in (3, 4))
    assert [len(today(attempts, MINUTES, is_review, now).to_do) for now in (early, later)] == [0, 1]
