from __future__ import annotations

import pytest

from outsourcing_lessons.errors import RosterError
from outsourcing_lessons.roster import read_roster


@pytest.fixture
def read(tmp_path):
    """Read a roster given as lines."""

    def read(*lines: str, **options):
        path = tmp_path / "r.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return read_roster(path, **options)

    return read


@pytest.fixture
def faults(read):
    """Return what is wrong with a roster, a line for each fault."""

    def faults(*lines: str, **options) -> list[str]:
        with pytest.raises(RosterError) as error:
            read(*lines, **options)
        return [str(fault) for fault in error.value.faults]

    return faults
