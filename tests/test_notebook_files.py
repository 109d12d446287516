"""Running, writing and checking notebooks."""

from __future__ import annotations

import copy
import json

import pytest

from outsourcing_lessons.blocks.block import MIME
from outsourcing_lessons.errors import NotebookError
from outsourcing_lessons.notebook_files import (
    PARAMETERS,
    PARAMETERS_OF_DEBRIEF,
    WIDGET_VIEW,
    faults_of,
    main,
    normalise,
    read,
    write,
    written,
)


def code(source, number, *tags, count=1):
    metadata = {"tags": list(tags)} if tags else {}
    if "hide-input" in tags:
        metadata["jupyter"] = {"source_hidden": True}
    cell = {"cell_type": "code", "id": f"cell-{number:02}", "source": source, "metadata": metadata}
    return cell | {"outputs": [], "execution_count": count}


def text(source, number):
    return {"cell_type": "markdown", "id": f"cell-{number:02}", "source": source, "metadata": {}}


@pytest.fixture
def sound():
    cells = [
        text("# A lesson", 0),
        code(PARAMETERS, 1, "parameters", "hide-input", count=1),
        code("import math", 2, count=2),
        text("So:", 3),
        code("math.pi", 4, count=3),
    ]
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def test_a_sound_notebook_has_no_faults(sound):
    """Nothing to say."""
    assert faults_of(normalise(sound)) == []


def test_what_a_learner_has_no_reason_to_change_cannot_be_changed(sound):
    """Text and folded code; settings can be changed but not deleted. An instructor's notebook is left open."""
    whole, kept = {"deletable": False, "editable": False}, {"deletable": False}
    protection = [{n: v for n, v in c["metadata"].items() if n in whole} for c in normalise(sound)["cells"]]
    assert protection == [whole, kept, {}, whole, {}]
    sound["cells"][1]["source"] = PARAMETERS_OF_DEBRIEF
    assert not [cell for cell in normalise(sound)["cells"] if cell["metadata"].keys() & whole]


def spoilt(notebook, change):
    notebook = copy.deepcopy(normalise(notebook))
    change(notebook["cells"], notebook)
    return " ".join(fault.found for fault in faults_of(notebook))


FAULTS = {
    "never run": lambda cells, nb: cells[4].update(execution_count=None),
    "out of order": lambda cells, nb: cells[4].update(execution_count=9),
    "a cell failed: E: no": lambda cells, nb: cells[4]["outputs"].append(
        {"output_type": "error", "ename": "E", "evalue": "no", "traceback": []}
    ),
    "printed to stderr": lambda cells, nb: cells[4]["outputs"].append(
        {"output_type": "stream", "name": "stderr", "text": ["Warning"]}
    ),
    "live view is stored": lambda cells, nb: cells[4]["outputs"].append(
        {"output_type": "display_data", "metadata": {}, "data": {WIDGET_VIEW: {}}}
    ),
    "metadata holds 'widgets'": lambda cells, nb: nb["metadata"].update(widgets={}),
    "used twice": lambda cells, nb: cells[4].update(id="cell-00"),
    "unknown tag 'hide-imput'": lambda cells, nb: cells[4]["metadata"].update(tags=["hide-imput"]),
    "source_hidden differ": lambda cells, nb: cells[4]["metadata"].update(jupyter={"source_hidden": True}),
    "is protected by {}": lambda cells, nb: cells[3].update(metadata={}),
    "tagged parameters": lambda cells, nb: cells.insert(0, text("Early", 9)),
    "comments included": lambda cells, nb: cells[1].update(source=PARAMETERS.replace("ISO 4217", "a code")),
    "cells are more than": lambda cells, nb: cells.extend([text("x", n) for n in range(10, 130)]),
    "median code cell": lambda cells, nb: [
        cell.update(source="1\n2\n3\n4") for cell in cells if cell["cell_type"] == "code"
    ],
    "more than 15 lines": lambda cells, nb: cells[4].update(source="1\n" * 16),
    "defines a class": lambda cells, nb: cells[4].update(source="class A: pass"),
    "one cell with imports": lambda cells, nb: cells[4].update(source="import os"),
    "code cell in a row": lambda cells, nb: cells.extend([code("1", n, count=n) for n in range(5, 9)]),
    "more than 250 words": lambda cells, nb: cells[3].update(source="word " * 251),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found_and_named(sound, fault):
    """In a sentence an author understands."""
    assert fault in spoilt(sound, FAULTS[fault])


def test_what_differs_from_machine_to_machine_is_not_stored(sound):
    """Version of Python, times, the state of widgets, papermill's own."""
    noisy = copy.deepcopy(sound)
    noisy["metadata"] = {"language_info": {"version": "3.12.1"}, "papermill": {"duration": 3}, "widgets": {}}
    noisy["cells"][4]["metadata"] = {"execution": {"iopub.status.busy": "2026"}, "papermill": {}, "tags": []}
    data = {MIME: {}, "text/plain": "x", WIDGET_VIEW: {"model_id": "abc"}}
    noisy["cells"][4]["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": data}]
    tidy = copy.deepcopy(sound)
    tidy["cells"][4]["outputs"] = [
        {"output_type": "display_data", "metadata": {}, "data": {MIME: {}, "text/plain": "x"}}
    ]
    assert written(normalise(noisy)) == written(normalise(tidy))


def test_a_notebook_has_one_text(sound):
    """Whatever the order of its keys."""
    turned = {name: sound[name] for name in reversed(sound)}
    assert written(turned) == written(sound) and written(sound).endswith("}\n")


def test_running_a_folder_again_changes_nothing_and_leaves_nothing(sound, tmp_path, monkeypatch, capsys):
    """``make notebooks`` is safe to repeat: what was run before is as it was. Cells run in a folder of their own."""
    monkeypatch.chdir(tmp_path)
    shown = {"data": {"text/plain": ["3"]}, "execution_count": 3, "metadata": {}, "output_type": "execute_result"}
    sound["cells"][4] |= {"source": "open('left.txt', 'w').close()\nround(math.pi)", "outputs": [shown]}
    for cell in sound["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True)
    path = tmp_path / "01.ipynb"
    write(path, written(normalise(sound)))
    once = path.read_bytes()
    sound["cells"][4]["outputs"] = []
    write(path, written(normalise(sound)))
    assert path.read_bytes() != once
    assert main([str(tmp_path)]) == 0 and path.read_bytes() == once
    assert "all is well" in capsys.readouterr().out and list(tmp_path.iterdir()) == [path]


@pytest.mark.full  # another run of it
def test_running_a_folder_twice_changes_nothing(sound, tmp_path):
    path = tmp_path / "01.ipynb"
    write(path, written(normalise(sound)))
    assert main([str(tmp_path)]) == 0
    once = path.read_bytes()
    assert main([str(tmp_path)]) == 0 and path.read_bytes() == once and b"3.14159" in once


def test_checking_runs_and_writes_nothing(sound, tmp_path, capsys):
    """It only tells."""
    sound["cells"][4]["execution_count"] = None
    (tmp_path / "01.ipynb").write_text(written(normalise(sound)))
    before = (tmp_path / "01.ipynb").read_bytes()
    assert main(["--check", str(tmp_path)]) == 1 and (tmp_path / "01.ipynb").read_bytes() == before
    assert capsys.readouterr().out == "01.ipynb, cell 5: it was never run\n"


def test_a_cell_that_fails_leaves_the_file_as_it_was(sound, tmp_path, capsys):
    """And is named."""
    sound["cells"][4]["source"] = "1 / 0"
    (tmp_path / "01.ipynb").write_text(written(sound))
    assert main([str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert said.startswith("01.ipynb, cell 5 failed: ") and "ZeroDivisionError" in said
    assert (tmp_path / "01.ipynb").read_text() == written(sound)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"cells"', "\x00"])
def test_a_damaged_file_is_one_sentence(tmp_path, content):
    """With the name of the file."""
    (tmp_path / "01.ipynb").write_text(content)
    with pytest.raises(NotebookError, match="^01.ipynb cannot be read as a notebook"):
        read(tmp_path / "01.ipynb")


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    """A text that cannot be encoded leaves the old one."""
    write(tmp_path / "a", "old")
    with pytest.raises(UnicodeEncodeError):
        write(tmp_path / "a", "\ud800")
    assert [path.name for path in tmp_path.iterdir()] == ["a"] and (tmp_path / "a").read_text() == "old"


def test_json_is_written_for_people(sound):
    """Letters as letters, one key a line."""
    sound["cells"][0]["source"] = "Łódź"
    assert "Łódź" in written(sound) and json.loads(written(sound)) == sound
