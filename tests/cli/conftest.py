from __future__ import annotations

import pytest

from outsourcing_lessons import cli


@pytest.fixture
def call(capsys):
    """Call the command line in this process: (exit code, what it printed, what it complained of)."""

    def call(*arguments) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            cli.main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return ended.value.code or 0, said.out, said.err

    return call
