"""Where things stand on a printed page: nothing leaves it, whichever side of the sheet it is on."""

from __future__ import annotations

import io
import re
import shutil
import subprocess

import pikepdf
import pytest

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render import pdf
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.look import Look
from outsourcing_lessons.render.notebook import Shown

WORD = re.compile('<word xMin="[^"]*" yMin="([^"]*)" xMax="[^"]*" yMax="([^"]*)">([^<]*)</word>')


def with_a_worksheet(letter: str) -> Book:
    """A book with a worksheet; a letter puts it one page further, on the other side of a sheet."""
    here = LearnerProfile("ada", "Ada", business=chosen().trade_names[0])
    sheet = chosen().lessons[0].worksheet(chosen().case(here))
    chapter = Chapter("small", "01", "Small", (Shown(sheet),))
    return Book(here, (chapter,), look=Look(duplex=True), letter=letter)


def reach(page: pikepdf.Page) -> list[float]:
    """Return how far to the right each line goes or begins, in points."""
    now, kept, found = pikepdf.Matrix(), [], []
    for instruction in pikepdf.parse_content_stream(page):
        name, numbers = str(instruction.operator), instruction.operands
        if name == "q":
            kept.append(now)
        elif name == "Q":
            now = kept.pop()
        elif name == "cm":
            now = pikepdf.Matrix(*(float(one) for one in numbers)) @ now
        elif name in ("m", "l"):
            found.append(now.transform((float(numbers[0]), float(numbers[1])))[0])
    return found


@pytest.mark.parametrize("letter", ["", "Dear Ada"])
def test_a_worksheet_is_within_both_pages_of_a_sheet(letter):
    with pikepdf.open(io.BytesIO(pdf.workbook_pdf(with_a_worksheet(letter)))) as made:
        edge = float(made.pages[0].mediabox[2])
        ends = [place for page in made.pages[1:] for place in reach(page)]  # the cover goes to the edge
    assert ends and 10 < min(ends) and max(ends) < edge - 10


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not installed: apt install poppler-utils")
@pytest.mark.parametrize("name", ["Zoë Þjóðgyjar", "Maximilian-Alexander von der Heide-Schröder zu Hohenstein"])
def test_a_name_on_the_cover_keeps_clear_of_the_line_below_it(name):
    """Letters that hang low were written over by it."""
    here = LearnerProfile("ada", name, business=chosen().trade_names[0])
    asked = ["pdftotext", "-bbox", "-l", "1", "-", "-"]
    boxes = subprocess.run(
        asked, input=pdf.workbook_pdf(Book(here, ())), capture_output=True, check=True
    ).stdout.decode()
    found = {word: (float(top), float(foot)) for top, foot, word in WORD.findall(boxes)}
    feet = [foot for word, (_, foot) in found.items() if len(word) > 5 and word in name]  # of a long one, in pieces
    assert feet and max(feet) <= found[here.business.split()[0]][0]
