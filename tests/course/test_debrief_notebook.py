"""The notebook that an instructor gets after a workshop."""

from __future__ import annotations

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.debrief import open_debrief
from outsourcing_lessons.debrief.page import page
from outsourcing_lessons.notebook_files import PARAMETERS_OF_DEBRIEF, read


def test_it_shows_what_the_functions_say():
    """Its parameters are its own two; it opens the workshop that is made up."""
    notebook = read(COURSE.notebooks / "90_workshop_debrief.ipynb")
    assert "".join(notebook["cells"][1]["source"]) == PARAMETERS_OF_DEBRIEF
    html = page(notebook, "Debrief")
    assert open_debrief().gains().html in html and open_debrief().misconceptions().html in html
    assert "<script" not in html and "http-equiv" in html and ".07" in html
