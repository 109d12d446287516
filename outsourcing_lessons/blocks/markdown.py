"""A block as Markdown that every reader of notebooks shows alike; a learner's text never becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from outsourcing_lessons.blocks.block import Block, in_its_format
from outsourcing_lessons.blocks.key import key_of
from outsourcing_lessons.blocks.outline import Covered, Heading, Labelled, Paragraph, Piece, Points, Table, outline

# Entities, not backslashes, for what HTML, TeX in JupyterLab and a backslash itself would give a meaning.
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\\": "&#92;", "$": "&#36;", "|": "&#124;"}
ENTITY = re.compile(r"[&<>\\$|]")
MARKS = re.compile(r"[*_`~\[\]]")


def escape(text: str) -> str:
    """Return text as Markdown that shows exactly it; line breaks become blanks.

    Examples
    --------
    >>> escape("<b> *5* $1")
    '&lt;b&gt; \\\\*5\\\\* &#36;1'
    """
    text = " ".join(text.split())
    text = ENTITY.sub(lambda found: ENTITIES[found[0]], text)
    return _not_a_list(MARKS.sub(r"\\\g<0>", text))


@in_its_format
def as_markdown(block: Block, *, with_key: bool = False) -> str:
    """Write a block as Markdown.

    ``with_key``: whether an item's key and what is said to each mistake follow, for the instructor.
    """
    if block.kind == "prose":
        return block.markdown
    pieces = outline(block) + (key_of(block.item) if with_key and block.kind == "ask" else [])
    return _joined(pieces)


def _joined(pieces: Iterable[Piece]) -> str:
    return "\n\n".join(filter(None, (_write(piece) for piece in pieces)))


def _not_a_list(text: str) -> str:
    if re.match(r"\d+[.)]", text):
        return re.sub(r"^(\d+)([.)])", r"\1\\\2", text)
    return re.sub(r"^([#+=-])", r"\\\1", text)


def _write(piece: Piece) -> str:
    match piece:
        case Heading():
            return f"#### {escape(piece.text)}"
        case Paragraph():
            return escape(piece.text)
        case Labelled():
            return f"**{escape(piece.label)}:** {escape(piece.text)}".rstrip()
        case Points():
            return "\n".join(f"- {escape(text)}" for text in piece.items)
        case Table():
            lines = [_row(piece.columns), _row("---" for _ in piece.columns), *map(_row, piece.rows)]
            return "\n".join([f"*{escape(piece.caption)}*", "", *lines] if piece.caption else lines)
        case Covered():
            return f"<details><summary>{piece.title}</summary>\n\n{_joined(piece.pieces)}\n\n</details>"


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell if cell == "---" else escape(cell) for cell in cells) + " |"
