"""What a cell shows: a block in every form a reader of notebooks may want."""

from __future__ import annotations

from collections.abc import Sequence

from outsourcing_lessons.blocks.forms import static_forms
from outsourcing_lessons.blocks.text import as_text
from outsourcing_lessons.widgets.attended import cell_in_hand, tab_in_hand
from outsourcing_lessons.widgets.desk import Desk
from outsourcing_lessons.widgets.key import key_as_html

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


class Display:
    """One block on show.

    Parameters
    ----------
    desk : Desk
        The block and who answers for it.
    edition : str
        In ``study`` it is live where a person is at the notebook; in ``key`` its key is shown too.
    style : str
        The style sheet, for the first display of a notebook: it serves all the others.
    script : str
        An element that keeps what is shown up to date.
    """

    def __init__(self, desk: Desk, edition: str, style: str = "", script: str = ""):
        self.block = desk.block
        self._style = f"<style>{style}</style>" if style else ""
        self._script = script
        self._desk = desk
        self._edition = edition
        self._widget = None

    def __repr__(self) -> str:
        return as_text(self.block, with_key=self._edition == "key")

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return self._static() | self._live()

    def _static(self) -> dict:
        with_key = self._edition == "key"
        forms = static_forms(self.block, with_key)
        html = self._style + forms["text/html"] + (key_as_html(self.block) if with_key else "") + self._script
        return forms | {"text/html": html}

    def _live(self) -> dict:
        cell = cell_in_hand()
        if self._edition != "study" or cell is None or self.block.kind in STILL:
            return {}
        if self._widget is None:
            self._widget = self._make_live(cell)
        return {WIDGET_VIEW: {"version_major": 2, "version_minor": 0, "model_id": self._widget.model_id}}

    def _make_live(self, cell: str):
        # Half a second of imports that batch runs do without.
        from outsourcing_lessons.widgets.live import make_live

        restored, problem = self._desk.restored()
        if problem:
            print(problem)
        return make_live(self._desk, restored, cell, tab_in_hand())


STILL = ("prose", "research", "guide")  # nothing to answer, so the static form is all of it


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
