"""A character that no font has, in anything that is printed but a name: it is foreseen, and costs nobody a PDF."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pikepdf
import pytest
from nbformat import v4

from outsourcing_lessons.brand import Brand
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import glyphs, pdf, run
from outsourcing_lessons.render.batch_setup import BatchSetup
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.cohort import cohort_of
from outsourcing_lessons.render.deliver.wanted import EVERYTHING
from outsourcing_lessons.render.glyphs import NOTHING, Missing, missing_in
from outsourcing_lessons.render.look import PLAIN, Look
from outsourcing_lessons.render.notebook import Passage, Shown
from outsourcing_lessons.roster import Roster
from outsourcing_lessons.roster.person import Person
from outsourcing_lessons.typesetting import printing
from tests.forbidden import FORBIDDEN
from tests.render.batches import render_batch
from tests.render.conftest import a_block, a_notebook, an_item, key_pdf, shows, tree

# For private use: no font has them.
BRANDS, LETTERS, TEAMS, LESSONS, COMPUTED = (chr(code) for code in range(0xF1230, 0xF1235))
ADA, BO = LearnerProfile("ada", "Ada"), LearnerProfile("bo", "Bo")
BRAND = Brand(f"Acme {BRANDS}", letter=f"Welcome {{learner}} {LETTERS} of {{team}}")
PEOPLE = {"ada": Person(extra={"team": TEAMS}), "bo": Person(extra={"team": "Red"})}


def text_of(file: bytes) -> bytes:
    """Return the characters that a PDF says its glyphs stand for."""
    with pikepdf.open(io.BytesIO(file)) as made:
        return b"".join(one.ToUnicode.read_bytes() for one in made.objects if "/ToUnicode" in _keys(one))


def _keys(one) -> list[str]:
    return list(one.keys()) if isinstance(one, pikepdf.Dictionary) else []


def test_everybody_gets_the_pdfs_and_it_is_said_beforehand_where_the_characters_stand(small_lesson, tmp_path):
    computed = v4.new_code_cell("print(chr(0xF1234))")
    small_lesson(a_notebook(v4.new_markdown_cell(f"So {LESSONS}"), computed, shows(a_block())))
    foreseen = []
    options = {"lessons": ["1"], "workers": 1, "foreseen": foreseen.append, "formats": ["pdf"]}
    report = render_batch([ADA, BO], tmp_path / "out", PEOPLE, Look(brand=BRAND), **options)
    assert 2 == report.whole, report.rows
    expected = {"the brand": BRANDS, "the letter": LETTERS + TEAMS, "lesson 01": LESSONS}
    assert [Missing({}, expected)] == foreseen
    assert {"ada": COMPUTED, "bo": COMPUTED} == report.replaced
    rows = json.loads((tmp_path / "out/report.json").read_bytes())["learners"]
    words = "the PDFs show \ufffd instead of characters that a lesson computed: no font on this machine has U+F1234"
    assert [words, words] == [row["note"] for row in rows] and words in (tmp_path / "out/index.html").read_text("utf-8")
    again = render_batch([ADA, BO], tmp_path / "out", PEOPLE, Look(brand=BRAND), **options)
    assert 2 == again.kept and again.replaced == report.replaced
    made = tree(tmp_path / "out")
    assert all(b"<FFFD>" in text_of(made[name]) for name in ("workbooks/ada/workbook.pdf", "keys/bo/key.pdf"))


def test_each_learner_has_the_stand_ins_of_their_own_letter():
    cohort = cohort_of(Roster((ADA, BO), people=PEOPLE), EVERYTHING, BRAND)
    own = Missing({}, {"the brand": BRANDS, "the letter": LETTERS + TEAMS}).told(cohort).own
    assert (BRANDS + LETTERS + TEAMS, BRANDS + LETTERS) == (own["ada"].stand_ins, own["bo"].stand_ins)
    assert cohort is NOTHING.told(cohort)


def test_where_all_is_latin_nobody_is_asked(monkeypatch, tmp_path):
    """Nor for the lessons of the course."""
    monkeypatch.setattr(glyphs.pool, "run", None)
    brand = Brand("Söhne & Co.", "Zoë", "March 2026", letter="Dear {learner} – “welcome” …\n\nYours")
    cohort, look = cohort_of(Roster((ADA, BO)), EVERYTHING, brand), Look(brand=brand)
    assert NOTHING == missing_in(cohort, BatchSetup(run.sources_of(), None, tmp_path, look=look))
    html = replace(cohort, formats=("html",))
    assert NOTHING == missing_in(html, BatchSetup((), None, tmp_path, look=replace(look, brand=BRAND)))


@pytest.mark.parametrize("foreseen", [False, True])
def test_a_book_is_printed_once_where_it_was_foreseen_and_in_any_case(foreseen, monkeypatch):
    parts = (Passage(f"So {LESSONS}"), Shown(a_block()), Shown(replaced_block()))
    look = replace(PLAIN, brand=BRAND)
    whole = LESSONS + BRANDS + COMPUTED
    book = Book(ADA, (Chapter("small", "01", "Small", parts),), look=look, stand_ins=whole if foreseen else "")
    assert foreseen != any(char in pdf.workbook_data(book) for char in whole)
    refused = []
    plainly = printing.glyph_error
    monkeypatch.setattr(printing, "glyph_error", lambda missing: refused.append(missing) or plainly(missing))
    assert pdf.workbook_pdf(book) and key_pdf(book) and pdf.guide_pdf(book)
    assert foreseen != bool(refused)


def replaced_block():
    """A question that a lesson computed, with a character that no check of its notebook sees."""
    return a_block().model_copy(update={"id": "small.two", "item": an_item(id="small.two", prompt=COMPUTED)})


def test_whatever_a_document_leaves_out_is_in_no_name_and_so_a_name_is_the_same_everywhere():
    for char in FORBIDDEN:
        with pytest.raises(ValueError, match="a name without"):
            LearnerProfile("ada", f"a{char}")
