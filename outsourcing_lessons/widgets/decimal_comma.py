"""A number with a comma, as half of the world writes it, in a line of Python: one sentence on what is wrong.

Python takes ``rate=0,85`` for two values and says so in words for programmers. Only a line that cannot be read is
looked at, and only where a person is at the notebook.
"""

from __future__ import annotations

import re
import sys
from types import TracebackType

from outsourcing_lessons.widgets.attended import cell_in_hand

COMMA = re.compile(r"(?<![\w.])(\w+\s*=\s*)?(\d+),(\d+)(?![\w.])")


def sentence_for(line: str) -> str:
    """Return what to write in place of a number with a comma; "" where a line has none.

    Examples
    --------
    >>> sentence_for("learning.unit_time(n=3, first=6, rate=0,85)")
    'Write rate=0.85 with a point: Python reads a comma as a separator between two values.'
    >>> sentence_for("print 'hello'")
    ''
    """
    named = [found for found in COMMA.finditer(line) if found[1]]
    if not named:
        return ""
    (found, *_) = named
    return (
        f"Write {found[1]}{found[2]}.{found[3]} with a point: Python reads a comma as a separator between two values."
    )


def help_with_commas() -> None:
    """Have the notebook say it so, where a person is at it."""
    if cell_in_hand() is None:
        return
    explain = getattr(sys.modules["IPython"].get_ipython(), "set_custom_exc", None)  # of IPython's own shells
    if explain:
        explain((SyntaxError,), _explain)


def _explain(shell, kind: type, error: SyntaxError, trace: TracebackType, tb_offset: int | None = None) -> list[str]:
    if said := sentence_for(error.text or ""):
        shell._showtraceback(kind, error, [said])
    else:
        shell.showsyntaxerror()
    return []
