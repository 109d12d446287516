"""An author's copy of the notebooks, changed as an instructor would: a question dropped, one moved, one added."""

from __future__ import annotations

from pathlib import Path

from asking_for_a_raise import COURSE

from outsourcing_lessons.lab.author_copy import give
from outsourcing_lessons.notebook_files import read, write, written

LESSON = "first-number"
NOTEBOOK = COURSE.lesson(LESSON).notebook
KEY = "Tell them today"
OWN = f'''lesson.ask(SingleChoice(
    id="own.first", title="A late job", prompt="Your provider is late. What first?", key="tell",
    options=[
        Option(id="tell", text="{KEY}"),
        Option(id="wait", text="Wait a week", feedback="By then the customer knows."),
    ],
    praise="Who hears early can plan.",
))'''
OWN_ID = f"{LESSON}.own-first"


def source(cell: dict) -> str:
    return "".join(cell["source"])


def asks(notebook: dict) -> list[dict]:
    """Return the cells that ask one question of the bank, in order."""
    return [cell for cell in notebook["cells"] if source(cell).startswith('lesson.ask("')]


def name_in(cell: dict) -> str:
    return f"{LESSON}." + source(cell).split('"')[1]


def code(text: str, cell_id: str) -> dict:
    return {"cell_type": "code", "id": cell_id, "metadata": {}, "source": text, "outputs": [], "execution_count": None}


def changed(folder: Path) -> tuple[Path, str, tuple[str, str]]:
    """Make and change a copy of a lesson; return it, what was dropped, and two questions in their new order."""
    give(COURSE.notebooks, folder)
    notebook = read(folder / NOTEBOOK)
    cells, (dropped, first, second) = notebook["cells"], asks(notebook)[-3:]
    cells.remove(dropped)
    cells.remove(first)
    cells.insert(cells.index(second) + 1, first)
    cells.insert(cells.index(first) + 1, code(OWN, "own"))
    opening = next(cell for cell in cells if "import open_lesson" in source(cell))
    opening["source"] = source(opening).replace("import open_lesson", "import Option, SingleChoice, open_lesson")
    write(folder / NOTEBOOK, written(notebook))
    return folder, name_in(dropped), (name_in(second), name_in(first))


def with_cell(folder: Path, text: str) -> Path:
    """Make a copy of a lesson with one more cell at its end."""
    give(COURSE.notebooks, folder)
    notebook = read(folder / NOTEBOOK)
    notebook["cells"].append(code(text, "last"))
    write(folder / NOTEBOOK, written(notebook))
    return folder
