"""What checks notebooks against their schema, imported in a tenth of the time.

jsonschema imports ``rfc3987_syntax`` where it is installed, as it is with Jupyter, and that builds 39 grammars of
international addresses: more than a second, in each process. No notebook has such an address to check.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

GRAMMARS = "rfc3987_syntax"


@contextmanager
def without_grammars() -> Iterator[None]:
    """Let what is imported for the first time here build no grammars; what is there stays as it is.

    Examples
    --------
    >>> with without_grammars():
    ...     import nbformat
    """
    there = GRAMMARS in sys.modules
    if not there:
        sys.modules[GRAMMARS] = None  # type: ignore[assignment]  # so Python refuses an import
    try:
        yield
    finally:
        if not there:
            del sys.modules[GRAMMARS]
