"""A playbook as files in a folder; nothing that is there is overwritten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from outsourcing_lessons.errors import GlyphError, StoreError
from outsourcing_lessons.playbook.book import Playbook
from outsourcing_lessons.playbook.calendar import calendar
from outsourcing_lessons.playbook.paper import paper
from outsourcing_lessons.playbook.web import web
from outsourcing_lessons.playbook.word import word

FORMATS: dict[str, Callable[[Playbook], bytes]] = {
    "html": lambda playbook: web(playbook).encode(),
    "pdf": paper,
    "docx": word,
    "ics": calendar,
}
MOST = 1000


def write(playbook: Playbook, folder: Path) -> tuple[list[str], str]:
    """Write the playbook in all formats; return the names of the files, and a sentence if one could not be made.

    A learner may have changed the last one, so the next gets a number: ``my-playbook 2.docx``. Without dates there is
    no calendar file; where no font has a character of it, no PDF.

    Raises
    ------
    StoreError
        When the folder takes no files; then none of them is there.
    """
    made, note = {}, ""
    for end, make in FORMATS.items():
        try:
            made |= {end: make(playbook)} if end != "ics" or playbook.appointments else {}
        except GlyphError as error:
            note = f"{error}. The other files have everything."
    stem = _free_stem(folder, made)
    written: list[Path] = []
    try:
        for end, content in made.items():
            written.append(folder / f"{stem}.{end}")
            written[-1].write_bytes(content)
    except OSError as error:
        for path in written:
            path.unlink(missing_ok=True)
        raise StoreError(f"the playbook cannot be written here: {error.strerror}") from error
    return [path.name for path in written], note


def _free_stem(folder: Path, ends) -> str:
    stems = ["my-playbook", *(f"my-playbook {n}" for n in range(2, MOST))]
    return next(stem for stem in stems if not any((folder / f"{stem}.{end}").exists() for end in ends))
