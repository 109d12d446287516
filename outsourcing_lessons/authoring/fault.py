"""What a rule finds: what, where, why it matters, and how to fix it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, order=True)
class Place:
    """Where something stands: a line of a file, a cell of a notebook, or a variant of an item."""

    file: str = ""  # path, as short as it can be told from here
    # line, cell: from 1; 0 where it has none.
    line: int = 0
    cell: int = 0
    item: str = ""  # id of an item, an explorer or another block
    trade: str = ""  # the trade it was made for, where another may be without the fault
    seed: int | None = None  # likewise

    def __str__(self) -> str:
        file = f"{self.file}:{self.line}" if self.line else self.file
        within = (f"cell {self.cell}" if self.cell else "", self.item, self.trade)
        seed = f"seed {self.seed}" if self.seed is not None else ""
        return ", ".join(filter(None, (file, *within, seed)))


@dataclass(frozen=True)
class Fault:
    """Something that breaks a rule of the course."""

    code: str
    place: Place  # where it stands
    found: str  # what was found there, and what is allowed
    reason: str  # why the course has the rule
    cure: str
    root: str = ""  # what the rule itself failed on, where it could not look; the same for all rules that failed on it

    def __str__(self) -> str:
        return f"{self.place}: {self.code} {self.found}; {self.cure} ({self.reason})"

    @property
    def data(self) -> dict[str, Any]:
        """The fault as plain data."""
        return asdict(self)


def shown_path(path: str | Path) -> str:
    """Return a path from the working directory if it is in there, else whole.

    Examples
    --------
    >>> shown_path(Path.cwd() / "notebooks" / "one.ipynb")
    'notebooks/one.ipynb'
    """
    path = Path(path)
    return path.relative_to(Path.cwd()).as_posix() if path.is_relative_to(Path.cwd()) else str(path)
