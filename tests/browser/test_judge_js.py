"""The page's judge and the kernel's judge agree to the last bit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons import player
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.player.modules import with_models
from tests.javascript import evaluated

VECTORS = Path(__file__).parents[1] / "vectors"
JUDGE_ALL = "data.cases.map(([name, response]) => judge(data.items[name], response))"
READ_ALL = "data.map(([text, prefix, unit, _, form]) => readNumber(text, prefix, unit, form))"


def test_gives_the_outcomes_of_the_vectors():
    """Every stored response has the stored outcome in JavaScript too."""
    data = json.loads((VECTORS / "judge.json").read_text(encoding="utf-8"))
    cases = data["cases"]
    found = evaluated(player.script("judge.js"), JUDGE_ALL, data)
    wrong = [(case, outcome) for case, outcome in zip(cases, found, strict=True) if case[2] != outcome]
    assert len(found) == len(cases) and not wrong


def test_reads_every_spelling_of_the_vectors():
    """Each spelling has the readings worked out by hand."""
    spellings = json.loads((VECTORS / "numbers.json").read_text(encoding="utf-8"))
    assert evaluated(player.script("numbers.js"), READ_ALL, spellings) == [row[3] for row in spellings]


@pytest.mark.browser
@pytest.mark.parametrize(
    "locale", ["tr-TR", *(pytest.param(one, marks=pytest.mark.full) for one in ("ar-EG", "de-DE"))]
)
def test_the_browsers_language_changes_nothing(chromium, locale):
    """A Turkish or Arabic browser judges as any other."""
    context = chromium.new_context(locale=locale)
    page = context.new_page()
    page.add_script_tag(
        type="module",
        content=f"{player.script('judge.js', 'numbers.js')}\nwindow.found = readNumber('1.250,5 EUR', '€');",
    )
    page.wait_for_function("window.found")
    assert page.evaluate("window.found") == [1250.5]
    context.close()


def test_a_page_scores_a_game_as_the_kernel_does():
    """The model of a course is there twice, and its games come out alike to the last bit."""
    case = COURSE.case(COURSE.profile())
    item = COURSE.lesson("walk-away").ask("walk-away.year", case).item
    chance = SeededRandom("a page", 5)
    luck = (0, 7, 2**32 - 1)
    responses = [item.simulated(chance, knows=False) | {"seed": chance.pick(luck)} for _ in range(60)]
    script = with_models(player.FOLDER / "judge.js", models=COURSE.page_models)
    data = [item.model_dump(mode="json"), responses]
    found = evaluated(script, "data[1].map((one) => judge(data[0], one))", data)
    assert found == [judge(item, response) for response in responses]
    assert len({one["points"] for one in found}) > 10
