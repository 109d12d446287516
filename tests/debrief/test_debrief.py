"""What is counted after a workshop, on one that is made up and on ones of a few events."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.debrief.attendance import attended, stretches
from outsourcing_lessons.debrief.debrief import Debrief
from outsourcing_lessons.debrief.learning import calibrations, gains, shifts
from outsourcing_lessons.debrief.questions import misconceptions, questions
from outsourcing_lessons.debrief.results import Results, read_results
from outsourcing_lessons.debrief.sample import sample_events
from outsourcing_lessons.debrief.tables import answers_csv, participants_csv, questions_csv, xapi_lines
from outsourcing_lessons.workshop.log import Log

HOSTILE = '=HYPERLINK("x")<script>alert(1)</script>'


@pytest.fixture(scope="module")
def sample():
    return read_results("")


@pytest.fixture(scope="module")
def six():
    """The same workshop, had only six people come."""
    few = {f"{number:012x}" for number in range(1, 7)}
    return Results(tuple(event for event in sample_events() if not event.who or event.who in few))


@pytest.fixture(scope="module")
def hostile():
    """The same, with a name that is a formula and markup."""
    events = sample_events()
    return Results(
        tuple(
            replace(event, body=event.body | {"name": HOSTILE}) if event.kind == "join" else event for event in events
        )
    )


def everything(debrief):
    names = ("attendance", "gains", "questions", "votes", "misconceptions", "calibration", "timing", "spoken")
    names += ("wrong_options", "predictions", "commitments", "waits")
    return "".join(shown.text + shown.html for shown in (getattr(debrief, name)() for name in names))


def test_the_gain_is_that_of_those_who_took_both_tests(sample):
    """Counted by hand here, from the events; who missed one question of the two tests is in neither mean."""
    pair = COURSE.pairs[0]
    scores = {}
    for event in sample.events:
        if event.kind == "answer":
            item = event.body["step"].removeprefix("ask:")
            scores.setdefault(event.who, {}).setdefault(item, event.body["outcome"]["correct"])
    both = [given for given in scores.values() if given.keys() >= {*pair.before, *pair.after}]
    pre, post = (100 * sum(g[i] for g in both for i in s) / len(both) / len(s) for s in (pair.before, pair.after))
    found = gains(sample)[0]
    assert (found.title, found.people) == (pair.title, len(both)) and 0 < len(both) < 40
    assert (found.pre, found.post) == pytest.approx((pre, post))
    assert found.gain == pytest.approx((post - pre) / (100 - pre))


def test_a_question_is_measured_by_what_was_answered_before_anything_was_said(sample):
    """Of a vote the first round, however often it was asked again."""
    shift = shifts(sample)[0]
    asked = next(q for q in questions(sample) if q.step.id == shift.step.id)
    first = sample.state.step(shift.step.id).rounds[0].answers.values()
    assert asked.share == pytest.approx(sum(a.outcome["correct"] for a in first) / len(first))


def test_the_votes_of_the_same_people_are_compared(sample):
    """Whoever voted once only is left out; what moved adds up."""
    for shift in shifts(sample):
        assert shift.second - shift.first == shift.to_right - shift.to_wrong
        assert shift.people <= min(len(one.answers) for one in sample.state.step(shift.step.id).rounds)


def test_a_misconception_comes_with_the_sentence_of_its_own_option(sample):
    """Of each question the commonest; never of the pre-test, which is before the lesson."""
    found = misconceptions(sample)
    assert len(found) == 5 and len({one.step.id for one in found}) == 5
    for one in found:
        assert one.step.block.section != "pre-test"
        item = one.step.block.item
        if item.type == "multiple-choice":
            assert one.sentence in [item.said_of(option) for option in item.options]
        elif item.type not in ("ordering", "allocation", "number"):
            assert one.sentence in json.dumps(item.model_dump(mode="json"), ensure_ascii=False)


def test_sureness_is_compared_with_being_right(sample):
    """A level that few chose is left out of the curve."""
    found = dict(calibrations(sample))
    assert list(found) == ["Predictions", "Answers of the test before", "Answers of the test after"]
    for one in found.values():
        assert 0 < one.score < 1 and list(one.sure) == sorted(one.sure) and min(one.many, default=5) >= 5


def test_used_minutes_add_up_to_the_time_between_first_and_last(sample):
    """However often the room went back and forth."""
    opened = [event.at for event in sample.events if event.kind == "open"]
    used = sum(one.used for one in stretches(sample) if one.used is not None)
    assert used == pytest.approx((sample.events[-1].at - opened[0]) / 60)


def test_with_six_people_it_says_that_they_are_too_few(six):
    """No word on difficulty, discrimination or gain that six people could not carry."""
    assert {(q.share_flag, q.discrimination_flag) for q in questions(six)} == {("", "")}
    assert {gain.word for gain in gains(six)} <= {"too few to say", "nothing was left to learn"}
    assert "chance alone moves a discrimination by up to ±0.89: too much" in Debrief(six, False).questions().text


def test_a_workshop_in_which_nothing_happened_can_be_debriefed():
    """Somebody started it and nobody came."""
    empty = Results((sample_events()[0],))
    text = everything(Debrief(empty, False))
    assert "0 people joined" in text and "Nobody took both tests" in text and "Nothing was shown" in text
    assert questions_csv(empty).count("\n") == 1 and xapi_lines(empty) == ""


def test_who_was_taken_out_is_in_no_table_with_anything_they_sent(tmp_path):
    events, gone = list(sample_events()), f"{3:012x}"
    log = Log(tmp_path / "w.sqlite")
    last = replace(
        events[-1], kind="poll", who="", id="", body={"poll": "a", "form": "wall", "prompt": "?", "options": []}
    )
    post = replace(last, kind="post", who=gone, id="their-post", body={"poll": "a", "text": "words"})
    let_through = replace(last, kind="moderate", body={"poll": "a", "post": f"{gone}/their-post", "shown": True})
    log.append([*events, last, post, let_through, replace(last, kind="remove", who=gone, body={})])
    log.close()
    results = read_results(str(tmp_path / "w.sqlite"))
    assert [person.number for person in results.people if person.number in (2, 3, 4)] == [2, 4]
    assert not [event for event in results.events if event.who == gone and event.kind == "answer"]
    assert (
        answers_csv(results)
        and participants_csv(results, names=True)
        and list(xapi_lines(results))
        and everything(Debrief(results, names=True))
    )


def test_names_are_nowhere_unless_asked_for(hostile):
    """On the page and in the tables; asked for, they are text and no markup, and no formula."""
    without = everything(Debrief(hostile, False)) + participants_csv(hostile, False) + answers_csv(hostile)
    assert "HYPERLINK" not in without and "HYPERLINK" not in xapi_lines(hostile)
    shown = Debrief(hostile, True).attendance()
    assert "HYPERLINK" in shown.html and "<script" not in shown.html
    rows = list(csv.DictReader(io.StringIO(participants_csv(hostile, True))))
    assert {row["name"][:2] for row in rows} == {"'="}


def test_no_cell_of_a_table_is_a_formula(sample):
    """Whatever it holds."""
    for text in (questions_csv(sample), participants_csv(sample, True), answers_csv(sample)):
        cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t")) or cell[:2] in ("-=", "-c")]


def test_each_answer_is_a_statement(sample):
    """With an id of its own; what people wrote in their own words stays here."""
    lines = [json.loads(line) for line in xapi_lines(sample).splitlines()]
    answered = [one for one in lines if one["verb"]["id"].endswith("answered")]
    assert len(answered) == sum(event.kind == "answer" for event in sample.events)
    assert len({one["id"] for one in lines}) == len(lines)
    assert {one["actor"]["account"]["homePage"] for one in lines} == {"https://outsourcing-lessons.example"}


def test_everybody_is_counted_once(sample):
    """And nobody has answered more than was asked."""
    found = attended(sample)
    assert [one.person.number for one in found] == list(range(1, 41))
    assert all(0 < one.answered <= one.asked for one in found)
