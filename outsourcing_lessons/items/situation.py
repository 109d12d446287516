"""One idea asked from several sides: each side is a question with its answer and the mistakes it brings to light.

Who has answered an item once remembers the sentence. Asked about another case, or from the case to the rule instead of
from the rule to the case, they have to think of the idea again. So an item of this kind is a tuple of situations:
``draw.pick(SITUATIONS).ask(draw, id, title)``.
"""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Exhibit, Option, SingleChoice

SHOWN = 3  # mistakes beside the answer
Mistake = tuple[str, str, str]


@dataclass(frozen=True)
class Situation:
    """A question, its answer, and more mistakes than are shown at a time.

    In every text ``{word}`` stands for something of the learner's trade, which is put in when it is asked.

    Parameters
    ----------
    prompt : str
        The question.
    key, right, praise : str
        Id and text of the right option; why it is right.
    wrong : tuple of (str, str, str)
        Id, text and feedback of each mistake. Within an item an id always stands for the same mistake. The first is
        the one made most often, and always there.
    hints : tuple of str
        In steps.
    """

    prompt: str
    key: str
    right: str
    praise: str
    wrong: tuple[Mistake, ...]
    hints: tuple[str, ...] = ()

    def ask(
        self,
        draw: Draw,
        item_id: str,
        title: str,
        *,
        hints: tuple[str, ...] = (),
        exhibit: Exhibit | None = None,
        **words: str,
    ) -> SingleChoice:
        """Return the item with the words of the trade put in; ``hints`` are those that all situations of it share."""
        first, *others = self.wrong
        mistakes = (first, *draw.some(others, SHOWN - 1))
        wrong = [Option(id=i, text=text.format(**words), feedback=why.format(**words)) for i, text, why in mistakes]
        return SingleChoice(
            id=item_id,
            title=title,
            prompt=self.prompt.format(**words),
            exhibit=exhibit,
            options=draw.shuffled([Option(id=self.key, text=self.right.format(**words)), *wrong]),
            key=self.key,
            hints=tuple(hint.format(**words) for hint in self.hints) or hints,
            praise=self.praise.format(**words),
        )
