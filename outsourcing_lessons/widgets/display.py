"""What a cell shows: a block in every form a reader of notebooks may want."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from html import escape

from outsourcing_lessons.blocks.block import Block
from outsourcing_lessons.blocks.forms import static_forms
from outsourcing_lessons.blocks.key import key_of
from outsourcing_lessons.blocks.text import as_text
from outsourcing_lessons.widgets.attended import in_voila, place_in_hand
from outsourcing_lessons.widgets.controller import BlockController

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
# What a reader sees where nothing has run, and nowhere else.
ASLEEP = '<p class="ol-asleep"><em>To answer here: menu <strong>Run ▸ Run All Cells</strong>.</em></p>'
STILL = ("prose", "research", "guide")  # nothing to answer, so the static form is all of it


def is_still(block: Block) -> bool:
    """Whether the static form of a block is all of it; a profile has fields only where it may be changed."""
    return block.kind in STILL or (block.kind == "profile" and not block.fields)


def key_as_html(block: Block) -> str:
    """Write the key, the reason and what is said to each mistake; nothing for a block without an item."""
    if block.kind != "ask":
        return ""
    rows = "".join(f"<dt>{escape(piece.label)}</dt><dd>{escape(piece.text)}</dd>" for piece in key_of(block.item))
    return f'<section class="ol-key" aria-label="Key: {escape(block.item.title)}"><dl>{rows}</dl></section>'


class Display:
    """One block on show.

    In the ``edition`` study it is live where a person is at the notebook; in key its key is shown too. ``style`` is the
    style sheet, for the first display of a notebook: it serves all the others. ``script`` is an element that keeps what
    is shown up to date.
    """

    def __init__(self, controller: BlockController, edition: str, style: str = "", script: str = ""):
        self.controller, self.block = controller, controller.block
        self._style = f"<style>{style}</style>" if style else ""
        self._script = script
        self._edition = edition

    def __repr__(self) -> str:
        return as_text(self.block, with_key=self._edition == "key")

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        with_key = self._edition == "key"
        forms = static_forms(self.block, with_key)
        if "text/html" not in forms:
            return forms
        asleep = ASLEEP if self._edition == "study" and self.block.kind not in STILL and not in_voila() else ""
        html = self._style + forms["text/html"] + asleep + (key_as_html(self.block) if with_key else "") + self._script
        return forms | {"text/html": html}


def display_of(controller: BlockController, edition: str, style: str = "", script: str = "") -> Display:
    """Return the display of a block: a widget where a person is at the notebook or the notebook uses widgets itself.

    Nowhere else, since ipywidgets and anywidget are half a second of imports that batch runs do without.
    """
    place = place_in_hand()
    if place is None and "ipywidgets" not in sys.modules:
        return Display(controller, edition, style, script)
    from outsourcing_lessons.widgets.live import widget_of

    return widget_of(controller, edition, style, script, place=place if edition == "study" else None)


class Displays(Sequence):
    """Several blocks, shown one after another; none shows nothing at all."""

    def __init__(self, displays: Sequence[Display] = ()):
        self._displays = tuple(displays)

    def __getitem__(self, index):
        return self._displays[index]

    def __len__(self) -> int:
        return len(self._displays)

    def __repr__(self) -> str:
        return "\n\n".join(map(repr, self._displays))

    def _ipython_display_(self) -> None:
        if self._displays:
            from IPython.display import display

            display(*self._displays)
