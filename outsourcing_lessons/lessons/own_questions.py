"""Questions that stand in a notebook and in no bank: ``lesson.ask(SingleChoice(...))`` or ``lesson.ask("## ...")``.

Such a question has the id ``<lesson>.own-<name>``, so it never takes a name that the bank uses or will use. What is
handed out names it by that id; the question itself is sealed there: written so that nobody reads the key in passing.
"""

from __future__ import annotations

import ast
import base64
import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeGuard

from pydantic import ValidationError

from outsourcing_lessons import ITEMS
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.items import item as items
from outsourcing_lessons.items.item import Item, ItemBase, parse_item
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.lesson import ItemTemplate, Lesson
from outsourcing_lessons.lessons.questions import own_question

Question = ItemBase | str  # an item, or a question's Markdown
PREFIX = "own-"
SECTION = "practice"
# What a call may make a question of; all else is code, and a notebook that is handed out is read and never run.
TYPES: dict[str, Callable[..., Any]] = {name: getattr(items, name) for name in ITEMS}


def is_name(question: object) -> bool:
    """Return whether this is the id of a question, with or without its lesson, and no question itself."""
    return isinstance(question, str) and "\n" not in question.strip()


def template_of(slug: str, question: Question, place: str) -> ItemTemplate:
    """Return a notebook's own question as an item of its lesson.

    ``question``: an item, of whose id what stands before the dot does not count, or a question's Markdown, with fields.
    ``place`` is where it stands, for errors.

    Raises ContentError if it is neither the name of a question nor a question.
    """
    if isinstance(question, str) and not is_name(question):
        made = own_question(question, case_of(LearnerProfile()), place)
        return _template(slug, made, lambda case, draw: own_question(question, case, place))
    if not _is_item(question):
        raise ContentError(
            f"{place}: ask takes the name of a question or a question, such as SingleChoice(id=\"own.first\", ...); "
            f"this is of type {type(question).__name__}"
        )  # fmt: skip
    return _template(slug, question, lambda case, draw: question)


def _is_item(found: object) -> TypeGuard[Item]:
    return isinstance(found, ItemBase)


def _template(slug: str, question: Item, make: Callable[[Case, SeededRandom], Item]) -> ItemTemplate:
    name = PREFIX + question.id.rpartition(".")[2].removeprefix(PREFIX)
    about = (question.objective, question.minutes, question.sources)
    return ItemTemplate(f"{slug}.{name}", SECTION, *about, make)


def with_own(lesson: Lesson, templates: Sequence[ItemTemplate]) -> Lesson:
    """Return a lesson that has these questions too; one that it has already as a notebook's own is replaced.

    Raises ContentError if one has the id of something else in the lesson.
    """
    new = {template.id for template in templates}
    own = {one.id for one in lesson.items if one.id.startswith(f"{lesson.slug}.{PREFIX}")}
    kept = (one for one in lesson.items if one.id not in new & own)
    return replace(lesson, items=(*kept, *templates)) if templates else lesson


# ---- Read from the source of a cell ----


def question_in(node: ast.expr, place: str) -> Question:
    """Return the question that an argument of ``ask`` writes out.

    Raises ContentError if it is not written out, or is no sound question; names the place and what is wrong.
    """
    try:
        question = _value(node, place)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the question"
        raise ContentError(f"{place}: {where}: {first['msg']}") from None
    if not _is_item(question) and (not isinstance(question, str) or is_name(question)):
        raise _not_written_out(node, place)
    return question


def _value(node: ast.expr, place: str) -> Any:
    match node:
        case ast.Constant(value):
            return value
        case ast.UnaryOp(ast.USub(), ast.Constant(int() | float() as value)):
            return -value
        case ast.Tuple(parts) | ast.List(parts):
            return tuple(_value(part, place) for part in parts)
        case ast.Dict(keys, values) if None not in keys:
            return {_value(k, place): _value(v, place) for k, v in zip(keys, values, strict=True) if k}
        case ast.Call(ast.Name(name), [], keywords) if name in TYPES and all(one.arg for one in keywords):
            return TYPES[name](**{one.arg: _value(one.value, place) for one in keywords if one.arg})
    raise _not_written_out(node, place)


def _not_written_out(node: ast.expr, place: str) -> ContentError:
    return ContentError(
        f"{place}: “{ast.unparse(node)[:60]}” cannot be known without running it, and copies are made without "
        f"running anything: write the question out in the call: {', '.join(list(TYPES)[:7])} with texts and numbers"
    )


# ---- Sealed, for notebooks that are handed out ----


def seal(questions: Sequence[Question]) -> str:
    """Return questions as one word that says nothing to whoever glances at it. It is no secret from who decodes it."""
    plain = json.dumps([one if isinstance(one, str) else one.model_dump(mode="json") for one in questions])
    return base64.b85encode(zlib.compress(plain.encode(), 9)).decode()


def unseal(sealed: str, place: str) -> tuple[Question, ...]:
    """Return the questions that ``seal`` was given; raises ContentError if a character of it was changed."""
    try:
        return tuple(
            one if isinstance(one, str) else parse_item(one)
            for one in json.loads(zlib.decompress(base64.b85decode(sealed)))
        )
    except (ValueError, zlib.error) as error:
        raise ContentError(
            f"{place}: the questions that were sealed here cannot be read ({type(error).__name__}): get this notebook "
            "again from the person who gave it to you"
        ) from None
