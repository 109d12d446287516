"""What a notebook can ask of a lesson."""

from __future__ import annotations

import pytest

from outsourcing_lessons import open_lesson
from outsourcing_lessons.errors import ProfileError, UnknownNameError
from outsourcing_lessons.widgets.display import Display


def test_a_whole_number_is_as_good_as_a_decimal_one():
    """Else papermill -p hour_value 95 would give other variants than 95.0."""
    whole, decimal = (open_lesson("one-task", hour_value=value, weekly_hours=40) for value in (95, 95.0))
    assert whole.profile == decimal.profile and isinstance(whole.profile.hour_value, float)


def test_opening_a_lesson_makes_no_file(tmp_path, monkeypatch):
    """Showing all of it neither."""
    monkeypatch.chdir(tmp_path)
    lesson = open_lesson("01")
    lesson.section("recall")[0]._repr_mimebundle_()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("profile", [{"hour_value": -1}, {"business": "zoo"}, {"seed": True}, {"learner": ""}])
def test_an_unusable_profile_is_one_sentence(profile):
    """In a notebook it is shown without the way it took through the code."""
    with pytest.raises(ProfileError) as raised:
        open_lesson("one-task", **profile)
    (shown,) = raised.value._render_traceback_()
    assert shown.startswith(f"ProfileError: {next(iter(profile))} is ") and "\n" not in shown


@pytest.mark.parametrize("call", ["tell", "ask", "explore", "reveal", "guide", "section"])
def test_a_name_that_is_not_there_is_answered_with_those_that_are(opened, call):
    """In one sentence."""
    with pytest.raises(UnknownNameError, match="there are: ") as raised:
        getattr(opened(), call)("nonsense")
    assert len(raised.value._render_traceback_()) == 1


def test_the_lesson_says_what_it_is_and_for_whom(opened):
    """The words of its repr are stored in the notebook."""
    lesson = opened(learner="Ada", business="design studio", currency="GBP", hour_value=95.0)
    assert repr(lesson).endswith("For Ada: design studio, £95 an hour, 50 hours a week.")


def test_a_section_shows_its_items_in_order(opened):
    """Each as if it were asked alone."""
    lesson = opened()
    assert [shown.block for shown in lesson.section("recall")] == [
        lesson.ask(i.id).block for i in lesson.lesson.section("recall")
    ]


@pytest.mark.parametrize("edition", ["study", "print"])
def test_a_guide_shows_nothing_at_all_to_a_learner(opened, edition, capsys):
    """No output, not even an empty one."""
    lesson = opened(edition=edition)
    shown = lesson.guide(next(iter(lesson.lesson.guides)))
    shown._ipython_display_()
    assert len(shown) == 0 and capsys.readouterr().out == ""


def test_a_guide_is_there_for_the_instructor(opened):
    """In the key edition."""
    lesson = opened(edition="key")
    assert isinstance(lesson.guide(next(iter(lesson.lesson.guides))), Display)


def test_the_style_comes_once(opened):
    """With the first display: it serves all the others."""
    lesson = opened()
    styled = ["<style>" in lesson.ask(i.id)._repr_mimebundle_()["text/html"] for i in lesson.lesson.items]
    assert styled == [True] + [False] * (len(styled) - 1)
