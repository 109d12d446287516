from outsourcing_lessons.course.catalogue import LESSONS, lesson_named
from outsourcing_lessons.workshop.script import Call, Heading, script_of


def test_the_script_is_what_the_notebook_shows():
    script = script_of(lesson_named("01"))
    assert script[:2] == [Heading("So far"), Call("ask", "so-far")]
    assert Call("worksheet") in script and Call("section", "recall") in script


def test_every_item_of_every_lesson_is_a_step_once(whole):
    shown = [step.block.item.id for step in whole.steps.values() if step.asks]
    assert len(shown) == len(set(shown))
    in_course = {template.id for lesson in LESSONS for template in lesson.items if template.section != "test"}
    assert in_course == set(shown)


def test_every_note_of_the_instructor_is_at_a_part(whole):
    notes = [part.guide.id for part in whole.parts if part.guide]
    assert sorted(notes) == sorted(guide.id for lesson in LESSONS for guide in lesson.guides.values())


def test_a_part_takes_the_minutes_of_its_note(whole):
    for part in whole.parts:
        if part.guide and part.minutes:
            assert round(part.minutes, 6) == part.guide.minutes


def test_numbers_name_part_and_place(whole):
    assert [step.number for step in whole.parts[1].steps][:2] == ["2.1", "2.2"]
    assert len({step.number for step in whole.steps.values()}) == len(whole.steps)


def test_recall_is_for_home(whole):
    assert {step.block.section for step in whole.steps.values() if step.at_home} == {"recall"}


def test_what_the_notes_leave_out_is_marked(agenda):
    named = {step.title for step in agenda.steps.values() if step.named_to_skip}
    assert named == {"What the next job is worth", "Twelve jobs, four ways"}


def test_what_the_notes_keep_is_not_marked_to_leave_out(whole):
    kept = {step.title: step.named_to_skip for step in whole.steps.values() if step.named_to_keep}
    assert kept == {"A trial of trials": False}


def test_an_item_is_found_by_its_id(agenda):
    assert agenda.step_of_item("one-task.split").title == "Sharing it out"
    assert agenda.step_of_item("one-task.none") is None
