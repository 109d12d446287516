"""What is given to collect is walked through: folders, archives, and whatever somebody made to hurt."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from outsourcing_lessons.collect import files
from outsourcing_lessons.collect.files import GivenFile, Refused, files_in


def packed(entries, **options) -> bytes:
    """An archive of (name, content) pairs."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return made.getvalue()


@pytest.fixture
def found(tmp_path):
    """Return what is found in an archive with that content."""

    def found(content):
        (tmp_path / "subs.zip").write_bytes(content)
        return list(files_in([tmp_path / "subs.zip"]))

    return found


def test_folders_and_archives_in_them_are_walked_and_the_systems_files_are_not_seen(tmp_path):
    (tmp_path / "in" / "ada").mkdir(parents=True)
    for name in ("b.json", "ada/a.json", ".DS_Store", "ada/Thumbs.db", "ada/my-progress.sqlite-wal"):
        (tmp_path / "in" / name).write_text("{}")
    entries = [("__MACOSX/._c.json", "x"), ("Zoë/c.json", "{}"), ("Zoë/.ipynb_checkpoints/d.ipynb", "x")]
    (tmp_path / "in" / "c.zip").write_bytes(packed(entries))
    assert [("in", "ada", "a.json"), ("in", "b.json"), ("in", "c.zip", "Zoë", "c.json")] == [
        one.parts for one in files_in([tmp_path / "in"])
    ]


def test_archives_of_other_kinds_are_named_in_archives_too(found):
    (one,) = found(packed([("ada.tar.gz", b"\x1f\x8b")]))
    assert "is an archive of a kind that is not read here: unpack it, or make it a ZIP file" == one.why


def test_a_link_in_a_folder_is_not_followed(tmp_path):
    (tmp_path / "secret.json").write_text("{}")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.json").symlink_to(tmp_path / "secret.json")
    (tmp_path / "in" / "round").symlink_to(tmp_path / "in")
    assert ["is a link", "is a link"] == [one.why for one in files_in([tmp_path / "in"])]


def test_paths_that_lead_away_are_names_and_nothing_more(found, tmp_path):
    made = found(packed([("../../../etc/cron.d/x.json", "{}"), ("/abs.json", "{}"), ("C:\\evil\\a.json", "{}")]))
    assert all(isinstance(one, GivenFile) for one in made) and 3 == len(made)
    assert ["subs.zip"] == [path.name for path in tmp_path.iterdir()]


def test_names_that_would_move_the_terminal_are_shown_harmlessly(found):
    (one,) = found(packed([("\x1b[2J\u202egpj.json", "{}")]))
    assert "\x1b" not in one.name and "\u202e" not in one.name and len(one.name) < 400


def test_a_bomb_is_not_unpacked(found):
    made = found(packed([("bomb.json", b"0" * 40_000_000), ("a.json", "{}")]))
    assert [GivenFile, Refused] == [type(one) for one in made] and "far more than it can honestly hold" in made[1].why


def test_a_bomb_that_lies_about_its_size_is_read_up_to_the_limit(found, monkeypatch):
    monkeypatch.setattr(files, "LARGEST", 1000)
    content = bytearray(packed([("a.json", b"x" * 5000)]))
    for place in (content.index(b"PK\x03\x04") + 22, content.index(b"PK\x01\x02") + 24):
        content[place : place + 4] = struct.pack("<I", 10)  # "ten bytes", it says
    (one,) = found(bytes(content))
    assert isinstance(one, Refused) or len(one.content) <= 10


def test_many_files_that_are_honest_one_by_one_end_at_the_limit_of_all(found, monkeypatch):
    monkeypatch.setattr(files, "LEAST_LIMIT", 5000)
    monkeypatch.setattr(files, "DENSEST", 2)
    made = found(packed([(f"{n}.json", b"0" * 2000) for n in range(9)]))
    assert 3 == len(made) and "far more than it can honestly hold" in made[-1].why


def test_an_archive_in_an_archive_is_opened_and_one_in_that_is_not(found):
    inner = packed([("a.json", "{}")])
    opened, refused = found(packed([("learner.zip", inner), ("quine.zip", packed([("again.zip", inner)]))]))
    assert ("subs.zip", "learner.zip", "a.json") == opened.parts and "archive in an archive" in refused.why


def test_an_archive_with_a_password_or_damage_is_named_and_the_rest_is_read(found):
    content = bytearray(packed([("a.json", '{"a": "' + "x" * 50 + '"}'), ("b.json", "{}")]))
    content[content.index(b"PK\x01\x02") + 8] |= 1  # encrypted, says the list of contents
    locked, fine = found(bytes(content))
    assert "password" in locked.why and b"{}" == fine.content
    damaged = bytearray(packed([("a.json", bytes(range(256)) * 40), ("b.json", "{}")]))
    damaged[60:80] = b"\xff" * 20
    broken, fine = found(bytes(damaged))
    assert "damaged" in broken.why and b"{}" == fine.content
    (cut_off,) = found(packed([("a.json", "{}")])[:40])
    assert "damaged archive" in cut_off.why
