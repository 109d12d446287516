"""The order in which a lesson asks its questions, whether they are written as text or worked out in Python."""

from __future__ import annotations

from collections.abc import Iterable

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.lesson import ItemTemplate


def in_order(names: str, templates: Iterable[ItemTemplate]) -> tuple[ItemTemplate, ...]:
    """Return templates in the order of their names, the parts of their ids after the dot; those not named come last.

    ``names``: with spaces or ends of lines between them.

    Raises ContentError if a name has no template, or something is there twice; says which.
    """
    order, found = names.split(), list(templates)
    by_name = {template.id.partition(".")[2]: template for template in found}
    there = [template.id.partition(".")[2] for template in found]
    for what, wrong in (
        ("has no question", set(order) - set(there)),
        ("is there twice", {name for name in by_name if max(order.count(name), there.count(name)) > 1}),
    ):
        if wrong:
            raise ContentError(f"{sorted(wrong)} {what}; name a question of the lesson once")
    return tuple(by_name[name] for name in dict.fromkeys((*order, *there)))
