"""A playbook is written whole, in all formats, beside what is there."""

from __future__ import annotations

import io

import pikepdf
import pytest

from outsourcing_lessons.errors import StoreError
from outsourcing_lessons.playbook.book import bind
from outsourcing_lessons.playbook.files import write
from outsourcing_lessons.playbook.paper import paper
from tests.forbidden import FORBIDDEN
from tests.playbook.test_book import ENTRIES, PLAN


@pytest.fixture
def playbook():
    return bind("Ada #eval(1+1)", [(PLAN, ENTRIES)])


def test_all_four_formats_are_written(playbook, tmp_path):
    assert write(playbook, tmp_path) == ([f"my-playbook.{end}" for end in ("html", "pdf", "docx", "ics")], "")


def test_for_a_character_that_no_font_has_the_pdf_has_a_box_and_it_is_said_where(tmp_path):
    """An emoji, say: the other files have it."""
    typed = "Photos \u0378 \U000f1234\U000f1234"
    names, note = write(bind("Ada \u0379", [(PLAN, {"stream.1": typed})]), tmp_path)
    assert names == ["my-playbook.html", "my-playbook.pdf", "my-playbook.docx"]
    assert typed in (tmp_path / names[0]).read_text("utf-8")
    lacking = "no font on this computer has: U+0379, U+0378, U+F1234, on “Your plan”"
    assert f"In the PDF, \ufffd replaces characters that {lacking}" in note


def test_what_was_replaced_is_said(tmp_path):
    """And line breaks are not worth a word."""
    _, note = write(bind("Ada", [(PLAN, {"stream.1": "\uf0b7 Photos\x0b\uffff"})]), tmp_path)
    assert note == "Characters that cannot be printed: U+F0B7 is written as •, U+FFFF left out."


def test_nothing_that_the_standard_for_pdf_forbids_costs_the_pdf(tmp_path):
    """A mark of byte order among them, which the clipboards of some programs begin with."""
    assert (
        write(bind(f"A{FORBIDDEN}da", [(PLAN, {"stream.1": f"Pho{FORBIDDEN}tos"})]), tmp_path)[0][1]
        == "my-playbook.pdf"
    )


def test_without_dates_there_is_no_calendar(tmp_path):
    assert "my-playbook.ics" not in write(bind("Ada", [(PLAN, {"stream.1": "Photos"})]), tmp_path)[0]


def test_an_earlier_playbook_is_left_alone(playbook, tmp_path):
    (tmp_path / "my-playbook.docx").write_text("changed by hand")
    assert write(playbook, tmp_path)[0][0] == "my-playbook 2.html"
    assert (tmp_path / "my-playbook.docx").read_text() == "changed by hand"


def test_where_nothing_can_be_written_nothing_is_left(playbook, tmp_path):
    with pytest.raises(StoreError, match="cannot be written here"):
        write(playbook, tmp_path / "missing")


def test_the_pdf_is_tagged_and_the_same_each_time(playbook):
    pdf = pikepdf.open(io.BytesIO(paper(playbook)[0]))
    assert b"pdfuaid:part>1<" in pdf.Root.Metadata.read_bytes().replace(b'"', b"")
    assert pdf.Root.MarkInfo.Marked and paper(playbook) == paper(playbook)
