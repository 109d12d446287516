"""What a learner was not given is not missing, and whatever roster workbooks were made from can be collected with."""

from __future__ import annotations

import csv
import io
import json

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons import cli
from outsourcing_lessons.collect import collect
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.roster import read_given_out
from outsourcing_lessons.roster.person import Person
from tests.collect.handed_in import ADA, GOOD, LESSON, answers

FIRST, SECOND = (lesson.number for lesson in COURSE.lessons)
BO = LearnerProfile("bo", "Bo", seed=5)


@pytest.fixture
def marks(tmp_path):
    """Collect what learners' workbooks save; return the rows of the marks and the page."""

    def marks(*contents, **options):
        for number, content in enumerate(contents):
            (tmp_path / f"{number}.json").write_text(json.dumps(content))
        collect(sorted(tmp_path.glob("*.json")), tmp_path / "out", **options)
        # A number that begins with 0 has an apostrophe before it, for spreadsheets.
        text = (tmp_path / "out" / "marks.csv").read_bytes().decode("utf-8-sig").replace("'", "")
        return list(csv.DictReader(io.StringIO(text))), (tmp_path / "out" / "report.html").read_text()

    return marks


def of_one_lesson(profile=ADA) -> dict:
    """What a workbook saves that has the first lesson alone."""
    whole = answers(GOOD, profile=profile)
    return whole | {"lessons": {LESSON.slug: whole["lessons"][LESSON.slug]}}


def test_a_lesson_that_was_in_no_workbook_is_not_missing(marks):
    rows, page = marks(of_one_lesson(), learners=[ADA, BO])
    assert [FIRST, FIRST] == [row["lessons"] for row in rows]
    assert ("", "0") == (rows[1][f"{SECOND}_answered"], rows[1][f"{FIRST}_answered"])
    assert f"Given to nobody: {SECOND} " in page and f'<th scope="row">{SECOND} ' not in page


def test_a_learner_cannot_take_a_lesson_out_of_the_file(marks):
    rows, page = marks(of_one_lesson(), answers(profile=BO), learners=[ADA, BO])
    assert [f"{FIRST}, {SECOND}"] * 2 == [row["lessons"] for row in rows]
    assert "Given to nobody" not in page and '<th scope="col">Lessons</th>' not in page


def test_without_a_roster_each_has_the_lessons_of_their_own_workbook(marks):
    rows, page = marks(of_one_lesson(), answers(profile=BO))
    assert [FIRST, f"{FIRST}, {SECOND}"] == [row["lessons"] for row in rows]
    assert '<th scope="col">Lessons</th>' in page and f"<td>{FIRST}, {SECOND}</td>" in page


def test_the_roster_decides_and_then_the_instructor(marks):
    people = {"bo": Person(lessons=(SECOND,))}
    rows, _ = marks(answers(), learners=[ADA, BO], people=people, lessons=[FIRST])
    assert [FIRST, SECOND] == [row["lessons"] for row in rows]
    rows, _ = marks(answers(), learners=[ADA, BO], people=people)
    assert [f"{FIRST}, {SECOND}", SECOND] == [row["lessons"] for row in rows]


def test_what_jupyter_hands_in_does_not_say_what_was_given(marks):
    rows, _ = marks(of_one_lesson() | {"learner": "Ada"}, learners=[ADA])
    assert [f"{FIRST}, {SECOND}"] == [row["lessons"] for row in rows]


@pytest.mark.parametrize("command", [["collect"], ["render", "--collect"]])
def test_a_roster_that_workbooks_were_made_from_is_enough(tmp_path, capsys, command):
    """Columns that a letter used, and rows with faults that were left out."""
    roster = tmp_path / "roster.csv"
    roster.write_text("learner_id,learner,team_lead,Stundensatz,currency\nada,Ada,Zoë,1,GBP\nbo,Bo,Zoë,1,XXX\n")
    (tmp_path / "ada.json").write_text(json.dumps(answers()))
    line = [*command, str(tmp_path / "ada.json"), "--roster", str(roster), "--out", str(tmp_path / "out")]
    with pytest.raises(SystemExit) as ended:
        cli.main([*line, "--lessons", FIRST])
    told = capsys.readouterr()
    assert not ended.value.code and "0 answers of 1 of 1 learners" in told.out
    assert "left out: row 3, currency: 'XXX'" in told.err
    assert "columns passed over: 'team_lead' and 'Stundensatz' (if one of them decides something" in told.err
    assert f"Given to nobody: {SECOND}" in (tmp_path / "out" / "report.html").read_text()


@pytest.mark.parametrize("command", [["collect"], ["render", "--collect"]])
def test_a_misspelt_column_is_refused_unless_it_is_meant(tmp_path, capsys, command):
    """Otherwise everybody's answers would be judged by other numbers than their workbooks had."""
    roster = tmp_path / "roster.csv"
    roster.write_text("learner_id,hour_valu\nada,75\n")
    (tmp_path / "ada.json").write_text(json.dumps(answers()))
    line = [*command, str(tmp_path / "ada.json"), "--roster", str(roster), "--out", str(tmp_path / "out")]
    with pytest.raises(SystemExit) as ended:
        cli.main(line)
    assert 2 == ended.value.code and not (tmp_path / "out").exists()
    assert "row 1: 'hour_valu': did you mean hour_value?" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        cli.main([*line, "--ignore-extra-columns"])
    assert not ended.value.code and "column passed over: 'hour_valu'" in capsys.readouterr().err


def test_what_a_platform_exports_is_not_said_to_be_passed_over(tmp_path):
    roster = tmp_path / "roster.csv"
    roster.write_text("First Name,Last Name,Email Address,Essay,Stundensatz\nAda,Okafor,ada@example.org,9,60\n")
    assert read_given_out(roster).notes[-1].startswith("columns passed over: 'Essay' and 'Stundensatz' (")
    assert not any(
        "passed over" in note for note in read_given_out(roster, ["Essay=seed", "Stundensatz=hour_value"]).notes
    )
