"""A plugin: a notebook's cells run one after the other in its kernel, whatever order of tests was drawn."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    first: dict[Path, int] = {}
    for at, item in enumerate(items):
        if item.path.suffix == ".ipynb":
            first.setdefault(item.path, at)
    places = {item: (first.get(item.path, at), getattr(item, "cell_num", 0)) for at, item in enumerate(items)}
    items.sort(key=places.__getitem__)
