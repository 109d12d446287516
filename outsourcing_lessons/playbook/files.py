"""A playbook as files in a folder; nothing that is there is overwritten."""

from __future__ import annotations

from pathlib import Path

from outsourcing_lessons.characters import named
from outsourcing_lessons.errors import RenderError, StoreError, few
from outsourcing_lessons.playbook.book import Playbook
from outsourcing_lessons.playbook.calendar import calendar
from outsourcing_lessons.playbook.page import Page
from outsourcing_lessons.playbook.paper import paper
from outsourcing_lessons.playbook.web import web
from outsourcing_lessons.playbook.word import word
from outsourcing_lessons.typesetting.printing import STAND_IN

MOST = 1000


def write(playbook: Playbook, folder: Path, faces: str = "") -> tuple[list[str], str]:
    """Write the playbook in all formats; return the names of the files, and what of it is shown otherwise than typed.

    A learner may have changed the last one, so the next gets a number: ``my-playbook 2.docx``. Without dates there is
    no calendar file. ``faces`` brings the typefaces of the web page along.

    Raises StoreError when the folder takes no files; then none of them is there.
    """
    made, notes = {"html": web(playbook, faces).encode()}, [_of_all_files(playbook)]
    try:
        made["pdf"], missing = paper(playbook)
        notes.append(_of_the_pdf(playbook, missing))
    except RenderError as error:
        notes.append(f"{error}. There is no PDF; the other files have everything.")
    made["docx"] = word(playbook)
    if playbook.appointments or playbook.reviews:
        made["ics"] = calendar(playbook)
    note = " ".join(filter(None, notes))
    stem = _free_stem(folder, made)
    named = {f"{stem}.{end}": content for end, content in made.items()} | _letters(playbook, stem, "pdf" in made)
    written: list[Path] = []
    try:
        for name, content in named.items():
            written.append(folder / name)
            written[-1].write_bytes(content)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        raise StoreError(f"the playbook cannot be written here: {error.strerror}") from error
    return [path.name for path in written], note


def _letters(playbook: Playbook, stem: str, with_pdf: bool) -> dict[str, bytes]:
    """Return the pages that leave the house as files of their own, beside the playbook of that name."""
    made: dict[str, bytes] = {}
    for one in playbook.letters:
        name = f"{stem} {one.use[0].id}"
        made |= {f"{name}.pdf": paper(one)[0]} if with_pdf else {}
        made[f"{name}.docx"] = word(one)
    return made


def _free_stem(folder: Path, ends) -> str:
    stems = ["my-playbook", *(f"my-playbook {n}" for n in range(2, MOST))]
    return next(stem for stem in stems if not any((folder / f"{stem}.{end}").exists() for end in ends))


def _of_all_files(playbook: Playbook) -> str:
    """Say what stands for characters that no document can hold."""
    shown = [f"{named(char)} is written as {by}" for char, by in playbook.replaced if by]
    left_out = [named(char) for char, by in playbook.replaced if not by]
    parts = [*shown, f"{few(left_out)} left out" if left_out else ""]
    return f"Characters that cannot be printed: {few(list(filter(None, parts)))}." if any(parts) else ""


def _of_the_pdf(playbook: Playbook, missing: str) -> str:
    """Say which characters the PDF has a box for, and on which pages."""
    if not missing:
        return ""
    pages = [f"“{page.title}”" for page in (*playbook.use, *playbook.pages) if _holds(page, missing)]
    what, where = few([named(char) for char in missing]), f", on {few(pages)}" if pages else ""
    told = f"In the PDF, {STAND_IN} replaces characters that no font on this computer has: {what}{where}."
    return f"{told} The other files have everything."


def _holds(page: Page, characters: str) -> bool:
    texts = "".join(text for section in page.sections for row in section.rows for text in row)
    return not set(characters).isdisjoint(texts)
