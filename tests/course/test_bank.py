"""Every variant of every item is sound: 200 seeds a trade here, 10,000 in the full run.

A variant takes a good part of a millisecond to make, so all that must hold is looked at while it is in hand.
"""

from __future__ import annotations

import re

import pytest

from outsourcing_lessons.course.case import Case
from outsourcing_lessons.course.catalogue import LESSONS
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.learner import LearnerProfile
from tests.course.cases import cases

TEMPLATES = [template for lesson in LESSONS for template in lesson.items]
SEEDS = [pytest.param(200, id="200-seeds"), pytest.param(10_000, id="10000-seeds", marks=pytest.mark.full)]
RECALL = [template for template in TEMPLATES if template.section == "recall"]
UNREADABLE = re.compile(r"\bNone\b|\bnan\b|\{|\}|  ")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
PUBLISHED = {"785,325", "785,326"}  # project counts of Jørgensen 2013 and 2014, quoted as printed


def figures(number: str) -> int:
    """Return how many significant figures a written number has; the last 0 of €9.50 is how cents are written."""
    return len(number.replace(",", "").replace(".", "").strip("0"))


def right_response(item) -> dict:
    """Return the response that the key calls for."""
    match item.type:
        case "single-choice":
            return {"option": item.key}
        case "multiple-choice":
            return {"options": list(item.key)}
        case "ordering":
            return {"order": list(item.key)}
        case "allocation":
            return {"amounts": {part: repr(amount) for part, amount in item.key.items()}}
        case "number":
            return {"value": item.key}
        case "prediction":
            return {"value": item.key, "low": item.key, "high": item.key, "confidence": 80}
        case "short-text":
            text = "word " * item.least_words
            return {"text": text, "ticks": [check.id for check in item.checklist]}


def texts_to_choose(item) -> list[str]:
    """Return the texts of all that may be chosen, placed or given a share."""
    return [row.text for name in ("options", "parts") for row in getattr(item, name, ())]


def words_of(item):
    """Yield every text of an item that a learner may read."""
    yield from (item.title, item.prompt, item.praise, item.answer, *item.hints)
    for name in ("options", "parts", "checklist", "traps"):
        for row in getattr(item, name, ()):
            yield from (value for value in row.model_dump().values() if isinstance(value, str))
    if item.exhibit:
        yield from (cell for row in item.exhibit.rows for cell in row)


def faults_of(item) -> list:
    """Return what is wrong with a variant, beyond what the item itself refuses."""
    outcome = judge(item, right_response(item))
    faults = [] if outcome["correct"] and outcome["score"] == 1 else [("the key", outcome)]
    for trap in getattr(item, "traps", ()):
        wrong = judge(item, {"value": trap.value})
        faults += [] if not wrong["correct"] and wrong["feedback"] == [trap.feedback] else [("a trap", trap.id, wrong)]
    return faults + [text for text in words_of(item) if not is_readable(text)]


def is_readable(text: str) -> bool:
    long = [n for n in NUMBER.findall(text) if figures(n) > 4 and n.rstrip(",") not in PUBLISHED]
    return not long and not UNREADABLE.search(text)


@pytest.mark.parametrize("seeds", SEEDS)
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_every_variant_is_sound(template, seeds):
    """The key earns full marks, each misconception its own words, and every text can be read."""
    for case in cases(range(seeds)):
        item = template.variant(case)
        assert faults_of(item) == [], case.profile


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
class TestTemplates:
    def test_the_same_learner_gets_the_same_variant(self, template):
        for case, again in zip(cases(range(3)), cases(range(3)), strict=True):
            assert template.variant(case) == template.variant(again)

    def test_its_objective_is_one_of_the_lesson(self, template):
        if template.section in ("pre-test", "post-test"):
            return  # it serves the objective of the lesson it comes from
        lesson = next(lesson for lesson in LESSONS if template in lesson.items)
        assert template.objective in [objective.id for objective in lesson.objectives]


@pytest.mark.parametrize("template", RECALL, ids=lambda template: template.id)
def test_what_is_recalled_is_asked_in_three_ways_at_least(template):
    """The same options in another order, or another name, are no new question: one would remember the sentence."""
    profiles = [LearnerProfile(learner_id="ada", seed=seed) for seed in range(60)]
    items = [template.variant(Case(profile)) for profile in profiles]
    assert len({(item.prompt, frozenset(texts_to_choose(item))) for item in items}) >= 3


def test_variants_are_the_same_on_every_machine_and_version_of_python():
    """Frozen here: with other codes, every answer ever given would be to another question."""
    case = next(iter(cases([7])))
    assert {t.id: t.variant(case).variant for t in TEMPLATES if t.id in FROZEN} == FROZEN


def test_two_learners_get_different_variants():
    """Nearly all look different; where only words or the order of options differ, the question is the same."""
    first, *_, last = cases([1, 2])
    pairs = [(t.variant(first), t.variant(last)) for t in TEMPLATES]
    assert sum(one.wording != other.wording for one, other in pairs) > 0.9 * len(TEMPLATES)
    assert sum(one.variant != other.variant for one, other in pairs) > 0.8 * len(TEMPLATES)


FROZEN = {
    "one-task.break-even": "v05dc1830", "one-task.later-job": "vd5e877aa", "one-task.so-far": "v77ec9959",
    "one-task.split": "v12056055",
}
