"""R8: the notebook as a file: whole, and what is machinery is folded away."""

from __future__ import annotations

from collections.abc import Iterator

from outsourcing_lessons.authoring.content import Subject
from outsourcing_lessons.authoring.rule import Broken, rule
from outsourcing_lessons.lessons.model_line import COVERED, as_table, heads
from outsourcing_lessons.notebook_files import faults_of


@rule("R801", "JupyterLab, papermill and every exporter read it")
def the_notebook_is_as_the_course_writes_them(subject: Subject) -> Iterator[Broken]:
    for fault in faults_of(subject.notebook, subject.content.shipped):
        cure = "fix it, then run the notebook and save it: `make notebooks` does both"
        yield Broken(subject.at(fault.cell), fault.found, cure)


@rule("R802", "a learner came for the question, not for the line that asks it")
def a_line_that_only_shows_something_is_folded(subject: Subject) -> Iterator[Broken]:
    for cell in subject.cells:
        if cell.calls and "hide-input" not in cell.tags:
            found = "the code that shows this is in view"
            yield Broken(subject.at(cell.number), found, "give the cell the tag hide-input and collapse its code")


@rule("R803", "who reads a workbook, a phone or paper has no Python")
def a_line_with_labels_is_shown_as_a_table(subject: Subject) -> Iterator[Broken]:
    for number, cell in enumerate(subject.notebook["cells"], 1):
        labels = cell["metadata"].get("labels")
        answers = [one["data"].get("text/plain", "") for one in cell.get("outputs", ()) if "data" in one]
        if not labels or not (answers or subject.content.shipped):
            continue  # a line of an author's copy that is yet to be run
        table = as_table("".join(cell["source"]), "".join(map("".join, answers)), labels)
        if not table:
            cure = "name every argument (`trials=5`, not `5`), and let what varies be lists of one length"
            yield Broken(subject.at(number), "this line is shown as code and not as a table", cure)
        elif labels.get(COVERED, heads(table)[0]) not in heads(table):
            found, cure = f"no column is headed {labels[COVERED]!r}", f"name one of {', '.join(heads(table))}"
            yield Broken(subject.at(number), found, cure)
