"""Words and constants that Python, JavaScript and Typst share: each stands once, in ``player/words.json``.

The player's modules import that file as it is, and the templates that print are given it as data. Python's own names
for what is in it are here.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = json.loads((Path(__file__).parent / "player" / "words.json").read_text(encoding="utf-8"))
# Where an item stands, by its section; a section that is not there is called by its own name.
SECTIONS: dict[str, str] = WORDS["sections"]
TESTS: tuple[str, ...] = tuple(WORDS["tests"])
# What an option is called by its place: on wall and phones, in the console and in the results.
LETTERS: str = WORDS["letters"]
# From a guess among four, which is right one time in four, to what one would be surprised to have wrong; in per cent.
CONFIDENCES: tuple[int, ...] = tuple(map(int, WORDS["confidences"]))
ASKED: dict[str, str] = WORDS["asked"]
MISSED: str = WORDS["said"]["missed"]
TICKED: str = WORDS["said"]["ticked"]
UNSCORED: str = WORDS["said"]["unscored"]
EVIDENCE: dict[str, Any] = WORDS["evidence"]
OPEN: str = WORDS["open"]
# The words of a playbook: of its parts, and of the page on the two tests.
BOOK: dict[str, str] = WORDS["book"]
LEARNED: dict[str, Any] = WORDS["learned"]
LONGEST_NUMBER: int = WORDS["longest"]["number"]
LONGEST_TEXT: int = WORDS["longest"]["text"]
NUMBERS: dict[str, Any] = WORDS["numbers"]
