"""What a roster says of a learner besides the settings of the workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Person:
    """How a learner is reached, and what else their row holds."""

    email: str = ""  # empty if the roster has none
    # The number of a participant of an assignment in Moodle, digits alone; empty if the roster has none.
    participant: str = ""
    # The lessons of their own, by number or name; empty where they get those of everybody.
    lessons: tuple[str, ...] = ()
    # The cells of columns that decide nothing, by the columns' plain names.
    extra: Mapping[str, str] = field(default_factory=dict)


NOBODY = Person()
