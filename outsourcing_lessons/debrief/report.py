"""Writes the report of a workshop: runs the notebook with its file, and puts page, tables, statements into a folder."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from pathlib import Path

from outsourcing_lessons.course.notebooks import folder as notebooks
from outsourcing_lessons.debrief.page import page
from outsourcing_lessons.debrief.results import read_results
from outsourcing_lessons.debrief.tables import answers_csv, participants_csv, questions_csv, xapi_lines
from outsourcing_lessons.errors import InputError, NotebookError, StoreError

NOTEBOOK = "90_workshop_debrief.ipynb"
PAGE = "debrief.html"


def write_report(path: Path, out: Path, names: bool = False) -> list[str]:
    """Write the report of a workshop into a folder; return the names of its files.

    Parameters
    ----------
    path : Path
        The workshop's file.
    out : Path
        A new or empty folder, or one with an earlier report, which is replaced.
    names : bool
        Whether names and learner ids may be in it.

    Raises
    ------
    WorkshopError
        If there is no workshop in the file.
    InputError
        If the folder holds anything else.
    NotebookError, StoreError
        If the notebook fails or nothing can be written; the folder is as it was then.
    """
    results = read_results(str(path))
    if out.exists() and not out.is_dir():
        raise InputError(f"{out} is a file; name a folder with --out")
    if out.is_dir() and any(out.iterdir()) and not (out / PAGE).exists():
        raise InputError(f"{out} holds other things than a report; name a new folder with --out")
    contents = {
        PAGE: page(_executed(path, names), "Workshop debrief"),
        "questions.csv": questions_csv(results),
        "participants.csv": participants_csv(results, names),
        "answers.csv": answers_csv(results),
        "xapi.jsonl": xapi_lines(results),
    }
    _written(out, contents)
    return list(contents)


def _executed(path: Path, names: bool) -> dict:
    from papermill import PapermillExecutionError, execute_notebook

    logging.getLogger("papermill").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        try:
            return execute_notebook(
                str(notebooks() / NOTEBOOK), None, parameters={"results": str(path.absolute()), "names": names},
                kernel_name="python3", progress_bar=False, log_output=False, cwd=folder,
            )  # fmt: skip
        except PapermillExecutionError as error:
            raise NotebookError(f"{NOTEBOOK} failed: {error.ename}: {error.evalue}") from error


def _written(out: Path, contents: dict[str, str]) -> None:
    """Write everything beside the folder first, so that it is there whole or not at all."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=out.parent, prefix=f".{out.name}."))
        try:
            for name, text in contents.items():
                # The mark at the beginning tells a spreadsheet that the table is UTF-8.
                encoding = "utf-8-sig" if name.endswith(".csv") else "utf-8"
                (beside / name).write_text(text, encoding=encoding, newline="")
            for name in contents:
                os.replace(beside / name, out / name)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise StoreError(f"the report cannot be written to {out} ({error.strerror})") from error
