"""What every type of item has: its fields, and what it must say of itself.

An item is one variant, ready to be shown. It is plain data: ``model_dump(mode="json")`` is what the player gets, and
``items.item.parse_item`` reads it back. ``prompt`` and all other texts are plain text; a blank line in a prompt starts
a new paragraph. All that differs from type to type is in the file of the type: whoever adds one fills in what is
abstract here.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Protocol, Self, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from outsourcing_lessons.items.form import Medium, Part
from outsourcing_lessons.items.outcome import Outcome, Response
from outsourcing_lessons.number_format import sound
from outsourcing_lessons.words import LETTERS

if TYPE_CHECKING:
    from outsourcing_lessons.items.random import SeededRandom

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
ItemId = Annotated[str, Field(pattern=r"^[a-z0-9-]+\.[a-z0-9-]+$")]
Text = Annotated[str, Field(min_length=1)]
Bar: TypeAlias = dict[str, Any]


# A format of numbers; data in which there is none says nothing of it.
Numbers: TypeAlias = Annotated[str, AfterValidator(sound)]
NO_FORMAT: Any = Field(default="", exclude_if=lambda numbers: not numbers)


class Record(BaseModel):
    """Data that does not change after it is made and has no fields but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(Record):
    """Something to choose or to place.

    ``feedback`` says why it is wrong to choose it (or, in an ordering, why it belongs where it does); for a correct
    option of a multiple choice, what was missed by leaving it out. Empty only for the key of a single choice.
    """

    id: Slug
    text: Text
    feedback: str = ""


class Exhibit(Record):
    """A small table that belongs to a prompt."""

    caption: Text
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Named(Protocol):
    """A row of an item that an answer names by its id."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...


class Given(Protocol):
    """An answer of somebody in a room."""

    @property
    def response(self) -> Response: ...
    @property
    def outcome(self) -> Outcome: ...


class ItemBase(Record):
    """What every item has."""

    id: ItemId = ""  # ``lesson.item``, for good. Whoever makes a template leaves it out: its decorator says it, once.
    # variant, wording: which question this is, and how it is put: codes, as ``items.identity`` makes them.
    variant: str = ""
    wording: str = ""
    # title, prompt: A heading of a few words; the question.
    title: Text
    prompt: Text
    exhibit: Exhibit | None = None  # A table to read
    hints: tuple[Text, ...] = ()  # in steps: the first helps a little, the last nearly solves it
    praise: Text  # said when the response is correct: why it is
    answer: str = ""  # the key in words, shown on request
    objective: str = ""  # which objective of the lesson it serves
    minutes: float = Field(default=1.5, gt=0, le=15)  # how long it takes
    sources: tuple[str, ...] = ()  # ids in ``course.sources``
    # The format in which its numbers are written and read, as `number_format` has it; "" is none.
    numbers: Numbers = NO_FORMAT

    # What belongs to a response, the answer itself first; a confidence may stand beside it.
    PARTS: ClassVar[tuple[str, ...]]
    # The fields that an answer is judged by, besides what is true of every item (see `items.identity`).
    JUDGED: ClassVar[tuple[str, ...]]
    # The field whose rows an answer names by their ids, and what nobody may see before answering, of them and besides.
    NAMED: ClassVar[str] = ""
    SECRET: ClassVar[frozenset[str]] = frozenset({"key", "answer", "praise"})
    SECRET_OF_NAMED: ClassVar[frozenset[str]] = frozenset({"feedback"})
    # The word of xAPI for such an answer.
    INTERACTION: ClassVar[str]
    # Whether an answer is right or wrong as that of a test is; whether the first one counts and says how sure it is;
    # and whether a room answers it as a vote.
    GRADED: ClassVar[bool] = True
    COMMITTED: ClassVar[bool] = False
    VOTED: ClassVar[bool] = False
    # What the bars of a vote are of, where that is not plain.
    VOTES: ClassVar[str] = ""

    @model_validator(mode="after")
    def _distinct(self) -> Self:
        for values in (ids(self.named), list(texts(self.named))):
            if len(set(values)) != len(values):
                raise ValueError(f"two equal options among {values}")
        return self

    @property
    def named(self) -> tuple[Any, ...]:
        """The rows that an answer names by their ids."""
        return getattr(self, self.NAMED, ()) if self.NAMED else ()

    @abstractmethod
    def judged(self, response: Response) -> Outcome:
        """Return what a response is worth; raises `Refused` if that cannot be said.

        The type's module of the player has the same function.
        """

    @abstractmethod
    def key_in_words(self) -> str:
        """Return the key as a learner would say it; a short text has none but its example, in ``answer``."""

    @abstractmethod
    def mistakes(self) -> list[tuple[str, str]]:
        """Return what is said to each mistake, after what the mistake is."""

    @abstractmethod
    def form(self, medium: Medium) -> tuple[Part, ...]:
        """Return what there is to fill in, in the words of a text, a page or a printed one."""

    @abstractmethod
    def untouched(self) -> Response:
        """Return what is sent of an item that nobody has touched."""

    @abstractmethod
    def simulated(self, chance: SeededRandom, knows: bool) -> Response:
        """Return what a made-up learner answers who knows it, or guesses; a page could send it."""

    @abstractmethod
    def bars(self, answers: Sequence[Given]) -> list[Bar]:
        """Return how a room answered, as bars."""

    def votes(self, answers: Sequence[Given]) -> list[Bar]:
        """Return how a room answered, as bars whose labels and heights tell nothing of the key."""
        return self.bars(answers)

    def guesses(self, answers: Sequence[Given], told: bool = False) -> dict[str, Any]:
        """Return each best guess with its range, in order of size; the truth once it is told; else nothing."""
        return {}

    @property
    def stages(self) -> int:
        """In how many stages, one after another, an answer is played on a page; 0 where it is given at once."""
        return 0

    def counted(self, answers: Sequence[Given]) -> str:
        """Say how a room answered in the terms of the type."""
        return f"{counted(len(answers), 'answer')}, {rights(answers)} right"

    def beside_bars(self, bars: list[Bar]) -> dict[str, str]:
        """Return a ``note`` on what the bars are where the words say something else, and a ``mark`` for the key's."""
        return {}

    def guesser_score(self) -> float | None:
        """Return what somebody scores who knows nothing and guesses, 0 to 1; None where chance has no say."""
        return None

    def identity(self) -> dict[str, Any]:
        """Return what an answer is judged by, as plain data."""
        return self.model_dump(mode="json", include=set(self.JUDGED))

    def read_key(self) -> float | tuple[str, ...] | None:
        """Return what is right as it is read: who remembers it needs no second look. None: nothing for a test."""
        return None

    def reason(self) -> str:
        """Return what is true of the item whatever anybody answered, for a room or a teacher.

        Praise is said to one person for one answer. To all it would tell those who missed that their range held the
        truth.
        """
        return self.praise

    def reasons(self) -> dict[str, dict[str, Any]]:
        """Return of each option whether it is right, and why, by its id; empty where there are none to choose from."""
        return {}

    def unsolved(self, draw: SeededRandom) -> Self:
        """Return the item so that it is not right as it is shown: only an order can be, as all else begins empty."""
        return self

    def kept(self, response: Response) -> Response:
        """Return a valid response without what belongs to no answer to this item.

        Examples
        --------
        >>> from outsourcing_lessons.items.item import Number
        >>> words = {"title": "T", "prompt": "P", "praise": "Yes.", "otherwise": "No."}
        >>> item = Number(id="a.b", key=4, tolerance=0, low=0, high=9, **words)
        >>> item.kept({"value": "4", "confidence": 80, "note": "!"})
        {'value': '4', 'confidence': 80}
        """
        return {name: response[name] for name in (*self.PARTS, "confidence") if name in response}

    def plain(self, response: Response) -> Any:
        """Return what was answered as a program wants it: an option's id or several, a number, amounts, a text.

        Examples
        --------
        >>> from outsourcing_lessons.items.item import Number
        >>> words = {"title": "T", "prompt": "P", "praise": "Yes.", "otherwise": "No."}
        >>> Number(id="a.b", key=4, tolerance=0, low=0, high=9, **words).plain({"value": "4,0"})
        4.0
        """
        return response.get(self.PARTS[0])

    @classmethod
    def written(cls, response: Response) -> str:
        """Return a response as xAPI writes it down."""
        return str(response[cls.PARTS[0]])


def texts(rows: Iterable[Named]) -> tuple[str, ...]:
    return tuple(row.text for row in rows)


def ids(rows: Iterable[Named]) -> list[str]:
    return [row.id for row in rows]


def counted(many: int, noun: str, nouns: str = "") -> str:
    return f"{many} {noun if many == 1 else nouns or noun + 's'}"


def rights(answers: Iterable[Given]) -> int:
    """Return how many were right; of what is neither right nor wrong none is."""
    return sum(answer.outcome["correct"] is True for answer in answers)


def bar(label: str, count: int, key: bool = False, letter: str = "") -> Bar:
    """Return a bar: its label and height, whether it is the key's, and the letter of an option."""
    return {"label": label, "count": count, "key": key} | ({"letter": letter} if letter else {})


def lettered(rows: Iterable[Named], counts: Mapping[str, int], keys: Collection[str] = ()) -> list[Bar]:
    """Return a bar for each row that an answer may name, under its letter."""
    return [bar(row.text, counts[row.id], row.id in keys, LETTERS[n : n + 1]) for n, row in enumerate(rows)]
