"""What a notebook has stored of a code cell: what of it is text, and what neither a room nor a workbook can show."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from outsourcing_lessons.blocks.block import MIME

Output = dict[str, Any]
PLAIN = "text/plain"
# Whatever stands beside these as text/plain is their name at best, and not what one sees.
SEEN = ("image/", "video/", "audio/", "application/javascript", "application/vnd.jupyter.widget-view+json")
_NAME_OF_OBJECT = re.compile(r"<[^<>\n]*>")


def text_of(output: Output) -> str:
    """Return an output that is text and no block of the course.

    Examples
    --------
    >>> text_of({"data": {"text/plain": ["[1, ", "2]"], "text/html": "<p>1, 2</p>"}})
    '[1, 2]'
    """
    data = output.get("data", {})
    if MIME in data or output.get("name") == "stderr":
        return ""
    return "".join(output.get("text") or data.get(PLAIN) or "").rstrip("\n")


def lost_in(outputs: Iterable[Output]) -> str:
    """Return why something that a cell shows cannot be told as text, with the cure; "" if all of it can.

    Examples
    --------
    >>> lost_in([{"data": {"text/plain": "   a\\n0  1", "text/html": "<table>"}}, {"text": "1", "name": "stdout"}])
    ''
    >>> lost_in([{"data": {"text/plain": "<Figure size 640x480 with 1 Axes>", "image/png": "iVBO"}}])[:34]
    'it shows image/png, which is not t'
    """
    for output in outputs:
        if output.get("output_type") == "error":
            return f"it ended in {output.get('ename', 'an error')}: correct it and run the notebook, or tag it lab-only"
        data = output.get("data", {})
        if not data or MIME in data:
            continue
        forms = [name for name in data if name != PLAIN]
        seen = [name for name in forms if name.startswith(SEEN)]
        plain = "".join(data.get(PLAIN, "")).strip()
        says_nothing = not plain or _NAME_OF_OBJECT.fullmatch(plain)  # but what sort of object it stands for
        if seen or (forms and says_nothing):
            return (
                f"it shows {(seen or forms)[0]}, which is not text and cannot be shown to a room or in a workbook: "
                "print it as text, write it in a Markdown cell, give a question its own line, or tag the cell lab-only"
            )
    return ""
