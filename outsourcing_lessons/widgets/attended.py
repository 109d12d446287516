"""Whether a person is at the notebook, and in which cell.

A front end with a person says in each request that it may be asked for input. papermill, nbclient and nbval say that it
may not: then nothing is live, nothing is restored, and what a notebook stores depends on its parameters alone.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Place:
    """Where a person makes something: in which page of a browser, by which cell, in which run of it."""

    tab: str
    cell: str
    run: str = ""

    def follows(self, other: Place) -> bool:
        """Say whether this is a later run of the same cell in the same page."""
        again = self.run != other.run or not self.run
        return (self.tab, self.cell) == (other.tab, other.cell) and again


def cell_in_hand() -> str | None:
    """Return the id of the cell that a person is running ("" where the front end sends none), or None."""
    request = _request()
    if not request.get("content", {}).get("allow_stdin"):
        return None
    return request.get("metadata", {}).get("cellId", "")


def place_in_hand() -> Place | None:
    """Return where a person is making something, or None; what the front end does not say is ""."""
    cell, header = cell_in_hand(), _request().get("header", {})
    return None if cell is None else Place(header.get("session", ""), cell, header.get("msg_id", ""))


def in_voila() -> bool:
    """Whether the page is one of Voilà's, which shows what cells give and lets nobody answer."""
    return any(name.startswith("VOILA_") for name in os.environ)


def _request() -> dict:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    parent: object = getattr(shell, "get_parent", dict)()
    return parent if isinstance(parent, dict) else {}
