"""Writes the report of a workshop: runs the notebook with its file; page, notebook and tables go into a folder."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from pathlib import Path

from outsourcing_lessons.debrief.debrief import Debrief
from outsourcing_lessons.debrief.page import page
from outsourcing_lessons.debrief.paper import paper
from outsourcing_lessons.debrief.pictures import pictures
from outsourcing_lessons.debrief.results import read_results
from outsourcing_lessons.debrief.slides import slides
from outsourcing_lessons.debrief.tables import answers_csv, participants_csv, questions_csv, xapi_lines
from outsourcing_lessons.errors import InputError, NotebookError, RenderError, StoreError
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.own_kernel import OwnKernel
from outsourcing_lessons.papermill_plugins import errors_only, without_plugins

NOTEBOOK = "90_workshop_debrief.ipynb"
PAGE = "debrief.html"
NO_SLIDES = "There is no results.pptx: it takes python-pptx, pip install 'outsourcing-lessons[slides]'"
PACKAGE = Path(__file__).resolve().parents[1]
# Papermill's engine of ours runs the notebook in this process: no kernel, of whatever environment, has to start, and
# none complains on the terminal.
ENGINE = "outsourcing-lessons"


def write_report(path: Path, out: Path, names: bool = False) -> tuple[list[str], list[str]]:
    """Write the report of a workshop into a folder; return the names of its files, and what there is to say of them.

    The folder ``out`` is new or empty, or has an earlier report, which is replaced but for its notebook. With ``names``
    it may have names and learner ids.

    Raises WorkshopError if there is no workshop in the file, InputError if the folder holds anything else, and
    NotebookError or StoreError if the notebook fails or nothing can be written; the folder is as it was then.
    """
    results = read_results(str(path))
    if out.exists() and not out.is_dir():
        raise InputError(f"{out} is a file; choose a folder with --out")
    if out.is_dir() and any(out.iterdir()) and not (out / PAGE).exists():
        raise InputError(f"{out} contains something other than a report; choose a new folder with --out")
    executed = _executed(path, names)
    debrief, found = Debrief(results, names), pictures(results)
    title, about = f"Workshop results: {chosen().title}", f"{debrief} {len(results.people)} joined."
    notes = []
    contents: dict[str, str | bytes] = {
        PAGE: page(executed, "Workshop debrief"),
        "questions.csv": questions_csv(results),
        "participants.csv": participants_csv(results, names),
        "answers.csv": answers_csv(results),
        "xapi.jsonl": xapi_lines(results),
    }
    try:
        contents["results.pdf"] = paper(title, about, found)
    except RenderError as error:
        notes.append(f"There is no results.pdf: {error}")
    try:
        contents["results.pptx"] = slides(title, about, found)
    except ImportError:
        notes.append(NO_SLIDES)
    if not (out / NOTEBOOK).exists():  # one that is there may have been changed, and shows what is new when it is run
        contents[NOTEBOOK] = _to_go_on_with(executed, path, out, names)
    _written(out, contents)
    return list(contents), notes


def own_notebook() -> Path:
    """Return where the notebook about a workshop is: it is ours, whatever the course."""
    inside = PACKAGE / "notebooks" / NOTEBOOK
    return inside if inside.exists() else PACKAGE.parent / "notebooks" / NOTEBOOK  # in the repository


def _executed(path: Path, names: bool) -> dict:
    with without_plugins():
        from papermill import PapermillExecutionError, execute_notebook

    with errors_only(), tempfile.TemporaryDirectory() as folder:
        try:
            return execute_notebook(
                str(own_notebook()), None, parameters={"results": str(path.absolute()), "names": names},
                engine_name=ENGINE, kernel_name="python3", kernel_manager_class=OwnKernel, progress_bar=False,
                log_output=False, cwd=folder,
            )  # fmt: skip
        except PapermillExecutionError as error:
            raise NotebookError(f"{NOTEBOOK} failed: {error.ename}: {error.evalue}") from error
        except (RuntimeError, OSError) as error:  # of jupyter_client and nbclient: the kernel did not start, or died
            why = next(iter(str(error).splitlines()), type(error).__name__)
            raise NotebookError(
                f"{NOTEBOOK} was not run, because no kernel works: {why}; to find out more: outsourcing-lessons doctor"
            ) from error


def _to_go_on_with(executed: dict, path: Path, out: Path, names: bool) -> str:
    """Return the notebook that was run, so that it finds the workshop's file from where it lies now."""
    try:
        found = Path(os.path.relpath(path.absolute(), out.absolute())).as_posix()
    except ValueError:  # another drive
        found = path.absolute().as_posix()
    cells = [_without_run(cell) for cell in executed["cells"]]
    for cell in cells:
        if "injected-parameters" in cell["metadata"].get("tags", []):
            cell["source"] = f"results = {found!r}\nnames = {names!r}"
    metadata = {name: value for name, value in executed["metadata"].items() if name != "papermill"}
    return json.dumps({**executed, "cells": cells, "metadata": metadata}, indent=1, ensure_ascii=False) + "\n"


def _without_run(cell: dict) -> dict:
    """Take out what papermill notes about its run."""
    kept = {name: value for name, value in cell["metadata"].items() if name not in ("papermill", "execution")}
    return {**cell, "metadata": kept}


def _written(out: Path, contents: dict[str, str | bytes]) -> None:
    """Write everything beside the folder first, so that it is there whole or not at all."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=out.parent, prefix=f".{out.name}."))
        try:
            for name, content in contents.items():
                # The mark at the beginning tells a spreadsheet that the table is UTF-8.
                encoding = "utf-8-sig" if name.endswith(".csv") else "utf-8"
                (beside / name).write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
            for name in contents:
                os.replace(beside / name, out / name)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise StoreError(f"the report cannot be written to {out} ({error.strerror})") from error
