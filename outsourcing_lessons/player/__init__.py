"""What a learner touches: the texts of the player, its judge for pages without a kernel, and its style.

``script()`` is one ES module that needs nothing; ``judge_script()`` is another. Joined in one module script the two
share no top-level name, so a page can hold both.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def _text(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def script() -> str:
    """Return the player: ``mount(element, block, host)``, anywidget's ``default {render}``, and what it can save."""
    return _text("player.js") + "\n" + _text("playbook.js")


def judge_script() -> str:
    """Return ``judge.js``: ``judge(item, response)``, the same outcomes as ``items.judge``."""
    return _text("judge.js")


def style() -> str:
    """Return ``player.css``, which styles blocks, live and static, and nothing else."""
    return _text("player.css")
