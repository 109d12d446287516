from __future__ import annotations

import re

import pytest
from asking_for_a_raise import COURSE
from nbformat import v4

from outsourcing_lessons.blocks.block import Guide, Prose
from outsourcing_lessons.blocks.markdown import as_markdown
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons import drafts
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.script import Call, Heading, Words, read_cells
from outsourcing_lessons.render.notebook import Code, Passage, parse, parts_of
from outsourcing_lessons.workshop.agenda import agenda_of
from tests.notes import notes_of

OPENING = v4.new_code_cell(
    'from outsourcing_lessons import open_lesson\n\nlesson = open_lesson("first-number", seed=seed)', execution_count=1
)


def read(*cells):
    """Return what is read from a notebook of these cells, after one that opens the lesson."""
    made = [v4.new_code_cell(one, execution_count=1) if isinstance(one, str) else one for one in cells]
    return list(read_cells([OPENING, *made], "mine.ipynb", "first-number"))


def note(section="predict", text="Ask.", **more):
    """Return a cell with a note for the instructor."""
    said = {"section": section, "talk": 5} | more
    return v4.new_markdown_cell(text, metadata={"tags": ["instructor"], "instructor": said})


def agenda_with(monkeypatch, *cells):
    monkeypatch.setattr(drafts, "script_of", lambda lesson: read(*cells))
    return agenda_of((COURSE.lesson("01"),), case_of(LearnerProfile()))


# ---- All that a notebook shows, in order ----------------------------------------------------------------------------


def words_of(text):
    """Return the words of a text, without links to files of the course, which a room does not have."""
    return re.sub(r"\[([^\]]*)\]\((?!https?:)[^)]*\)", r"\1", text).split()


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_all_that_the_executed_notebook_shows_is_in_the_agenda_in_order(lesson):
    """As a workbook takes it from the notebook that is shipped, which ran for the same profile."""
    path = COURSE.notebook_of(lesson)
    shown = []
    for part in parts_of(parse(path.read_text(encoding="utf-8"), path.name)):
        if isinstance(part, Passage):
            shown += words_of(part.markdown)
        elif isinstance(part, Code):
            shown += words_of(f"```python\n{part.source}\n```\n```\n{part.result}\n```")
        elif part.block.kind == "profile":  # a room cannot change it
            shown.append(Prose(id=part.block.id, markdown=as_markdown(part.block)))
        elif not isinstance(part.block, Guide):
            shown.append(part.block)
    agenda = agenda_of((lesson,), case_of(LearnerProfile()))
    told = []
    for step in agenda.steps.values():
        words = ".words-" in step.id
        told += words_of(step.lead) + (words_of(step.block.markdown) if words else [step.block])
    assert told == shown


def test_a_comment_takes_no_question_away():
    assert read('# my favourite\nlesson.ask("extras")') == [Call("ask", "extras", "2")]


@pytest.mark.parametrize(
    ("source", "calls"),
    [
        ('x = 1\nlesson.ask("extras")', [("ask", "extras")]),
        ('lesson.ask(\n    "extras",  # sorted\n)', [("ask", "extras")]),
        ('lesson.ask(name="extras")', [("ask", "extras")]),
        ('lesson.tell("No."); lesson.ask("extras")', [("tell", "No."), ("ask", "extras")]),
        ('lesson.tell("""\nNo {person}.\n""")', [("tell", "\nNo {person}.\n")]),
        ('display(lesson.tell(text="No."), lesson.research())', [("tell", "No."), ("research", "")]),
        ('mine = open_lesson("first-number")\nmine.ask("extras")', [("ask", "extras")]),
        (
            "import outsourcing_lessons as o\nmine = o.open_lesson('first-number')\nmine.worksheet()",
            [("worksheet", "")],
        ),
        ("from outsourcing_lessons import open_lesson as begin\nl = begin('01')\nl.sources()", [("sources", "")]),
        ("rate = 0.8", []),
    ],
)
def test_calls_are_read_however_they_stand_in_a_cell(source, calls):
    found = [one for one in read(source) if isinstance(one, Call)]
    assert [(call.verb, call.name) for call in found] == calls


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ('q = lesson.ask("meet")', "out of the assignment"),
        ('q: object = lesson.ask("meet")', "out of the assignment"),
        ('for name in ("meet", "extras"):\n    display(lesson.ask(name))', "out of the loop"),
        ('if seed > 1:\n    lesson.ask("meet")', "out of the condition"),
        ("same = lesson", "out of the assignment"),
        ('[lesson.ask("meet")]', "cannot be known without running it"),
        ('VBox([lesson.ask("meet")])', "cannot be known without running it"),
        ("lesson", "cannot be known without running it"),
        ('open_lesson("first-number").ask("meet")', "the opened lesson has no name"),
        ('print(open_lesson("first-number").ask("meet"))', "the opened lesson has no name"),
        ('asked = open_lesson("first-number").ask("meet")', "the opened lesson has no name"),
        ('getattr(lesson, "ask")("meet")', "cannot be known without running it"),
        ("lesson.ask(favourite)", "takes one name, written out"),
        ('lesson.ask("meet", "extras")', "takes one name, written out"),
        ('lesson.explore("stream", before="guess")', "takes one name, written out"),
        ('lesson.explore("stream", after=prediction)', "takes one name, written out"),
        ('lesson.research("all")', "takes nothing"),
        ("lesson.asks('meet')", "shows nothing; what does: tell, ask"),
        ("lesson.tell(story)", "takes one text, written out"),
        ('lesson.tell("second-job")', "is a passage name from version 0.1; write the text itself"),
        ('lesson.guide("predict")', "lesson.guide shows nothing"),
        ("lesson.home()", "is about one learner, not a room: tag the cell lab-only"),
        ('lesson.ask("meet");', "a semicolon at the end hides"),
        ("%time lesson.ask('meet')", "not plain Python"),
    ],
)
def test_a_cell_that_cannot_be_read_is_refused_by_name(source, why):
    first = re.escape(source.splitlines()[0])
    with pytest.raises(ContentError, match=rf"^mine.ipynb, cell 3, “{first}”: .*{re.escape(why)}"):
        read(v4.new_markdown_cell("Before it."), source)


def test_a_cell_that_has_shown_a_block_which_is_read_nowhere_is_refused():
    output = v4.new_output("display_data", {"application/vnd.outsourcing-lessons+json": {}, "text/plain": "A question"})
    cell = v4.new_code_cell("show_all(everything)", execution_count=2, outputs=[output])
    with pytest.raises(ContentError, match="cell 2, “show_all"):
        read(cell)


FIGURE = {"image/png": "iVBO", "text/plain": "<Figure size 640x480 with 1 Axes>"}
SHOWN = {
    "a figure": FIGURE,
    "a picture alone": {"image/svg+xml": "<svg/>"},
    "Markdown": {"text/markdown": "**hi**", "text/plain": "<IPython.core.display.Markdown object>"},
    "a page": {"text/html": "<p>hi</p>"},
    "a widget": {"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "text/plain": "IntSlider(value=0)"},
}


@pytest.mark.parametrize("tags", [[], ["hide-input"]], ids=["seen", "hidden"])
@pytest.mark.parametrize("data", SHOWN.values(), ids=SHOWN)
def test_what_a_cell_shows_and_is_no_text_is_refused_by_cell_with_the_cure(data, tags):
    outputs = [v4.new_output("display_data", data)]
    cell = v4.new_code_cell("show()", execution_count=2, outputs=outputs, metadata={"tags": tags})
    with pytest.raises(ContentError, match=r"^mine.ipynb, cell 2, “show\(\)”: it shows .*/.*tag the cell lab-only"):
        read(cell)
    assert read(cell | {"metadata": {"tags": ["lab-only"]}}) == []


@pytest.mark.parametrize("tags", [[], ["hide-input"]], ids=["seen", "hidden"])
def test_a_cell_that_ended_in_an_error_is_refused(tags):
    error = v4.new_output("error", ename="ZeroDivisionError", evalue="division by zero", traceback=[])
    cell = v4.new_code_cell("1 / 0", execution_count=2, outputs=[error], metadata={"tags": tags})
    with pytest.raises(ContentError, match="cell 2, “1 / 0”: it ended in ZeroDivisionError: correct it"):
        read(cell)


def test_a_table_is_read_as_its_text():
    table = v4.new_output("execute_result", {"text/html": "<table></table>", "text/plain": "   a\n0  1"})
    [words] = read(v4.new_code_cell("frame", execution_count=2, outputs=[table]))
    assert words.markdown.endswith("```\n   a\n0  1\n```")


def test_a_raw_cell_is_refused():
    with pytest.raises(ContentError, match="^mine.ipynb, cell 2, “<b>Mind</b>”: a raw cell"):
        read(v4.new_raw_cell("<b>Mind</b>"))
    assert read(v4.new_raw_cell("<b>Mind</b>", metadata={"tags": ["lab-only"]}), v4.new_raw_cell(" ")) == []


def test_what_is_for_jupyterlab_alone_is_not_for_a_room():
    lab = {"tags": ["lab-only"]}
    cells = [v4.new_code_cell(source, metadata=lab) for source in ("lesson.home()", "%matplotlib", "lesson.ask(any)")]
    assert read(*cells, v4.new_markdown_cell("## Press **Run**", metadata=lab)) == []


def test_a_visible_line_that_asks_a_model_comes_with_its_answer():
    answered = v4.new_output("execute_result", {"text/plain": "0.205"})
    line = v4.new_code_cell("round(0.20512, 3)", execution_count=2, outputs=[answered])
    assert read(line) == [Words("```python\nround(0.20512, 3)\n```\n\n```\n0.205\n```", "2", True)]


def test_an_answer_that_depends_on_the_learner_is_not_given_for_the_rooms():
    setting = v4.new_code_cell("hour_value: float = 60.0", metadata={"tags": ["parameters"]}, execution_count=2)
    answered = v4.new_output("execute_result", {"text/plain": "120.0"})
    line = v4.new_code_cell("two * 1", execution_count=4, outputs=[answered])
    [words] = read(setting, v4.new_code_cell("two = 2 * hour_value", metadata={"tags": ["hide-input"]}), line)
    assert "two * 1" in words.markdown and "120" not in words.markdown and "depends on whose" in words.markdown


def test_a_line_without_its_answer_is_refused():
    with pytest.raises(ContentError, match="cell 2, “1 \\+ 1”: its answer is not stored: run the notebook"):
        read(v4.new_code_cell("1 + 1"))


def test_a_heading_begins_a_part_and_stays_with_its_words():
    cell = v4.new_markdown_cell("An end.\n\n## A [link](02_other.ipynb) on\n\nA beginning.")
    assert read(cell) == [
        Words("An end.", "2"),
        Heading("A [link](02_other.ipynb) on"),
        Words("## A link on\n\nA beginning.", "2"),
    ]


def test_words_lead_up_to_what_follows_and_are_shown_for_themselves_where_nothing_does(monkeypatch):
    text = v4.new_markdown_cell
    agenda = agenda_with(
        monkeypatch, text("# The first number"), 'lesson.tell("**{person}** waits. Long.")', text("Now you."),
        'lesson.ask("extras")',
        text("So much for that. And then?"), text("## Later"), text("Ask anybody."), 'lesson.ask("meet")',
    )  # fmt: skip
    assert [(step.number, step.title, step.lead) for step in agenda.steps.values()] == [
        ("1.1", "Nadia Brandt waits", "# The first number"),
        ("1.2", "No money left", "Now you."),
        ("1.3", "So much for that", ""),
        ("2.1", "In the middle", "## Later\n\nAsk anybody."),
    ]


def test_what_closes_a_lesson_after_the_last_thing_to_do_is_for_home(monkeypatch):
    words = [v4.new_markdown_cell(text) for text in ("## In short\n\nKeep few.", "## Sources")]
    agenda = agenda_with(monkeypatch, "lesson.worksheet()", *words, "lesson.sources()")
    assert [step.at_home for step in agenda.steps.values()] == [False, True, True]


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (('lesson.ask("extras")', 'lesson.ask("extras")'), "cell 3: ask “extras” is already shown in cell 2"),
        (('lesson.section("later")',), "cell 2: .*later"),
        (('lesson.ask("stream-of")',), "cell 2: .*stream-of"),
        (('lesson.ask("extras")', note()), "nothing is shown after the note “predict”"),
        ((note(talk=-1), 'lesson.ask("extras")'), "mine.ipynb, cell 2: talk of the note: .*greater than"),
        ((note(minuets=5), 'lesson.ask("extras")'), "mine.ipynb, cell 2: minuets of the note"),
        ((note(section=""), 'lesson.ask("extras")'), "mine.ipynb, cell 2: its metadata “instructor” name no section"),
        (
            (note(leave_out=["first-number.extraz"]), 'lesson.ask("extras")'),
            "the note on 'predict' names .*did you mean 'first-number.extras'",
        ),
        (('lesson.tell("Dear {persn}.")',), "first_number.ipynb, cell 2: no field 'persn' .*did you mean 'person'"),
    ],
)
def test_what_an_agenda_cannot_hold_is_refused_by_cell(monkeypatch, cells, why):
    with pytest.raises(ContentError, match=why):
        agenda_with(monkeypatch, *cells)


# ---- Parts, minutes, numbers ----------------------------------------------------------------------------------------


def test_every_item_of_every_lesson_is_a_step_once(whole):
    shown = [step.block.item.id for step in whole.steps.values() if step.asks]
    assert len(shown) == len(set(shown))
    in_course = {template.id for lesson in COURSE.lessons for template in lesson.items if template.section != "test"}
    assert in_course == set(shown)


def test_every_note_of_the_instructor_is_at_a_part(whole):
    notes = [part.guide.id for part in whole.parts if part.guide]
    assert sorted(notes) == sorted(note.id for lesson in COURSE.lessons for note in notes_of(lesson).values())


COUNTER, SAY, ONCE = ('lesson.ask("counter")', 'lesson.ask("words")', 'lesson.ask("who")')  # 1, 1.5 and 1 minute
WORDS, HEADING = v4.new_markdown_cell("word " * 300), v4.new_markdown_cell("## Two")  # a minute and a half


@pytest.mark.parametrize(
    ("cells", "minutes"),
    [
        ((COUNTER, SAY), [3]),
        ((note(talk=0), COUNTER, SAY), [3]),
        ((note(talk=2.5), COUNTER, SAY), [5]),
        ((note(talk=2), WORDS, COUNTER, SAY), [6]),
        ((COUNTER, HEADING, note(talk=2.5), SAY), [2, 3]),
        ((note(talk=1), COUNTER, HEADING, SAY, note("practice", talk=2.5), ONCE), [2, 5]),
    ],
)
def test_what_a_note_holds_for_takes_what_is_asked_and_read_and_talked(monkeypatch, cells, minutes):
    found = agenda_with(monkeypatch, *cells)
    assert [part.minutes for part in found.parts] == pytest.approx(minutes, abs=0.02)  # the heading is read, too


def test_numbers_name_part_and_place(whole):
    assert [step.number for step in whole.parts[1].steps][:2] == ["2.1", "2.2"]
    assert len({step.number for step in whole.steps.values()}) == len(whole.steps)


def test_recall_is_for_home(whole):
    assert {step.block.section for step in whole.steps.values() if step.at_home and step.asks} == {"recall"}


def test_what_the_notes_leave_out_is_marked(agenda):
    named = {step.title for step in agenda.steps.values() if step.named_to_skip}
    assert named == {"What was found", "Say it"}


def test_what_a_note_leaves_out_is_named_by_id_however_it_is_worded(monkeypatch):
    agenda = agenda_with(
        monkeypatch, note(text="Do.\n\n> Drop it.", leave_out=["first-number.counter"]), 'lesson.ask("counter")'
    )
    [part] = agenda.parts
    assert (part.guide.discussion, part.guide.skip) == ("Do.", "Drop it.")
    assert [step.named_to_skip for step in part.steps] == [True]


def test_a_note_that_names_a_question_which_is_taken_out_says_nothing_wrong(monkeypatch):
    agenda = agenda_with(monkeypatch, note(leave_out=["first-number.counter"]), 'lesson.ask("extras")')
    assert [step.named_to_skip for step in agenda.steps.values()] == [False]


def test_what_the_notes_keep_is_not_marked_to_leave_out(whole):
    kept = {step.title: step.named_to_skip for step in whole.steps.values() if step.named_to_keep}
    assert kept == {"In the middle": False}


def test_an_item_is_found_by_its_id(agenda):
    assert agenda.step_of_item("first-number.counter").title == "A low answer"
    assert agenda.step_of_item("first-number.none") is None
