"""Files appear whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os

import pytest

from outsourcing_lessons.errors import InputError, StoreError
from outsourcing_lessons.render import folder_store as stores
from outsourcing_lessons.render.folder_store import Store
from tests.render.conftest import tree


def refusing(number: int, after: int = 0):
    """An fsync that fails with an error of the system, after some that do not."""
    calls = iter(range(10_000))

    def fsync(handle):
        if next(calls) >= after:
            raise OSError(number, os.strerror(number))

    return fsync


def test_files_are_written_with_their_hash(tmp_path):
    (file,) = Store(tmp_path / "new" / "out").write({"a/b.txt": b"hello"})
    assert b"hello" == (tmp_path / "new/out/a/b.txt").read_bytes()
    assert ("a/b.txt", hashlib.sha256(b"hello").hexdigest(), 5) == (file.path, file.sha256, file.size)


def test_nobody_else_on_the_machine_can_read_a_key(tmp_path):
    Store(tmp_path).write({"keys/ada/key.pdf": b"1", "workbooks/ada/workbook.html": b"1"})
    Store(tmp_path / "marks", private=True).write({"marks.csv": b"1"})
    modes = {name: (tmp_path / name).stat().st_mode & 0o077 for name in ("keys/ada/key.pdf", "marks/marks.csv")}
    assert {0} == set(modes.values()) and (tmp_path / "workbooks/ada/workbook.html").stat().st_mode & 0o044


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "the disk is full"), (errno.EACCES, "you may not write there")]
)
def test_nothing_is_left_when_the_second_of_two_fails(tmp_path, monkeypatch, number, words):
    monkeypatch.setattr(stores.os, "fsync", refusing(number, after=1))
    with pytest.raises(StoreError, match=words) as caught:
        Store(tmp_path / "out").write({"a/1": b"1", "b/2": b"2"})
    assert number == caught.value.errno and 1 == len(str(caught.value).splitlines())
    assert [] == list(tmp_path.iterdir())


def test_an_earlier_file_stays_as_it_was(tmp_path, monkeypatch):
    Store(tmp_path).write({"a": b"old", "b": b"old"})
    monkeypatch.setattr(stores.os, "fsync", refusing(errno.ENOSPC, after=1))
    with pytest.raises(StoreError):
        Store(tmp_path).write({"a": b"new", "b": b"new"})
    assert {"a": b"old", "b": b"old"} == tree(tmp_path)


def test_a_file_in_place_of_a_folder(tmp_path):
    (tmp_path / "workbooks").write_text("mine")
    with pytest.raises(StoreError, match="a file is where a folder should be"):
        Store(tmp_path).write({"keys/ada/key.pdf": b"1", "workbooks/ada/workbook.html": b"1"})
    assert {"workbooks": b"mine"} == tree(tmp_path)
    assert ["workbooks"] == [path.name for path in tmp_path.iterdir()]


def test_a_full_disk_for_real(full_disk):
    with pytest.raises(StoreError, match="the disk is full"):
        Store(full_disk).write({"a/small": b"1", "b/large": b"1" * 500_000})
    assert [] == list(full_disk.iterdir())


def test_the_check_leaves_nothing_but_the_folder(tmp_path, monkeypatch):
    Store(tmp_path / "out").check()
    assert [] == list((tmp_path / "out").iterdir())
    monkeypatch.setattr(stores.os, "fsync", refusing(errno.EROFS))
    with pytest.raises(StoreError, match="is read-only"):
        Store(tmp_path / "second").check()
    assert not (tmp_path / "second").exists()


def test_the_check_refuses_a_file(tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(InputError, match="is a file"):
        Store(tmp_path / "out").check()
    with pytest.raises(StoreError, match="a file is where"):
        Store(tmp_path / "out" / "below").check()


def test_permissions_are_those_of_any_new_file(tmp_path):
    Store(tmp_path).write({"a": b""})
    (tmp_path / "b").touch()
    assert (tmp_path / "b").stat().st_mode == (tmp_path / "a").stat().st_mode


def test_what_lies_on_another_disk_is_moved_aside_too(tmp_path, monkeypatch):
    """The folders below may be links."""
    store = Store(tmp_path)
    store.write({"keys/ada/key.pdf": b"%PDF"})
    monkeypatch.setattr(os, "rename", _elsewhere)
    monkeypatch.setattr(os, "replace", _elsewhere)
    store.put_aside(["keys/ada/key.pdf", "keys/ada/gone.pdf"], "earlier/1")
    assert b"%PDF" == (tmp_path / "earlier/1/keys/ada/key.pdf").read_bytes() and not (tmp_path / "keys").exists()


def _elsewhere(*_):
    raise OSError(errno.EXDEV, "Invalid cross-device link")
