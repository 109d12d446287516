"""Every type of item is whole: what one file says of it is there in Python and in JavaScript, and shown everywhere."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from outsourcing_lessons import ITEMS, player
from outsourcing_lessons.blocks.block import Ask
from outsourcing_lessons.blocks.html import as_html
from outsourcing_lessons.blocks.text import as_text
from outsourcing_lessons.exports.qti_item import PARTS as IN_QTI
from outsourcing_lessons.items import form
from outsourcing_lessons.items.base import ItemBase
from outsourcing_lessons.items.item import TYPES, parse_item, type_of_response
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.items.random import SeededRandom

ROOT = Path(player.__file__).parents[1]
VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "judge.json").read_text(encoding="utf-8"))["items"]
ONE_OF_EACH = {item["type"]: parse_item(item) for item in VECTORS.values()}
MEDIA = ("text", "page", "paper")
NOT_IN_QTI = {"game", "bet"}
# Where a type is named: its own two files, the two registries, what a notebook may import, and QTI.
MOST_FILES = 6
# Names that are words of other things too are looked for by their class alone.
WORDS = ("number", "ordering", "allocation", "prediction", "game", "bet")


def test_the_vectors_have_one_of_each():
    assert ONE_OF_EACH.keys() == TYPES.keys()


def test_the_player_knows_the_same_types():
    registries = [(player.FOLDER / name).read_text("utf-8") for name in ("first_items.js", "items.js")]
    known = re.findall(r"^ *\"?([a-z-]+)\"?: [A-Z_]+,$", "".join(registries), re.MULTILINE)
    assert sorted(known) == sorted(TYPES)


@pytest.mark.parametrize("name", TYPES)
def test_a_type_fills_in_all_that_is_asked_of_it(name):
    item, chance = ONE_OF_EACH[name], SeededRandom(name, 1)
    assert not type(item).__abstractmethods__ and type(item).__name__ in ITEMS
    assert isinstance(item, ItemBase) and TYPES[name] is type(item)
    for response in (item.simulated(chance, knows=True), item.simulated(chance, knows=False)):
        outcome = judge(item, response)
        assert outcome["valid"] and item.kept(response | {"more": 1}) == response
        assert type_of_response(response) is type(item) and item.written(response)
    assert judge(item, item.simulated(chance, knows=True))["correct"] in (True, None)
    assert not judge(item, item.untouched())["correct"]
    assert (name in IN_QTI) != (name in NOT_IN_QTI)


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("medium", MEDIA)
def test_a_type_can_be_filled_in_on_every_surface(name, medium):
    parts = ONE_OF_EACH[name].form(medium)
    assert parts and all(type(part) in form.Part.__args__ for part in parts)


@pytest.mark.parametrize("name", TYPES)
def test_the_static_forms_have_a_place_for_the_answer(name):
    block = Ask(id="x", section="practice", item=ONE_OF_EACH[name])
    assert re.search(r"_____|\( \)|\[ \]|__ ", as_text(block))
    assert re.search(r"ol-blank|ol-box|ol-empty", as_html(block))


def test_print_draws_every_part():
    template = (ROOT / "render" / "templates" / "workbook.typ").read_text("utf-8")
    drawn = re.search(r"#let parts = \((.*?)^\)", template, re.DOTALL | re.MULTILINE)[1]
    assert set(re.findall(r"(\w+):", drawn)) == {part.__name__.lower() for part in form.Part.__args__}


# What asks for one certain type: a question from text, the first that a class talks about, rules on how one is written,
# the drafts that an author begins with.
OF_ONE_TYPE = ("question_variant", "script", "sample", "soundness", "stress", "own_questions", "computed", "question")


@pytest.mark.parametrize("name", [name for name in TYPES if name != "number"])  # which is a word of everything
def test_a_type_is_named_in_few_files(name):
    """Whoever adds one touches these and no others."""
    found = [path for path, text in sources().items() if names(text, name)]
    rest = {path for path in found if "course" not in path.parts and path.stem not in OF_ONE_TYPE}
    assert 4 <= len(rest) <= MOST_FILES, sorted(rest)


@cache
def sources() -> dict[Path, str]:
    paths = (path for path in ROOT.rglob("*") if path.suffix in (".py", ".js", ".typ", ".css"))
    return {path: path.read_text("utf-8") for path in paths}


def names(text: str, name: str) -> bool:
    said = [TYPES[name].__name__, name.replace("-", "_").upper()] + [name] * (name not in WORDS)
    if not any(one in text for one in said):
        return False  # which takes a fortieth of the time
    quoted = "" if name in WORDS else rf"|[\"']{name}[\"']"
    return re.search(rf"\b{said[0]}\b|\b{said[1]}\b{quoted}", text) is not None
