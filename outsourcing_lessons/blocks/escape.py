"""A learner's text inside Markdown: shown as it is, whatever is in it."""

from __future__ import annotations

import re

PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def markdown(text: str) -> str:
    """Escape a line of text so that Markdown shows it letter by letter.

    Every ASCII punctuation mark gets a backslash, which CommonMark allows anywhere; line breaks become spaces.

    Examples
    --------
    >>> markdown("<b>*Ada*</b>")
    '\\\\<b\\\\>\\\\*Ada\\\\*\\\\<\\\\/b\\\\>'
    """
    return PUNCTUATION.sub(r"\\\1", " ".join(text.split()))
