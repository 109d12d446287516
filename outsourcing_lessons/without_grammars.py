"""What checks notebooks against their schema, imported in a tenth of the time.

jsonschema imports what checks formats where it is installed, as it is with Jupyter. ``rfc3987_syntax`` builds 39
grammars of international addresses: more than a second, in each process. ``isoduration`` brings a calendar along. No
notebook has such an address or a duration to check.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager

GRAMMARS = ("rfc3987_syntax", "isoduration")


def without_grammars() -> AbstractContextManager[None]:
    """Let what is imported for the first time here build no grammars; what is there stays as it is.

    Examples
    --------
    >>> with without_grammars():
    ...     import nbformat
    """
    return without(GRAMMARS)


@contextmanager
def without(names: Iterable[str]) -> Iterator[None]:
    """Refuse to import these for the first time here."""
    absent = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]  # None says that there is no such module
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
