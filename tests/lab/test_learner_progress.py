"""Where a learner stands is counted from what is kept, and said in words with links."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.lab.learner_progress import standing_of
from outsourcing_lessons.lab.start_page import NOTHING_DUE, PLAYBOOK_HEADING, REVIEW_HEADING, home, review
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.review_variants import REVIEWED
from outsourcing_lessons.progress.memory import MemoryProgress
from outsourcing_lessons.progress.store import Attempt

CASE = COURSE.case(LearnerProfile(learner_id="ada"))
HERE = COURSE.lessons[0].notebook
SECOND = f"[02 {COURSE.lessons[1].title}]({COURSE.lessons[1].notebook})"
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
RIGHT = {"valid": True, "correct": True}


@pytest.fixture
def store():
    return MemoryProgress()


def items_of(number):
    return [item for item in COURSE.lessons[number].items if item.section != "test"]


def reviewed():
    return [item for lesson in COURSE.lessons for item in lesson.items if item.section in REVIEWED]


def answer(store, items, days_ago=0.0, right=True):
    at = (NOW - timedelta(days=days_ago)).isoformat(timespec="milliseconds")
    for item in items:
        outcome = {"valid": True, "correct": right}
        store.append(Attempt("ada", item.id, item.variant(CASE).variant, 1, {"value": "1"}, outcome, at))


def fill(store, number):
    worksheet = COURSE.lessons[number].worksheet(CASE)
    names = [f.id if sheet.rows == 1 else f"{f.id}.{r}" for sheet in worksheet.sheets for f in sheet.fields
             for r in range(1, sheet.rows + 1)]  # fmt: skip
    store.keep("ada", worksheet.id, dict.fromkeys(names, "something"))


def said(store):
    return home(CASE, standing_of(CASE, store, NOW)).markdown


def row(store, number):
    (line,) = [line for line in said(store).splitlines() if line.startswith(f"| [0{number + 1}")]
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_a_new_learner_begins_on_this_page(store):
    assert said(store).startswith("**Next:** this page.")
    assert row(store, 1)[1:] == [f"0 of {len(items_of(1))}", "My talk: open"]


def test_without_a_standing_it_says_what_lies_ahead_and_nothing_of_the_learner():
    text = home(CASE, None).markdown
    assert all(f"({lesson.notebook})" in text and f"{lesson.minutes} minutes" in text for lesson in COURSE.lessons)
    assert "answered" not in text and "Next" not in text


def test_each_answered_item_counts_once_in_whatever_variant(store):
    answer(store, items_of(1)[:3])
    answer(store, items_of(1)[:2])
    assert row(store, 1)[1] == f"3 of {len(items_of(1))}"


def test_another_learners_answers_do_not_count(store):
    answer(store, items_of(1))
    assert home(CASE, standing_of(COURSE.case(LearnerProfile(learner_id="bo")), store, NOW)).markdown.startswith(
        "**Next:** this"
    )


def test_the_lesson_last_worked_in_is_the_next_step(store):
    answer(store, items_of(0)[:1])
    answer(store, items_of(1)[:2])
    assert said(store).startswith(f"**Next:** continue {SECOND}: {len(items_of(1)) - 2} questions left")


def test_after_a_lesson_the_next_one_begins(store):
    answer(store, items_of(0))
    assert said(store).startswith(f"**Next:** begin {SECOND}")


def test_with_all_answered_the_open_worksheet_is_next(store):
    for number in range(2):
        answer(store, items_of(number))
        if number != 1:
            fill(store, number)
    assert said(store).startswith(f"**Next:** the worksheet of {SECOND}")


def test_with_all_done_the_playbook_is_next(store):
    for number in range(2):
        answer(store, items_of(number))
        fill(store, number)
    assert f"[Make your playbook]({HERE}#{PLAYBOOK_HEADING})" in said(store)
    assert row(store, 1)[2] == "My talk: filled in"


def test_a_half_filled_worksheet_says_how_far_it_is(store):
    worksheet = COURSE.lessons[1].worksheet(CASE)
    store.keep("ada", worksheet.id, {"on": "2026-03-05"})
    assert row(store, 1)[2] == "My talk: 1 of 2 fields filled in"


def test_what_the_course_filled_in_is_not_the_learners_work(store):
    """The first worksheet comes with what can be asked for besides money."""
    assert row(store, 0)[2] == "My number: open"
    store.keep("ada", "first-number.numbers", {"number": "8"})
    assert row(store, 0)[2] == "My number: 1 of 4 fields filled in"


def test_what_is_due_is_said_with_its_minutes_and_a_way_there(store):
    answer(store, reviewed()[:1], days_ago=5)
    due = f"**For review today:** 1 question, about 1 minute. [Answer it above.]({HERE}#{REVIEW_HEADING})"
    assert due in said(store)
    answer(store, reviewed()[1:], days_ago=5)
    assert review(CASE, standing_of(CASE, store, NOW, minutes=1)).markdown == (
        "1 question, about 1 minute. 1 more question can wait until tomorrow."
    )


def test_with_nothing_due_the_next_day_is_named(store):
    answer(store, reviewed()[:1], right=False)
    standing = standing_of(CASE, store, NOW)
    assert review(CASE, standing).markdown == "Nothing is due today. Come back on 3 March."
    assert "For review" not in home(CASE, standing).markdown


def test_before_any_recall_nothing_is_due(store):
    assert review(CASE, None).markdown == NOTHING_DUE == review(CASE, standing_of(CASE, store, NOW)).markdown


@pytest.mark.parametrize("anchor", [REVIEW_HEADING, PLAYBOOK_HEADING])
def test_the_headings_that_links_lead_to_are_on_the_page(anchor):
    from outsourcing_lessons.notebook_files import read

    sources = ["".join(cell["source"]) for cell in read(COURSE.notebook_of(COURSE.lessons[0]))["cells"]]
    assert any(f"## {anchor.replace('-', ' ')}" in source.splitlines() for source in sources)
