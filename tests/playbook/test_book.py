"""What was written on the worksheets becomes pages and dates."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from docx import Document
from icalendar import Calendar

from outsourcing_lessons.blocks.sheet import Entry, Sheet, Worksheet
from outsourcing_lessons.playbook.book import bind
from outsourcing_lessons.playbook.calendar import calendar
from outsourcing_lessons.playbook.paper import paper
from outsourcing_lessons.playbook.web import web
from outsourcing_lessons.playbook.word import word
from outsourcing_lessons.words import BOOK, OPEN

PLAN = Worksheet(
    id="x.plan",
    title="Your plan",
    purpose="To keep.",
    sheets=(
        Sheet(
            title="Streams",
            rows=3,
            fields=(
                Entry(id="stream", label="Stream"),
                Entry(id="next", label="Next job", type="date", reminder="next job"),
            ),
        ),
        Sheet(title="Promise", fields=(Entry(id="will", label="I will"), Entry(id="by", label="By", type="date"))),
    ),
)
ENTRIES = {
    "stream.1": "Photos",
    "next.1": "2026-12-01",
    "stream.2": "=cmd|' /C calc'!A0",
    "by": "2026-11-30",
    "will": "  call Tomasz ",
}


@pytest.fixture
def playbook():
    return bind("Ada </script><b>", [(PLAN, ENTRIES)])


def test_rows_that_were_filled_are_pages_rows_and_gaps_are_named(playbook):
    streams, promise = playbook.pages[0].sections
    assert streams.rows == (("Photos", "1 December 2026"), ("=cmd|' /C calc'!A0", OPEN))
    assert promise.rows == (("I will", "call Tomasz"), ("By", "30 November 2026"))


def test_it_says_how_far_a_page_is(playbook):
    assert (playbook.pages[0].filled, playbook.pages[0].fields) == (5, 6)


def test_a_table_nobody_wrote_in_counts_as_one_row():
    (page,) = bind("Ada", [(PLAN, {"will": "call Tomasz"})]).pages
    assert (page.filled, page.fields) == (1, 4) and page.sections[0].still_open == "Still open: Stream · Next job"


def test_dates_come_in_order_with_what_they_are_about(playbook):
    assert [(a.day, a.text) for a in playbook.appointments] == [
        (date(2026, 11, 30), "call Tomasz"),
        (date(2026, 12, 1), "Photos (next job)"),
    ]


def test_an_empty_worksheet_is_an_honest_page():
    playbook = bind("Ada", [(PLAN, {"stream.1": "   ", "by": "soon"})])
    assert not playbook.appointments and playbook.pages[0].sections[1].rows == (("By", "soon"),)
    assert playbook.pages[0].sections[1].open == ("I will",)


def test_what_a_worksheet_starts_with_is_in_the_book_once_the_learner_wrote_in_its_row():
    """And that something is left out is said."""
    sheet = PLAN.sheets[0].model_copy(update={"start": {"stream.1": "Photos", "stream.2": "Post"}})
    given = PLAN.model_copy(update={"sheets": (sheet,)})
    kept = {"stream.1": "", "stream.2": "Mail"}
    streams = [bind("Ada", [(given, entries)]).pages[0].sections[0] for entries in ({}, kept, {"next.1": "2026-12-01"})]
    assert [one.rows for one in streams] == [(), (("Mail", OPEN),), (("Photos", "1 December 2026"),)]
    assert [one.results for one in streams] == [(BOOK["kept-out"],), (), (BOOK["kept-out"],)]
    assert bind("Ada", [(given, {})]).is_empty


@pytest.mark.parametrize(
    ("beside", "date", "entries", "text"),
    [
        ({}, {}, {}, "Your plan: Promise"),
        ({}, {}, {"will": "call\nTomasz"}, "call Tomasz"),
        ({}, {"reminder": "next job"}, {}, "Your plan: next job"),
        ({}, {"reminder": "next job"}, {"will": "call\nTomasz"}, "call Tomasz (next job)"),
        ({"reminder": "The task"}, {}, {"will": "post"}, "The task: post"),
        ({}, {"reminder": "I read it again", "of_page": True}, {"will": "post"}, "Your plan: I read it again"),
    ],
)
def test_a_date_says_in_one_line_what_it_is_about(beside, date, entries, text):
    """Its words are fields: labels, however they begin or end, are no part of it."""
    for label, day in (("I will", "By"), ("The task", "I look at this again on"), ("Next", "Next job")):
        fields = (Entry(id="will", label=label, **beside), Entry(id="by", label=day, type="date", **date))
        plan = PLAN.model_copy(update={"sheets": (Sheet(title="Promise", fields=fields),)})
        (found,) = bind("Ada", [(plan, entries | {"by": "2026-11-30"})]).appointments
        assert found.text == text


def test_nothing_written_is_an_empty_playbook():
    assert bind("Ada", [(PLAN, {})]).is_empty


def test_the_page_shows_text_as_text(playbook):
    page = web(playbook)
    assert "&lt;/script&gt;" in page and "<b>" not in page and "=cmd|" in page


def test_the_document_has_headings_and_a_table(playbook):
    document = Document(io.BytesIO(word(playbook)))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings == ["Everything you wrote", "Your plan", "Streams", "Promise", "Dates"]
    assert [cell.text for cell in document.tables[0].rows[1].cells] == ["Photos", "1 December 2026"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\uf0b7 from Word", "• from Word"), ("a\x00b\uffffc\U0001fffed\ufdd0\ufeff", "abcd"),
        ("line\x0bline", "line\nline"),
        ("\x93so\x94", "“so”"), ("half \ud83d", "half \ufffd"), ("tab\tand €", "tab\tand €"),
    ],
)  # fmt: skip
def test_what_no_document_can_hold_is_replaced_in_all_of_them(typed, shown):
    """A learner pastes from anywhere. XML refuses some of these, and with them the whole document."""
    playbook = bind(typed, [(PLAN, {"will": typed, "by": "2026-11-30"})])
    paragraphs = [p.text.removeprefix("I will: ") for p in Document(io.BytesIO(word(playbook))).paragraphs]
    (event,) = Calendar.from_ical(calendar(playbook)).walk("VEVENT")
    assert paragraphs.count(shown) == 2 and shown in web(playbook) and paper(playbook)[0]
    assert event["summary"] == " ".join(shown.split())


def test_the_calendar_has_each_date_with_a_reminder(playbook):
    events = Calendar.from_ical(calendar(playbook)).walk("VEVENT")
    assert [(str(e["summary"]), e["dtstart"].dt) for e in events] == [(a.text, a.day) for a in playbook.appointments]
    assert all(e.walk("VALARM") for e in events)


def events_of(entries, now, learner="Ada", learner_id="ada"):
    book = bind(learner, [(PLAN, entries)], learner_id)
    return Calendar.from_ical(calendar(book, now)).walk("VEVENT")


def test_a_date_that_moves_moves_in_the_calendar_too():
    """It is known by its field and its learner, and of two files the later counts, made within the same minute."""
    made = datetime(2026, 11, 29, 12, tzinfo=UTC)
    (first,) = events_of({"by": "2026-12-24"}, made)
    (later,) = events_of({"by": "2026-12-31"}, made + timedelta(seconds=1))
    assert first["uid"] == later["uid"] and first["dtstart"].dt != later["dtstart"].dt
    assert first["sequence"] < later["sequence"] and first["dtstamp"].dt < later["dtstamp"].dt
    assert first["dtstamp"].dt == made


def test_two_dates_are_never_taken_for_one():
    """Of two fields, two rows, two learners of one name, and two guests who gave a name."""
    days = {"by": "2026-12-24", "next.1": "2026-12-24", "next.2": "2026-12-24"}
    whose = [("Ada", "ada"), ("Ada", "ada-2"), ("Ada", "guest"), ("Bo, the \u0107", "guest")]
    uids = [str(e["uid"]) for who in whose for e in events_of(days, datetime.now(UTC), *who)]
    assert len(set(uids)) == len(whose) * len(days)


def test_the_same_dates_made_at_the_same_time_are_the_same_file(playbook):
    now = datetime.now(UTC)
    assert calendar(playbook, now) == calendar(playbook, now)


def test_the_document_says_its_language_and_each_further_page_begins_a_sheet():
    """And a row of a table is never cut in two."""
    made = Document(io.BytesIO(word(bind("Ada", [(PLAN, ENTRIES), (PLAN, ENTRIES)]))))
    heads = [p.paragraph_format.page_break_before for p in made.paragraphs if p.text == "Your plan"]
    assert made.core_properties.language == "en" and heads == [False, True]
    assert all("cantSplit" in row._tr.xml for table in made.tables for row in table.rows[1:])


@pytest.mark.parametrize(("label", "shown"), [("I will", "I will: "), ("Why?", "Why? "), ("It is …", "It is … ")])
def test_a_label_that_ends_its_own_way_gets_no_colon(label, shown):
    sheet = Sheet(title="S", fields=(Entry(id="a", label=label),))
    worksheet = Worksheet(id="x.y", title="T", purpose="P", sheets=(sheet,))
    made = Document(io.BytesIO(word(bind("Ada", [(worksheet, {"a": "x"})]))))
    assert shown in [run.text for p in made.paragraphs for run in p.runs]
