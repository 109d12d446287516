"""Batch rendering: plan -> execute -> export -> store."""

import sys
from typing import Any

# The library that checks schemas for nbformat builds, where it can, a grammar of international addresses as it is
# imported. That takes a second, in each process of a batch, and no notebook has such an address to check.
_modules: Any = sys.modules  # None there keeps a module from being found
_blocked = _modules.setdefault("rfc3987_syntax", None)
import nbformat  # noqa: E402, F401

if _blocked is None:
    del _modules["rfc3987_syntax"]
