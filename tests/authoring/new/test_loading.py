"""The module of a lesson is changed so that it takes the questions of questions.md too."""

from __future__ import annotations

import pytest

from outsourcing_lessons.authoring.new.loading import reading_questions, with_part
from outsourcing_lessons.errors import ContentError

HEAD = '"""A lesson."""\n\n'
IMPORTS = "from here import items\nfrom outsourcing_lessons.lessons.lesson import Lesson\n\n"
IMPORTED = (
    "from pathlib import Path\n\nfrom here import items\nfrom outsourcing_lessons.lessons.lesson import Lesson\n"
    "from outsourcing_lessons.lessons.questions import of_file\n\n"
)
THOSE = '*of_file(Path(__file__).with_name("questions.md"), "é-one").values()'


@pytest.mark.parametrize(
    ("items", "wanted"),
    [
        ("items.ITEMS", f"(*items.ITEMS, {THOSE})"),
        ("()", f"({THOSE},)"),
        ("(one, two)", f"(one, two, {THOSE})"),
        ("(\n        *items.ITEMS,\n    )", f"(\n        *items.ITEMS,\n        {THOSE},\n    )"),
    ],
)
def test_its_questions_stand_behind_all_others(tmp_path, items, wanted):
    module = tmp_path / "__init__.py"
    module.write_text(f'{HEAD}{IMPORTS}LESSON = Lesson("é", items={items}, title="é")\n', encoding="utf-8")
    lesson = f'LESSON = Lesson("é", items={wanted}, title="é")\n'
    assert reading_questions(module, "é-one") == f"{HEAD}{IMPORTED}{lesson}"


@pytest.mark.parametrize(
    ("reveals", "wanted"),
    [("{}", '{"a": tell}'), ('{"b": b}', '{"b": b, "a": tell}'), ("REVEALS", '{**REVEALS, "a": tell}')],
)
def test_a_reveal_stands_behind_all_others(tmp_path, reveals, wanted):
    module = tmp_path / "__init__.py"
    module.write_text(f'{HEAD}{IMPORTS}LESSON = Lesson("é", reveals={reveals}, title="é")\n', encoding="utf-8")
    assert f"reveals={wanted}, title" in with_part(module, "reveals", '"a": tell', "from here.a import tell")


def test_they_may_speak_of_what_the_lesson_may(tmp_path):
    module = tmp_path / "__init__.py"
    module.write_text(f"{HEAD}{IMPORTS}LESSON = Lesson(items=(), fields=fields_of)\n", encoding="utf-8")
    assert '"one", fields_of).values()' in reading_questions(module, "one")


def test_a_module_without_a_lesson_is_left_to_the_author(tmp_path):
    module = tmp_path / "__init__.py"
    module.write_text(f"{HEAD}{IMPORTS}LESSON = made()\n", encoding="utf-8")
    with pytest.raises(ContentError, match="by hand"):
        reading_questions(module, "one")
