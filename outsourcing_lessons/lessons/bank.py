"""The order in which a lesson asks its questions, whether they are written as text or worked out in Python."""

from __future__ import annotations

from collections.abc import Iterable

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.lesson import ItemTemplate


def in_order(names: str, templates: Iterable[ItemTemplate]) -> tuple[ItemTemplate, ...]:
    """Return templates in the order of their names, which are the parts of their ids after the dot.

    Parameters
    ----------
    names : str
        With spaces or ends of lines between them.
    templates : iterable of ItemTemplate
        Those of one lesson, from wherever.

    Raises
    ------
    ContentError
        If a name has no template, a template no name, or something is there twice; says which.
    """
    order = names.split()
    found = list(templates)
    by_name = {template.id.partition(".")[2]: template for template in found}
    for what, there, needed in (("has no question", order, by_name), ("is in no place of the order", by_name, order)):
        if missing := sorted(set(there) - set(needed)):
            raise ContentError(f"{', '.join(missing)} {what}; name each question of the lesson once")
    if len(order) != len(by_name) or len(found) != len(by_name):
        twice = sorted({name for name in order if order.count(name) > 1}) or "a question"
        raise ContentError(f"{twice} is there twice; name each question of the lesson once")
    return tuple(by_name[name] for name in order)
