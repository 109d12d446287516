"""Excel files that say something else than they show: read as meant, or refused with sheet, row and remedy."""

from __future__ import annotations

import datetime
import io
import zipfile

import openpyxl
import pytest

from outsourcing_lessons.errors import RosterError
from outsourcing_lessons.roster import excel, read_roster

HEADER = ["learner_id", "learner", "hour_value", "seed"]


@pytest.fixture
def saved(tmp_path):
    """Save a workbook: rows of its first sheet, and what else is to be done to it."""

    def save(*rows, change=lambda book: None, header=HEADER):
        book = openpyxl.Workbook()
        book.active.title = "Class"
        for row in (header, *rows):
            book.active.append(row)
        change(book)
        book.save(tmp_path / "roster.xlsx")
        return tmp_path / "roster.xlsx"

    return save


def faults(path, **options) -> list[str]:
    with pytest.raises(RosterError) as caught:
        read_roster(path, **options)
    return str(caught.value).splitlines()


def in_column(letter: str, code: str):
    def change(book):
        for cell in book.active[letter][1:]:
            cell.number_format = code

    return change


def without(path, old: bytes, new: bytes, part: str = "xl/worksheets/sheet1.xml"):
    """Change the bytes of a part of an Excel file."""
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return path


def test_a_formula_that_nobody_worked_out_is_refused_with_its_place(saved):
    told = faults(saved(["ada", '=CONCATENATE("A","da")', "=45*2"], ["=B2", "Bo", 60]))
    assert [
        "sheet 'Class', row 2, learner",
        "sheet 'Class', row 2, hour_value",
        "sheet 'Class', row 3, learner_id",
    ] == [fault.split(": ")[0] for fault in told]
    assert all("open it in Excel and save it once" in fault for fault in told)


def test_a_formula_that_was_worked_out_is_its_result(saved):
    path = without(saved(["ada", "Ada", "=45*2"]), b"<f>45*2</f><v></v>", b"<f>45*2</f><v>90</v>")
    assert 90.0 == read_roster(path).learners[0].hour_value
    path = without(
        saved(["ada", "=IF(1,2)", 60]), b'<c r="B2"><f>IF(1,2)</f><v></v>', b'<c r="B2" t="str"><f>IF(1,2)</f><v></v>'
    )
    assert "ada" == read_roster(path).learners[0].learner, "an empty text is a result"


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"])
def test_an_error_is_refused_in_excel_and_in_the_csv_made_of_it(saved, tmp_path, error):
    told = faults(saved(["ada", "Ada", error], ["bo", error, 60], [error, "Cy", 60]))
    places = [
        f"sheet 'Class', row {row}, {column}" for row, column in ((2, "hour_value"), (3, "learner"), (4, "learner_id"))
    ]
    assert places == [fault.split(": ")[0] for fault in told] and all(error in fault for fault in told)
    (tmp_path / "r.csv").write_text(f"learner_id,learner\nada,{error}\n")
    assert "correct it, or type the value" in faults(tmp_path / "r.csv")[0]


def test_a_row_that_holds_nothing_but_an_error_is_not_overlooked(saved):
    assert "row 3, learner_id" in faults(saved(["ada", "Ada", 60], ["#N/A", None, None]))[0]


@pytest.mark.parametrize("number", [20240000123456789, 123456789012345678, 10**15])
def test_a_number_of_which_excel_has_lost_digits_is_no_id_and_no_seed(saved, number):
    told = faults(saved([number, "Ada", 60], ["bo", "Bo", 60, number]))
    assert 2 == len(told) and all("15 digits" in fault and "format the column as Text" in fault for fault in told)


def test_an_id_that_a_spreadsheet_has_shortened_is_refused_in_csv_too(tmp_path):
    (tmp_path / "r.csv").write_text("learner_id\n2.024E+16\n20240000123456789\n")
    (fault,) = faults(tmp_path / "r.csv")
    assert fault.startswith("row 2, learner_id") and "digits are lost" in fault


def test_a_number_shown_with_zeros_before_it_is_read_as_shown(saved):
    path = saved([123, "Ada", 60], [45678, "Bo", 60], [1234567, "Cy", 60], change=in_column("A", "00000"))
    assert ["00123", "45678", "1234567"] == [one.learner_id for one in read_roster(path).learners]


@pytest.mark.parametrize("code", ["General", "0", "#,##0", "0.00", "@"])
def test_a_number_shown_as_it_is_stays_one(saved, code):
    assert "1001" == read_roster(saved([1001, "Ada", 60], change=in_column("A", code))).learners[0].learner_id


@pytest.mark.parametrize("code", ['"S"0000', "000-000", "0%", "# ?/?"])
def test_a_number_shown_otherwise_is_refused_as_an_id_and_is_an_amount(saved, code):
    (fault,) = faults(saved([123, "Ada", 60], change=in_column("A", code)))
    assert "row 2, learner_id: 123: " in fault and repr(code) in fault and "as Text" in fault
    assert 60.0 == read_roster(saved(["ada", "Ada", 60], change=in_column("C", '0 "EUR"'))).learners[0].hour_value


@pytest.mark.parametrize("column", range(3))
def test_a_date_that_excel_made_is_named_as_such(saved, column):
    row = ["ada", "Ada", 60]
    row[column] = datetime.date(2026, 3, 1)
    (fault,) = faults(saved(row))
    assert f"row 2, {HEADER[column]}: 2026-03-01" in fault and "has turned this" in fault and "into a date" in fault


def test_the_first_visible_sheet_with_ids_is_read_and_the_others_are_named(saved):
    def sheets(book, state="hidden"):
        book.active.sheet_state = state
        for title, rows in {
            "Read me": [["How to"]],
            "This year": [["Learner ID"], ["ada"]],
            "B": [["learner_id"], ["bo"]],
        }.items():
            for row in rows:
                (book[title] if title in book.sheetnames else book.create_sheet(title)).append(row)
        book.active = 1

    for state in ("hidden", "veryHidden"):
        roster = read_roster(saved(["old", "Old"], change=lambda book, state=state: sheets(book, state)))
        assert ["ada"] == [one.learner_id for one in roster.learners]
        assert "'This year'" in roster.notes[0] and "'B'" in roster.notes[0]


def test_a_hidden_sheet_alone_is_no_roster_but_is_named_beside_one(saved):
    def hidden(book):
        book.create_sheet("Last year").append(["learner_id"])
        book["Last year"].sheet_state = "hidden"

    assert "'Last year' is not" in read_roster(saved(["ada", "Ada"], change=hidden)).notes[0]


def test_hidden_rows_are_read_and_that_is_said(saved):
    def hide(book):
        book.active.row_dimensions[3].hidden = True

    roster = read_roster(saved(["ada", "Ada"], ["bo", "Bo"], change=hide))
    assert 2 == len(roster.learners) and roster.notes[0].endswith("are read like the others: 3")
    assert () == read_roster(saved(["ada", "Ada"])).notes


def test_all_messages_on_a_sheet_name_it(saved):
    assert all(fault.startswith("sheet 'Class', ") for fault in faults(saved(["ADA", "Ada"], ["ada", ""], [None, "x"])))
    assert "sheet 'Class', row 1: column B has cells but no name" in faults(
        saved(["ada", "x"], header=["learner_id", None])
    )
    assert "sheet 'Class': there is a row of column names" in faults(saved())[0]


def test_a_document_type_is_refused_before_anything_of_it_grows(saved):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet '
    for part in ("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"):
        root = {"xl/workbook.xml": b"<workbook ", "xl/styles.xml": b"<styleSheet "}.get(part, b"<worksheet ")
        path = without(saved(["ada", "Ada"]), root, bomb.replace(b"<worksheet ", root), part)
        (fault,) = faults(path)
        assert "document type" in fault or "cannot be read" in fault


def test_a_file_that_unpacks_to_too_much_is_refused(saved, monkeypatch):
    path = saved(["ada", "Ada"])
    monkeypatch.setattr(excel, "LARGEST_UNPACKED", 1000)
    assert "unpacks to more than" in faults(path)[0]


def test_a_part_that_unpacks_to_more_than_it_says_is_refused(saved, tmp_path):
    path = saved(["ada", "Ada"])
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content + b" " * 50_000 if "sheet1" in name else content)
    true, said = (len(parts["xl/worksheets/sheet1.xml"]) + 50_000).to_bytes(4, "little"), (100).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(true, said))
    assert "cannot be read" in faults(path)[0]


def test_a_spreadsheet_of_another_kind_is_told_to_become_xlsx(tmp_path):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        book.writestr("content.xml", "<office/>")
    (tmp_path / "r.ods").write_bytes(made.getvalue())
    assert "save it as .xlsx" in faults(tmp_path / "r.ods")[0]
