"""What is begun by `author new` keeps every rule of the course at once, and stands where it belongs."""

from __future__ import annotations

import json
import tomllib
from random import Random

import pytest
from click.testing import CliRunner

from outsourcing_lessons.authoring.new import explorer, question
from outsourcing_lessons.authoring.new import notebook as new_notebook
from outsourcing_lessons.cli.author import author
from outsourcing_lessons.errors import OutsourcingLessonsError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of, chosen
from outsourcing_lessons.lessons.moves import a_play
from outsourcing_lessons.notebook_files import faults_of, read
from tests.authoring.copied import Copied, edit
from tests.player.twins import alike, asked, in_javascript, in_python


@pytest.fixture
def course(tmp_path, full):
    made = Copied(tmp_path)
    if not full:
        edit(made.file, "[policy]", "[policy]\ndraws = 5")
    return made


@pytest.fixture
def as_if_run(monkeypatch, full):
    """Leave out what a kernel does with a notebook, which is seen where a lesson is begun."""

    def counted(notebook):
        for number, cell in enumerate((one for one in notebook["cells"] if one["cell_type"] == "code"), 1):
            cell["execution_count"] = number
        return notebook

    if not full:
        monkeypatch.setattr(new_notebook, "run", counted)


@pytest.fixture
def as_if_seen(monkeypatch, full):
    """Leave out the fresh process that sees what was written; one test keeps it, and the rules look at it too."""
    if not full:
        for module in (explorer, question):
            monkeypatch.setattr(module, "refuse_unless_there", lambda whole_id, cure: None)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory):
    """A copy for tests in which nothing is written."""
    return Copied(tmp_path_factory.mktemp("course"))


def kept(course, lesson):
    """Say whether a lesson keeps all rules; else what breaks them."""
    checked = course.author("check", lesson)
    return (checked.returncode, checked.stdout) == (0, "0 findings.\n") or checked.stdout + checked.stderr


def test_a_lesson_is_begun(course):
    told = course.author("new", "lesson", "When nobody answers")
    assert told.returncode == 0, told.stderr
    facts = tomllib.loads(course.file.read_text(encoding="utf-8"))
    assert facts["lessons"][-1] == "when_nobody_answers"
    assert "# Who follows the course blindly" in course.file.read_text(encoding="utf-8")
    notebook = read(course.notebooks / "03_when_nobody_answers.ipynb")
    assert faults_of(notebook) == [] and "".join(notebook["cells"][0]["source"]).startswith("# When nobody answers")
    assert kept(course, "when-nobody-answers") is True


def test_questions_are_begun_in_a_lesson_that_is_new_itself(course, as_if_run, as_if_seen):
    for arguments in (
        ("lesson", "A silent week"),
        ("question", "a-silent-week.second-day"),
        ("question", "a-silent-week.third-day", "--section", "recall"),
    ):
        told = course.author("new", *arguments)
        assert told.returncode == 0, told.stderr
    cells = ["".join(cell["source"]) for cell in read(course.notebooks / "03_a_silent_week.ipynb")["cells"]]
    asked = [cell for cell in cells if cell.startswith(("lesson.ask", "lesson.section"))]
    assert asked == ['lesson.ask("what-first")', 'lesson.ask("second-day")', 'lesson.section("recall")']
    assert kept(course, "a-silent-week") is True


def test_a_new_lesson_has_room_for_two_questions_and_an_explorer(course, as_if_run, as_if_seen):
    edit(course.file, "minutes_explorer = 1\nminutes_worksheet = 2\n", "")  # as long as they take in other courses
    for arguments in (
        ("lesson", "A silent week"),
        ("question", "a-silent-week.second-day"),
        ("question", "a-silent-week.third-day"),
        ("explorer", "a-silent-week.what-it-costs"),
    ):
        told = course.author("new", *arguments)
        assert told.returncode == 0, told.stderr
        assert kept(course, "a-silent-week") is True, arguments


def test_a_question_is_begun_in_a_lesson_that_has_none_written_as_text(course, as_if_run):
    told = course.author("new", "question", "first-number.another")
    assert told.returncode == 0, told.stderr
    assert "{#another practice" in (course.folder / "first_number" / "questions.md").read_text("utf-8")
    assert kept(course, "first-number") is True


def test_every_type_of_question_is_begun_in_its_place(course, as_if_run, as_if_seen):
    edit(course.file, "[policy]", "[policy]\nminutes_off = 9")
    for arguments in (
        ("question", "first-number.in-order", "--type", "order"),
        ("question", "first-number.worth", "--type", "number"),
        ("question", "first-number.how-long", "--type", "prediction"),
    ):
        told = course.author("new", *arguments)
        assert told.returncode == 0, told.stderr
    cells = ["".join(cell["source"]) for cell in read(course.notebooks / "01_first_number.ipynb")["cells"]]
    at = [cells.index(f"lesson.{line}") for line in ('ask("how-long")', 'reveal("how-long")', 'ask("in-order")')]
    explored = next(n for n, cell in enumerate(cells) if cell.startswith("lesson.explore("))
    assert at[0] < explored < at[1] < at[2] < cells.index('lesson.ask("worth")')
    assert kept(course, "first-number") is True


def test_a_text_question_speaks_of_what_the_new_lesson_works_out(course, as_if_run):
    course.author("new", "lesson", "A silent week")
    questions = course.folder / "a_silent_week" / "questions.md"
    edit(questions, "with {n} mistakes", "after {times} times with {n} mistakes")
    assert kept(course, "a-silent-week") is True


def test_an_explorer_is_begun_that_the_page_runs(course, as_if_run, as_if_seen):
    edit(course.file, "[policy]", "[policy]\nminutes_off = 9")
    for arguments in (
        ("explorer", "first-number.what-it-costs"),
        ("explorer", "walk-away.what-it-costs"),
        ("explorer", "walk-away.six-weeks", "--turns"),
    ):
        told = course.author("new", *arguments)
        assert told.returncode == 0, told.stderr
    cells = ["".join(cell["source"]) for cell in read(course.notebooks / "01_first_number.ipynb")["cells"]]
    assert [cell for cell in cells if cell.startswith("lesson.explore(")][-1] == 'lesson.explore("what-it-costs")'
    for slug in ("first-number", "walk-away"):
        assert kept(course, slug) is True
    with course.here():
        the_copy, case = chosen(), case_of(LearnerProfile())
        sliders, played = (the_copy.lesson("walk-away").explorer(name) for name in ("what-it-costs", "six-weeks"))
        plays = [a_play(played.turns, Random(number)) for number in range(20)]
        settings = {sliders: [{"each": each} for each in (0.5, 1, 1.5, 2, 4)], played: plays}
        shown = in_javascript([asked(one, case, some) for one, some in settings.items()], the_copy)
        expected = [in_python(template, case, one) for template, some in settings.items() for one in some]
        for one, other in zip(expected, shown, strict=True):
            assert all(alike(value, other["results"][name]) for name, value in one["results"].items())
            assert (one["sentence"], one["alt"], one["turn"]) == (other["sentence"], other["alt"], other["turn"])


def test_a_trade_is_begun_with_every_slot_and_what_belongs_there(course):
    trades = course.folder / "trades"
    for path in trades.iterdir():
        declared = path.stem == "slots"
        said = '{ kind = "text", what = "As learners name it." }' if declared else f'"{path.stem}"'
        day = '{ kind = "figures", what = "A day." }' if declared else "{ open = 8, late = 20 }"
        path.write_text(f"name = {said}\nday = {day}\n{path.read_text('utf-8')}", encoding="utf-8")
    told = course.author("new", "trade", "flower shop")
    assert told.returncode == 0, told.stderr
    text, model = ((trades / name).read_text(encoding="utf-8") for name in ("flower-shop.toml", "hospital.toml"))
    assert tomllib.loads(text) == tomllib.loads(model) | {"name": "flower shop"}
    assert "# Whom they ask; first and last name.\nboss = " in text
    assert tomllib.loads(course.file.read_text(encoding="utf-8"))["trades"][-1] == "flower shop"
    assert kept(course, "walk-away") is True


def test_a_trade_beyond_the_names_of_a_country_needs_none_and_says_who_shares(course):
    people = '["Ina Beck", "Eva Hof", "Mia Graf", "Pia Berg"]'
    (course.folder / "names.toml").write_text(f'[german]\ncountries = ["DE"]\nshe = {people}\nhe = {people}\n')
    told = [course.author("new", "trade", f"{which} shop") for which in ("flower", "tea", "book")]
    assert [0, 0, 0] == [one.returncode for one in told]
    assert [False, False, True] == ["until then the owner and the customer share" in one.stdout for one in told]
    assert course.author("check").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("lesson", "Walk away"), "already exists"),
        (("lesson", "Import"), "cannot be called 'Import'"),
        (("lesson", 'A "quoted" name'), "cannot be a name"),
        (("question", "walk-away.soon"), "has a question 'soon'"),
        (("question", "walk-away.Loud"), "small letters"),
        (("question", "no-lesson.one"), "no-lesson"),
        (("question", "alone"), "include the lesson"),
        (("explorer", "first-number.pulled"), "has 'pulled' already"),
        (("explorer", "walk-away.Loud"), "small letters"),
        (("explorer", "alone"), "include the lesson"),
        (("trade", "bakery"), "already exists"),
        (("trade", "../etc"), "small letters and spaces"),
    ],
)
def test_a_name_that_is_taken_or_none_is_refused_and_nothing_is_written(untouched, arguments, said):
    before = untouched.contents()
    with untouched.here():
        told = CliRunner().invoke(author, ["new", *arguments])
    assert isinstance(told.exception, OutsourcingLessonsError | SystemExit)
    assert told.exit_code != 0 and said in f"{told.output}{told.exception}"
    assert untouched.contents() == before


def test_a_module_that_is_there_is_not_written_over(course):
    home = course.folder / "walk_away" / "patience_explorer.py"
    home.write_text("# Somebody's own\n", encoding="utf-8")
    told = course.author("new", "explorer", "walk-away.patience")
    assert told.returncode != 0 and f"{home} already exists" in told.stderr
    assert home.read_text(encoding="utf-8") == "# Somebody's own\n" and not home.with_suffix(".js").exists()


def test_a_notebook_that_cannot_be_run_leaves_the_course_as_it_was(course):
    path = course.notebooks / "02_walk_away.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    first = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    first["source"] = ["1 / 0"]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    before = course.contents()
    told = course.author("new", "question", "walk-away.another")
    assert told.returncode != 0 and "ZeroDivisionError" in told.stderr
    assert course.contents() == before


def test_a_lesson_that_picks_its_questions_is_told_to_take_all(course):
    home = course.folder / "walk_away"
    (home / "questions.md").write_text("# Nobody reads this\n", encoding="utf-8")
    before = course.contents()
    told = course.author("new", "question", "walk-away.another")
    assert told.returncode != 0 and "let its items have all of of_file" in told.stderr
    assert course.contents() == before


def test_a_list_that_is_computed_is_left_to_the_author(course):
    edit(course.file, '["first_number",', '["""\\\nfirst_number""",')
    before = course.contents()
    told = course.author("new", "lesson", "A silent week")
    assert told.returncode != 0 and "by hand" in told.stderr
    assert course.contents() == before
