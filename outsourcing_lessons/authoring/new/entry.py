"""Another entry in a list of ``course.toml``, put in as text so that comments and layout stay."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from outsourcing_lessons.errors import ContentError

# What a list may hold besides its end: texts, comments, commas and room.
_INSIDE = re.compile(r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\#[^\n]*|[^\]"'\#])*""")
_LAST = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'[^'\n]*')(,?)(?=(?:\s|\#[^\n]*)*\Z)""")


def with_entry(path: Path, key: str, value: str) -> str:
    """Return the text of a TOML file with one more text at the end of a list.

    ``key``: the list; a key above all tables.

    Raises ContentError if the list is written in a way that cannot be added to; says what to write by hand.
    """
    text = path.read_text(encoding="utf-8")
    before = tomllib.loads(text)
    wanted = before | {key: [*before[key], value]}
    found = re.search(rf"^{key}[ \t]*=[ \t]*\[", text, re.MULTILINE)
    if found:
        inside = _INSIDE.match(text, found.end())[0]  # type: ignore[index]
        end = found.end() + len(inside)
        text = text[: found.end()] + _added(inside, json.dumps(value, ensure_ascii=False)) + text[end:]
    try:
        whole = found is not None and tomllib.loads(text) == wanted
    except tomllib.TOMLDecodeError:
        whole = False
    if not whole:
        raise ContentError(f"{path}: {key} cannot be extended automatically; add {value!r} by hand")
    return text


def _added(inside: str, entry: str) -> str:
    last = _LAST.search(inside)
    if last is None:
        return entry + inside
    room = re.search(r"\n([ \t]*)\Z", inside[: last.start()])
    if room is None:  # all in one line
        return inside[: last.end(1)] + f", {entry}" + inside[last.end() :]
    rest = inside[last.end() :]
    comment, _, below = rest.partition("\n")
    return f"{inside[: last.end(1)]},{comment}\n{room[1]}{entry},\n{below}"
