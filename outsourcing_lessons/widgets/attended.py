"""Whether a person is at the notebook, and in which cell.

A front end with a person says in each request that it may be asked for input. papermill, nbclient and nbval say that it
may not: then nothing is live, nothing is restored, and what a notebook stores depends on its parameters alone.
"""

from __future__ import annotations

import sys


def cell_in_hand() -> str | None:
    """Return the id of the cell that a person is running ("" where the front end sends none), or None."""
    request = _request()
    if not request.get("content", {}).get("allow_stdin"):
        return None
    return request.get("metadata", {}).get("cellId", "")


def tab_in_hand() -> str:
    """Return which page of a browser the request came from, "" where the front end does not say."""
    return _request().get("header", {}).get("session", "")


def _request() -> dict:
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    parent = getattr(shell, "get_parent", dict)()
    return parent if isinstance(parent, dict) else {}
