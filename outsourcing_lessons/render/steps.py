"""How a lesson is walked through: its parts, one for each heading of the second level, and their steps.

A step is what fits one screen: words up to and including the block that follows, at most ``LONGEST`` of them, those of
a question included. What is longer is read first, and acted on in a step of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from outsourcing_lessons.render.passages import Piece

LONGEST = 120  # words
LEAD_IN = 25  # words that lead to a block and never stand alone
WHOLE_SCREEN = ("explorer", "worksheet", "research", "binder", "tally")  # blocks that leave no room for more
MORE = "more"  # the kind of a step that goes on with the block before it, as only a script can show it
ACTS = ("ask", "explorer", "reveal", "worksheet", MORE, "tally", "binder")  # in which a learner does something
A_MINUTE = 200  # words


@dataclass(frozen=True)
class Step:
    """One screen: words, then at most one block."""

    pieces: tuple[Piece, ...]

    @property
    def words(self) -> tuple[Piece, ...]:
        """What is read before its block."""
        return tuple(piece for piece in self.pieces if not piece.kind)

    @property
    def blocks(self) -> tuple[Piece, ...]:
        """Its block, if it has one."""
        return tuple(piece for piece in self.pieces if piece.kind)

    @property
    def kind(self) -> str:
        """The kind of its block, or "" where there is only something to read."""
        return "".join(piece.kind for piece in self.blocks)

    @property
    def headed(self) -> bool:
        """Whether a heading stands at its top."""
        return bool(self.pieces[0].level)

    @property
    def said(self) -> bool:
        """Whether its heading says the title of its block already."""
        titles = {piece.title for piece in self.blocks}
        return any(piece.level and piece.title in titles for piece in self.pieces)

    @property
    def minutes(self) -> float:
        """How long it takes."""
        return sum(piece.words for piece in self.pieces) / A_MINUTE + sum(piece.minutes for piece in self.pieces)


@dataclass(frozen=True)
class LessonPart:
    """What stands under one heading; the first part of a lesson has its title."""

    title: Markup
    steps: tuple[Step, ...]

    @property
    def closes(self) -> bool:
        """Whether enough was done in it to end it with a page that says what."""
        return sum(step.kind in ACTS for step in self.steps) > 1


def walk(title: str, pieces: Iterable[Piece]) -> tuple[LessonPart, ...]:
    """Divide a lesson into parts and steps, in order and with nothing left out.

    Examples
    --------
    >>> one, two = Piece(Markup("<p>a</p>"), 80), Piece(Markup("<p>b</p>"), 70)
    >>> block = Piece(Markup("<form>"), kind="ask", minutes=2)
    >>> [[len(step.pieces) for step in part.steps] for part in walk("Small", [one, two, block, block])]
    [[1, 2, 1]]
    """
    return tuple(
        LessonPart(group[0].title if group[0].level == 2 else Markup.escape(title), tuple(_steps(group)))
        for group in _parts(pieces)
    )


def _parts(pieces: Iterable[Piece]) -> list[list[Piece]]:
    parts: list[list[Piece]] = []
    for piece in pieces:
        if piece.level == 2 or not parts:
            parts.append([])
        parts[-1].append(piece)
    return parts


def _steps(pieces: Sequence[Piece]) -> list[Step]:
    steps: list[list[Piece]] = [[]]
    for piece in pieces:
        if steps[-1] and _begins(piece, steps[-1]):
            steps.append([])
        steps[-1].append(piece)
    return [Step(tuple(step)) for step in steps]


def _begins(piece: Piece, step: Sequence[Piece]) -> bool:
    """Whether a piece begins a step of its own: after a block, or where the words would be too many for one screen."""
    if step[-1].kind:
        return True
    so_far = sum(one.words for one in step)
    # What a heading or a sentence announces stays with it, and so does a table.
    announced = piece.is_table or step[-1].level or str(step[-1].html).rstrip().endswith(":</p>")
    if announced or (piece.kind and so_far <= LEAD_IN):
        return False
    return piece.kind in WHOLE_SCREEN or so_far + piece.words + piece.beside > LONGEST
