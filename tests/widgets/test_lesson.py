"""What a notebook can ask of a lesson."""

from __future__ import annotations

import pytest

from outsourcing_lessons import open_lesson
from outsourcing_lessons.errors import ContentError, ProfileError, UnknownNameError


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


@pytest.mark.parametrize("call", ["ask", "explore", "reveal", "section"])
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


def test_a_passage_is_filled_for_its_learner(opened):
    """What they typed is shown letter by letter, and never filled."""
    lesson = opened(learner="*{owner}*", business="design studio", hour_value=95.0)
    told = lesson.tell("""
**{learner}** pays {money(hour)}.
""").block.markdown
    assert told == "**\\*\\{owner\\}\\*** pays €95."


def test_an_unknown_field_is_answered_with_its_place_and_the_nearest(opened):
    """In one sentence."""
    with pytest.raises(ContentError, match="the passage “Dear {ownr},”: no field 'ownr'.*'owner'") as raised:
        opened().tell("Dear {ownr},\n\nhello.")
    assert len(raised.value._render_traceback_()) == 1


def test_nothing_is_no_passage(opened):
    with pytest.raises(ContentError, match="is empty"):
        opened().tell("\n")


def test_a_notebook_of_version_0_1_says_so_and_goes_on(opened):
    """It asks for passages and notes by name, and its questions still work."""
    lesson = opened()
    assert "older version" in repr(lesson.tell("second-job")) and len(lesson.guide("predict")) == 0


def test_the_style_comes_once(opened):
    """With the first display: it serves all the others."""
    lesson = opened()
    styled = ["<style>" in lesson.ask(i.id)._repr_mimebundle_()["text/html"] for i in lesson.lesson.items]
    assert styled == [True] + [False] * (len(styled) - 1)
