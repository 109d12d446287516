"""Explorers run in both languages, at settings of their sliders, for several learners.

``python -m tests.player.twins`` writes the sample in ``tests/vectors/explorers.json``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from outsourcing_lessons.authoring.learners import learner
from outsourcing_lessons.authoring.soundness import setting_of
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.lessons.moves import stood
from outsourcing_lessons.player.modules import FOLDER, with_models
from tests.javascript import evaluated

SAMPLE = Path(__file__).parents[1] / "vectors" / "explorers.json"
LEARNERS = (0, 3, 12, 1, 2, 5, 6)
# Before a learner with a country come those without: a format stays in force until there is another.
MODULES = ("view.js", "number_format.js", "page_models.js")
SHOWN = """data.flatMap(({ id, computed, numbers, settings }) => settings.map((values) => {
  writeNumbersAs(numbers);
  const { results, alt, sentence, readouts, turn } = shownAt(PAGE_MODELS.get(id), computed, values);
  return { results, alt, sentence, readouts, turn };
}))"""


def templates(course=COURSE) -> list:
    """Return the explorers of a course that a page can run."""
    return [template for lesson in course.lessons for template in lesson.explorers if template.page]


def asked(template, case, settings: list[dict]) -> dict[str, Any]:
    """Return what a page has of an explorer, and the settings to show."""
    start = {slider.id: slider.value for slider in template.sliders(case)}
    computed = template.computed(case, start).model_dump(mode="json", exclude_defaults=True)
    return {"id": template.id, "computed": computed, "numbers": case.numbers, "settings": settings}


def in_javascript(asking: list[dict], course=COURSE) -> list[dict]:
    """Return what the page finds and says at each setting."""
    return evaluated(_script() if course is COURSE else _joined(course), SHOWN, asking)


def _joined(course) -> str:
    return with_models(FOLDER / "view.js", FOLDER / "number_format.js", models=course.page_models)


@cache
def _script() -> str:
    return _joined(COURSE)


def in_python(template, case, values: dict) -> dict[str, Any]:
    """Return what the package finds and says at a setting."""
    with case.writing():
        frame = template.frame(case, values, drawn=False)
    return {
        "results": template.page.results(template.page.givens(case), values),
        "alt": frame.alt,
        "sentence": frame.sentence,
        "readouts": [readout.model_dump() for readout in frame.readouts],
        "turn": _turn_of(template, case, values),
    }


def _turn_of(template, case, values: dict) -> dict[str, Any] | None:
    if not template.turns:
        return None
    with case.writing():
        results = template.page.results(template.page.givens(case), values)
        said = stood(template.page.seen.turns, results, case.prefix, template.id)
        return {name: one for name, one in said.items() if name != "on_paper"}


def alike(one: Any, other: Any) -> bool:
    """Say whether two results are the same in nine digits; texts, truth and None to the letter."""
    if isinstance(one, tuple | list):
        return isinstance(other, list) and len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, bool | str | None) or isinstance(other, bool | str | None):
        return type(one) is type(other) and one == other
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other), 1e-6)


def differences(explorers: list, number_of_settings: int, course=COURSE) -> dict[str, list[str]]:
    """Return by explorer every setting at which the two languages do not find or say the same; asked in one process."""
    cases = [learner(number) for number in LEARNERS]
    # Each learner has settings that no other has, so that few show much.
    turns = [range(first, len(cases) * number_of_settings, len(cases)) for first in range(len(cases))]
    asking = [
        (template, case, [setting_of(template, case, n) for n in turn])
        for template in explorers
        for case, turn in zip(cases, turns, strict=True)
    ]
    found = iter(in_javascript([asked(*one) for one in asking], course))
    told: dict[str, list[str]] = {template.id: [] for template in explorers}
    for template, case, settings in asking:
        for values in settings:
            told[template.id] += _between(in_python(template, case, values), next(found), values)
    return told


def _between(here: dict[str, Any], there: dict[str, Any], values: dict) -> Iterator[str]:
    names = here["results"].keys() | there["results"].keys()
    yield from (
        f"{values}: {name} is {here['results'].get(name)!r:.80} and {there['results'].get(name)!r:.80}"
        for name in names
        if not alike(here["results"].get(name), there["results"].get(name))
    )
    yield from (
        f"{values}: {here[name]!r} and {there[name]!r}"
        for name in ("alt", "sentence", "readouts", "turn")
        if here[name] != there[name]
    )


def sample() -> list[dict]:
    """Return two settings of each explorer, and what is said of them."""
    made = []
    for template in templates():
        case = learner(LEARNERS[1])
        for number in (1, 21):
            values = setting_of(template, case, number)
            said = {name: value for name, value in in_python(template, case, values).items() if name != "results"}
            made.append(asked(template, case, [values]) | {"said": said})
    return made


if __name__ == "__main__":
    SAMPLE.write_text(json.dumps(sample(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
