"""What every trade of the course brings along: its prices, what a lesson says of it, and its pages to use."""

from __future__ import annotations

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.playbook.book import bind


@pytest.mark.parametrize("name", COURSE.trade_names)
def test_a_price_is_shown_in_the_currency_and_a_lesson_sees_its_own_slots(name):
    case = COURSE.case(LearnerProfile(business=name, hour_value=100.0))
    assert (
        case.fields["regular_rate"] == case.price(case.trade.regular_rate)
        and case.fields["finished"] == case.trade.stream.done
    )
    assert "explained" in case.fields_for("one-task") and "explained" not in case.fields


def test_the_work_that_is_handed_over_belongs_to_a_task_of_its_trade():
    for trade in map(COURSE.trades.__getitem__, COURSE.trade_names):
        assert trade.of("managing-not-replacing").part_of in [task.name for task in trade.tasks]


def test_what_the_pages_of_the_course_show_is_on_its_worksheets_in_every_trade():
    for trade in COURSE.trade_names:
        binder = COURSE.binder(COURSE.case(LearnerProfile(business=trade)))
        entries = {
            s.id: {
                f.id + row: "1"
                for sheet in s.sheets
                for f in sheet.fields
                for row in (("",) if sheet.rows == 1 else (".1",))
            }
            for s in binder.worksheets
        }
        book = bind("Ada", [(s, entries[s.id]) for s in binder.worksheets], handouts=binder.handouts)
        assert not book.missing
        assert {page.id for page in book.use if page.sent} == {"brief", "hand-over"}


def test_an_untouched_playbook_of_the_course_has_no_page_to_use():
    binder = COURSE.binder(COURSE.case(LearnerProfile()))
    book = bind("Ada", [(one, {}) for one in binder.worksheets], handouts=binder.handouts)
    assert not book.use and not book.written_pages and len(book.missing) == len(binder.handouts)
