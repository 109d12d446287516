"""Whoever edits a notebook edits the lesson: nearly all its prose stands in it.

Questions are of the bank, what becomes of a bet among them, and what a block shows as data (findings, sheets to fill in,
sliders) is no prose.
``python -m tests.notebooks.test_prose_stands_here`` prints the share of each lesson.
"""

from __future__ import annotations

import ast

import pytest

from outsourcing_lessons.blocks.block import MIME
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.items.item import Bet
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.notes import without_notes
from outsourcing_lessons.notebook_files import read

LEAST = 0.9
CASE = case_of(LearnerProfile())
BETS = {t.id: isinstance(t.variant(CASE), Bet) for lesson in COURSE.lessons for t in lesson.items if t.section == "predict"}
PROSE = {  # what is read of a block as running text
    "explorer": ("question",), "reveal": ("explanation",), "worksheet": ("purpose",), "tally": ("purpose",),
    "binder": ("purpose",),
}  # fmt: skip


def told_in(source: str) -> list[str]:
    """Return the texts that a cell tells."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [c.args[0].value for c in calls if isinstance(c.func, ast.Attribute) and c.func.attr == "tell"]


def elsewhere(cell: dict) -> str:
    """Return the prose that a cell shows and does not hold; where one learner stands (``lab-only``) is no prose."""
    if "lab-only" in cell["metadata"].get("tags", []):
        return ""
    blocks = [o["data"][MIME] for o in cell["outputs"] if MIME in o.get("data", {})]
    texts = [block[name] for block in blocks if not ends_a_bet(block) for name in PROSE.get(block["kind"], ())]
    texts += [b["markdown"] for b in blocks if b["kind"] == "prose" and ".tell-" not in b["id"] and not b["small"]]
    return " ".join(texts)


def ends_a_bet(block: dict) -> bool:
    """Whether a reveal tells what becomes of a bet: the feedback of its options."""
    return block["kind"] == "reveal" and BETS.get(block["prediction"], False)


def words_of(lesson) -> tuple[int, int]:
    """Return how many words of a lesson's prose stand in its notebook, and how many elsewhere."""
    here, other = [], []
    for cell in without_notes(read(COURSE.notebook_of(lesson)))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            here.append(source)
        else:
            here += told_in(source)
            other.append(elsewhere(cell))
    return len(" ".join(here).split()), len(" ".join(other).split())


@pytest.mark.parametrize(
    "lesson", COURSE.lessons[:5], ids=lambda lesson: lesson.slug
)  # the capstone is a game: hardly prose
def test_nine_words_in_ten_stand_in_the_notebook(lesson):
    here, other = words_of(lesson)
    assert here / (here + other) >= LEAST, (here, other)


@pytest.mark.parametrize("lesson", COURSE.lessons[1:5], ids=lambda lesson: lesson.slug)
def test_six_lines_that_ask_a_model_are_there_to_be_changed(lesson):
    """Each with its labels, so that it is a table where there is no Python."""
    cells = [c for c in read(COURSE.notebook_of(lesson))["cells"] if c["cell_type"] == "code"]
    lines = [c for c in cells if "hide-input" not in c["metadata"].get("tags", []) and c["metadata"].get("labels")]
    asks = [c for c in lines if "rows" not in c["metadata"]["labels"]]
    assert len(asks) >= 6
    assert all(len("".join(cell["source"]).splitlines()) <= 3 for cell in lines)


if __name__ == "__main__":
    for one in COURSE.lessons:
        inside, outside = words_of(one)
        print(f"{one.slug}: {inside} here, {outside} elsewhere, {inside / (inside + outside):.0%}")
