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

pytestmark = pytest.mark.browser
VECTORS = Path(__file__).parents[1] / "vectors"
JUDGE_ALL = """(text) => {
  const { items, cases } = JSON.parse(text);
  return JSON.stringify(cases.map(([name, response]) => judge(items[name], response)));
}"""


@pytest.fixture
def page(tab):
    return tab


@pytest.fixture
def judging(page):
    """A page that has loaded judge.js and nothing else."""
    exposed = "window.judge = judge; window.readNumber = readNumber; window.ready = true;"
    page.add_script_tag(type="module", content=f"{player.script('judge.js', 'numbers.js')}\n{exposed}")
    page.wait_for_function("window.ready")
    return page


def test_gives_the_outcomes_of_the_vectors(judging):
    """Every stored response has the stored outcome in the browser too."""
    text = (VECTORS / "judge.json").read_text(encoding="utf-8")
    cases = json.loads(text)["cases"]
    found = json.loads(judging.evaluate(JUDGE_ALL, text))
    wrong = [(case, outcome) for case, outcome in zip(cases, found, strict=True) if case[2] != outcome]
    assert len(found) == len(cases) and not wrong


def test_reads_every_spelling_of_the_vectors(judging):
    """Each spelling has the readings worked out by hand."""
    spellings = json.loads((VECTORS / "numbers.json").read_text(encoding="utf-8"))
    read = "(all) => all.map(([text, prefix, unit, _, form]) => readNumber(text, prefix, unit, form))"
    assert judging.evaluate(read, spellings) == [row[3] for row in spellings]


@pytest.mark.parametrize("locale", ["ar-EG", "de-DE", "tr-TR"])
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


def test_a_page_scores_a_game_as_the_kernel_does(page):
    """The model of a course is there twice, and its games come out alike to the last bit."""
    case = COURSE.case(COURSE.profile())
    item = COURSE.lesson("walk-away").ask("walk-away.year", case).item
    chance = SeededRandom("a page", 5)
    luck = (0, 7, 2**32 - 1)
    responses = [item.simulated(chance, knows=False) | {"seed": chance.pick(luck)} for _ in range(60)]
    script = with_models(player.FOLDER / "judge.js", models=COURSE.page_models)
    page.add_script_tag(type="module", content=f"{script}\nwindow.judge = judge;")
    page.wait_for_function("window.judge")
    data = item.model_dump(mode="json")
    found = page.evaluate("([item, all]) => all.map((one) => judge(item, one))", [data, responses])
    assert found == [judge(item, response) for response in responses]
    assert len({one["points"] for one in found}) > 10
