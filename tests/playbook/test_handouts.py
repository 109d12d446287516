"""Pages to use: made of what is the learner's, in the words of the page, and nothing else."""

from __future__ import annotations

import io

import pikepdf
import pytest
from docx import Document

from outsourcing_lessons.blocks.block import Pair
from outsourcing_lessons.blocks.handout import Handout, Part, Studied
from outsourcing_lessons.blocks.sheet import Entry, Result, Rule, Sheet, Worksheet
from outsourcing_lessons.playbook.book import bind
from outsourcing_lessons.playbook.files import write
from outsourcing_lessons.playbook.learned import Learned
from outsourcing_lessons.playbook.paper import paper
from outsourcing_lessons.playbook.web import web
from outsourcing_lessons.playbook.word import word
from outsourcing_lessons.words import LEARNED

PLAN = Worksheet(
    id="x.plan",
    title="Plan",
    purpose="To keep.",
    sheets=(
        Sheet(
            title="Work",
            rows=3,
            fields=(
                Entry(id="task", label="Task"),
                Entry(id="hours", label="Hours", type="number"),
                Entry(id="way", label="Way", rules=(Rule(text="hand over", when={"hours": ()}),)),
            ),
            start={"task.1": "Post", "hours.1": "3", "task.2": "Photos"},
            results=(Result(label="Hours", formula=("sum", "hours")),),
        ),
        Sheet(
            title="Letter", fields=(Entry(id="done", label="Done"), Entry(id="private", label="What I think of them"))
        ),
    ),
)
LETTER = Handout(
    id="letter",
    title="The letter",
    purpose="What is wanted.",
    sent=True,
    parts=(
        Part(title="Done", lines={"It is done when": "x.plan/done", "The work": "x.plan/task.2"}),
        Part(title="All", columns={"Work": "x.plan/task", "Way": "x.plan/way"}, only={"way": ("hand over",)}),
    ),
)
THIRTY = Handout(
    id="thirty",
    title="Thirty days",
    purpose="The plan.",
    plan=True,
    parts=(Part(title="Private", lines={"I think": "x.plan/private"}),),
)
PAIRS = (Pair(title="One", before=("s.a",), after=("e.a",)), Pair(title="Two", before=("s.b",), after=("e.b",)))
STUDIED = (
    Studied(lesson="01 One", able="do this", items=("l.1", "l.2")),
    Studied(lesson="02 Two", able="do that", items=("l.3",)),
    Studied(lesson="03 Three", able="do more", items=("l.4", "l.5", "l.6")),
)
NASTY = "#let x = 1 *b* </script><b>& =cmd|' /C calc'!A0 \u202eabc \U0001f600 [x](javascript:1) \x0b{{7*7}}"


def book_of(entries, handouts=(LETTER, THIRTY), **known):
    return bind("Ada", [(PLAN, entries)], handouts=handouts, learned=Learned(PAIRS, STUDIED, **known))


def test_a_page_holds_what_the_learner_wrote_and_nothing_that_the_course_began_with():
    (page,) = book_of({"done": "it is sold"}).use
    lines, table = page.sections
    assert (lines.rows, lines.open) == ((("It is done when", "it is sold"),), ("The work",))
    assert (table.rows, table.columns, table.results) == ((), (), ())


def test_a_row_that_the_learner_touched_is_theirs_with_what_follows_from_it():
    """And what is worked out under the table counts their rows alone."""
    (page,) = book_of({"hours.2": "4"}).use
    assert page.sections[0].rows == (("The work", "Photos"),)
    assert page.sections[1].rows == (("Photos", "hand over"),) and page.sections[1].results == ("Hours: 4",)


def test_a_page_on_which_nothing_stands_is_named_and_not_shown():
    assert book_of({}).missing == ("The letter", "Thirty days") and not book_of({}).use
    assert "Not written yet: The letter · Thirty days" in web(book_of({}))


def test_a_page_that_leaves_the_house_is_alone_and_has_no_private_line():
    book = book_of({"done": "it is sold", "private": "too slow", "hours.1": "9"})
    (letter,) = book.letters
    for text in (web(letter), "\n".join(p.text for p in Document(io.BytesIO(word(letter))).paragraphs)):
        assert "it is sold" in text and "too slow" not in text and "Thirty" not in text and "Still open" not in text
    assert letter.title == "The letter" and "too slow" in web(book)


def test_each_page_that_leaves_the_house_is_a_file_too(tmp_path):
    names, _ = write(book_of({"done": "it is sold", "private": "too slow"}), tmp_path)
    assert names == [
        "my-playbook.html",
        "my-playbook.pdf",
        "my-playbook.docx",
        "my-playbook letter.pdf",
        "my-playbook letter.docx",
    ]
    assert all((tmp_path / name).stat().st_size for name in names)


def test_each_page_to_use_begins_a_sheet():
    book = book_of({"done": "it is sold", "private": "too slow"})
    assert len(pikepdf.open(io.BytesIO(paper(book)[0])).pages) == 4
    heads = [p for p in Document(io.BytesIO(word(book))).paragraphs if p.paragraph_format.page_break_before]
    assert [p.text for p in heads] == ["The letter", "Thirty days", "Everything you wrote"]


@pytest.mark.parametrize("made", [web, lambda book: word(book).hex(), lambda book: paper(book)[0].hex()])
def test_the_nastiest_text_is_text(made):
    book = book_of({"done": NASTY, "private": NASTY, "hours.1": NASTY})
    assert made(book) and "<b>" not in web(book) and "&lt;b&gt;" in web(book)
    paragraphs = [p.text for p in Document(io.BytesIO(word(book))).paragraphs]
    assert any("=cmd|' /C calc'!A0" in text and "#let x = 1 *b*" in text for text in paragraphs)


def test_right_before_and_after_are_shown_and_no_gain():
    page = book_of({}, right={"s.a": False, "s.b": True, "e.a": True, "e.b": False}).use[-1]
    (section,) = page.sections
    assert section.rows == (("One", "wrong", "right"), ("Two", "right", "wrong"))
    assert section.results == ("Before: 1 of 2 right.", "After: 1 of 2 right.", LEARNED["few"])


def test_a_test_that_was_put_off_is_said_to_be_so():
    page = book_of({}, right={"e.a": True}, put_off=frozenset({"s.a", "s.b"})).use[-1]
    assert page.sections[0].rows == (("One", "put off", "right"), ("Two", "put off", "not answered"))
    assert page.sections[0].results[:2] == (f"Before: {LEARNED['test-put-off']}", "After: 1 of 2 right, 1 answered.")


def test_what_was_put_off_and_answered_later_counts_as_answered():
    page = book_of({}, right={"s.a": True}, put_off=frozenset({"s.a", "s.b"})).use[-1]
    assert [row[1] for row in page.sections[0].rows] == ["right", "put off"]


def test_without_an_answer_there_is_no_page_on_the_tests():
    assert not book_of({}, right={"l.1": True}).use


def test_the_plan_ends_in_what_to_read_again_the_weakest_first():
    right = {"l.1": True, "l.2": False, "l.3": False, "l.4": True, "l.5": True, "l.6": False}
    (plan,) = book_of({"private": "so"}, right=right).use
    assert plan.sections[-1].rows == (("02 Two", "do that", "1 of 1"), ("01 One", "do this", "1 of 2"))
    (plan,) = book_of({"private": "so"}, right={"l.1": True}).use
    assert len(plan.sections) == 1
