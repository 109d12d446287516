"""Whether this run is `make test-full`, for helpers that no fixture reaches."""

from __future__ import annotations

_run = {"full": True}


def begin(full: bool) -> None:
    """Keep for the whole of this process what its command line says."""
    _run["full"] = full


def is_full() -> bool:
    """Return whether nothing is to be a sample."""
    return _run["full"]
