"""What a spreadsheet leaves in place of what was typed: refused with the remedy, honest cells beside it read."""

from __future__ import annotations

import openpyxl
import pytest

from outsourcing_lessons.errors import RosterError
from outsourcing_lessons.roster import read_roster


@pytest.fixture
def in_excel(tmp_path):
    """Save rows as an Excel file, all texts as texts, and numbers in a format."""

    def in_excel(*rows: tuple, code: str = "General"):
        book = openpyxl.Workbook()
        for number, row in enumerate(rows, start=1):
            for place, value in enumerate(row, start=1):
                cell = book.active.cell(number, place)
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"
                else:
                    cell.number_format = code
        book.save(tmp_path / "r.xlsx")
        return tmp_path / "r.xlsx"

    return in_excel


def told(path) -> list[str]:
    with pytest.raises(RosterError) as error:
        read_roster(path)
    return [str(fault) for fault in error.value.faults]


@pytest.mark.parametrize("name", ["M?ller", "????", "Ren?", "?ukasz Kowalski", "?? ?"])
def test_a_name_that_lost_letters_when_it_was_saved_is_refused(faults, name):
    (fault,) = faults("learner_id,learner", f"ada,{name}")
    assert fault.startswith("row 2, learner: ") and "letters are lost" in fault and "'CSV UTF-8'" in fault


@pytest.mark.parametrize("cell", ["=VLOOKUP(A2;B:C;2)", '=A2&" Okafor"', "=B2", "########"])
@pytest.mark.parametrize("column", ["learner_id", "learner", "hour_value", "email"])
def test_a_formula_and_a_narrow_column_are_no_value(faults, in_excel, column, cell):
    row = {"learner_id": "ada", "learner": "Ada", "hour_value": "60", "email": "ada@example.org", column: cell}
    quoted = ('"' + value.replace('"', '""') + '"' for value in row.values())
    for found in (faults(",".join(row), ",".join(quoted)), told(in_excel(tuple(row), tuple(row.values())))):
        assert 1 == len(found) and f"row 2, {column}: " in found[0]
        assert ("widen it" if cell.startswith("#") else "paste the column as values") in found[0]


DATES = ["05. Mrz", "05-Mar", "8-Sep", "5-Mar-26", "2026-03-01", "01.03.2026", "3/1/2026", "05. Dez"]


@pytest.mark.parametrize("date", DATES)
def test_a_date_that_excel_made_of_an_id_is_refused_in_csv(faults, date):
    (fault,) = faults("learner_id,learner", f"{date},Ada")
    assert fault.startswith(f"row 2, learner_id: {date}: the spreadsheet has turned this id into a date")
    assert "format the column as Text" in fault and "needs an .xlsx file" in fault


@pytest.mark.parametrize(
    ("column", "what"), [("learner", "name"), ("hour_value", "number"), ("seed", "number"), ("lessons", "cell")]
)
def test_a_date_that_excel_made_of_anything_else_is_called_what_it_was(faults, column, what):
    (fault,) = faults(f"learner_id,{column}", "ada,03. Jan")
    assert fault.startswith(f"row 2, {column}: 03. Jan: the spreadsheet has turned this {what} into a date")


def test_an_id_that_is_a_date_may_be_text_in_excel(in_excel):
    path = in_excel(("learner_id",), ("2026-03-01",))
    assert ["2026-03-01"] == [one.learner_id for one in read_roster(path).learners]


@pytest.mark.parametrize("typed", ["may-5", "05-mar", "mar-2026", "jan-07", "2026-3", "5-ada", "a-2026-03-01"])
def test_an_id_that_people_type_is_no_date(read, typed):
    assert typed == read("learner_id", typed).learners[0].learner_id


@pytest.mark.parametrize("name", ["May", "Jan Mrz", "O'Hara #2", "A = B", "Ada (5-Mar)", "Nº 5. Mai"])
def test_an_honest_name_stays_one(read, name):
    assert name == read("learner_id,learner", f"ada,{name}").learners[0].learner


@pytest.mark.parametrize("code", ['0.00,"k"', "0,", "#,##0.0,,", "0%", '0"k"', '#,##0 "T€"', "0.0,\\k", '0 "Mio"'])
def test_a_number_shown_as_a_multiple_is_refused(in_excel, code):
    for column in ("hour_value", "weekly_hours", "seed"):
        (fault,) = told(in_excel(("learner_id", column), ("ada", 60), code=code))
        assert f"row 2, {column}: 60: the spreadsheet shows this number as {code!r}" in fault
        assert "format the column as Number" in fault


@pytest.mark.parametrize(
    "code", ["#,##0", "#,##0.00 [$€-407]", '_-* #,##0.00 "€"_-', '0 "EUR/h"', '"$"#,##0_);("$"#,##0)', '"100%" 0']
)
def test_a_number_shown_as_it_is_is_read(in_excel, code):
    path = in_excel(
        ("learner_id", "hour_value", "currency"), ("ada", 60, "USD" if "$" in code[:3] else "EUR"), code=code
    )
    assert 60.0 == read_roster(path).learners[0].hour_value


def test_what_excel_did_to_an_export_is_seen_too(in_excel):
    head = ("First name", "Last name", "Email address", "ID number", "Groups")
    found = told(in_excel(head, ("Ada", '=B2&"x"', "ada@example.org", 7, "A"), code='"S"0000'))
    assert 2 == len(found) and "learner_id: 7: the spreadsheet shows" in found[0]
    assert 'learner: =B2&"x": a formula and not its result' in found[1]


def test_two_long_numbers_are_two_ids(in_excel):
    found = read_roster(in_excel(("learner_id",), (1234567,), (1234568,)))
    assert ["1234567", "1234568"] == [one.learner_id for one in found.learners]


def test_a_text_kept_by_a_formula_is_read_as_it_and_listed(read, in_excel):
    """Excel's way to keep the zeros of a number in CSV, as learning platforms write it."""
    found = read(
        '="learner_id",learner,hour_value,Town',
        '="0012","=""Ada """"A"""" Okafor""","=""60""","=""05-Mar"""',
        used=("town",),
    )
    (learner,) = found.learners
    assert ("0012", 'Ada "A" Okafor', 60.0) == (learner.learner_id, learner.learner, learner.hour_value)
    said = "; ".join(found.notes)
    assert 'learner_id: ="0012" read as 0012 (1 row)' in said and 'hour_value: ="60" read as 60' in said
    assert '="Ada ""A"" Okafor" read as Ada "A" Okafor' in said and "05-Mar" == found.people["0012"].extra["town"]
    assert ["0012"] == [one.learner_id for one in read_roster(in_excel(("learner_id",), ('="0012"',))).learners]


def test_two_ids_kept_by_formulas_are_compared_as_what_they_are(faults):
    assert 2 == len([one for one in faults("learner_id", '="0012"', "0012") if "also in row" in one])


LIKELY = ["Mar-26", "mars-26", "05-mars", "5-mrt", "ene-26", "Mrz 26", "05-out", "05.maj.26", "Sept-26"]


@pytest.mark.parametrize("date", LIKELY)
def test_an_id_that_may_be_a_date_is_told_in_csv(read, in_excel, date):
    (said,) = [one for one in read("learner_id,learner", f"{date},Ada").notes if "look" in one]
    assert said.startswith(f"learner_id: {date} looks like a date that a spreadsheet made") and "as Text" in said
    assert not [one for one in read_roster(in_excel(("learner_id",), (date,))).notes if "looks like" in one]


@pytest.mark.parametrize("date", ["août-26", "05/out", "15-déc", "paź 26"])
def test_a_likely_date_that_is_no_id_is_refused_with_the_remedy(faults, date):
    (fault,) = faults("learner_id,learner", f"{date},Ada")
    assert "likely a date that the spreadsheet made of one; format the column as Text" in fault


@pytest.mark.parametrize(
    "typed", ["julia-26", "marie-05", "mar-2026", "26-ada", "may", "decker-12", "mar-126", "s-mar"]
)
def test_an_id_that_no_spreadsheet_makes_is_not_told(read, typed):
    assert not [one for one in read("learner_id", typed).notes if "looks like" in one]


def test_of_many_the_first_are_told(read):
    said = "; ".join(read("learner_id", *(f"{day:02}-mars" for day in range(1, 9))).notes)
    assert "01-mars, 02-mars, 03-mars, 04-mars, 05-mars and 3 more look like dates" in said


@pytest.mark.parametrize("cell", ["#REF!", "#N/A", "=A1", "=B2&C2", "####"])
def test_a_column_used_as_a_field_is_checked_like_the_others(tmp_path, in_excel, cell):
    """What stands in a letter or a file's name must not be what a formula came to; what decides nothing may."""
    rows = (("learner_id", "Cost Centre", "Town"), ("ada", cell, cell))
    path = tmp_path / "r.csv"
    path.write_text("\n".join(",".join(row) for row in rows), "utf-8")
    for file in (path, in_excel(*rows)):
        with pytest.raises(RosterError) as error:
            read_roster(file, ignore_extra_columns=True, used=("cost_centre",))
        (fault,) = map(str, error.value.faults)
        assert f"row 2, Cost Centre: {cell}: " in fault.replace("'", "")
        assert ["ada"] == [one.learner_id for one in read_roster(file, ignore_extra_columns=True).learners]
