"""Courses as notebooks to act in; the one that comes along is in ``course``.

A notebook needs one name: ``from outsourcing_lessons import open_lesson``.
"""

from __future__ import annotations

__version__ = "0.1.0"
__all__ = ["__version__", "open_lesson"]


def __getattr__(name: str):
    if name == "open_lesson":
        from outsourcing_lessons.widgets.lesson import open_lesson

        return open_lesson
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
