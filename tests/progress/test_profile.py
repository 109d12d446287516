"""A guest's own settings, kept with the answers."""

from __future__ import annotations

import pytest

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.progress.memory import MemoryProgress
from outsourcing_lessons.progress.profile import save_profile, saved_profile
from outsourcing_lessons.progress.sqlite import SqliteProgress


@pytest.fixture(params=["memory", "file"])
def store(request, tmp_path):
    return MemoryProgress() if request.param == "memory" else SqliteProgress(tmp_path / "my-progress.sqlite")


def test_without_a_saved_profile_there_is_none(store):
    assert saved_profile(store) == {}


def test_looking_makes_no_file(tmp_path):
    saved_profile(SqliteProgress(tmp_path / "my-progress.sqlite"))
    assert list(tmp_path.iterdir()) == []


def test_the_latest_of_each_setting_counts(store):
    save_profile(store, {"business": "design studio", "hour_value": 80.0})
    save_profile(store, {"hour_value": 95.0})
    assert saved_profile(store) == {"business": "design studio", "hour_value": 95.0}


@pytest.mark.parametrize("name", ["learner_id", "edition"])
def test_who_it_is_and_which_edition_are_never_saved(store, name):
    with pytest.raises(InputError, match=f"{name} is never saved"):
        save_profile(store, {"business": "design studio", name: "key"})
    assert saved_profile(store) == {}
