"""The player as a widget: what JupyterLab shows where a kernel runs.

- A widget belongs to a browser tab, a cell and a block; when the cell runs there again the old one is closed, so that
  none pile up. Another tab's stay alive, for the latest few: closed, they would vanish before the learner's eyes.
- ``block`` and ``restored`` go to the front end; everything else is a question and its reply.
- Messages arrive on JupyterLab's second kernel thread. The desk they are passed to changes nothing but the store, and
  nothing here prints or displays.
- Every widget that shows the same item hears of an attempt, so that a view opened later (a moved cell, a second view,
  a reveal) starts from it. Every widget of the same worksheet hears what was written, and shows it at once.
"""

from __future__ import annotations

from threading import Lock

import anywidget
from traitlets import Dict

from outsourcing_lessons import player
from outsourcing_lessons.progress.store import RESTORED
from outsourcing_lessons.widgets.desk import Desk, Message, entries_of


class PlayerWidget(anywidget.AnyWidget):
    """One live block.

    Parameters
    ----------
    desk : Desk
        Who answers for it.
    restored : dict
        What is kept for it already.
    """

    _esm = player.widget()
    _css = player.style()
    block = Dict().tag(sync=True)
    restored = Dict().tag(sync=True)

    def __init__(self, desk: Desk, restored: Message):
        self.desk = desk
        super().__init__(block=desk.public(), restored=restored)
        self.on_msg(self._hear)

    def close(self) -> None:
        """End the widget, and the layout that ipywidgets gave it."""
        if self.comm is not None:
            self.layout.close()
        super().close()

    def remember(self, **kept) -> None:
        """Add to what a view opened later starts from."""
        self.restored = self.restored | kept

    def _hear(self, _, message: Message, buffers) -> None:
        reply = self.desk.reply(message)
        self.send({"call": message.get("call"), **reply})
        if reply.get("outcome", {}).get("valid"):
            attempt = {"response": message["response"], "outcome": reply["outcome"]}
            for widget in showing(self.desk.item.id):
                widget.remember(attempts=[*widget.restored["attempts"], attempt][-RESTORED:])
        if "kept" in reply:
            self._share(reply["kept"])

    def _share(self, kept: Message) -> None:
        """Tell every live view of this block, in this tab and in others, what was kept."""
        name = entries_of(self.desk.block)
        for widget in showing_block(self):
            widget.remember(**{name: widget.restored[name] | kept})
            if widget is not self and name == "entries":
                widget.send({"elsewhere": kept})


MOST_TABS = 3  # a page that was loaded anew counts as another
Place = tuple[str, str, str]
_live: dict[Place, PlayerWidget] = {}
_lock = Lock()


def make_live(desk: Desk, restored: Message, cell: str, tab: str = "") -> PlayerWidget:
    """Return a widget for a block in a cell; the one that cell showed for it before in that tab is closed."""
    widget, place = PlayerWidget(desk, restored), (tab, cell, desk.block.id)
    with _lock:
        closing = [_live.pop(place)] if place in _live else []
        _live[place] = widget
        tabs = list(dict.fromkeys(reversed([tab for tab, *_ in _live])))  # the latest first
        closing += [_live.pop(one) for one in list(_live) if one[0] in tabs[MOST_TABS:]]
    for old in closing:
        old.close()
    return widget


def showing(item_id: str) -> list[PlayerWidget]:
    """Return the live widgets that show an item."""
    with _lock:
        return [widget for widget in _live.values() if widget.desk.item and widget.desk.item.id == item_id]


def showing_block(one: PlayerWidget) -> list[PlayerWidget]:
    """Return the live widgets that show the block of a widget to the same learner, and that widget."""
    same = (one.desk.block.id, one.desk.learner_id)
    with _lock:
        others = [widget for widget in _live.values() if (widget.desk.block.id, widget.desk.learner_id) == same]
    return [one, *(widget for widget in others if widget is not one)]
