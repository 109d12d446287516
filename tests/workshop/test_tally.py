from __future__ import annotations

import re

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.workshop.agenda import agenda_of
from outsourcing_lessons.workshop.state import Answer, Round
from outsourcing_lessons.workshop.tally import distribution, votes
from tests.workshop.conftest import FOUND, GUESS, VOTE


def round_of(item, *responses):
    found = {}
    for number, response in enumerate(responses):
        outcome = judge(item, response)
        assert outcome["valid"], outcome
        found[str(number)] = Answer(str(number), str(number), 1, response, outcome, 0.0, True)
    return Round(0.0, None, found)


def a_response(item):
    """Return something that an item of any type takes."""
    return item.simulated(SeededRandom(item.id, 1), knows=True)


def test_what_an_earlier_edition_read_and_we_do_not_is_among_the_other_numbers(whole):
    asked = [step.block.item for step in whole.steps.values() if step.block.kind == "ask"]
    item = next(one for one in asked if one.type == "number" and one.prefix)
    judged = judge(item, {"value": "1"})
    answers = {str(n): Answer(str(n), str(n), 1, {"value": "1 Mio"}, judged, 0.0, True) for n in range(2)}
    bar = distribution(item, Round(0.0, None, answers))["bars"][-1]
    assert (bar["label"], bar["count"]) == ("other numbers", 2)


def test_every_item_of_the_course_has_a_distribution(whole):
    for step in whole.steps.values():
        if not step.asks:
            continue
        item = step.block.item
        empty = distribution(item, Round(0.0))
        assert (empty["answered"], empty["right"]) == (0, 0)
        one = distribution(item, round_of(item, a_response(item)))
        assert (one["answered"], one["right"]) == (1, int(item.type != "game")), item.id  # a game is never right
        assert all(bar["label"] and 0 <= bar["count"] <= 1 for bar in one["bars"])


def another_key(item) -> dict:
    """Return what makes another answer right, of the types that have a key which can be exchanged."""
    match item.type:
        case "single-choice":
            return {"key": item.options[-1].id}
        case "ordering":
            return {"key": tuple(reversed(item.key))}
        case "number" | "prediction":
            return {"key": item.low}
    return {}


def test_how_a_room_voted_is_the_same_whatever_is_right(whole):
    """Whoever sees the bars before the answer learns nothing of it."""
    for step in whole.steps.values():
        if not step.asks or step.block.item.type == "game":
            continue
        item = step.block.item
        round_ = round_of(item, *(item.simulated(SeededRandom(f"{item.id}{n}", 1), knows=n < 3) for n in range(6)))
        shown = votes(item, round_)
        for one in round_.answers.values():
            one.outcome = one.outcome | {"correct": False, "score": 0.0}
        assert shown == votes(item.model_copy(update=another_key(item)), round_), item.id
        assert not any("key" in bar for bar in shown["bars"])
        assert sum(bar["count"] for bar in shown["bars"]) >= 6 or item.type == "short-text", item.id


def test_options_are_counted_in_their_order(agenda):
    item = agenda.steps[VOTE].block.item
    wrong = next(option for option in item.options if option.id != item.key)
    found = distribution(item, round_of(item, {"option": item.key}, {"option": wrong.id}, {"option": wrong.id}))
    assert {bar["label"]: bar["count"] for bar in found["bars"] if bar["count"]} == {wrong.text: 2, item_key(item): 1}
    assert [bar["label"] for bar in found["bars"] if bar["key"]] == [item_key(item)]
    assert found["right"] == 1


def item_key(item):
    return next(option.text for option in item.options if option.id == item.key)


def test_wrong_numbers_are_grouped_and_the_rare_ones_put_together(agenda):
    item = agenda.steps[FOUND].block.item
    step = (item.high - item.low) / 40
    wrong = [item.low + n * step for n in range(1, 40)]
    wrong = [f"{value:.3f}" for value in wrong if abs(value - item.key) > 2 * item.tolerance][:12]
    found = distribution(item, round_of(item, *({"value": value} for value in [wrong[0], *wrong])))
    assert len(found["bars"]) == 8 and found["bars"][-1]["label"] == "other numbers"
    assert sum(bar["count"] for bar in found["bars"]) == 13


def test_a_room_is_told_of_ranges_and_how_sure_people_were_where_it_predicted(agenda):
    """And the bars say that they are of best guesses."""
    item = agenda.steps[GUESS].block.item
    guesses = [("9", "8", "10", 90), ("4", "2", "6", 70), ("8", "2", "12", 80)]
    given = [{"value": v, "low": low, "high": high, "confidence": sure} for v, low, high, sure in guesses]
    found = distribution(item, round_of(item, *given))
    assert found["words"] == "2 of 3 ranges held the truth; on average people were 80 % sure of theirs"
    assert (found["mark"], found["note"]) == ("the truth", "Best guesses")
    far = distribution(item, round_of(item, given[0]))
    assert far["words"] == "0 of 1 range held the truth; on average people were 90 % sure of theirs"
    assert far["note"] == "Best guesses; the truth is 5 %"
    assert distribution(item, Round(0.0))["words"] == "0 of 0 ranges held the truth"


def test_options_have_the_letters_of_their_places(whole):
    lettered = {"single-choice", "multiple-choice", "allocation"}
    for step in whole.steps.values():
        if step.asks:
            item = step.block.item
            rows = getattr(item, "options", getattr(item, "parts", ()))
            bars = distribution(item, Round(0.0))["bars"]
            letters = "".join(bar.get("letter", "") for bar in bars)
            assert letters == ("ABCDEFGH"[: len(rows)] if item.type in lettered else "")


OF_ONE = re.compile(
    r"(?i)^(yes|right|correct|exactly|well done|indeed)\b|\byour? (own )?(range|answer|guess|order|text)\b"
)


@pytest.mark.parametrize("seed", range(4))
def test_what_a_room_is_told_is_true_whatever_anybody_answered(seed):
    """Not the praise of one right answer: a verdict, or a word about somebody's range or text."""
    agenda = agenda_of(COURSE.lessons, case_of(LearnerProfile(seed=seed)))
    for step in agenda.steps.values():
        if step.asks:
            why = agenda.why(step.block.item)
            assert why and not OF_ONE.search(why), (step.id, why)
            if step.block.item.type in ("prediction", "short-text"):
                assert step.block.item.praise not in why


@pytest.mark.parametrize("guesses", [["3"], ["3", "3"], ["2", "3", "8", "20"]])
def test_every_guess_is_in_one_bar(agenda, guesses):
    item = agenda.steps[GUESS].block.item
    given = [{"value": g, "low": g, "high": g, "confidence": 50} for g in guesses]
    found = distribution(item, round_of(item, *given))
    assert sum(bar["count"] for bar in found["bars"]) == len(guesses)
