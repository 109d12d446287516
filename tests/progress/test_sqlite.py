"""The file: when it is made, who may write at once, what happens when it is damaged or cannot be written."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

import pytest

from outsourcing_lessons.errors import ProgressError
from outsourcing_lessons.progress.migrations import MIGRATIONS
from outsourcing_lessons.progress.sqlite import SqliteProgress
from outsourcing_lessons.progress.store import Attempt, SetAsideError

WANTED = ("ada", "first-job.year", "0000aaaa")


def attempt(value="4"):
    return Attempt(*WANTED, 7, {"value": value}, {"valid": True})


@pytest.fixture
def store(tmp_path):
    return SqliteProgress(tmp_path / "my-progress.sqlite")


@pytest.fixture
def patient(monkeypatch):
    """However slow the disk is, no writer gives up before its turn comes."""
    monkeypatch.setattr("outsourcing_lessons.database.PATIENCE", 300.0)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_looking_makes_no_file(store, tmp_path):
    """Opening a lesson leaves the folder as it was."""
    assert store.attempts(*WANTED) == [] and store.entries("ada", "first-job.plan") == {}
    assert names(tmp_path) == []


def test_between_calls_there_is_one_file_and_nothing_open(store, tmp_path):
    """It can be copied, synchronised or deleted at any time."""
    store.append(attempt())
    assert names(tmp_path) == ["my-progress.sqlite"]


def test_threads_writing_at_once_lose_nothing(store, patient):
    """JupyterLab calls from a second thread."""
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: store.append(attempt(str(n))), range(40)))
    assert {a.response["value"] for a in store.attempts(*WANTED)} == {str(n) for n in range(40)}


WRITER = """
import sys
from outsourcing_lessons.progress import sqlite
from outsourcing_lessons.progress.sqlite import SqliteProgress
sqlite.PATIENCE = 300.0
from outsourcing_lessons.progress.store import Attempt
store = SqliteProgress(sys.argv[1])
for n in range(20):
    store.append(Attempt("ada", "first-job.year", "0000aaaa", 7, {"value": f"{sys.argv[2]}{n}"}, {"valid": True}))
"""


def test_two_kernels_writing_at_once_lose_nothing(store):
    """Also where both meet a file that is not there yet."""
    kernels = [subprocess.Popen([sys.executable, "-c", WRITER, store.path, name]) for name in "ab"]
    assert [kernel.wait() for kernel in kernels] == [0, 0]
    assert len(store.attempts(*WANTED)) == 40


@pytest.mark.parametrize("damage", [b"no database at all" * 500, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_damaged_file_is_set_aside_and_the_next_call_works(store, tmp_path, damage):
    """Its bytes are still there, under a name with the time."""
    store.path.write_bytes(damage)
    with pytest.raises(SetAsideError, match="set aside as “my-progress \\(damaged 2"):
        store.append(attempt())
    store.append(attempt())
    (aside,) = tmp_path.glob("*damaged*")
    assert aside.read_bytes() == damage and len(store.attempts(*WANTED)) == 1


def test_a_damaged_file_is_noticed_by_looking_too(store):
    """So the learner hears of it when the lesson opens."""
    store.path.write_bytes(b"no database at all" * 500)
    with pytest.raises(SetAsideError):
        store.attempts(*WANTED)
    assert store.attempts(*WANTED) == []


def test_a_sound_file_is_never_set_aside(store, monkeypatch):
    """Another kernel may have mended it between the error and the renaming."""
    store.append(attempt())
    store._set_aside()
    assert len(store.attempts(*WANTED)) == 1


def test_a_folder_that_cannot_be_written_gives_one_sentence(tmp_path):
    """The lesson goes on; what SQLite says is in brackets."""
    (tmp_path / "file").touch()
    with pytest.raises(ProgressError, match="the lesson continues without"):
        SqliteProgress(tmp_path / "file" / "my-progress.sqlite").append(attempt())


def test_a_full_disk_gives_one_sentence_and_keeps_what_was_there(store, monkeypatch):
    """Nothing is half-written."""
    store.append(attempt())
    with closing(sqlite3.connect(store.path)) as file:
        file.execute("CREATE TRIGGER full BEFORE INSERT ON attempts BEGIN SELECT RAISE(ABORT, 'disk is full'); END")
    with pytest.raises(ProgressError, match="disk is full"):
        store.append(attempt())
    assert len(store.attempts(*WANTED)) == 1


@pytest.mark.parametrize("more", [{"seed": 2**63}, {"response": {"value": {1, 2}}}, {"variant": "half \ud83d"}])
def test_what_cannot_be_written_is_one_sentence_and_the_next_answer_is_kept(store, more):
    with pytest.raises(ProgressError, match="cannot be saved"):
        store.append(replace(attempt(), **more))
    store.append(attempt())
    assert len(store.all_attempts("ada")) == 1


def test_a_file_that_can_only_be_read_is_read(store, monkeypatch):
    """A course on a read-only drive shows the answers it has."""
    store.append(attempt())
    monkeypatch.setattr("outsourcing_lessons.progress.sqlite.migrate", _refuse)
    assert len(store.attempts(*WANTED)) == 1


def _refuse(connection, steps):
    raise sqlite3.OperationalError("attempt to write a readonly database")


def test_a_file_of_a_newer_version_is_left_alone(store):
    """It is not damaged: this version is too old for it."""
    store.append(attempt())
    with closing(sqlite3.connect(store.path)) as file:
        file.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(ProgressError, match="newer version"):
        store.append(attempt())


def test_entries_are_never_overwritten_in_the_file(store):
    """The view shows the latest; the table has them all, and none twice in a row."""
    for value in ("a", "a", "b", "a"):
        store.keep("ada", "first-job.plan", {"stream": value})
    with closing(sqlite3.connect(store.path)) as file:
        assert file.execute("SELECT value FROM entries ORDER BY number").fetchall() == [('"a"',), ('"b"',), ('"a"',)]


KILLED = """
import sys
from outsourcing_lessons.progress import sqlite
from outsourcing_lessons.progress.sqlite import SqliteProgress
sqlite.PATIENCE = 300.0
from outsourcing_lessons.progress.store import Attempt
store = SqliteProgress(sys.argv[1])
for n in range(100_000):
    store.append(Attempt("ada", "first-job.year", "0000aaaa", 7, {"value": str(n)}, {"valid": True}))
    print(n, flush=True)
"""


def test_a_kernel_killed_while_it_writes_loses_nothing_it_said_was_kept(store):
    """`kill -9`, at whatever point; the file is sound and takes the next answer."""
    with subprocess.Popen([sys.executable, "-c", KILLED, store.path], stdout=subprocess.PIPE, text=True) as kernel:
        said = [kernel.stdout.readline() for _ in range(30)]
        kernel.kill()
        said += kernel.stdout.readlines()
    kept = [int(a.response["value"]) for a in store.all_attempts("ada")]
    last = int(said[-1]) if said[-1].endswith("\n") else int(said[-2])
    assert kept[: last + 1] == list(range(last + 1)) and len(kept) <= last + 2
    with closing(sqlite3.connect(store.path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    store.append(attempt())
    assert len(store.all_attempts("ada")) == len(kept) + 1


ENTERING = """
import sys
from outsourcing_lessons.progress import sqlite
from outsourcing_lessons.progress.sqlite import SqliteProgress
sqlite.PATIENCE = 300.0
store = SqliteProgress(sys.argv[1])
for n in range(15):
    store.keep("ada", "first-job.plan", {f"{sys.argv[2]}.{n}": "written", "both": f"{sys.argv[2]} {n}"})
"""


def test_two_kernels_filling_in_one_worksheet_lose_no_field(store):
    """Of a field that both fill in every text is kept, and one of the last two is seen."""
    kernels = [subprocess.Popen([sys.executable, "-c", ENTERING, store.path, name]) for name in "ab"]
    assert [kernel.wait() for kernel in kernels] == [0, 0]
    entries = store.entries("ada", "first-job.plan")
    assert len(entries) == 31 and entries["both"] in ("a 14", "b 14")
    assert len([row for row in store.everything()[1] if row.name == "both"]) == 30


def test_a_folder_that_is_moved_takes_everything_with_it(store, tmp_path):
    """Nothing in the file says where it was."""
    store.append(attempt())
    store.keep("ada", "first-job.plan", {"stream": "photos"})
    folder = tmp_path.with_name("moved ä’")
    tmp_path.rename(folder)
    moved = SqliteProgress(folder / store.path.name)
    assert len(moved.attempts(*WANTED)) == 1 and moved.entries("ada", "first-job.plan") == {"stream": "photos"}
    assert str(tmp_path).encode() not in moved.path.read_bytes()
