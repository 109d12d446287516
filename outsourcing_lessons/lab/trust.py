"""Jupyter's trust in a notebook: only what it has signed shows its displays with their style, and starts itself."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any


def keep_trust(before: dict[str, Any], after: dict[str, Any]) -> None:
    """Sign what we wrote in place of a notebook, if that was signed; where nothing can be signed, nothing is."""
    import nbformat
    from nbformat.sign import NotebookNotary

    with suppress(Exception):  # then a click starts the lesson
        notary = NotebookNotary()
        old, new = (nbformat.reads(json.dumps(one), as_version=4) for one in (before, after))
        if notary.check_signature(old):
            notary.sign(new)
