"""A trade is one file: what is empty in it, unknown or unfit is told by file and slot, all of it at once."""

from __future__ import annotations

import pytest

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.trade_file import read_trades

SLOTS = """
name = { kind = "text", what = "The name." }
owner = { kind = "text", what = "Who owns it." }
rate = { kind = "multiple", what = "A price." }
gifts = { kind = "texts", count = 2, what = "Two gifts." }

[stream]
job = { kind = "text", what = "One job." }
done = { kind = "text", what = "What there is then." }

[tasks]
kind = "tables"
count = 1
what = "What there is to do."

[tasks.slots]
skill = { kind = "text", one_of = ["low", "high"], what = "What it takes." }

[first-offer]
anchor = { kind = "text", what = "The first number named." }
"""
BAKERY = """
name = "bakery"
owner = "Ada Okafor"
rate = 0.5
gifts = ["bread", "cake"]
stream = { job = "a cake", done = "a cake on a plate" }
tasks = [{ skill = "low" }]
first-offer = { anchor = "ninety" }
"""
FAULTS = {
    "an empty slot": ('owner = "Ada Okafor"', 'owner = ""', "owner is empty: Who owns it."),
    "a missing slot": ('owner = "Ada Okafor"\n', "", "owner is empty: Who owns it."),
    "an unknown slot": ("rate =", "colour = 1\nrate =", "colour is not a slot"),
    "a slot of a lesson": ('anchor = "ninety"', "", "first-offer.anchor is empty: The first number named."),
    "a nested slot": ('job = "a cake", ', "", "stream.job is empty: One job."),
    "text for a number": ("rate = 0.5", 'rate = "half"', "rate is 'half'; allowed: a number"),
    "too few": ('["bread", "cake"]', '["bread"]', "gifts has 1; allowed: 2"),
    "a word that is none": ('skill = "low"', 'skill = "some"', "tasks.0.skill is 'some'; allowed: low, high"),
    "another name than its file": ('name = "bakery"', 'name = "baker"', "name is 'baker'; allowed: 'bakery'"),
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "slots.toml").write_text(SLOTS)
    (tmp_path / "bakery.toml").write_text(BAKERY)
    return tmp_path


def trades(folder):
    return read_trades(folder, ["bakery"], ["first-offer"])


def test_a_trade_says_what_its_file_says(folder):
    bakery = trades(folder)["bakery"]
    assert (bakery.owner, bakery.stream.job, bakery.tasks[0].skill) == ("Ada Okafor", "a cake", "low")
    assert bakery.of("first-offer").anchor == "ninety" and {**bakery.stream} == {
        "job": "a cake",
        "done": "a cake on a plate",
    }


def test_text_may_speak_of_nested_slots_and_of_those_of_its_own_lesson_only(folder):
    bakery = trades(folder)["bakery"]
    assert bakery.fields("first-offer")["anchor"] == "ninety" and bakery.fields()["job"] == "a cake"
    assert "anchor" not in bakery.fields("another-lesson") and "gifts" not in bakery.fields()


def test_a_question_may_draw_from_lists_of_text_and_from_those_of_its_own_lesson_only(folder):
    (folder / "slots.toml").write_text(SLOTS + 'terms = { kind = "texts", count = 2, what = "Two terms." }\n')
    (folder / "bakery.toml").write_text(BAKERY.replace('"ninety"', '"ninety", terms = ["cash", "credit"]'))
    bakery = trades(folder)["bakery"]
    assert bakery.lists() == {"gifts": ("bread", "cake")}
    assert bakery.lists("first-offer") == {"gifts": ("bread", "cake"), "terms": ("cash", "credit")}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_by_file_and_slot(folder, fault):
    old, new, said = FAULTS[fault]
    assert old in BAKERY
    (folder / "bakery.toml").write_text(BAKERY.replace(old, new, 1))
    with pytest.raises(ContentError) as refused:
        trades(folder)
    assert str(refused.value).startswith(f"{folder / 'bakery.toml'}: {said}")


def test_all_empty_slots_are_told_at_once(folder):
    (folder / "bakery.toml").write_text('name = "bakery"\n')
    with pytest.raises(ContentError) as refused:
        trades(folder)
    empty = [line.split(": ")[1].split()[0] for line in str(refused.value).splitlines()]
    assert empty == ["owner", "rate", "gifts", "stream.job", "stream.done", "tasks", "first-offer.anchor"]


def test_a_slot_of_a_lesson_may_not_hide_a_common_one(folder):
    (folder / "slots.toml").write_text(SLOTS + 'job = { kind = "text", what = "Another job." }\n')
    with pytest.raises(ContentError, match=r"first-offer\.job would hide stream\.job"):
        trades(folder)
