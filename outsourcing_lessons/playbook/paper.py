"""A playbook as a tagged PDF, by Typst; what the learner wrote is data, never markup."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import asdict
from pathlib import Path

from outsourcing_lessons.errors import GlyphError
from outsourcing_lessons.playbook.book import OPEN, Page, Playbook

TEMPLATE = Path(__file__).with_name("playbook.typ")
LONG_AGO = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def _page(page: Page) -> dict:
    return asdict(page) | {"sections": [asdict(part) | {"open": part.still_open} for part in page.sections]}


def paper(playbook: Playbook) -> bytes:
    """Return the playbook as PDF/UA-1.

    Raises
    ------
    GlyphError
        When no font on this machine has a character of it.
    """
    import typst

    dates = [f"{a.day.day} {a.day:%B %Y}: {a.text}" for a in playbook.appointments]
    pages = [_page(page) for page in playbook.pages]
    data = {"learner": playbook.learner, "pages": pages, "dates": dates, "open": OPEN}
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    try:
        return typst.compile(str(TEMPLATE), sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=LONG_AGO)
    except typst.TypstError as error:
        raise GlyphError(f"The PDF could not be made: no font on this computer has {_characters(error)}") from error


def _characters(error: Exception) -> str:
    found = re.findall(r'text `"(.+?)"`', str(error))
    return ", ".join(dict.fromkeys(found)) or f"all characters of it ({str(error).splitlines()[0]})"
