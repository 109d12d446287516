"""A brand on what learners get: cover, foot, letter, page and index."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pikepdf
import pytest

from outsourcing_lessons.brand import Brand
from outsourcing_lessons.brand.logo import Logo
from outsourcing_lessons.errors import InputError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import pdf
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.cohort import own_of
from outsourcing_lessons.render.deliver.wanted import EVERYTHING
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.look import Look
from outsourcing_lessons.render.notebook import Shown
from outsourcing_lessons.roster import Roster
from outsourcing_lessons.roster.person import Person
from tests.forbidden import FORBIDDEN
from tests.render.batches import render_batch
from tests.render.conftest import a_block, key_pdf, tree

LOGO = Logo('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><rect width="4" height="1"/></svg>', 4.0)
BRAND = Brand("Acme & Söhne", "Grace", "March 2026", LOGO, "#0a5750", "# Hello\n\n{learner}, *see* you in {town}.")
ADA = LearnerProfile("ada", "Ada **x** <b>")


def a_book(letter: str = "", **look) -> Book:
    return Book(ADA, (Chapter("small", "01", "Small", (Shown(a_block()),)),), look=Look(**look), letter=letter)


def test_cover_and_foot_say_whose_course_it_is():
    data = json.loads(pdf.workbook_data(a_book("**Hi**", brand=BRAND)))
    assert ("with Grace, Acme & Söhne", "March 2026", "#0a5750") == tuple(
        data["setup"][name] for name in ("by", "date", "accent")
    )
    plain, branded = pdf.workbook_pdf(a_book()), pdf.workbook_pdf(a_book("Hi", brand=BRAND))
    with pikepdf.open(io.BytesIO(plain)) as one, pikepdf.open(io.BytesIO(branded)) as other:
        assert len(one.pages) + 1 == len(other.pages)  # the letter has a page of its own
    assert key_pdf(a_book(brand=BRAND)) != key_pdf(a_book())


def test_a_png_in_its_svg_is_printed():
    data = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    picture = f'<image width="1" height="1" href="data:image/png;base64,{data}"/>'
    logo = Logo(f'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" viewBox="0 0 1 1">{picture}</svg>', 1.0)
    made = pdf.workbook_pdf(a_book(brand=Brand(logo=logo)))
    with pikepdf.open(io.BytesIO(made)) as book:
        assert [one for one in book.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]


def test_the_page_shows_logo_letter_and_names_and_escapes_them():
    page = workbook_html(a_book("# Hi\n\nYou \\*x\\* <script>", brand=BRAND)).decode()
    assert 'alt="Acme &amp; Söhne"' in page and "data:image/svg+xml,%3Csvg" in page
    assert "March 2026 · with Grace, Acme &amp; Söhne" in page and "light-dark(#0a5750, #8cb0ad)" in page
    assert "<b>Hi</b>" in page and "You *x* &lt;script&gt;" in page
    assert "wb-letter" not in workbook_html(a_book()).decode().partition("</style>")[2]


@pytest.fixture
def render(here, tmp_path):
    def render(brand: Brand, **options):
        here.told.clear()
        people = {"ada": Person(extra={"town": "Ulm_1"})}
        render_batch([ADA], tmp_path / "out", lessons=["1"], people=people, look=Look(brand=brand), **options)
        return [formats for _, formats in here.told]

    return render


def test_a_changed_letter_makes_pages_and_pdfs_again_and_no_notebooks(render):
    assert [("html", "pdf", "ipynb")] == render(BRAND)
    assert [] == render(BRAND)
    changed = Brand(BRAND.organisation, BRAND.trainer, BRAND.date, BRAND.logo, BRAND.accent, "Hi")
    assert [("html", "pdf")] == render(changed)


def test_the_index_shows_whose_course_it_is(render, tmp_path):
    render(BRAND)
    index = tree(tmp_path / "out")["index.html"].decode()
    assert 'alt="Acme &amp; Söhne"' in index and "img-src data:" in index


def test_an_unknown_field_of_the_letter_is_refused_with_those_there_are(render, tmp_path):
    with pytest.raises(
        InputError, match=r"the letter: there is no field \{lerner\}; .*\{town\}.*did you mean \{learner\}"
    ):
        render(Brand(letter="Dear {lerner}"))
    assert not (tmp_path / "out").exists()


def test_what_is_filled_in_is_text_and_no_markdown():

    own = own_of(Roster((ADA,), people={"ada": Person(extra={"town": "Ulm_1_"})}), EVERYTHING, BRAND)["ada"]
    assert own.letter == "# Hello\n\nAda \\*\\*x\\*\\* \\<b\\>, *see* you in Ulm\\_1\\_."


def test_cover_and_letter_write_numbers_as_in_the_learners_country():
    here = LearnerProfile("ada", "Ada", country="DE", currency="EUR", hour_value=1234.5, weekly_hours=37.5)
    about = json.loads(pdf.workbook_data(Book(here, ())))["about"]
    assert "1.234,50\u00a0€ an hour" in about and "37,5 hours a week" in about
    own = own_of(Roster((here,)), EVERYTHING, Brand(letter="{hour_value}, {weekly_hours}"))
    assert own["ada"].letter.replace("\\", "") == "1.234,50 €, 37,5"


def test_nothing_that_the_standard_for_pdf_forbids_costs_a_pdf():
    """In a brand made by a program, a roster's column or a lesson, which nobody has cleaned."""
    book = replace(a_book(f"Hi{FORBIDDEN} there", brand=Brand(f"Ac{FORBIDDEN}me")), course=f"A{FORBIDDEN} course")
    assert pdf.workbook_pdf(book) and key_pdf(book)
