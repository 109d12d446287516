"""The limits of a course are read from its table, and a slip in it is refused with what there is."""

from __future__ import annotations

import pytest

from outsourcing_lessons.authoring.policy import Policy, policy_of
from outsourcing_lessons.errors import ContentError


def policy(folder, text):
    (folder / "course.toml").write_text(text, encoding="utf-8")
    return policy_of(folder)


def test_a_limit_that_is_not_named_is_the_usual_one(tmp_path):
    assert policy(tmp_path, "[policy]\nwords_between = 99\n") == Policy(words_between=99)


def test_a_lesson_may_have_limits_of_its_own(tmp_path):
    found = policy(tmp_path, "[policy.lessons.short]\nrecall_minutes = [0, 5]\n")
    assert found.of("short").recall_minutes == [0, 5] and found.of("other").recall_minutes == Policy().recall_minutes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[policy]\nword_between = 9\n", "did you mean 'words_between'"),
        ("[policy.lessons.a]\ndraw = 9\n", "did you mean 'draws'"),
        ('[policy]\ndraws = "many"\n', "draws is 'many'"),
        ("[policy", "is not TOML"),
    ],
)
def test_a_slip_is_refused(tmp_path, text, said):
    with pytest.raises(ContentError, match=said):
        policy(tmp_path, text)
