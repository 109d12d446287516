"""``python -m ...preview.build``: one page of a lesson, made in a fresh process so that it has what was saved last.

Standard input is the wish as JSON; the page goes to standard output, what is wrong to standard error with exit code 1.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from html import escape
from itertools import islice, product
from pathlib import Path
from random import Random
from typing import Any

from outsourcing_lessons.errors import OutsourcingLessonsError
from outsourcing_lessons.without_grammars import without_grammars

OTHERS = (
    "numpy", "pydantic", "nbformat", "papermill", "ipykernel.zmqshell", "ipykernel.ipkernel", "anywidget", "mistune",
    "jinja2", "nbclient", "papermill.execute", "papermill.engines", "typst",
)  # fmt: skip
VIEWS = ("study", "print", "key", "corners", "check")
MOST_CORNERS = 32  # of one explorer: five sliders; with more, the first ends of the others


def built(wish: dict[str, Any]) -> bytes:
    """Return a view of a lesson: ``{"lesson", "view", "trade", "seed", "notebooks"}`` says which.

    It is HTML of views study, corners and check; PDF of print and key.
    """
    from outsourcing_lessons.lessons.courses import chosen

    course = chosen()
    lesson, profile = course.lesson(wish["lesson"]), course.profile(business=wish["trade"], seed=wish["seed"])
    folder = Path(wish["notebooks"]) if wish["notebooks"] else None
    if wish["view"] == "corners":
        return _page(_corners(lesson, profile))
    if wish["view"] == "check":
        return _page(_faults(lesson, folder))
    return _workbook(lesson, profile, folder, wish["view"])


def _workbook(lesson, profile, folder: Path | None, view: str) -> bytes:
    from outsourcing_lessons.lessons.courses import chosen
    from outsourcing_lessons.render import notebook
    from outsourcing_lessons.render.book import Book, Chapter
    from outsourcing_lessons.render.execute import execute, our_engine

    path = folder / lesson.notebook if folder else chosen().notebook_of(lesson)
    nb = notebook.clean(execute(notebook.read(path), path.name, profile, our_engine()))
    chapter = Chapter(lesson.slug, lesson.number, lesson.title, notebook.parts_of(nb, lesson.slug))
    book = Book(profile, (chapter,))
    if view == "study":
        from outsourcing_lessons.render.html import workbook_html

        return workbook_html(book)
    from outsourcing_lessons.render.pdf import guide_pdf, workbook_pdf

    return guide_pdf(book) if view == "key" else workbook_pdf(book)


def corners(sliders) -> Iterator[dict[str, float]]:
    """Yield every setting in which each slider stands at one of its ends, up to `MOST_CORNERS`."""
    ends = product(*((slider.low, slider.high) for slider in sliders))
    for values in islice(ends, MOST_CORNERS):
        yield dict(zip((slider.id for slider in sliders), values, strict=True))


def _corners(lesson, profile) -> Iterator[str]:
    from outsourcing_lessons.lessons.courses import case_of
    from outsourcing_lessons.lessons.moves import a_play

    case = case_of(profile)
    for template in lesson.explorers:
        yield f"<h2>{escape(template.title)}</h2><p>{escape(template.question)}</p>"
        sliders = template.sliders(case)
        plays = template.turns and (a_play(template.turns, Random(number)) for number in range(MOST_CORNERS))
        for values in plays or corners(sliders):
            frame = template.frame(case, values)
            at = "; ".join(f"{slider.label}: {values[slider.id]:g}" for slider in sliders)
            said = f"<b>{escape(at)}</b><br>{escape(frame.sentence)}"
            yield f"<figure>{frame.svg}<figcaption>{said}</figcaption></figure>"


def _faults(lesson, folder: Path | None) -> Iterator[str]:
    from outsourcing_lessons.authoring.check import faults_of_lesson
    from outsourcing_lessons.authoring.content import content_of_course

    faults = list(faults_of_lesson(content_of_course(folder).subject(lesson)))
    yield f"<p>{len(faults)} finding{'s' * (len(faults) != 1)}.</p>"
    for fault in faults:
        told = "<br>".join(map(escape, (str(fault.place), fault.found, fault.cure)))
        yield f"<p><b>{fault.code}</b> {told}</p>"


def _page(parts: Iterator[str]) -> bytes:
    style = "body{font:16px/1.5 system-ui;margin:1rem}p{overflow-wrap:anywhere}"
    style += "figure{display:inline-block;max-width:30rem;margin:.5rem}"
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Preview</title><style>{style}</style>'
    return (head + "".join(parts)).encode()


def main() -> int:
    """Read a wish and write the page.

    What is other people's is loaded before the wish comes, so that a page takes half the time; nothing of the course or
    its engine is, so that it is made of what was saved last.
    """
    with without_grammars():
        for name in OTHERS:
            importlib.import_module(name)
    try:
        sys.stdout.buffer.write(built(json.load(sys.stdin)))
    except OutsourcingLessonsError as error:
        print(error, file=sys.stderr)
        return 1
    except Exception as error:  # an author's slip, of whatever kind, is for the page to show
        import traceback

        last = traceback.extract_tb(error.__traceback__)[-1]
        print(f"{last.filename}:{last.lineno}: {type(error).__name__}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
