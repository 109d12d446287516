"""What a learner touches: the modules of the player, its judge for pages without a kernel, and its style.

The modules are ES modules, and ``modules.joined`` makes one script of those that a surface needs.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from outsourcing_lessons.player.modules import FOLDER, Models, joined, with_models

# Blocks, live and static, and nothing else; in this order.
STYLES = (
    "tokens.css", "blocks.css", "answers.css", "reasons.css", "parts.css", "said.css", "explorer.css", "worksheet.css",
    "profile.css", "game.css", "media.css",
)  # fmt: skip
# What the commonest questions need; the last has the last word in whatever is loaded.
_FIRST, _LAST = STYLES[:4], STYLES[-1:]


@cache
def widget() -> str:
    """Return the player for JupyterLab, one ES module: anywidget's ``default {render}``."""
    return joined(FOLDER / "widget.js")


def widget_with(models: Models) -> str:
    """Return the player for JupyterLab with what the page runs of a model: of an explorer or of a game."""
    return with_models(FOLDER / "widget.js", models=models) if models else widget()


@cache
def script(*names: str) -> str:
    """Return the named modules of the player, with what they need, as one script.

    Examples
    --------
    >>> "function mount(element, block, host)" in script("mounting.js", "judge.js")
    True
    """
    return joined(*(FOLDER / name for name in names))


@cache
def style() -> str:
    """Return the style of blocks, live and static, and nothing else."""
    return "".join(_text(name) for name in STYLES)


def first_style() -> str:
    """Return of ``style`` what the commonest questions and prose need."""
    return "".join(_text(name) for name in (*_FIRST, *_LAST))


def later_style() -> str:
    """Return of ``style`` what is left; it goes behind ``first_style``."""
    return "".join(_text(name) for name in STYLES if name not in _FIRST)


@cache
def printed_style() -> str:
    """Return the hash, for a content security policy, of the style of a worksheet that is saved or printed.

    It is printed in a frame, which is under the policy of the page around it.
    """
    return hashed(_text("sheet.css"))


def hashed(text: str) -> str:
    """Return the hash under which a content security policy lets a script or a style through."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")
