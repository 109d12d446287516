"""Questions that stand in a notebook."""

from __future__ import annotations

import ast
import json

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons import Option, SingleChoice
from outsourcing_lessons.blocks.block import MIME
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.handed_out import handed_out
from outsourcing_lessons.lessons.own_questions import question_in, seal, template_of, unseal, with_own

LESSON = COURSE.lesson("first-number")
OPEN = 'from outsourcing_lessons import open_lesson\nlesson = open_lesson("first-number")'
ASK = (
    'lesson.ask(SingleChoice(id="own.late", title="Spät", prompt="Was zuerst?", key="say", praise="Ja.", options=['
    'Option(id="say", text="Sagen"), Option(id="wait", text="Warten", feedback="Nein.")]))'
)


def question(**changes) -> SingleChoice:
    options = (Option(id="say", text="Say so"), Option(id="wait", text="Wait", feedback="No."))
    about = {"id": "own.late", "title": "Late", "prompt": "What first?", "key": "say", "praise": "Yes."}
    return SingleChoice(**{"options": options} | about | changes)


def another() -> SingleChoice:
    """The same words with another key."""
    return question(
        key="wait", options=(Option(id="say", text="Say so", feedback="No."), Option(id="wait", text="Wait"))
    )


def code(source, **more):
    return {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None} | more


def notebook(*sources):
    return {"metadata": {}, "nbformat": 4, "nbformat_minor": 4, "cells": [code(OPEN), *map(code, sources)]}


def sources_of(handed):
    return ["".join(cell["source"]) for cell in handed["cells"]]


def test_its_id_is_the_lessons_and_of_its_own():
    for name in ("own.late", "mine.late", "first-number.own-late"):
        assert template_of("first-number", question(id=name), "here").id == "first-number.own-late"


def test_it_has_codes_as_others_have():
    """The wording changes with a word, the variant with the key."""
    made = (question(), question(praise="Right."), another())
    one, reworded, other = (
        template_of("first-number", each, "here").variant(case_of(LearnerProfile())) for each in made
    )
    assert one.variant == reworded.variant != other.variant and one.wording != reworded.wording


def test_it_may_not_take_the_id_of_something_else():
    taken = LESSON.items[0]
    lesson = with_own(LESSON, [template_of(LESSON.slug, question(), "here")])
    with pytest.raises(ContentError, match="the id"):
        with_own(lesson, [taken])


def test_what_is_no_question_is_refused():
    with pytest.raises(ContentError, match="^here: ask takes the name of a question or a question.*type int"):
        template_of("first-number", 7, "here")


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ('SingleChoice(id="own.late", key=choose())', r"“choose\(\)” cannot be known without running it"),
        ('SingleChoice(**facts)', "cannot be known"),
        ('open("x")', "cannot be known"),
        ('SingleChoice(id="own.late")', "^here: title: Field required"),
        ('Option(id="a", text="b")', "cannot be known"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_place(source, why):
    with pytest.raises(ContentError, match=why):
        question_in(ast.parse(source, mode="eval").body, "here")


def test_sealed_it_says_nothing_and_comes_back_whole():
    sealed = seal([question()])
    assert "say" not in sealed.lower() and '"' not in sealed and "\\" not in sealed
    assert unseal(sealed, "here") == (question(),)


def test_a_broken_seal_is_one_sentence():
    with pytest.raises(ContentError, match="^here: the questions that were sealed here cannot be read"):
        unseal(seal([question()])[:-5], "here")


def test_handed_out_it_is_named_and_sealed_behind_the_opening():
    opening, sealed, ask = sources_of(handed_out(notebook(ASK), LESSON, "n.ipynb"))
    assert opening == OPEN and sealed.startswith('lesson.own_questions("') and ask == 'lesson.ask("own-late")'


def test_handed_out_what_is_around_it_stays():
    """Also where its letters take several bytes."""
    handed = handed_out(notebook(f'größe = "ü"; box = VBox([{ASK}, Label("Tschüss")])'), LESSON, "n.ipynb")
    assert sources_of(handed)[2] == 'größe = "ü"; box = VBox([lesson.ask("own-late"), Label("Tschüss")])'


def test_handed_out_twice_is_handed_out_once():
    once = handed_out(notebook(ASK), LESSON, "n.ipynb")
    assert handed_out(once, LESSON, "n.ipynb") == once


def test_a_notebook_without_questions_of_its_own_stays_as_it_is():
    plain = notebook('lesson.ask("counter")')
    assert handed_out(plain, LESSON, "n.ipynb") is plain


def test_its_stored_data_is_not_handed_out():
    """It has the key in it; what a reader sees of it has not."""
    data = {MIME: {"id": "first-number.own-late", "key": "say"}, "text/plain": "Late"}
    given = notebook(ASK)
    given["cells"][1]["outputs"] = [{"output_type": "execute_result", "data": data, "metadata": {}}]
    handed = handed_out(given, LESSON, "n.ipynb")
    assert handed["cells"][2]["outputs"][0]["data"] == {"text/plain": "Late"}
    assert MIME in given["cells"][1]["outputs"][0]["data"]


def test_two_with_one_id_are_refused_by_cell():
    with pytest.raises(ContentError, match="^n.ipynb, cell 3: .*is already in cell 2"):
        handed_out(notebook(ASK, ASK), LESSON, "n.ipynb")


def test_without_a_cell_that_opens_the_lesson_it_is_refused():
    given = notebook(ASK)
    given["cells"][0]["source"] = "lesson = mine()"
    with pytest.raises(ContentError, match=r"^n.ipynb: no cell opens the lesson"):
        handed_out(given, LESSON, "n.ipynb")


def test_it_is_asked_kept_and_asked_again_by_name(tmp_path):
    """In a learner's copy, as in the author's."""
    from outsourcing_lessons.progress.memory import MemoryProgress
    from outsourcing_lessons.widgets.lesson import OpenLesson

    store = MemoryProgress()
    written, handed = (OpenLesson(LESSON, LearnerProfile(), store) for _ in range(2))
    shown = written.ask(question())
    shown.controller.reply({"type": "submit", "response": {"option": "say"}})
    handed.own_questions(seal([question()]))
    again = handed.ask("own-late")
    assert again.controller.restored()[0]["attempts"][0]["outcome"]["correct"]
    assert json.dumps(again._repr_mimebundle_()[MIME]) == json.dumps(shown._repr_mimebundle_()[MIME])


def test_another_question_with_its_id_is_refused_in_the_notebook():
    from outsourcing_lessons.progress.memory import MemoryProgress
    from outsourcing_lessons.widgets.lesson import OpenLesson

    lesson = OpenLesson(LESSON, LearnerProfile(), MemoryProgress())
    lesson.ask(question())
    with pytest.raises(ContentError, match="another cell asks a question with the id “first-number.own-late”"):
        lesson.ask(another())


TEXT = """
## A late job {#late}
{first_name(person)} hears nothing. What first?
- [x] Say so {#say}
  : Who hears early can plan.
- [ ] Wait {#wait}
  : By then the customer knows.
"""


def test_it_may_be_text_with_fields():
    block = with_own(LESSON, [template_of("first-number", TEXT, "here")]).ask("own-late", case_of(LearnerProfile()))
    assert (block.id, block.item.key) == ("first-number.own-late", "say") and "{" not in block.item.prompt


def test_a_text_with_a_fault_is_refused_with_its_place():
    with pytest.raises(ContentError, match="^n.ipynb, cell 2"):
        handed_out(notebook(f'lesson.ask("""{TEXT.replace("[x]", "[ ]")}""")'), LESSON, "n.ipynb")


def test_a_text_is_handed_out_as_an_item_is():
    handed = handed_out(notebook(f'lesson.ask("""{TEXT}""")'), LESSON, "n.ipynb")
    _, sealed, ask = sources_of(handed)
    assert ask == 'lesson.ask("own-late")' and "plan" not in sealed
    assert unseal(ast.parse(sealed).body[0].value.args[0].value, "here") == (TEXT,)


def test_a_room_is_asked_a_text_too():
    from outsourcing_lessons.lessons.script import Call, read_cells

    cells = notebook(f'lesson.ask("""{TEXT}""")')["cells"]
    assert [one.name for one in read_cells(cells, "n.ipynb", "first-number") if isinstance(one, Call)] == ["own-late"]
