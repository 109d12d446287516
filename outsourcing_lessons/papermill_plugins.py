"""papermill without what other packages add to it.

papermill loads, as it is imported, every engine and every kind of storage that any installed package offers it. One
that cannot be loaded would take each learner's workbook with it, though nobody asked for it.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

OURS = "outsourcing_lessons."
STORAGES = ("boto3", "azure", "gcsfs", "pyarrow", "github")


@contextmanager
def without_plugins() -> Iterator[None]:
    """Let papermill, if it is imported for the first time here, load nobody's engine but ours."""
    try:
        entrypoints: Any = importlib.import_module("entrypoints")  # which papermill asks
    except ImportError:
        yield
        return
    whole = entrypoints.get_group_all

    def ours(group: str, *given, **named) -> list:
        return [one for one in whole(group, *given, **named) if one.module_name.startswith(OURS)]

    entrypoints.get_group_all = ours
    try:
        yield
    finally:
        entrypoints.get_group_all = whole


@contextmanager
def without_storages() -> Iterator[None]:
    """Let papermill, if it is imported for the first time here, import no storage's library: as much as all its rest.

    It can read from and write to these storages no more, so this is for a process that is ours alone.
    """
    absent = [name for name in STORAGES if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]  # None says that there is no such module
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
