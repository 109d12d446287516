"""``workshop start``: what is wrong is said before anything is made or served."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from outsourcing_lessons.cli import cli
from outsourcing_lessons.errors import OutsourcingLessonsError


def start(folder, monkeypatch, *options):
    monkeypatch.chdir(folder)
    return CliRunner().invoke(cli, ["workshop", "start", *options])


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--lessons", "77"], "no lesson '77'"),
        (["--business", "pirate"], "business is 'pirate'"),
        (["--currency", "XXX"], "currency"),
        (["--hour-value", "0"], "hour_value"),
        (["--roster", "none.csv"], "none.csv"),
        (["--db", "no-such-folder/w.sqlite"], "there is no folder no-such-folder"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(tmp_path, monkeypatch, options, words):
    done = start(tmp_path, monkeypatch, *options)
    assert isinstance(done.exception, OutsourcingLessonsError) and done.exception.exit_code == 2
    assert words in str(done.exception)
    assert not list(tmp_path.iterdir())


def test_help_ends_with_an_example():
    said = CliRunner().invoke(cli, ["workshop", "start", "--help"]).output
    assert "outsourcing-lessons workshop start --lan" in said.rpartition("Example:")[2]
