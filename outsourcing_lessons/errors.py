"""Every error a person may meet, as one tree.

OutsourcingLessonsError            anything this package raises on purpose
├── InputError (ValueError)        what was given cannot be used; exit code 2
│   ├── ArgumentError              a model was asked something impossible
│   ├── ProfileError               a parameter of the workbook is not usable
│   ├── RosterError                a roster has faults; carries all of them
│   ├── UnknownNameError (KeyError)  no lesson, item or block of that name
│   └── WorkshopError              the file of a workshop cannot be used, or its settings contradict it
├── ContentError                   the course itself is wrong: an author's mistake
├── ProgressError (OSError)        answers cannot be kept here
└── RenderError                    a workbook could not be made; exit code 1
    ├── NotebookError              a lesson's notebook is missing, damaged or failed
    ├── GlyphError                 no font on this machine has a character
    └── StoreError (OSError)       a file could not be written
"""

from __future__ import annotations

from collections.abc import Iterable


def few(names: Iterable[str], most: int = 5) -> str:
    """Return as many names as a sentence has room for, and how many more there are.

    Examples
    --------
    >>> few(["ada", "ben", "cem"], most=2)
    'ada, ben and 1 more'
    """
    listed = list(names)
    more = len(listed) - most
    return ", ".join(listed[:most]) + (f" and {more} more" if more > 0 else "")


class OutsourcingLessonsError(Exception):
    """Anything this package raises on purpose; its text is one clear sentence."""

    exit_code = 1
    reason = ""  # what happened in two words, as report.json says it, where a workbook could not be made

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows of the error: its sentence, without the way it took through the code."""
        return [f"{type(self).__name__}: {self}"]


class InputError(OutsourcingLessonsError, ValueError):
    """What was given cannot be used."""

    exit_code = 2


class ArgumentError(InputError):
    """A model was asked something impossible."""

    def __init__(self, name: str, found: object, allowed: str):
        self.name, self.found, self.allowed = name, found, allowed
        super().__init__(f"{name} is {found!r}; allowed: {allowed}")


class ProfileError(InputError):
    """A parameter of the workbook is not usable; arguments as in ArgumentError."""

    def __init__(self, name: str, found: object, allowed: str):
        self.name, self.found, self.allowed = name, found, allowed
        shown = repr(found)
        shown = shown if len(shown) <= 60 else shown[:57] + "..."
        super().__init__(f"{name} is {shown}; allowed: {allowed}")


class RosterError(InputError):
    """A roster has faults.

    ``faults``: each with a readable ``str``; all of them, not only the first.
    """

    def __init__(self, faults: Iterable[object]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class UnknownNameError(InputError, KeyError):
    """No lesson, item or block of that name; says which names there are."""

    def __init__(self, what: str, name: object, known: Iterable[str]) -> None:
        self.what, self.name, self.known = what, name, tuple(known)
        super().__init__(f"no {what} {name!r}; there are: {', '.join(self.known)}")

    def __str__(self) -> str:
        return str(self.args[0])


class WorkshopError(InputError):
    """The file of a workshop cannot be used, or what it was called with contradicts it."""


class ContentError(OutsourcingLessonsError):
    """The course itself is wrong: an author's mistake, found by its checks.

    ``file`` and ``line``: where, if it is in a text of the course; "" and 0 if that is not known.
    """

    file = ""
    line = 0


class ProgressError(OutsourcingLessonsError, OSError):
    """Answers cannot be kept here."""


class RenderError(OutsourcingLessonsError):
    """A workbook could not be made.

    ``reason`` is empty where nothing shorter is known; ``signal`` is what ended a process, 0 if nothing did.
    """

    def __init__(self, sentence: str, reason: str = "", signal: int = 0):
        self.reason, self.signal = reason, signal
        super().__init__(sentence)


class NotebookError(RenderError):
    """A lesson's notebook is missing, damaged, or one of its cells failed."""


class GlyphError(RenderError):
    """No font on this machine has a character of this learner's name; ``characters`` are all that are missing."""

    def __init__(self, sentence: str, characters: str = ""):
        self.characters = characters
        super().__init__(sentence)


class StoreError(RenderError, OSError):
    """A file could not be written whole, and so is not there at all; ``errno`` is the system's, where it said one."""

    def __init__(self, sentence: str, reason: str = "not stored", errno: int | None = None):
        super().__init__(sentence, reason)
        self.errno = errno
