"""papermill without what other packages add to it, and without its log.

papermill loads, as it is imported, every engine and every kind of storage that any installed package offers it. One
that cannot be loaded would take each learner's workbook with it, though nobody asked for it.
"""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from outsourcing_lessons.without_grammars import without

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


def without_storages() -> AbstractContextManager[None]:
    """Let papermill, if it is imported for the first time here, import no storage's library: as much as all its rest.

    It can read from and write to these storages no more, so this is for a process that is ours alone.
    """
    return without(STORAGES)


@contextmanager
def errors_only() -> Iterator[None]:
    """Keep papermill's log, which says every cell and is shared by all in this process, from all but errors."""
    log = logging.getLogger("papermill")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(level)
