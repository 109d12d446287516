"""Lists of other programs: what learning platforms export, and any other with ``--map``."""

from __future__ import annotations

import pytest

EXPORTS = {
    "Moodle, grading worksheet": (
        'Identifier,"Full name","ID number","Email address",Status,Grade,"Maximum Grade"',
        '"Participant 4711","Ada Okafor",,ada@example.org,"No submission",,100.00',
        '"Participant 4712","Bo Lindqvist",,bo@example.org,"No submission",,100.00',
    ),
    "Moodle, participants": (
        '"First name","Last name","Email address",Roles,Groups,"Last access to course"',
        "Ada,Okafor,ada@example.org,Student,A,never",
        "Bo,Lindqvist,bo@example.org,Student,B,never",
    ),
    "Moodle, grades, older": (
        '"First name",Surname,"ID number",Institution,Department,"Email address","Course total"',
        "Ada,Okafor,A-1,,,ada@example.org,-",
        "Bo,Lindqvist,B-2,,,bo@example.org,-",
    ),
    "Canvas": (
        "Student,ID,SIS User ID,SIS Login ID,Section,Essay (12)",
        ",,,,,Manual Posting",
        "    Points Possible,,,,,10",
        '"Okafor, Ada",101,S1,ada@example.org,Autumn,9',
        '"Lindqvist, Bo",102,S2,bo@example.org,Autumn,8',
        '"Student, Test",999,,x,Autumn,',
    ),
    "Google Classroom": (
        "Last Name,First Name,Email Address,Essay",
        "Date,,,2026-11-30",
        "Points,,,10",
        "Okafor,Ada,ada@example.org,9",
        "Lindqvist,Bo,bo@example.org,8",
        "Class Average,,,8.5",
    ),
    "a learning platform": (
        "First name,Surname,Email address",
        "Ada,Okafor,ada@example.org",
        "Bo,Lindqvist,bo@example.org",
    ),
    "a learning platform, in another order": (
        "Email address,Last name,First name",
        "ada@example.org,Okafor,Ada",
        "bo@example.org,Lindqvist,Bo",
    ),
    "Teams": (
        "First Name,Last Name,Email Address,Essay,Points,Feedback",
        "Ada,Okafor,ada@example.org,9,10,",
        "Bo,Lindqvist,bo@example.org,8,10,",
    ),
}
IDS = {"Moodle, grades, older": ["a-1", "b-2"], "Canvas": ["s1", "s2"]}


@pytest.mark.parametrize("platform", EXPORTS)
def test_an_export_is_a_roster(read, platform):
    found = read(*EXPORTS[platform])
    assert ["Ada Okafor", "Bo Lindqvist"] == [one.learner for one in found.learners]
    assert IDS.get(platform, ["ada-example-org", "bo-example-org"]) == [one.learner_id for one in found.learners]
    assert any(note.startswith("this is ") and platform.split(",")[0] in note for note in found.notes)


def test_addresses_and_participants_come_along(read):
    found = read(*EXPORTS["Moodle, grading worksheet"])
    assert [("ada@example.org", "4711"), ("bo@example.org", "4712")] == [
        (person.email, person.participant) for person in found.people.values()
    ]


def test_rows_that_are_no_learners_are_named(read):
    assert any("no learner is in row 2, 3, 6" in note for note in read(*EXPORTS["Google Classroom"]).notes)


def test_a_column_of_ours_that_was_added_to_an_export_counts(read):
    head, *rows = EXPORTS["Teams"]
    found = read(f"{head},currency", *(f"{row},GBP" for row in rows))
    assert ["GBP", "GBP"] == [one.currency for one in found.learners]


def test_a_misspelt_column_that_was_added_to_an_export_is_refused(faults):
    head, *rows = EXPORTS["Teams"]
    assert "did you mean currency?" in faults(f"{head},curency", *(f"{row},GBP" for row in rows))[0]


def test_where_one_learner_lacks_an_id_the_next_column_tells_them_apart(read):
    head, *rows = EXPORTS["Canvas"]
    found = read(head, *(row.replace(",S2,", ",,") for row in rows))
    assert ["ada-example-org", "bo-example-org"] == [one.learner_id for one in found.learners]


def test_headers_in_another_language_are_said(read):
    mapping = ["Kürzel=learner_id", "Name=learner", "Stundensatz = hour value", "Währung=currency"]
    found = read("Kürzel;Name;Stundensatz;Währung", "ada;Ada;60;GBP", mapping=mapping)
    assert [("ada", "Ada", 60.0, "GBP")] == [
        (one.learner_id, one.learner, one.hour_value, one.currency) for one in found.learners
    ]


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("learner", "allowed: NAME=COLUMN"),
        ("Name=", "there is no column ''; there are: "),
        ("Name=lerner", "there is no column 'lerner'; there are: learner_id, learner"),
        ("Nombre=learner", "the file has no column 'Nombre'; it has: 'id' and 'Name'"),
        ("Name=edition", "there is no column 'edition'"),
    ],
)
def test_a_wrong_order_is_refused_with_what_there_is(faults, order, words):
    assert words in faults("id,Name", "ada,Ada", mapping=[order])[0]


def test_extra_columns_are_refused_unless_they_are_of_use(read, faults):
    lines = ("learner_id,Department,Cost Centre", "ada,Sales,7")
    assert "--ignore-extra-columns" in faults(*lines)[0] and "--map" in faults(*lines)[0]
    assert "'Cost Centre'" in faults(*lines, used=["department"])[0]
    for options in ({"used": ["department", "cost_centre"]}, {"ignore_extra_columns": True}):
        assert {"department": "Sales", "cost_centre": "7"} == read(*lines, **options).people["ada"].extra


@pytest.mark.parametrize(
    ("cell", "lessons"),
    [
        ("01", ["first-number"]), ("1", ["first-number"]), ('"01, 02"', ["first-number", "walk-away"]),
        ("1-2", ["first-number", "walk-away"]), ("1 – 2", ["first-number", "walk-away"]),
        ("02 01", ["walk-away", "first-number"]),
        ("walk-away", ["walk-away"]), ("1;2", ["first-number", "walk-away"]), ("", []),
    ],
)  # fmt: skip
def test_lessons_of_ones_own(read, cell, lessons):
    assert tuple(lessons) == read("learner_id,Lessons", f"ada,{cell}").people["ada"].lessons


def test_a_lesson_that_is_not_there_is_a_fault(faults):
    assert "row 2, lessons: '7': no lesson '7'; there are: " in faults("learner_id,lessons", "ada,7")[0]


@pytest.mark.parametrize(
    ("column", "cell"), [("email", "ada at example"), ("email", "a@x.org, b@x.org"), ("participant", "x")]
)
def test_what_is_no_address_or_number_is_a_fault(faults, column, cell):
    assert "allowed: " in faults(f"learner_id;{column}", f"ada;{cell}")[0]


@pytest.mark.parametrize("name", ["Email", "e-mail", "E-Mail Address", "mail"])
def test_an_address_may_be_called_as_people_call_it(read, name):
    assert "ada@example.org" == read(f"learner_id,{name}", "ada,ada@example.org").people["ada"].email


@pytest.mark.parametrize("turned", [False, True])
def test_two_columns_make_one_name_in_the_order_they_are_said_in(read, turned):
    mapping = ["Kennung=learner_id", "Vorname=learner", "Nachname=learner"]
    found = read(
        "Nachname;Kennung;Vorname;hour_value", "Okafor;a1;Ada;60", ";b2;Bo;70",
        mapping=mapping[::-1] if turned else mapping,
    )  # fmt: skip
    assert [("a1", "Okafor Ada" if turned else "Ada Okafor", 60), ("b2", "Bo", 70)] == [
        (one.learner_id, one.learner, one.hour_value) for one in found.learners
    ]


def test_a_short_row_and_a_bad_part_of_a_joined_name_are_refused(faults):
    mapping = ["Vorname=learner", "Nachname=learner"]
    lines = ("learner_id,Vorname,Nachname", "ada,Ada", "bo,=B2,Lindqvist", "cy,Cy,M?ller", "di,Di,Da,x")
    short, formula, lost, long = faults(*lines, mapping=mapping)
    assert short.startswith("row 2: has ") and long.startswith("row 5: has ")
    assert formula.startswith("row 3, learner: =B2: ") and "letters are lost" in lost


def test_other_columns_take_one_order_each(faults):
    orders = ["Satz=hour_value", "Stundensatz=hour_value"]
    (fault,) = faults("learner_id,Satz,Stundensatz", "ada,1,2", mapping=orders)
    assert "another --map says already which column is 'hour_value'" in fault


def test_a_column_may_be_called_as_a_platform_calls_it(read):
    mapping = ["Vorname=First name", "Nachname=Surname", "E-Mail-Adresse=Email address"]
    found = read("Vorname,Nachname,E-Mail-Adresse", "Ada,Okafor,ada@example.org", mapping=mapping)
    assert [("ada-example-org", "Ada Okafor")] == [(one.learner_id, one.learner) for one in found.learners]
    assert "ada@example.org" == found.people["ada-example-org"].email
