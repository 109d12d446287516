"""The player as a widget: what JupyterLab shows where a kernel runs.

- A comm is opened when something shows the widget: a cell, a box it stands in, a link in the page. What is made and
  never shown costs the page nothing.
- A widget belongs to a browser tab, a cell and a block; when the cell runs there again the old ones are closed, so that
  none pile up. Another tab's stay alive, for the latest few: closed, they would vanish before the learner's eyes.
- Messages arrive on JupyterLab's second kernel thread. The controller they are passed to changes nothing but the store,
  and nothing here prints or displays.
- Every widget that shows the same item hears of an attempt, so that a view opened later (a moved cell, a second view,
  a reveal) starts from it. Every widget of the same explorer or worksheet hears what was set or written.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Lock
from typing import Any

import anywidget
from ipywidgets import Layout
from traitlets import Any as AnyTrait
from traitlets import Bool, Dict, TraitError, Unicode, default, observe, validate

from outsourcing_lessons import player
from outsourcing_lessons.blocks.block import Block
from outsourcing_lessons.blocks.html import as_html
from outsourcing_lessons.errors import InputError
from outsourcing_lessons.progress.store import RESTORED
from outsourcing_lessons.widgets.attended import Place
from outsourcing_lessons.widgets.controller import BlockController, Message, entries_of, keeping, usable_entries
from outsourcing_lessons.widgets.display import STILL, WIDGET_VIEW, Display, is_still

NOTHING_KEPT: Message = {"attempts": [], "entries": {}, "values": {}}


class PlayerWidget(Display, anywidget.AnyWidget):
    """One block that is live; the parameters are those of `Display`."""

    _esm = Unicode(player.widget()).tag(sync=True)
    _css = Unicode(player.style()).tag(sync=True)
    block = AnyTrait().tag(sync=True, to_json=lambda block, widget: widget.controller.public())
    restored = Dict().tag(sync=True)

    def __init__(self, controller: BlockController, edition: str, style: str = "", script: str = ""):
        anywidget.AnyWidget.__init__(self, restored=NOTHING_KEPT)
        Display.__init__(self, controller, edition, style, script)
        self._attended = self._closed = False
        self.on_msg(self._hear)

    # IPython takes the forms alone, too; anywidget always has something to say of each.
    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:  # type: ignore[override]
        forms = super()._repr_mimebundle_()
        if not self._attended or self._closed or is_still(self.block):
            return forms
        return forms | {WIDGET_VIEW: {"version_major": 2, "version_minor": 0, "model_id": self.model_id}}

    def restore(self) -> None:
        """Begin with what is kept, for a person is there to see it; say so if the keeping is troubled."""
        self._attended = True
        kept, problem = self.controller.restored()
        if problem:
            print(problem)
        self.remember(**kept)

    @default("layout")
    def _as_wide_as_there_is_room(self) -> Layout:
        return Layout(width="100%")  # a row of a box would give it no width at all

    def open(self) -> None:
        """Leave the page alone until something shows the widget and so asks for its ``model_id``."""

    def prepare(self) -> None:
        """Get ready for the page, just before it is told of the widget."""

    @property
    def model_id(self) -> str | None:
        """The id that the page knows the widget under."""
        if self.comm is None and not self._closed:
            self.prepare()
            super().open()
        return None if self.comm is None else super().model_id

    def close(self) -> None:
        """End the widget, and the layout that ipywidgets gave it."""
        if self.comm is not None:
            self.layout.close()
        self._closed = True
        super().close()
        self.__dict__.pop("_repr_mimebundle_", None)  # ipywidgets would show nothing; the static forms are still true

    def remember(self, **kept) -> None:
        """Add to what a view opened later starts from."""
        self.restored = self.restored | kept

    def answered(self, response: Message, outcome: Message) -> None:
        """Hear of an attempt at the item that this shows or waits for."""
        self.remember(attempts=[*self.restored["attempts"], {"response": response, "outcome": outcome}][-RESTORED:])

    def _hear(self, _, message: Message, buffers) -> None:
        reply = self.controller.reply(message)
        self.send({"call": message.get("call"), **reply})
        if reply.get("outcome", {}).get("valid"):
            for widget in dict.fromkeys([self, *showing(self.controller.asked.id)]):
                widget.answered(message["response"], reply["outcome"])
        if message.get("type") == "draft" and "problem" not in reply:
            self.remember(draft=message["response"])
        if "kept" in reply:
            self._share(reply["kept"])

    def _share(self, kept: Message) -> None:
        """Tell every live view of this block, in this tab and in others, what was kept."""
        for widget in showing_block(self):
            widget.kept(kept, elsewhere=widget is not self)

    def kept(self, kept: Message, elsewhere: bool) -> None:
        """Hear what was kept of this block."""


class Question(PlayerWidget):
    """An item to answer.

    ``answer`` is what was committed last, ``correct`` how that was judged (None where nothing is right or wrong, and
    before the first answer). Both follow the learner and cannot be set.
    """

    answer = AnyTrait(None, allow_none=True, read_only=True).tag(sync=True)
    correct = Bool(None, allow_none=True, read_only=True).tag(sync=True)

    def prepare(self) -> None:
        self._esm = player.widget_with(self.controller.models())

    @observe("restored")
    def _answered(self, change) -> None:
        valid = [one for one in change["new"].get("attempts", ()) if one["outcome"].get("valid")]
        if valid:
            latest = valid[-1]
            with self.hold_trait_notifications():  # who observes one may read the other
                self.set_trait("answer", self.controller.asked.plain(latest["response"]))
                self.set_trait("correct", latest["outcome"].get("correct"))


class _Kept(PlayerWidget):
    """A block of which something is kept by name, and which may be set from Python as by the learner."""

    def restore(self) -> None:
        super().restore()
        name = entries_of(self.block)
        if usable := _still_usable(self.block, self.restored[name]):
            self.remember(**{name: usable})
            setattr(self, name, usable)

    def _checked(self, entries: Message) -> Message:
        try:
            return usable_entries(self.block, entries)
        except InputError as error:
            raise TraitError(f"{self.block.id}: {error}") from None

    def _keep_new(self, entries: Message) -> bool:
        """Keep what was set here and not heard of from a page, and tell the other views; say whether there was any."""
        known = self.restored[entries_of(self.block)]
        new = {name: value for name, value in entries.items() if known.get(name) != value}
        if new and self._attended:
            # If that fails, the page says so at what is kept from there next.
            keeping(lambda: self.controller.store.keep(self.controller.learner_id, self.block.id, new))
        if new:
            self._share(new)
        return bool(new)


def _still_usable(block: Block, entries: Message) -> Message:
    """Return what is kept and still belongs to the block, which may have had other fields."""
    usable: Message = {}
    for name, value in entries.items():
        with suppress(InputError):
            usable |= {name: usable_entries(block, {name: value})[name]}
    return usable


class ExplorerWidget(_Kept):
    """Sliders over a model; ``values`` is where they stand, by slider."""

    values = Dict().tag(sync=True)

    def prepare(self) -> None:
        self._esm = player.widget_with(self.controller.models())

    @default("values")
    def _start(self) -> Message:
        return dict(self.block.scenarios[0].values)

    @validate("values")
    def _within_bounds(self, proposal) -> Message:
        return self._checked(self.values | proposal["value"])

    @observe("values")
    def _moved(self, change) -> None:
        self._keep_new(change["new"])

    def kept(self, kept: Message, elsewhere: bool) -> None:
        self.remember(values=self.restored["values"] | kept)
        if not elsewhere:
            values = self.values | self.restored["values"]
            with self._lock_property(values=values):  # the page has these already, and may have moved on since
                self.values = values


class WorksheetWidget(_Kept):
    """A page about the learner's own case; ``entries`` is what is written in it, by ``field`` or ``field.row``."""

    entries = Dict()

    @validate("entries")
    def _of_its_fields(self, proposal) -> Message:
        return self._checked(proposal["value"])

    @observe("entries")
    def _written(self, change) -> None:
        if self._keep_new(change["new"]):
            self.send({"elsewhere": change["new"]})

    def kept(self, kept: Message, elsewhere: bool) -> None:
        self.remember(entries=self.restored["entries"] | kept)
        self.entries = self.restored["entries"]
        if elsewhere:
            self.send({"elsewhere": kept})


class StillWidget(PlayerWidget):
    """A block with nothing to answer: in a box it shows its static form."""

    html = Unicode().tag(sync=True)

    def __init__(self, controller: BlockController, *display):
        super().__init__(controller, *display)
        self.html = as_html(self.block)


OF_KIND = {"ask": Question, "explorer": ExplorerWidget, "worksheet": WorksheetWidget} | dict.fromkeys(
    STILL, StillWidget
)
MOST_TABS = 3  # a page that was loaded anew counts as another
_live: dict[Place, PlayerWidget] = {}
_lock = Lock()


def widget_of(controller: BlockController, *display: Any, place: Place | None = None) -> PlayerWidget:
    """Return a widget for a block; the other parameters are those of `Display`.

    Where a person makes it, at a ``place``, the widget is live, begins with what is kept, and closes those that earlier
    runs of the cell made for the block in that tab.
    """
    widget = OF_KIND.get(controller.block.kind, PlayerWidget)(controller, *display)
    if place:
        widget.restore()
        _settle(widget, place)
    return widget


def _settle(widget: PlayerWidget, place: Place) -> None:
    block_id = widget.block.id
    with _lock:
        closing = [old for old, one in _live.items() if one.block.id == block_id and place.follows(old)]
        _live[place] = widget
        tabs = list(dict.fromkeys(reversed([one.tab for one in _live])))  # the latest first
        closing += [one for one in _live if one.tab in tabs[MOST_TABS:]]
        old = [_live.pop(one) for one in closing]
    for widget in old:
        widget.close()


def showing(item_id: str) -> list[PlayerWidget]:
    """Return the live widgets that show an item."""
    with _lock:
        return [widget for widget in _live.values() if widget.controller.item and widget.controller.item.id == item_id]


def showing_block(one: PlayerWidget) -> list[PlayerWidget]:
    """Return the live widgets that show the block of a widget to the same learner, and that widget."""
    same = (one.controller.block.id, one.controller.learner_id)
    with _lock:
        others = [
            widget for widget in _live.values() if (widget.controller.block.id, widget.controller.learner_id) == same
        ]
    return [one, *(widget for widget in others if widget is not one)]
