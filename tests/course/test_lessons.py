"""Each lesson has the shape that course.md promises, and says nothing without its source."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from outsourcing_lessons.blocks.markdown import escape
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.errors import UnknownNameError
from outsourcing_lessons.lessons.notes import notes_of
from outsourcing_lessons.lessons.test_variants import answer
from tests.course.cases import cases
from tests.course.told import told

MISTAKES = [lesson for lesson in COURSE.lessons if lesson.number in ("01", "02", "03", "04")]
NAMED_STUDY = re.compile(r"\(([A-ZÉÜØ][\wéüøö]+)(?:[^()]*?), (\d{4})\)|([A-ZÉÜØ][\wéüøö]+) \((\d{4})\)")


def texts_of(lesson):
    """Yield every text of a lesson, for one learner a trade."""
    for case in cases([1]):
        yield from told(lesson, case)
        for template in lesson.items:
            yield template.variant(case).model_dump_json()
        yield from (reveal(case).model_dump_json() for reveal in lesson.reveals.values())
    if lesson.research:
        yield lesson.research.model_dump_json()
    yield from (guide.model_dump_json() for guide in notes_of(lesson).values())
    yield COURSE.notebook_of(lesson).read_text(encoding="utf-8")


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
class TestLesson:
    def test_item_ids_are_its_own_and_distinct(self, lesson):
        ids = [template.id for template in lesson.items]
        assert len(set(ids)) == len(ids) and all(i.startswith(lesson.slug + ".") for i in ids)

    def test_every_objective_is_served(self, lesson):
        own = [template for template in lesson.items if template.section not in ("pre-test", "post-test")]
        assert {template.objective for template in own} == {objective.id for objective in lesson.objectives}

    def test_every_source_of_an_item_is_known(self, lesson):
        assert {source for template in lesson.items for source in template.sources} <= set(COURSE.sources)

    def test_it_names_no_study_outside_the_sources(self, lesson):
        known = {(name, str(s.year)) for s in COURSE.sources.values() for name in re.findall(r"\w+", s.authors)}
        for text in texts_of(lesson):
            for author, year, author2, year2 in NAMED_STUDY.findall(text):
                assert (author or author2, year or year2) in known

    def test_the_notebook_shows_every_item_explorer_and_reveal(self, lesson):
        source = COURSE.notebook_of(lesson).read_text(encoding="utf-8")
        alone = [t for t in lesson.items if t.section in ("predict", "practice", "when-wrong")]
        missing = [t.id for t in alone if t.id.split(".")[1] not in source]
        missing += [t.id for t in lesson.explorers if f'explore(\\"{t.id.split(".")[1]}' not in source]
        groups = {t.section for t in lesson.items} & {"recall", "pre-test", "post-test"}
        missing += [group for group in groups if f'section(\\"{group}' not in source]
        assert missing == []


@pytest.mark.parametrize("lesson", MISTAKES, ids=lambda lesson: lesson.slug)
class TestMistakeLesson:
    def test_it_asks_enough(self, lesson):
        sections = Counter(template.section for template in lesson.items)
        assert sections["practice"] >= 8 and sections["recall"] >= 8
        assert sections["predict"] >= 1 and sections["when-wrong"] >= 1

    def test_it_has_two_items_for_the_tests(self, lesson):
        assert len(lesson.section("test")) == 2

    def test_findings_say_what_their_source_says_of_itself(self, lesson):
        for shown in lesson.research.findings:
            source = COURSE.sources[shown.source]
            assert (shown.strength, shown.direction) == (source.strength, source.direction)
            assert source.citation == shown.citation

    def test_the_research_does_not_only_agree(self, lesson):
        assert len({shown.direction for shown in lesson.research.findings}) >= 2


def test_the_bank_holds_at_least_90_items():
    assert len({t.id for lesson in MISTAKES for t in lesson.items}) >= 90


@pytest.mark.parametrize("case", list(cases(range(1, 21))), ids=lambda case: f"{case.trade.name}-{case.profile.seed}")
def test_nobody_meets_a_question_of_the_pre_test_again_in_the_post_test(case):
    before, after = (COURSE.lesson(name).section(f"{which}-test") for name, which in (("00", "pre"), ("05", "post")))
    for first, second in zip(before, after, strict=True):
        one, other = first.variant(case), second.variant(case)
        assert (one.prompt, getattr(one, "options", ())) != (other.prompt, getattr(other, "options", ()))
        assert answer(one) != answer(other), "the answer of the pre-test, remembered, would do"


def test_a_lesson_has_three_names():
    assert COURSE.lesson("one-task") is COURSE.lesson("01") is COURSE.lesson("1")


def test_an_unknown_lesson_is_refused_with_the_known_ones():
    with pytest.raises(UnknownNameError, match="one-task"):
        COURSE.lesson("two-tasks")


@pytest.mark.parametrize("lesson", MISTAKES, ids=lambda lesson: lesson.slug)
def test_what_a_lesson_draws_on_can_be_looked_up_in_it(lesson):
    shown = COURSE.listed(lesson.sources)
    for source in {source for template in lesson.items for source in template.sources}:
        assert escape(COURSE.sources[source].citation) in shown
    assert shown.splitlines() == sorted(set(shown.splitlines()))
    assert "lesson.sources()" in COURSE.notebook_of(lesson).read_text(encoding="utf-8")


def test_no_source_is_kept_that_nothing_draws_on():
    assert {source for lesson in COURSE.lessons for source in lesson.sources} == set(COURSE.sources)


def test_a_finding_of_no_source_is_refused():
    with pytest.raises(UnknownNameError, match="no source 'hearsay-2020'"):
        COURSE.finding("hearsay-2020", "Everybody says so.")
