"""R5: explorers: sliders that can be set, and words that say what the chart shows now."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from random import Random

from outsourcing_lessons.authoring.content import Subject
from outsourcing_lessons.authoring.learners import learner
from outsourcing_lessons.authoring.rule import Broken, rule
from outsourcing_lessons.authoring.soundness import faults_of_explorer, faults_of_setting, faults_of_sliders, setting_of
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.moves import a_play
from outsourcing_lessons.lessons.said import holds

LABEL = re.compile(r"<text[^>]*>([^<]*)")
NAMED = re.compile(r'font-weight="[67]00"[^>]*>(.*?)</g>')
SETTINGS_TRIED = 24


def settings_of(template) -> Iterator[dict[str, float]]:
    """Yield the start of an explorer, and every slider at its ends and one step on."""
    if template.turns:
        yield from (a_play(template.turns, Random(number)) for number in range(SETTINGS_TRIED))
        return
    sliders = template.sliders(case_of(LearnerProfile()))
    start = {slider.id: slider.value for slider in sliders}
    yield start
    for slider in sliders:
        for value in (slider.low, slider.high, min(slider.high, slider.value + slider.step)):
            yield start | {slider.id: value}


@lru_cache(maxsize=64)
def _frames(template) -> tuple:
    return tuple(template.frame(case_of(LearnerProfile()), values) for values in settings_of(template))


@rule("R501", "who cannot see the chart has only the words")
def another_drawing_has_other_words(subject: Subject) -> Iterator[Broken]:
    for template in subject.lesson.explorers:
        for one, other in combinations(_frames(template), 2):
            # A change so small that no figure is written differently changes no label of the drawing either.
            if one.svg != other.svg and one.alt == other.alt and LABEL.findall(one.svg) != LABEL.findall(other.svg):
                found = f"two drawings have the same words: “{one.alt[:80]}”"
                yield Broken(subject.of_explorer(template), found, "let alt say the figures that changed")
                break


@rule("R502", "who cannot see the chart has only the words")
def the_words_name_every_line_and_mark(subject: Subject) -> Iterator[Broken]:
    for template in subject.lesson.explorers:
        seen, place = set(), subject.of_explorer(template)
        for frame in _frames(template):
            names = [html.unescape(" ".join(LABEL.findall(name))).rstrip(".") for name in NAMED.findall(frame.svg)]
            for name in (name for name in names if name not in frame.alt and name not in seen):
                seen.add(name)
                yield Broken(place, f"alt does not name “{name}”, which the drawing does", "say it in alt")
            if not names and "" not in seen:
                seen.add("")
                yield Broken(place, "the drawing names none of its lines", "label what is drawn")


@rule("R503", "the words are read as a sentence")
def what_an_explorer_says_is_a_sentence(subject: Subject) -> Iterator[Broken]:
    for template in subject.lesson.explorers:
        said = next((f.sentence for f in _frames(template) if not f.sentence.endswith((".", "?", "!"))), None)
        if said is not None:
            yield Broken(subject.of_explorer(template), f"“{said[:80]}” ends without a full stop", "end it")


@rule("R504", "a browser moves a slider to the nearest step, away from the words")
def every_slider_can_stand_where_it_is_put(subject: Subject) -> Iterator[Broken]:
    for template in subject.lesson.explorers:
        for case in subject.cases:
            faults = faults_of_sliders(template.sliders(case), template.scenarios(case))
            if faults:
                yield Broken(subject.of_explorer(template), faults[0], "choose low, value and high on its steps")
                break


@rule("R506", "a page without a kernel runs the model in JavaScript")
def every_model_has_a_twin(subject: Subject) -> Iterator[Broken]:
    for template in subject.lesson.explorers:
        try:
            _ = template.page.twin
        except ContentError as error:
            yield Broken(subject.of_explorer(template), str(error), "write the model again in JavaScript, beside it")


@rule("R507", "what is there from the start cannot be found")
def every_goal_is_still_to_be_found(subject: Subject) -> Iterator[Broken]:
    for template, case, explorer in subject.explored:
        goal = template.page.view.goal
        if goal:
            results = template.page.results(template.page.given(case), explorer.scenarios[0].values)
            finds = (find for one in goal.chain() for find in one.all_finds())
            early = next((find.when for find in finds if holds(find.when, results, template.id)), None)
            if early is not None:
                found = f"the goal, {early!r}, holds from the start for {case.trade.name}"
                yield Broken(subject.of_explorer(template), found, "let the goal be further off")
                break


@rule("R505", "a learner moves every slider to its end first")
def every_setting_can_be_read(subject: Subject) -> Iterator[Broken]:
    for template in subject.lesson.explorers:
        place, found = subject.of_explorer(template), []
        for number in range(min(SETTINGS_TRIED, 2 * subject.policy.draws)):
            case = learner(number)
            values = setting_of(template, case, number)
            found += [f"{fault}, at {values}" for fault in faults_of_setting(template, case, values, subject.policy)]
        for one, _, explorer in subject.explored:
            found += faults_of_explorer(explorer, subject.policy) if one is template else []
        yield from (Broken(place, fault, "`author preview` shows every corner") for fault in found[:1])
