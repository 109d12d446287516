"""Names of what is new, and the ids made of them."""

from __future__ import annotations

import keyword
import re

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.questions import slug_of

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_TITLE = re.compile(r"[^\W\d_][^\"\\{}<>|`*_#\[\]\n]*")


def title_of(name: str) -> str:
    """Return a name as a title.

    Raises ContentError if it has characters that mean something in Markdown, Python or a field.

    Examples
    --------
    >>> title_of("silent-week"), title_of("When nobody answers")
    ('Silent week', 'When nobody answers')
    """
    name = name.strip()
    if not _TITLE.fullmatch(name):
        raise ContentError(
            f"{name!r} cannot be a name; allowed: a letter, then anything but quotes, braces and marks of Markdown"
        )
    if re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", name):
        name = name.replace("-", " ")
    return name[0].upper() + name[1:]


def checked_id(name: str) -> str:
    """Return the part of an id behind the dot, as it is; raises ContentError if it cannot be one."""
    if not _ID.fullmatch(name):
        raise ContentError(f"{name!r} cannot be an id; allowed: small letters, digits and hyphens, a letter first")
    return name


def slug_of_lesson(title: str) -> str:
    """Return the slug of a lesson; with underscores it is the name of a module.

    Raises ContentError if no module can be called so.
    """
    slug = slug_of(title)
    module = slug.replace("-", "_")
    if not module.isidentifier() or keyword.iskeyword(module):
        raise ContentError(f"a lesson cannot be called {title!r}: no module of Python can be called {module!r}")
    return slug
