"""A playbook as a tagged PDF, by Typst; what the learner wrote is data, never markup."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from outsourcing_lessons.characters import legal_throughout
from outsourcing_lessons.playbook.book import Playbook
from outsourcing_lessons.playbook.page import Page
from outsourcing_lessons.typesetting.printing import printed_anyway
from outsourcing_lessons.words import BOOK, OPEN

TEMPLATE = Path(__file__).with_name("playbook.typ")


def paper(playbook: Playbook) -> tuple[bytes, str]:
    """Return the playbook as PDF/UA-1, and the characters that no font on this machine has.

    Raises RenderError when it cannot be made all the same.
    """
    content = {
        "title": playbook.title, "learner": playbook.learner, "open": OPEN, "words": BOOK,
        "contents": playbook.contents, "missing": playbook.still_missing, "dates": [*map(str, playbook.appointments)],
        "use": [_page(page) for page in playbook.use], "pages": [_page(page) for page in playbook.written_pages],
    }  # fmt: skip
    return printed_anyway(TEMPLATE, json.dumps(legal_throughout(content), ensure_ascii=False))


def _page(page: Page) -> dict:
    return asdict(page) | {
        "about": page.about,
        "sections": [asdict(part) | {"open": part.still_open} for part in page.sections],
    }
