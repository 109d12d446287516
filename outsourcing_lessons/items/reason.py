"""Why the key of an item is right, for those of whom nobody knows what they answered: a room, a teacher.

Praise is said to one person for one answer. To all it would tell those who missed that their range held the truth.
"""

from __future__ import annotations

import re

from outsourcing_lessons.items.item import Item

_VERDICT = re.compile(r"^(yes|right|correct|exactly|indeed|well done)\s*[.:,!;–—]\s*", re.IGNORECASE)


def reason(item: Item) -> str:
    """Return what is true of an item whatever anybody answered; empty for a prediction, whose reveal explains it.

    Examples
    --------
    >>> from outsourcing_lessons.items.item import Number
    >>> words = {"title": "T", "prompt": "P", "otherwise": "No."}
    >>> reason(Number(id="a.b", key=4, tolerance=0, low=0, high=9, praise="Yes. two and two.", **words))
    'Two and two.'
    """
    if item.type == "prediction":
        return ""
    if item.type == "short-text":
        return f"What to look for: {'; '.join(check.text for check in item.checklist)}."
    said = _VERDICT.sub("", item.praise)
    return said[:1].upper() + said[1:]
