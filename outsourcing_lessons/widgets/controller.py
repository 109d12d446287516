"""The kernel's side of one live block: what it answers to the messages of the player.

A controller holds nothing that changes, since JupyterLab calls it from a second thread while cells run; the store does.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from outsourcing_lessons.blocks.block import Ask, Binder, Block, Explorer, page_data
from outsourcing_lessons.blocks.filled import filled
from outsourcing_lessons.blocks.sheet import Worksheet
from outsourcing_lessons.errors import InputError, OutsourcingLessonsError, ProgressError
from outsourcing_lessons.items.item import Item, without_key
from outsourcing_lessons.items.judge import explained, judge
from outsourcing_lessons.learner import CODES
from outsourcing_lessons.lessons.review_variants import is_review
from outsourcing_lessons.progress.store import RESTORED, Attempt, ProgressStore, SetAsideError
from outsourcing_lessons.progress.version_0_1 import same_question

if TYPE_CHECKING:
    from outsourcing_lessons.playbook.learned import Learned
    from outsourcing_lessons.playbook.page import Appointment

DRAFT = ".draft"  # behind the id of a block: under this name is kept what is typed and not sent
REACHED, SETTINGS = ".reached", "settings"  # likewise the settings at which an explorer's goals were reached
MOST_REACHED = 20
PRE_TEST = "pre-test"
LATER = "later"  # kept of an item of the first test that the learner put off
LONGEST = 200_000  # characters of one message: a worksheet of twelve full pages
Message = dict[str, Any]


@dataclass(frozen=True)
class BlockController:
    """Who answers for a block."""

    block: Block
    # learner_id, seed: whose attempts these are.
    learner_id: str
    seed: int
    store: ProgressStore
    item: Item | None = None  # the item the block asks; for a reveal, the prediction it waits for
    recalled: tuple[Item, ...] = ()  # the items whose attempts a tally counts
    # The worksheets of the lessons before that of a worksheet, which may draw from them.
    earlier: tuple[Worksheet, ...] = ()
    learner: str = ""
    # () -> what the page runs of an explorer or a game: by the name of the model, its file and its function.
    models: Callable[[], Mapping[str, tuple[Path, str]]] = dict
    # Gives the days on which questions come back, for the calendar of a playbook.
    reviews: Callable[[], Iterable[Appointment]] = tuple
    # What is typed into the form of a profile -> what the form then says.
    save: Callable[[Message], Message] | None = None
    # An id that the block once had; what was kept under it is still shown until something newer is kept.
    formerly: str = ""

    @property
    def asked(self) -> Item:
        """The item; an InputError where there is none."""
        if self.item is None:
            raise InputError(f"{self.block.id} asks nothing")
        return self.item

    def public(self) -> Message:
        """Return the block as the front end may see it: without the key."""
        data = page_data(self.block)
        for field in data["fields"] if self.block.kind == "profile" else ():
            field["options"] = field["options"] or CODES.get(field["name"], [])
        return data | {"item": without_key(self.block.item)} if self.block.kind == "ask" else data

    def restored(self) -> tuple[Message, str]:
        """Return what is kept for this block, and what a learner must be told about the keeping."""
        problems: list[str] = []

        def read(action: Callable[[], Any]) -> Any:
            found, problem = keeping(action)
            problems.append(problem)
            return found

        has_entries = self.block.kind in ("explorer", "worksheet", "ask")
        others = (*(sheet.id for sheet in self._worksheets()), *(item.id for item in self.recalled))
        kept: Message = {"attempts": read(self._attempts) or [] if self.item else [], "entries": {}, "values": {}}
        kept |= {entries_of(self.block): read(self._entries) or {} if has_entries else {}}
        more = {
            "draft": self._beside(DRAFT, self.asked.variant) if self.block.kind == "ask" else None,
            "reached": self._beside(REACHED, SETTINGS) if self.block.kind == "explorer" else None,
            "attemptsAt": read(lambda: {item.id: self._attempts_at(item) for item in self.recalled}),
            "entriesAt": read(lambda: {one: self.store.entries(self.learner_id, one) for one in others}),
            "drawn": read(self._drawn) if self.earlier else None,
        }
        return kept | {name: found for name, found in more.items() if found}, next(filter(None, problems), "")

    def reply(self, message: Message) -> Message:
        """Answer a message; whatever happens, the front end gets an answer it can show."""
        try:
            action = {
                "submit": self._submit, "answer": self._answer, "keep": self._keep,
                "bind": self._bind, "draft": self._draft, "profile": self._profile, "reached": self._reach,
            }  # fmt: skip
            return action[message["type"]](clean(message))
        except OutsourcingLessonsError as error:
            return {"problem": str(error)}
        except Exception as error:
            # A traceback would be printed into whatever cell runs at the moment.
            return {"problem": f"something went wrong in the lesson ({type(error).__name__}: {error})"}

    def _submit(self, message: Message) -> Message:
        response = message["response"]
        outcome = judge(self.asked, response)
        if not outcome["valid"]:
            return {"outcome": outcome}
        item = self.asked
        about = (self.learner_id, item.id, item.variant, self.seed)
        attempt = Attempt(*about, response, outcome, wording=item.wording)
        _, problem = keeping(lambda: self.store.append(attempt))
        return {"outcome": explained(item, outcome) | ({"unkept": f"Please note: {problem}."} if problem else {})}

    def _answer(self, message: Message) -> Message:
        return {"answer": self.asked.answer or self.asked.key_in_words(), "praise": self.asked.praise}

    def _draft(self, message: Message) -> Message:
        """Keep what is typed and not sent. If that fails, it stands in its field all the same, so nothing is said."""
        return self._keep_beside(DRAFT, self.asked.variant, message["response"])

    def _reach(self, message: Message) -> Message:
        """Keep at which settings goals were reached. If that fails, the page still shows them, so nothing is said."""
        if self.block.kind != "explorer":
            raise InputError(f"{self.block.id} has no goals")
        settings = [slider_values(self.block, one) for one in message["settings"][:MOST_REACHED]]
        return self._keep_beside(REACHED, SETTINGS, settings)

    def _keep_beside(self, place: str, name: str, value: object) -> Message:
        kept = {name: json.dumps(value)}
        keeping(lambda: self.store.keep(self.learner_id, self.block.id + place, kept))
        return {}

    def _beside(self, place: str, name: str) -> Any:
        kept, _ = keeping(lambda: self.store.entries(self.learner_id, self.block.id + place))
        return json.loads((kept or {}).get(name, "null"))

    def _keep(self, message: Message) -> Message:
        entries = usable_entries(self.block, message["entries"])
        # Another kernel may have written meanwhile: the page sees by it what it did not know of.
        earlier, found = keeping(self._entries) if self.block.kind == "worksheet" else ({}, "")
        _, problem = keeping(lambda: self.store.keep(self.learner_id, self.block.id, entries))
        problem = found or problem
        return {"kept": entries, "problem": problem} if problem else {"kept": entries, "earlier": earlier or {}}

    def _bind(self, message: Message) -> Message:
        # Half a second of imports that only this button needs.
        from outsourcing_lessons.playbook.book import bind
        from outsourcing_lessons.playbook.files import write
        from outsourcing_lessons.player import typefaces

        pairs = [(sheet, self._entries_of(sheet)) for sheet in self._worksheets()]
        reviews, problem = keeping(self.reviews)
        block = self.block
        assert isinstance(block, Binder)
        learned = self._learned(block)
        book = bind(self.learner, pairs, self.learner_id, block.title, reviews or (), block.handouts, learned)
        files, note = write(book, Path.cwd(), typefaces.embedded())
        return {"files": files, "note": " ".join(filter(None, (note, problem)))}

    def _learned(self, block: Binder) -> Learned:
        """Return what the learner answered, each item as they answered it first, and what they put off."""
        from outsourcing_lessons.playbook.learned import Learned

        right: dict[str, bool] = {}
        attempts, _ = keeping(lambda: self.store.all_attempts(self.learner_id))
        for attempt in attempts or ():
            if attempt.outcome.get("valid") and not is_review(attempt.seed):
                right.setdefault(attempt.item_id, bool(attempt.outcome.get("correct")))
        entries, _ = keeping(lambda: self.store.all_entries(self.learner_id))
        put_off = frozenset(name for name, kept in (entries or {}).items() if kept.get(LATER))
        return Learned(block.pairs, block.studied, right, put_off)

    def _profile(self, message: Message) -> Message:
        if self.save is None or self.block.kind != "profile" or not self.block.fields:
            raise InputError(f"{self.block.id} sets nothing")
        return self.save(message["values"])

    def _attempts(self) -> list[Message]:
        kept = self._attempts_at(self.asked)
        return [one | {"outcome": explained(self.asked, one["outcome"])} for one in kept]

    def _attempts_at(self, item: Item) -> list[Message]:
        former = self.store.former_attempts(self.learner_id, item.id)
        kept = same_question(item, self.seed, former) + self.store.attempts(self.learner_id, item.id, item.variant)
        of_this_time = [attempt for attempt in kept if self._is_of_this_time(attempt.seed)]
        return [{"response": a.response, "outcome": a.outcome} for a in of_this_time[-RESTORED:]]

    def _is_of_this_time(self, seed: int) -> bool:
        """A review asks anew, even if it is by chance the same variant; and a lesson does not show its answers."""
        return seed == self.seed or not (is_review(seed) or is_review(self.seed))

    def _entries(self) -> Message:
        old = self.store.entries(self.learner_id, self.formerly) if self.formerly else {}
        return old | self._entries_of(self.block)

    def _entries_of(self, block: Block) -> Message:
        return self.store.entries(self.learner_id, block.id)

    def _drawn(self) -> dict[str, str]:
        """Return what the worksheets before this one give it."""
        assert isinstance(self.block, Worksheet)
        return filled((sheet, self._entries_of(sheet)) for sheet in (*self.earlier, self.block))[-1].drawn

    def _worksheets(self) -> tuple[Worksheet, ...]:
        return getattr(self.block, "worksheets", ())


def entries_of(block: Block) -> str:
    """Return under which name what a block keeps comes back."""
    return "values" if block.kind == "explorer" else "entries"


def keeping(action: Callable[[], Any]) -> tuple[Any, str]:
    """Call the store; return what it gives and, if something was amiss, a sentence for the learner."""
    problem = ""
    for _ in range(2):
        try:
            return action(), problem
        except SetAsideError as error:
            problem = str(error)
        except ProgressError as error:
            return None, str(error)
    return None, problem


def clean(message: Message) -> Message:
    """Return a message with half characters replaced: neither SQLite nor a later message could carry them."""
    text = json.dumps(message, ensure_ascii=False)
    if len(text) > LONGEST:
        raise InputError("this is too long to be saved; please shorten it")
    return json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def slider_values(block: Explorer, values: Message) -> dict[str, float]:
    """Return a value for each slider: those given, within the slider's bounds, else where it starts."""
    known = {slider.id: slider for slider in block.sliders}
    given = {name: value for name, value in values.items() if name in known and _finite(value)}
    if len(given) < len(values):
        raise InputError("these settings do not belong to this chart")
    return {name: min(max(float(given.get(name, s.value)), s.low), s.high) for name, s in known.items()}


def usable_entries(block: Block, entries: Message) -> Message:
    """Return the entries that belong to the block, as they are kept; an InputError where none can."""
    if block.kind == "explorer":
        return slider_values(block, entries)
    if isinstance(block, Ask) and block.section == PRE_TEST and set(entries) == {LATER}:
        return entries
    if block.kind != "worksheet":
        raise InputError(f"nothing is saved for {block.id}")
    fields = {field.id for sheet in block.sheets for field in sheet.fields}
    strangers = [name for name in entries if name.partition(".")[0] not in fields]
    if strangers:
        raise InputError(f"this worksheet has no field {strangers[0]!r}")
    return entries


def _finite(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
