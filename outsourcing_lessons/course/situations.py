"""One idea in several situations: who has seen one of them has to think again in the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Option, SingleChoice

SHOWN = 3  # wrong options


@dataclass(frozen=True)
class Situation:
    """A question on the idea; its texts may hold ``{words}`` of a trade.

    Parameters
    ----------
    prompt, praise : str
        As in an item.
    right : tuple of str
        Id and text of the right option.
    wrong : tuple of tuple of str
        Id, text and feedback of the wrong ones, more than are shown. The first is the mistake made most often, and
        always there.
    """

    prompt: str
    right: tuple[str, str]
    praise: str
    wrong: tuple[tuple[str, str, str], ...]


def single_choice(draw: Draw, situations: Sequence[Situation], words: Mapping[str, str], **rest) -> SingleChoice:
    """Return the question of one of the situations, told in these words; ``rest`` is what all of them share."""
    one = draw.pick(situations)
    key, right = one.right
    first, *others = one.wrong
    shown = ((key, right, ""), first, *draw.some(others, SHOWN - 1))
    options = tuple(Option(id=i, text=text.format_map(words), feedback=why.format_map(words)) for i, text, why in shown)
    return SingleChoice(
        prompt=one.prompt.format_map(words),
        options=draw.shuffled(options),
        key=key,
        praise=one.praise.format_map(words),
        **rest,
    )
