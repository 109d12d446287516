"""PDFs made in this process, from books without a kernel."""

from __future__ import annotations

import io
import json
import shutil
import subprocess

import pikepdf
import pytest

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.blocks.block import Ask, Explorer, Frame, Guide, Reveal, Scenario, Slider
from outsourcing_lessons.items.item import Exhibit
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render import notebook, pages, pdf, run
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.markdown import nodes
from outsourcing_lessons.render.notebook import Code, Passage, Shown
from tests.render.conftest import a_block, an_item, key_pdf, passage

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9" stroke="#000"/></svg>'


def a_book(*parts, learner: str = "Ada") -> Book:
    return Book(LearnerProfile(learner=learner), (Chapter("small", "01", "Small", parts or (Shown(a_block()),)),))


def explorer() -> Explorer:
    frame = Frame(svg=DRAWING, alt="A line", sentence="It rises.")
    sliders = (Slider(id="jobs", label="Jobs", low=1, high=9, step=1, value=2),)
    return Explorer(
        id="small.x",
        title="X",
        question="Q?",
        sliders=sliders,
        scenarios=(Scenario(label="Now", values={"jobs": 2}, frame=frame),),
    )


@pytest.mark.parametrize("make", [pdf.workbook_pdf, key_pdf, pdf.guide_pdf])
def test_the_same_book_gives_the_same_bytes(make):
    assert make(a_book()) == make(a_book())


def test_levels_of_headings_have_no_gaps_whatever_the_author_did():
    parts = [
        Passage("#### Deep"),
        Shown(a_block()),
        Passage("# One\n\n### Three\n\ntext"),
        Shown(passage("###### Six")),
        Code("1", "2"),
    ]
    assert pdf.workbook_pdf(a_book(*parts))
    assert pdf.workbook_pdf(a_book(Shown(a_block()), Shown(explorer())))


def test_a_passage_of_typst_code_is_text():
    hostile = '#eval("1+1") $x$ #import "x.typ" @ref <label> \\ #sys.inputs'
    item = an_item(title=hostile, prompt=hostile, praise=hostile)
    book = a_book(
        Passage(hostile),
        Shown(Ask(id="small.one", section=hostile, item=item)),
        Code(hostile, hostile),
        learner=hostile,
    )
    assert pdf.guide_pdf(book)
    for make in (pdf.workbook_pdf, key_pdf):
        with pikepdf.open(io.BytesIO(make(book))) as made:
            assert hostile in str(made.open_metadata()["dc:title"])


@pytest.mark.parametrize("name", ["Kim \U0010fffd", "**Kim** _a_ \U0010fffd[x](y)"])
def test_a_name_that_cannot_be_printed_is_the_id_on_every_page(name):
    made_for = Passage(f"Made for **{escape.markdown(name)}**.")
    profile = LearnerProfile("kim", name)
    book = Book(profile, (Chapter("small", "01", "Small", (made_for, Shown(a_block()))),), "\U0010fffd")
    for data, of in ((pdf.workbook_data(book), "workbook"), (pdf.key_data(book), "key to the workbook")):
        assert name not in data and "\U0010fffd" not in data
        assert ["kim", f"{chosen().title}: the {of} of kim"] == [json.loads(data)[key] for key in ("learner", "title")]
    assert pdf.workbook_pdf(book) and key_pdf(book)
    assert name != "Kim \U0010fffd" or '"s": "kim"' in pdf.workbook_data(book)


def test_a_page_is_turned_before_what_would_give_a_prediction_away():
    """However much stands between the two; a chart that answers none stays where it is."""
    guess, other = {"kind": "ask", "item": {"type": "prediction"}}, {"kind": "ask", "item": {"type": "number"}}
    lead = {"kind": "markdown", "nodes": nodes("Look closely.")}
    chart, answers = {"kind": "explorer", "after": ""}, {"kind": "explorer", "after": "first-job.break-even"}
    turns = [part.get("turn") for part in pages.turned([guess, dict(chart), other, lead, answers, dict(chart)])]
    assert turns == [None, None, None, "guess", None, None]
    assert ["sheet"] == [part.get("turn") for part in pages.turned([{"kind": "worksheet"}])]


def test_what_leads_up_to_a_new_page_goes_along_from_its_heading_on():
    parts = [{"kind": "markdown", "nodes": nodes(text)} for text in ("Before.", "## Now you", "Fill it in.")]
    turned = pages.turned([*parts, {"kind": "worksheet"}])
    assert [None, "sheet", None, None] == [part.get("turn") for part in turned]


@pytest.fixture(scope="module")
def course() -> Book:
    """All six lessons, as their notebooks are shipped."""
    chapters = (
        Chapter(s.slug, s.number, s.title, notebook.parts_of(notebook.parse(s.text, s.notebook), s.slug))
        for s in run.sources_of()
    )
    return Book(LearnerProfile(), tuple(chapters))


@pytest.fixture(scope="module")
def printed(course) -> bytes:
    return pdf.workbook_pdf(course)


def test_the_whole_course_is_at_most_60_pages(printed):
    with pikepdf.open(io.BytesIO(printed)) as made:
        assert len(made.pages) <= 60


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed: apt install poppler-utils")
def test_a_worksheet_is_one_page_to_keep(course, printed):
    words = subprocess.run(["pdftotext", "-layout", "-", "-"], input=printed, capture_output=True, check=True).stdout
    of_pages = [" ".join(page.split()) for page in words.decode().split("\f")]
    parts = [part.block for chapter in course.chapters for part in chapter.parts if isinstance(part, Shown)]
    sheets = [block for block in parts if block.kind == "worksheet"]
    assert sheets
    for block in sheets:
        titles = [sheet.title for sheet in block.sheets]
        assert any(all(title in page for title in (block.title, *titles)) for page in of_pages), block.title


def test_what_closes_a_passage_stays_with_its_question():
    ask, sheet = {"kind": "ask"}, {"kind": "worksheet", "turn": "sheet"}
    last, head = ({"kind": "markdown", "nodes": nodes(text)} for text in ("The end.", "## More"))
    assert [None, True, None] == [part.get("closes") for part in pages.closed([ask, dict(last), sheet])]
    assert not any("closes" in part for part in pages.closed([ask, head, dict(last), sheet]))


def test_a_title_that_repeats_the_heading_above_it_is_printed_once():
    ask = Shown(a_block())
    head = [{"kind": "markdown", "nodes": nodes(f"## {title}")} for title in ("One", "Two")]
    part = pdf._part(ask, {"small.one": 1}) | {"title": "One"}
    for first, said, level in ((head[0], True, 2), (head[1], False, 3)):
        made = pages.levelled([first, dict(part)])[1]
        assert (said, level) == (made["said"], made["level"])


def test_no_line_ends_between_a_number_and_its_per_cent():
    assert "50\u00a0%" in pdf.workbook_data(a_book(Passage("It falls to 50 %.")))


def test_the_guide_says_how_to_run_the_lesson():
    guide = Guide(id="small.guide-when-wrong", section="when-wrong", talk=7, discussion="Argue.", skip="Nothing.")
    chapter = Chapter("small", "01", "Small", (Shown(guide), Shown(a_block()), Passage("word " * 300)))
    told = pdf._guide_chapter(chapter)["guides"]
    assert [("When wrong", 9, "Argue.", "Nothing.")] == [
        (one["about"], one["minutes"], one["discussion"], one["skip"]) for one in told
    ]
    assert pdf.guide_pdf(Book(LearnerProfile(), (chapter,)))
    assert "Argue." not in json.dumps(pdf._chapter(chapter))


def test_the_key_is_the_answers_by_question():
    item = an_item(answer="42", praise="zzpraise")
    chapter = Chapter("small", "01", "Small", (Shown(Ask(id="small.one", section="practice", item=item)),))
    told = pdf._key_chapter(chapter)
    assert {"title": "Small", "items": [{"number": 1, "title": item.title, "key": "42"}]} == told
    assert "zzpraise" not in pdf.key_data(Book(LearnerProfile(), (chapter,)))


def test_the_guide_repeats_the_table_that_its_feedback_speaks_of():
    table = Exhibit(caption="Two records", columns=("", "Good"), rows=(("Ada", "5"), ("Bo", "48")))
    ask = Ask(id="small.one", section="practice", item=an_item(exhibit=table))
    told = pdf._guide_item(1, ask)
    assert table == Exhibit(**told["exhibit"])
    assert pdf.guide_pdf(a_book(Shown(ask)))


def test_no_key_is_in_the_data_of_the_printed_workbook():
    item = an_item(praise="zzpraise", answer="zzanswer")
    reveal = Reveal(
        id="small.r", prediction="small.one", title="T", truth="It is.", explanation="E", formula="F", assumptions="A"
    )
    chapter = Chapter(
        "small", "01", "Small", (Shown(Ask(id="small.one", section="practice", item=item)), Shown(reveal))
    )
    data = json.dumps(pdf._chapter(chapter))
    assert "zzpraise" not in data and "zzanswer" not in data and "<this>" not in data


def test_a_name_from_right_to_left_turns_nothing_that_is_beside_it():
    assert "\u2068הילה\u2069" in pdf.workbook_data(a_book(learner="הילה"))
    assert "\u2068" not in pdf.workbook_data(a_book())
