from __future__ import annotations

import inspect
import re
from importlib.resources import files

import pytest

from outsourcing_lessons.items import outcome
from outsourcing_lessons.items.item import TYPES
from outsourcing_lessons.workshop import commands, rules
from outsourcing_lessons.workshop.plain import plain
from outsourcing_lessons.workshop.rules import Refused
from tests.workshop.conftest import FOUND, GUESS, SHEET, VOTE

SENT = {"id": "12345678", "kind": "answer", "round": 1}


@pytest.fixture
def room(state, agenda):
    """A room in which things are done one second after another."""
    return Doing(state, agenda)


class Doing:
    def __init__(self, state, agenda):
        self.state, self.agenda, self.at, self.count = state, agenda, 10.0, 0

    def do(self, kind, step=VOTE, **more):
        self.at += 1
        for event in commands.commanded(self.state, self.agenda, {"kind": kind, "step": step, **more}, self.at):
            self.state.apply(event)

    def send(self, who="ada", step=VOTE, option="middle", **more):
        self.at += 1
        self.count += 1
        sent = SENT | {"id": f"id-{self.count:06d}", "step": step, "response": {"option": option}} | more
        event, told = rules.handle(self.state, self.agenda, self.state.people[who], sent, self.at)
        self.state.apply(event)
        return told

    def counted(self, step=VOTE, round_=1):
        answers = self.state.steps[step].rounds[round_ - 1].answers
        return {who: answer.response.get("option") for who, answer in answers.items()}


def refused(code, function, *given, **more):
    with pytest.raises(Refused) as raised:
        function(*given, **more)
    assert str(raised.value) == code


def test_a_vote_can_be_changed_while_it_is_open(room):
    room.do("open")
    room.send(option="middle")
    room.send(option="accept")
    assert room.counted() == {"ada": "accept"}


def test_a_closed_question_takes_no_more_answers(room):
    room.do("open")
    room.do("lock")
    refused("closed", room.send)
    assert room.counted() == {}


def test_a_vote_does_not_change_after_the_closing(room):
    room.do("open")
    room.send(option="middle")
    room.do("lock")
    assert room.send(option="accept", made=11.5) == {"counts": False}
    assert room.counted() == {"ada": "middle"}


def test_an_answer_written_in_time_and_delivered_late_counts_until_the_result_is_shown(room):
    room.do("open")
    written = room.at + 0.5
    room.do("lock")
    assert room.send("ada", made=written) == {"counts": True}
    room.do("reveal")
    assert room.send("bob", made=written) == {"counts": False}
    assert room.counted() == {"ada": "middle"}


def test_an_answer_of_the_first_vote_that_arrives_in_the_second_is_kept_and_does_not_count(room):
    room.do("open")
    written = room.at
    room.do("again")
    assert room.send(made=written, round=1) == {"counts": False}
    assert room.counted(round_=1) == room.counted(round_=2) == {}


def test_the_two_votes_are_kept_apart(room):
    room.do("open")
    room.send(option="middle")
    room.do("again")
    room.send(option="accept", round=2)
    assert room.counted(round_=1) == {"ada": "middle"}
    assert room.counted(round_=2) == {"ada": "accept"}


def test_nobody_claims_to_have_answered_in_the_future(room):
    assert rules.made_at({"made": 99.0}, 1.0, 12.0) == 12.0
    assert rules.made_at({"made": float("nan")}, 1.0, 12.0) == 12.0
    assert rules.made_at({"made": "soon"}, 1.0, 12.0) == 12.0


def test_the_first_prediction_stays(room):
    guess = {"value": "4", "low": "2", "high": "9", "confidence": 80}
    room.do("open", GUESS)
    room.send(step=GUESS, response=guess)
    refused("already", room.send, step=GUESS, response=guess | {"value": "5"})
    refused("once-only", room.do, "again", GUESS)
    refused("no-such-mode", room.do, "open", GUESS, mode="practice")


def test_a_truth_on_the_wall_ends_its_prediction(room):
    room.do("open", GUESS)
    room.do("open", "reveal:first-number.reveal-guess")
    assert room.state.steps[GUESS].status == "revealed"


def test_after_the_reveal_nothing_opens_again(room):
    room.do("open")
    room.do("reveal")
    refused("revealed", room.do, "open")
    refused("revealed", room.do, "again")


def test_a_result_is_hidden_again_and_the_question_opened_again(room):
    """And an answer that says it was written before the result was shown does not count any more."""
    room.do("open")
    written = room.at
    refused("not-revealed", room.do, "hide")
    room.do("reveal")
    room.do("hide")
    assert room.state.steps[VOTE].status == "locked"
    assert room.send("bob", made=written) == {"counts": False}
    room.do("open")
    assert room.send("ada") == {"counts": True}
    assert room.counted() == {"ada": "middle"}
    room.do("lock")
    room.do("again")
    room.send("bob", round=2)
    assert room.counted(round_=2) == {"bob": "middle"}


def test_after_the_end_nothing_moves_until_the_workshop_goes_on(room):
    room.do("open")
    room.do("end")
    for kind in ("lock", "reveal", "again", "skip", "hide"):
        refused("ended", room.do, kind)
    refused("ended", room.send)
    room.do("resume")
    room.do("resume")
    room.do("open")
    assert room.send() == {"counts": True} and not room.state.ended


def test_a_step_that_is_shown_after_the_end_goes_on_with_the_workshop(room):
    room.do("end")
    room.do("open")
    assert room.send() == {"counts": True} and not room.state.ended


def test_the_first_test_is_not_revealed(state, whole):
    test = next(step.id for step in whole.steps.values() if step.asks and step.block.section == "pre-test")
    doing = Doing(state, whole)
    doing.do("open", test)
    refused("pre-test", doing.do, "reveal", test)


def test_a_test_wants_to_know_how_sure_one_is(state, whole):
    test = next(
        s for s in whole.steps.values() if s.asks and s.block.section == "pre-test" and s.block.item.type == "number"
    )
    doing = Doing(state, whole)
    doing.do("open", test.id)
    response = {"value": str(test.block.item.key)}
    refused("no-confidence", doing.send, step=test.id, response=response)
    assert doing.send(step=test.id, response=response | {"confidence": 70}) == {"counts": True}


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"kind": "answer", "id": "short"}, "no-id"),
        ({"kind": "steal", "id": "12345678"}, "no-such-kind"),
        (SENT | {"step": "ask:none"}, "no-such-step"),
        (SENT | {"step": ["a", "list"]}, "no-such-step"),
        (SENT | {"step": VOTE, "round": 2, "response": {"option": "middle"}}, "not-open"),
        (SENT | {"step": VOTE, "round": True, "response": {"option": "middle"}}, "not-open"),
        (SENT | {"step": VOTE, "response": {"option": "none"}}, "unknown-option"),
        (SENT | {"step": VOTE, "response": None}, "not-a-response"),
        ({"id": "12345678", "kind": "keep", "step": SHEET, "entries": {}}, "not-open"),
        ({"id": "12345678", "kind": "sign", "sign": "dance"}, "no-such-sign"),
        ({"id": "12345678", "kind": "note", "text": "  "}, "too-long"),
        ({"id": "12345678", "kind": "note", "text": "x" * 501}, "too-long"),
    ],
)
def test_what_cannot_be_taken_is_refused_with_a_code(room, sent, code):
    room.do("open")
    refused(code, rules.handle, room.state, room.agenda, room.state.people["ada"], sent, 99.0)


def test_a_worksheet_keeps_only_its_own_fields(room):
    room.do("open", SHEET)
    kept = {"id": "12345678", "kind": "keep", "step": SHEET}
    ada = room.state.people["ada"]
    refused("no-such-field", rules.handle, room.state, room.agenda, ada, kept | {"entries": {"secret": "x"}}, 99.0)
    sheet = room.agenda.steps[SHEET].block.sheets[0]
    name = f"{sheet.fields[0].id}.1" if sheet.rows > 1 else sheet.fields[0].id
    event, _ = rules.handle(room.state, room.agenda, ada, kept | {"entries": {name: "Photos"}}, 99.0)
    assert event.body["entries"] == {name: "Photos"}


PAGES = files("outsourcing_lessons.workshop.pages")
NEVER_BY_A_PAGE = {"no-id", "no-such-kind"}


def test_each_refusal_of_what_a_page_sends_has_a_sentence_of_its_own():
    """Beside the question; or in the form, where whoever answers can put it right."""
    taken = (rules.handle, rules._answer, rules._judged, rules._counts, rules._keep, rules._note)
    judges = (outcome, *(inspect.getmodule(one) for one in TYPES.values()))
    refusals = [inspect.getsource(one) for one in (*taken, *judges)]
    codes = {code for source in refusals for code in re.findall(r'(?:ensure\(.*, |Refused\()"([a-z-]+)"\)', source)}
    words, host = ((PAGES / name).read_text(encoding="utf-8") for name in ("codes.js", "host.js"))
    sentences = dict(re.findall(r'^  "?([a-z-]+)"?: "(.+)",$', words, re.MULTILINE))
    [in_the_form] = re.findall(r"const FORM = \[(.*)\]", host)
    assert len(codes) > 15
    assert codes - NEVER_BY_A_PAGE <= sentences.keys() | set(re.findall(r'"([a-z-]+)"', in_the_form))
    assert len(set(sentences.values())) == len(sentences)


@pytest.mark.parametrize("kind", ["fly", None, 3])
def test_an_unknown_command_is_refused(room, kind):
    refused("no-such-kind", room.do, kind)


def test_the_usual_way_to_ask(agenda):
    usual = {name: rules.usual_mode(agenda.steps[name]) for name in (VOTE, GUESS, FOUND, SHEET)}
    assert usual == {VOTE: "vote", GUESS: "vote", FOUND: "practice", SHEET: "show"}


@pytest.mark.parametrize("name", ["<b>Ada</b>", "=cmd|x", "'; DROP TABLE events; --", "عمر", "木村", "👩‍💻"])
def test_a_name_stays_as_it_is(name):
    assert plain(name) == name
