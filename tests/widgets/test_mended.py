"""In JupyterLab, an answered question is answered still after a word of it was mended, and after an update."""

from __future__ import annotations

import shutil
from dataclasses import asdict

import pytest

from outsourcing_lessons.progress.archive import progress_of
from tests.mending import mended, rekeyed, reworded
from tests.version_0_1 import ADA, DATABASE


def restored(opened, name, **profile):
    return opened(**profile).ask(name).desk.restored()[0]["attempts"]


def test_a_mended_word_leaves_an_answer_in_place_and_another_key_does_not(opened, store):
    desk = opened(learner_id="ada").ask("split").desk
    desk.reply({"type": "submit", "response": {"option": desk.item.key}})
    (kept,) = store.kept
    assert (kept.variant, kept.wording) == (desk.item.variant, desk.item.wording)
    with mended(reworded):
        assert [one["response"] for one in restored(opened, "split", learner_id="ada")] == [{"option": desk.item.key}]
        assert opened(learner_id="ada").ask("split").desk.item.wording != kept.wording
    with mended(rekeyed):
        assert restored(opened, "split", learner_id="ada") == []


@pytest.mark.parametrize(("mending", "shown"), [(reworded, 2), (rekeyed, 0)])
def test_answers_of_version_0_1_are_in_place_and_new_ones_come_after_them(opened, store, tmp_path, mending, shown):
    shutil.copy(DATABASE, tmp_path)
    store.kept += progress_of(tmp_path).all_attempts("ada")
    profile = asdict(ADA) | {"edition": "study"}
    with mended(mending):
        desk = opened(**profile).ask("split").desk
        wrong = next(option.id for option in desk.item.options if option.id != desk.item.key)
        desk.reply({"type": "submit", "response": {"option": wrong}})
        found = restored(opened, "split", **profile)
    assert len(found) == shown + 1 and found[-1]["response"] == {"option": wrong}
