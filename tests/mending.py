"""What an author does to a question after learners have answered it, for as long as a ``with`` lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from outsourcing_lessons.items.item import Item
from outsourcing_lessons.lessons import courses
from outsourcing_lessons.lessons.lesson import ItemTemplate

Mending = Callable[[Item], Item]
SAID = ("feedback", "too_low", "too_high")


def reworded(item: Item) -> Item:
    """Change a word in the prompt, in all that can be chosen, and in all that is said of an answer."""
    rows = {name: tuple(map(_reworded, getattr(item, name))) for name in _lists(item)}
    said = {
        name: f"Well: {getattr(item, name)}"
        for name in ("praise", "otherwise", "below", "above")
        if name in _names(item)
    }
    return item.model_copy(update=rows | said | {"prompt": f"Please answer. {item.prompt}"})


def _reworded(row):
    said = {name: f"Well: {getattr(row, name)}" for name in SAID if getattr(row, name, "")}
    return row.model_copy(update=said | ({"text": f"{row.text}, then"} if hasattr(row, "text") else {}))


def _lists(item: Item) -> list[str]:
    return [name for name in ("options", "parts", "checklist", "traps") if name in _names(item)]


def _names(item: Item) -> Iterable[str]:
    return type(item).model_fields


def rekeyed(item: Item) -> Item:
    """Let something else be right than was."""
    match item.type:
        case "single-choice":
            other = next(option.id for option in item.options if option.id != item.key)
            spoken = tuple(o.model_copy(update={"feedback": o.feedback or "No."}) for o in item.options)
            return item.model_copy(update={"key": other, "options": spoken})
        case "multiple-choice":
            return item.model_copy(update={"key": tuple(o.id for o in item.options if o.id not in item.key)})
        case "ordering":
            return item.model_copy(update={"key": item.key[::-1]})
        case "number" | "prediction":
            return item.model_copy(update={"key": item.low if item.key != item.low else item.high, "traps": ()})
        case "allocation":
            last = max(item.key, key=lambda part: (item.key[part] == 0, part))  # what should have had nothing gets all
            key = {part: item.total if part == last else 0.0 for part in item.key}
            parts = tuple(p.model_copy(update={"low": key[p.id], "high": key[p.id]}) for p in item.parts)
            return item.model_copy(update={"parts": parts, "key": key})
        case "short-text":
            return item.model_copy(update={"least_words": item.least_words + 1})
        case "bet":  # nothing is right: what there is to choose from makes the question
            first, *rest = item.options
            return item.model_copy(update={"options": (first.model_copy(update={"id": f"not-{first.id}"}), *rest)})
        case "game":
            return item.model_copy(update={"seed": item.seed + 1})


def first_hand() -> list[ItemTemplate]:
    """Return the templates of the course that the test is about, but not those of both tests, which lessons make."""
    every = [template for lesson in courses.chosen().lessons for template in lesson.items]
    return [template for template in every if template.section not in ("pre-test", "post-test")]


@contextmanager
def mended(mending: Mending, templates: Iterable[ItemTemplate] | None = None) -> Iterator[None]:
    """Let the templates make what the mending makes of their items; all of them where none are named."""
    templates = first_hand() if templates is None else templates
    before = [(template, template.make) for template in templates]
    try:
        for template, make in before:
            object.__setattr__(template, "make", lambda case, draw, make=make: mending(make(case, draw)))
        yield
    finally:
        for template, make in before:
            object.__setattr__(template, "make", make)
