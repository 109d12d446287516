"""What checks notebooks against their schema, imported in a tenth of the time.

jsonschema imports what checks formats where it is installed, as it is with Jupyter. ``rfc3987_syntax`` builds 39
grammars of international addresses: more than a second, in each process. ``isoduration`` brings a calendar along. No
notebook has such an address or a duration to check.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

GRAMMARS = ("rfc3987_syntax", "isoduration")


@contextmanager
def without_grammars() -> Iterator[None]:
    """Let what is imported for the first time here build no grammars; what is there stays as it is.

    Examples
    --------
    >>> with without_grammars():
    ...     import nbformat
    """
    absent = [name for name in GRAMMARS if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment]  # so Python refuses an import
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
