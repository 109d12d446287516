"""What PDF/UA-1 asks of a printed workbook, looked for in the file itself."""

from __future__ import annotations

import io

import pikepdf
import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.render import pdf
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.notebook import Passage, Shown

CASE = case_of(LearnerProfile(learner="Ελένη"))
LESSON = COURSE.lesson("first-number")
EXPLORERS = [template.explorer(CASE) for template in LESSON.explorers]


@pytest.fixture(scope="module")
def made():
    asks = [Shown(LESSON.ask(template.id, CASE)) for template in LESSON.items[:12]]
    parts = (Passage("# One\n\n## Two"), *asks, *map(Shown, EXPLORERS), Shown(LESSON.worksheet(CASE)))
    book = Book(CASE.profile, (Chapter("first-number", "01", "One", parts),))
    with pikepdf.open(io.BytesIO(pdf.workbook_pdf(book))) as file:
        yield file


def structure(file):
    """Yield every element of the structure tree."""
    todo = [file.Root.StructTreeRoot]
    while todo:
        one = todo.pop()
        kids = one.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        todo += [kid for kid in kids if isinstance(kid, pikepdf.Dictionary)]
        if "/S" in one:
            yield one


def tags(file):
    return [str(one.S) for one in structure(file)]


def test_it_says_that_it_is_tagged_and_in_which_language(made):
    assert made.Root.MarkInfo.Marked is True or bool(made.Root.MarkInfo.Marked)
    assert str(made.Root.Lang).startswith("en")
    assert "/StructTreeRoot" in made.Root and "/ParentTree" in made.Root.StructTreeRoot


def test_its_title_is_shown_and_it_claims_the_standard(made):
    assert bool(made.Root.ViewerPreferences.DisplayDocTitle)
    with made.open_metadata() as about:
        assert "Ελένη" in str(about["dc:title"]) and "1" == str(about["pdfuaid:part"])


def test_every_figure_has_its_words_and_the_charts_have_ours(made):
    words = [str(one.get("/Alt", "")).replace("\u00a0", " ") for one in structure(made) if str(one.S) == "/Figure"]
    assert words and all(words)
    assert {explorer.scenarios[0].frame.alt for explorer in EXPLORERS} <= set(words)


def test_headings_tables_and_lists_are_told_apart(made):
    assert {"/H1", "/H2", "/Table", "/TR", "/TH", "/TD", "/P", "/Figure"} <= set(tags(made))


def test_headings_leave_out_no_level(made):
    levels = [int(tag[2:]) for tag in reversed(tags(made)) if tag[:2] == "/H" and tag[2:].isdigit()]
    assert levels and set(range(1, max(levels) + 1)) == set(levels)


def test_every_page_is_read_in_the_order_of_its_structure(made):
    assert all("/StructParents" in page and page.get("/Tabs") in (None, "/S") for page in made.pages)


def test_latin_is_set_in_the_typefaces_of_the_course(made):
    fonts = {str(font.BaseFont) for page in made.pages for font in page.Resources.get("/Font", {}).values()}
    assert {font.split("+")[1] for font in fonts} >= {
        "LiterataPrint-Regular",
        "LiterataPrint-SemiBold",
        "FigtreePrint-Regular",
    }


def test_every_font_is_in_the_file(made):
    fonts = [font for page in made.pages for font in page.Resources.get("/Font", {}).values()]
    descriptors = [font.DescendantFonts[0].FontDescriptor for font in fonts if "/DescendantFonts" in font]
    assert fonts and len(descriptors) == len(fonts)
    assert all({"/FontFile2", "/FontFile3"} & set(descriptor.keys()) for descriptor in descriptors)
    assert all("/ToUnicode" in font for font in fonts)
