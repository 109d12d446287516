"""What a lesson shows: one block a display, plain data all through.

A block is what a notebook's display carries as ``application/vnd.outsourcing-lessons+json``; the player, the exporters
and the static forms (text, Markdown, HTML) are made from it and from nothing else. ``prose`` holds Markdown in which
everything of the learner's is already escaped; every other text is plain text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, Literal, TypeVar, cast

from pydantic import Field, TypeAdapter

from outsourcing_lessons.blocks.handout import Handout, Studied
from outsourcing_lessons.blocks.profile import Profile
from outsourcing_lessons.blocks.sealing import unsealed
from outsourcing_lessons.blocks.sheet import Worksheet
from outsourcing_lessons.blocks.view import Computed, Turns
from outsourcing_lessons.items.base import NO_FORMAT, Numbers
from outsourcing_lessons.items.item import Item, Record, Slug, Text
from outsourcing_lessons.number_format import writing

F = TypeVar("F", bound=Callable[..., Any])
MIME = "application/vnd.outsourcing-lessons+json"


class Prose(Record):
    """A personalised passage: a story, an explanation with the learner's numbers.

    What is ``small`` is there to be looked up and not to be read through: a list of sources. What is ``folded`` shows
    its first paragraph, and the rest once somebody has opened it.
    """

    kind: Literal["prose"] = "prose"
    id: str
    markdown: Text
    small: bool = False
    folded: bool = False


class Ask(Record):
    """An item to answer.

    ``section`` is where it stands: predict, practice, when-wrong, recall. ``subseed`` is above 0 where the item could
    not be made with the learner's seed alone, and was drawn again.
    """

    kind: Literal["ask"] = "ask"
    id: str
    section: str
    item: Item
    subseed: int = Field(default=0, ge=0)


class Slider(Record):
    """One thing to vary. ``prefix`` stands before the value (a currency symbol), ``unit`` after it.

    Where there is little room it is called by its ``short`` name, if it has one; ``words`` are what values with a name
    are called there, by the number as it is written: ``{"0": "a stranger each time"}``.
    """

    id: Slug
    label: Text
    short: str = ""
    words: dict[str, str] = {}
    low: float
    high: float
    step: float
    value: float
    unit: str = ""
    prefix: str = ""
    decimals: int = 0


class Readout(Record):
    """One figure beside a chart: "Break-even: 4 jobs"."""

    label: Text
    value: Text


class Frame(Record):
    """What an explorer shows at one setting.

    ``svg`` is a drawing of ours (see ``charts``), ``narrow`` the same for a phone; ``alt`` says what it shows in
    figures; ``sentence`` says in words what to see in it.
    """

    svg: str
    narrow: str = ""
    alt: Text
    sentence: Text
    readouts: tuple[Readout, ...] = ()


class Scenario(Record):
    """A setting worth looking at, with a name: "Somebody leaves every year"."""

    label: Text
    values: dict[str, float]
    frame: Frame


class Turned(Record):
    """One turn of a play that is written out: what it met, what might be done, what was, and what came of it."""

    meets: Text
    offers: tuple[Text, ...]
    move: Text
    happened: Text


class Explorer(Record):
    """Sliders over a model, with a chart; the first scenario is where it starts.

    With ``computed`` the page runs the model itself, and every slider moves; without it the scenarios can be looked
    through. ``after`` is the id of the prediction that it answers: it stays covered until that is committed.
    ``numbers`` is the format that its numbers are written in. Where it is played in turns, ``play`` is the last
    scenario turn by turn, for paper and for pages that run no script.
    """

    kind: Literal["explorer"] = "explorer"
    id: str
    title: Text
    question: Text
    after: str = ""
    sliders: tuple[Slider, ...]
    scenarios: tuple[Scenario, ...] = Field(min_length=1)
    computed: Computed | None = None
    play: tuple[Turned, ...] = ()
    numbers: Numbers = NO_FORMAT

    @property
    def turns(self) -> Turns | None:
        """The turns in which it is played, if it is."""
        return self.computed.view.turns if self.computed else None

    def for_page(self) -> dict[str, Any]:
        """Return the block as a page needs it that runs the model: without the pictures it draws itself."""
        data = self.model_dump(mode="json")
        if self.computed:
            data["computed"] = self.computed.model_dump(mode="json", exclude_defaults=True)
            data["scenarios"] = [{"label": one.label, "values": one.values} for one in self.scenarios]
            del data["play"]
        return data


class Reveal(Record):
    """The truth beside a prediction, once it is committed: formula in one line, assumptions in one paragraph."""

    kind: Literal["reveal"] = "reveal"
    id: str
    prediction: str
    title: Text
    truth: Text
    explanation: Text
    formula: Text
    assumptions: Text


Strength = Literal[
    "meta-analysis", "review", "randomised trial", "field experiment", "small experiment", "laboratory experiment",
    "observational", "theory", "case", "survey", "law", "opinion",
]  # fmt: skip
Direction = Literal["supports", "qualifies", "contradicts", "neutral"]


class Finding(Record):
    """What one study found. ``strength`` and ``direction`` are words shown to the learner."""

    source: str
    claim: Text
    citation: Text
    doi: str = ""
    strength: Strength
    direction: Direction
    note: str = ""


class Research(Record):
    """Findings, strongest first."""

    kind: Literal["research"] = "research"
    id: str
    title: Text
    findings: tuple[Finding, ...] = Field(min_length=1)


class Pair(Record):
    """One mistake of the course and the items that test it, before and after."""

    title: Text
    before: tuple[str, ...] = Field(min_length=1)
    after: tuple[str, ...] = Field(min_length=1)


class Tally(Record):
    """What has changed between pre-test and post-test: gain for each mistake, and how well confidence fitted."""

    kind: Literal["tally"] = "tally"
    id: str
    title: Text
    purpose: Text
    pairs: tuple[Pair, ...] = Field(min_length=1)


class Binder(Record):
    """All worksheets of the course, to be bound into the learner's playbook.

    ``handouts`` are its pages to use, ``pairs`` the items of the tests before and after, and ``studied`` what the
    lessons teach: what was answered of these says what to read again.
    """

    kind: Literal["binder"] = "binder"
    id: str
    title: Text
    purpose: Text
    worksheets: tuple[Worksheet, ...] = Field(min_length=1)
    handouts: tuple[Handout, ...] = ()
    pairs: tuple[Pair, ...] = ()
    studied: tuple[Studied, ...] = ()


class Guide(Record):
    """A note for the instructor.

    ``talk`` is how many minutes are talked, beside what is shown; ``leave_out`` and ``keep`` are ids of blocks, for a
    workshop that is late.
    """

    kind: Literal["guide"] = "guide"
    id: str
    section: str = ""
    talk: float = Field(default=0.0, ge=0)
    discussion: Text
    skip: str = ""
    leave_out: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()


Block = Annotated[
    Prose | Profile | Ask | Explorer | Reveal | Research | Worksheet | Tally | Binder | Guide,
    Field(discriminator="kind"),
]
_blocks = TypeAdapter(Block)


def format_of(block: Block) -> str:
    """Return the format of the numbers of a block; "" where it names none."""
    source = getattr(block, "item", block)
    return getattr(source, "numbers", "") or next((one.numbers for one in getattr(block, "worksheets", ())), "")


def in_its_format(form: F) -> F:
    """Have a form of a block written in the format of the block's numbers."""

    @wraps(form)
    def written(block: Block, *given: Any, **named: Any) -> Any:
        with writing(format_of(block)):
            return form(block, *given, **named)

    return cast(F, written)


def page_data(block: Block) -> dict[str, Any]:
    """Return a block as plain data for a page that shows it live."""
    return block.for_page() if isinstance(block, Explorer) else block.model_dump(mode="json")


def parse_block(data: dict[str, Any]) -> Block:
    """Read a block from plain data, as ``model_dump(mode="json")`` wrote it, sealed or not."""
    if isinstance(item := data.get("item"), dict):
        data = data | {"item": unsealed(item)}
    return _blocks.validate_python(data)
