"""The functions of a course that a page has in JavaScript: for each the file beside its module, and its name there."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from outsourcing_lessons.errors import ContentError


def twin_name(name: str) -> str:
    """Return a name as JavaScript writes it.

    Examples
    --------
    >>> twin_name("cost_so_far")
    'costSoFar'
    """
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))


def twin_of(function: Callable[..., Any]) -> tuple[Path, str]:
    """Return the file of the twin and the name that it exports: that of the function, written ``inCamelCase``.

    Raises ContentError if the ``.js`` beside the module is missing, or has no such export.
    """
    path = Path(inspect.getfile(function)).with_suffix(".js")
    name = twin_name(function.__name__)
    if not path.is_file():
        raise ContentError(f"{path.parent.name}/{path.name} is not there: it exports {name}, which the page runs")
    if not re.search(rf"^export function {name}\b", path.read_text(encoding="utf-8"), re.MULTILINE):
        raise ContentError(f"{path.parent.name}/{path.name} has no `export function {name}`, which the page runs")
    return path, name
