"""Courses as notebooks to act in; the one that comes along is in ``course``.

A notebook needs one name: ``from outsourcing_lessons import open_lesson``. Whoever writes questions into it needs the
types of items too: ``from outsourcing_lessons import Option, SingleChoice``.
"""

from __future__ import annotations

__version__ = "0.2.0"
ITEMS = (
    "SingleChoice", "MultipleChoice", "Number", "Ordering", "Allocation", "Prediction", "ShortText", "Game", "Bet",
    "Option", "Exhibit", "Trap", "Part", "Check", "Dial",
)  # fmt: skip
__all__ = ["__version__", "open_lesson", *ITEMS]


def __getattr__(name: str):
    if name == "open_lesson":
        from outsourcing_lessons.widgets.lesson import open_lesson

        return open_lesson
    if name in ITEMS:
        from outsourcing_lessons.items import item

        return getattr(item, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
