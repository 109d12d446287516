"""The pre-test and the post-test: the same items in two variants, under ids of their own; and reviews: new variants."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import ItemTemplate

TRIES = 50


def before(slug: str, templates: Iterable[ItemTemplate]) -> tuple[ItemTemplate, ...]:
    """Return the templates as a pre-test of the lesson with that slug."""
    return tuple(replace(t, id=_own_id(slug, t), section="pre-test", make=_first(t)) for t in templates)


def after(slug: str, templates: Iterable[ItemTemplate]) -> tuple[ItemTemplate, ...]:
    """Return the templates as a post-test: for nobody the variant that their pre-test had."""
    return tuple(replace(t, id=_own_id(slug, t), section="post-test", make=_another(t)) for t in templates)


def _own_id(slug: str, template: ItemTemplate) -> str:
    lesson, _, name = template.id.partition(".")
    return f"{slug}.{lesson}-{name.removeprefix('test-')}"


def _first(template: ItemTemplate) -> Callable[[Case, SeededRandom], Item]:
    return lambda case, draw: template.make(case, draw.of(template.id))


def _another(template: ItemTemplate) -> Callable[[Case, SeededRandom], Item]:
    def make(case: Case, draw: SeededRandom) -> Item:
        shown = template.variant(case)
        other = None
        for attempt in range(TRIES):
            item = template.make(case, draw.of(f"{template.id}/after-{attempt}"))
            if answer(item) != answer(shown):
                return item
            other = item if other is None and asked(item) != asked(shown) else other
        return other or item

    return make


def answer(item: Item) -> float | tuple[str, ...]:
    """Return what is right, as it is read: who remembers it from another variant would have it for nothing."""
    read = item.read_key()
    if read is None:
        raise ContentError(f"{item.id} is of type {item.type}; a test asks for choices, orders and numbers")
    return read


def asked(item: Item) -> tuple[object, ...]:
    """Return what makes two variants the same question: prompt, exhibit and key."""
    options = tuple(sorted(option.text for option in getattr(item, "options", ())))
    return item.prompt, item.exhibit, options, str(item.identity().get("key"))
