"""A playbook as a tagged PDF, by Typst; what the learner wrote is data, never markup."""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from dataclasses import asdict
from pathlib import Path

from outsourcing_lessons.errors import GlyphError
from outsourcing_lessons.playbook.book import OPEN, Page, Playbook

TEMPLATE = Path(__file__).with_name("playbook.typ")
MISSING = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
BOX = "□"
TRIES = 4  # Typst names all that is missing at once; more may come to light when a line is broken elsewhere
LONG_AGO = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def _page(page: Page) -> dict:
    return asdict(page) | {"sections": [asdict(part) | {"open": part.still_open} for part in page.sections]}


def paper(playbook: Playbook) -> bytes:
    """Return the playbook as PDF/UA-1."""
    return printed(playbook)[0]


def printed(playbook: Playbook) -> tuple[bytes, str]:
    """Return the playbook as PDF/UA-1, and the characters that no font on this machine has: a box stands for each.

    Raises
    ------
    GlyphError
        When it cannot be made all the same.
    """
    import typst

    dates = [f"{a.day.day} {a.day:%B %Y}: {a.text}" for a in playbook.appointments]
    pages = [_page(page) for page in playbook.pages]
    content = {"learner": playbook.learner, "pages": pages, "dates": dates, "open": OPEN}
    data, missing = json.dumps(content, ensure_ascii=False), ""
    for _ in range(TRIES):
        try:
            inputs = {"data": data}
            pdf = typst.compile(str(TEMPLATE), sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=LONG_AGO)
            return pdf, missing
        except typst.TypstError as error:
            refused, new = error, _missing(error)
        if not new:
            break
        missing += new
        data = data.translate({ord(char): _stand_in(char) for char in new})
    raise GlyphError(f"The PDF could not be made ({str(refused).splitlines()[0]})") from refused


def _missing(error: Exception) -> str:
    """Return the characters that Typst says no font has; it writes the rarer ones as ``\\u{10fffd}``."""
    found = "".join(MISSING.findall(getattr(error, "diagnostic", None) or str(error)))
    return "".join(dict.fromkeys(re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), found)))


def _stand_in(char: str) -> str:
    """Return a box, or nothing for what only changes its neighbour, such as the colour of a hand."""
    return "" if unicodedata.category(char) in ("Mn", "Me", "Cf", "Sk") else BOX
