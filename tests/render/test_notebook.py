"""What is read from a notebook, what is kept of it, and what of it gets into a workbook."""

from __future__ import annotations

import pytest
from nbformat import v4

from outsourcing_lessons.blocks.block import MIME, Guide
from outsourcing_lessons.errors import NotebookError
from outsourcing_lessons.number_format import writing
from outsourcing_lessons.render import notebook
from outsourcing_lessons.render.book import Chapter
from outsourcing_lessons.render.notebook import WIDGET, Code, Passage, Shown
from tests.render.conftest import a_block, a_notebook


def shown(block, **more) -> dict:
    return v4.new_output("display_data", data={MIME: block.model_dump(mode="json"), "text/plain": "a block", **more})


def cell(source: str, *outputs, tags=()):
    return v4.new_code_cell(source, outputs=list(outputs), metadata={"tags": list(tags)})


def test_parts_come_in_order_and_machinery_stays_out():
    result = v4.new_output("execute_result", data={"text/plain": "3"}, execution_count=1)
    hidden = cell("secret", shown(a_block()), tags=["hide-input"])
    parts = notebook.parts_of(
        a_notebook(v4.new_markdown_cell("Hello"), cell("1 + 2", result), cell("x = 1", tags=["hide-input"]), hidden)
    )
    assert (Passage("# Small"), Passage("Hello"), Code("1 + 2", "3"), Shown(a_block())) == parts


def test_a_visible_cell_with_a_block_shows_both():
    assert (Code("show()", ""), Shown(a_block())) == notebook.parts_of(a_notebook(cell("show()", shown(a_block()))))[1:]


def test_cells_for_jupyterlab_only_stay_out():
    menu = v4.new_markdown_cell("Press Run", metadata={"tags": ["lab-only"]})
    parts = notebook.parts_of(
        a_notebook(menu, cell("1", tags=["lab-only"]), cell("show()", shown(a_block()), tags=["hide-input"]))
    )
    assert (Passage("# Small"), Shown(a_block())) == parts


def test_the_injected_parameters_are_not_shown():
    nb = a_notebook(
        cell("learner = 'Ada'", tags=["injected-parameters"]), cell("show()", shown(a_block()), tags=["hide-input"])
    )
    assert 2 == len(notebook.parts_of(nb))


def test_a_notebook_without_blocks_is_no_lesson():
    with pytest.raises(NotebookError, match="no block"):
        notebook.parts_of(a_notebook(cell("1")))


def test_a_display_that_is_no_block_is_named():
    output = v4.new_output("display_data", data={MIME: {"kind": "nonsense"}})
    with pytest.raises(NotebookError, match="not a block of this version"):
        notebook.parts_of(a_notebook(cell("1", output)))


def test_cleaning_takes_times_paths_live_views_and_warnings():
    nb = a_notebook(
        cell(
            "show()",
            shown(a_block(), **{WIDGET: {"model_id": "f00"}}),
            v4.new_output("stream", name="stderr", text="/tmp/x"),
        )
    )
    nb.metadata |= {
        "papermill": {"input_path": "/home/x"},
        "widgets": {"state": {}},
        "language_info": {"version": "3.11.7"},
    }
    nb.cells[-1].metadata |= {"papermill": {"duration": 1}, "execution": {"iopub.status.busy": "2026"}}
    nb.cells.append(cell("learner = 'Ada'", tags=["injected-parameters"]))
    ids = [cell.id for cell in nb.cells[:-1]]
    text = notebook.written(notebook.clean(nb)).decode()
    assert not any(word in text for word in ("papermill", "widget", "/home", "/tmp", "2026", "3.11.7", "f00"))
    assert [*ids, "injected-parameters"] == [cell.id for cell in notebook.parse(text, "x").cells]


def test_what_is_written_is_the_notebook_with_a_line_for_each_cell():
    nb = a_notebook(cell("“a”\n\u2028b", shown(a_block()), v4.new_output("stream", text="1\n2\n")))
    text = notebook.written(nb).decode()
    assert notebook.parse(text, "x") == nb and len(text.split("\n")) == len(nb.cells) + 4


def test_the_title_is_the_first_heading():
    assert "Small" == notebook.title_of(a_notebook())
    assert notebook.title_of(v4.new_notebook(cells=[v4.new_markdown_cell("## Lower")])) is None


def test_notes_for_the_instructor_are_not_for_the_learner():
    guide = Shown(Guide(id="small.guide", section="ask", talk=3, discussion="Ask."))
    chapter = Chapter("small", "01", "Small", (guide, Shown(a_block())))
    assert (Shown(a_block()),) == chapter.for_learner
    assert (a_block(),) == chapter.asks


def test_a_note_is_read_from_the_executed_notebook_and_is_in_no_file_of_a_learners():
    metadata = {"tags": ["instructor"], "instructor": {"section": "ask", "talk": 3}}
    nb = a_notebook(v4.new_markdown_cell("Ask.\n\n> Skip.", metadata=metadata), cell("show()", shown(a_block())))
    chapter = Chapter("small", "01", "Small", notebook.parts_of(nb, "small"))
    assert chapter.stretches[0].note == Guide(
        id="small.guide-ask", section="ask", talk=3, discussion="Ask.", skip="Skip."
    )
    assert not any("Ask." in str(part) for part in chapter.for_learner)
    assert b"Skip." not in notebook.written(nb)


def test_a_note_that_cannot_be_read_is_named_by_its_cell():
    nb = a_notebook(v4.new_markdown_cell("Ask.", metadata={"tags": ["instructor"]}))
    with pytest.raises(NotebookError, match="cell 3: its metadata “instructor” name no section"):
        notebook.parts_of(nb)


def test_a_second_note_on_a_section_is_named_by_its_cell():
    metadata = {"tags": ["instructor"], "instructor": {"section": "ask", "talk": 3}}
    both = (v4.new_markdown_cell(text, metadata=metadata) for text in ("Ask.", "Wait."))
    with pytest.raises(NotebookError, match="cell 4: the section 'ask' has a note in cell 3 already"):
        notebook.parts_of(a_notebook(*both), "small")


def test_a_line_that_asks_a_model_is_a_table():
    result = v4.new_output("execute_result", data={"text/plain": "[2.0, 3.5]"}, execution_count=1)
    line = cell("model.wait(at=[1, 2]).tolist()", result)
    line.metadata.labels = {"result": "Minutes"}
    nb = a_notebook(line, cell("show()", shown(a_block()), tags=["hide-input"]))
    assert Passage("| At | 1 | 2 |\n|---|---:|---:|\n| Minutes | 2 | 3.5 |") == notebook.parts_of(nb)[1]


def test_numbers_of_a_page_are_written_as_in_the_country_of_its_learner():
    result = v4.new_output("execute_result", data={"text/plain": "[0.5, 1234.5]"}, execution_count=1)
    line = cell("model.wait(at=[0.1, 1], rate=0.85).tolist()", result)
    line.metadata.labels = {"covered": "0.1"}
    words = v4.new_markdown_cell("Of 785,326 projects 2.5 % failed; see arXiv 2310.15683 and `rate=0.85`.")
    with writing("EUR|#.##0,00 €"):
        told, asked = notebook.parts_of(a_notebook(words, line, cell("show()", shown(a_block()))))[1:3]
    assert told == Passage("Of 785.326 projects 2,5 % failed; see arXiv 2310.15683 and `rate=0.85`.")
    assert asked == Passage("Rate: 0,85\n\n| At | 0,1 | 1 |\n|---|---:|---:|\n| Result | 0,5 | 1.234,5 |", "0,1")


def test_how_a_kernel_cuts_what_is_printed_makes_no_difference():
    def printed(*pieces):
        outputs = [v4.new_output("stream", name=name, text=text) for name, text in pieces]
        return notebook.clean(v4.new_notebook(cells=[v4.new_code_cell("", outputs=outputs)])).cells[0].outputs

    assert printed(("stdout", "abc")) == printed(("stdout", "a"), ("stderr", "!"), ("stdout", "b"), ("stdout", "c"))
