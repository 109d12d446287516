"""One server for one file: a second one is told where the first is, and a dead one is in nobody's way."""

from __future__ import annotations

import os
import stat
import sys

import pytest
from click.testing import CliRunner

from outsourcing_lessons.cli.workshop import workshop
from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.workshop.lock import locked
from outsourcing_lessons.workshop.log import Log
from tests.workshop.running import served


def test_a_second_server_is_told_where_the_console_is_and_changes_nothing(tmp_path):
    with served(tmp_path, "--lessons", "01") as server:
        path = tmp_path / "w.sqlite"
        log = Log(path)
        before = log.settings()
        second = CliRunner().invoke(workshop, ["start", "--db", str(path)])
        assert isinstance(second.exception, WorkshopError) and second.exception.exit_code == 2
        assert f"already running at {server.base}/console#{server.secrets['instructor']}" in str(second.exception)
        assert log.settings() == before
        log.close()
        server.kill()
        server.start()  # what a killed server leaves behind is in nobody's way
        assert server.join()


def test_a_lock_is_let_go_and_taken_again(tmp_path):
    first = locked(tmp_path / "w.sqlite")
    with pytest.raises(WorkshopError, match="already running: open"):
        locked(tmp_path / "w.sqlite")
    first.close()
    locked(tmp_path / "w.sqlite").close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such rights")
def test_nobody_else_can_read_a_workshops_files(tmp_path):
    path = tmp_path / "w.sqlite"
    old = os.umask(0)
    try:
        log, lock = Log(path), locked(path)
        log.set(code="K7M2QP")
        for one in tmp_path.iterdir():
            one.chmod(0o644)
        again = Log(path)  # one that an earlier version made
        modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()}
        assert modes == dict.fromkeys(("w.sqlite", "w.sqlite-wal", "w.sqlite-shm", "w.sqlite-lock"), 0o600)
        for one in (log, again):
            one.close()
        lock.close()
    finally:
        os.umask(old)


def test_a_quiet_file_is_in_one_piece(tmp_path):
    path = tmp_path / "w.sqlite"
    log = Log(path)
    log.set(code="K7M2QP" * 1000)
    log.tidy()
    assert os.path.getsize(f"{path}-wal") == 0 and b"K7M2QPK7M2QP" in path.read_bytes()
    log.close()
