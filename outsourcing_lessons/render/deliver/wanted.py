"""What is to be made, and for whom, as the command says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from outsourcing_lessons.errors import ArgumentError, InputError, few
from outsourcing_lessons.render.plan import FORMATS, formats_of
from outsourcing_lessons.roster import Roster
from outsourcing_lessons.roster.person import NOBODY


@dataclass(frozen=True)
class Wanted:
    """What is to be made and delivered, and to whom."""

    formats: Sequence[str] = FORMATS  # some of ``html``, ``pdf``, ``ipynb``
    lessons: Sequence[str] = ()  # by slug or number, those of whom the roster names none for; all when empty
    only: Sequence[str] = ()  # the ids of learners to make; all when empty. The others of the roster stay as they are.
    name: str = ""  # what the files are called, a pattern with fields; ``workbook`` when empty
    archives: bool = False  # an archive for each learner, in ``zips/``
    moodle: bool = False  # one archive with the feedback files of an assignment in Moodle
    print_run: bool = False  # all printed workbooks in one PDF
    base_url: str = ""  # where the output folder can be opened from by learners; empty if it cannot

    def check(self, roster: Roster) -> None:
        """Raise an InputError when it cannot be had for all of a roster, before anything is made."""
        if self.base_url and not _is_address(self.base_url):
            raise ArgumentError(
                "base-url", self.base_url, "an address such as https://example.org/cohort, without spaces: write %20"
            )
        if self.print_run and "pdf" not in formats_of(self.formats):
            raise InputError("--print-run needs the PDFs; add pdf to --format")
        if self.only and (self.print_run or self.moodle):
            raise InputError("--print-run and --moodle are for the whole roster; leave out --only")
        numberless = [
            one.learner_id for one in roster.learners if not roster.people.get(one.learner_id, NOBODY).participant
        ]
        if self.moodle and numberless:
            raise InputError(_numberless(numberless))


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        if re.search(r"[\s\\<>\"]", url) or not all(map(str.isprintable, url)):
            return False
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not (parts.query or parts.fragment)
    except ValueError:
        return False


def _numberless(ids: list[str]) -> str:
    return (
        "--moodle needs each learner's number in the assignment, in a column participant; use the assignment's grading"
        f" worksheet as the roster, where it is the column Identifier. Missing for: {few(ids)}"
    )


EVERYTHING = Wanted()
