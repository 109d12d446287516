"""One PDF for the print shop: the printed workbooks in the order of the roster, each beginning on a right page.

A book with an odd number of pages is followed by an empty one, so that nobody's cover is on the back of somebody's last
page. What is of no use on paper, the tags for screen readers and the links, stays behind. A file that a print shop can
open has an end: so many books go into one, and what comes after them into the next.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.render.deliver.archives import fingerprint
from outsourcing_lessons.render.storage import AnyStore, StoredFile

EDITION = 1
STEM = "print-run"
# Some 13,000 pages, 75 MB, and 0.2 GB of memory while they are put together.
MOST_BOOKS = 200
EXTRA = "--print-run needs the extra “print”: pip install 'outsourcing-lessons[print]'"
SCREEN_ONLY = ("/StructParents", "/Annots", "/Tabs")


@dataclass(frozen=True)
class Volume:
    """A file of the print run: where it goes, and whose books are in it."""

    path: str
    title: str
    books: tuple[tuple[str, StoredFile], ...]

    @property
    def fingerprint(self) -> str:
        """What it depends on, as a hash."""
        return fingerprint(EDITION, self.path, self.title, [[name, file.sha256] for name, file in self.books])


def check() -> None:
    """Raise an InputError if what puts PDFs together is not installed."""
    try:
        import pikepdf  # noqa: F401
    except ImportError:
        raise InputError(EXTRA) from None


def volumes_of(books: Sequence[tuple[str, StoredFile]], course: str) -> list[Volume]:
    """Return the files of a print run, from the learners' names and their printed workbooks."""
    parts = [tuple(books[start : start + MOST_BOOKS]) for start in range(0, len(books), MOST_BOOKS)]
    if len(parts) == 1:
        return [Volume(f"{STEM}.pdf", f"{course}: workbooks to print", parts[0])]
    width = len(str(len(parts)))
    return [
        Volume(f"{STEM}-{number:0{width}}.pdf", f"{course}: workbooks to print, {number} of {len(parts)}", part)
        for number, part in enumerate(parts, start=1)
    ]


def bound(store: AnyStore, volume: Volume, into: Path) -> int:
    """Put the books of a volume together; return how many pages there are."""
    import pikepdf

    with pikepdf.new() as run:
        begins: list[tuple[str, int]] = []
        for name, file in volume.books:
            begins.append((name, len(run.pages)))
            _add(run, store.read(file.path))
        with run.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(name, page) for name, page in begins)
        run.docinfo["/Title"] = volume.title
        run.save(into, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return len(run.pages)


def _add(run, content: bytes) -> None:
    import pikepdf

    with pikepdf.open(io.BytesIO(content)) as book:
        for page in book.pages:
            for name in SCREEN_ONLY:
                if name in page:
                    del page[name]
        run.pages.extend(book.pages)
        if len(book.pages) % 2:
            _, _, width, height = (float(side) for side in book.pages[0].mediabox)
            run.add_blank_page(page_size=(width, height))
