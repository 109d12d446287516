"""Rosters: what is read, and what is said about each thing that is wrong."""

from __future__ import annotations

import json
from dataclasses import asdict

import openpyxl
import pytest

from outsourcing_lessons.errors import RosterError
from outsourcing_lessons.learner import LearnerProfile, seed_of
from outsourcing_lessons.roster import read_roster
from outsourcing_lessons.roster import table as tables

HEADER = "learner_id,learner,business,currency,hour_value,weekly_hours,seed"
ADA = "ada,Ada Okafor,hospital,GBP,95,45,7"
ADAS = LearnerProfile("ada", "Ada Okafor", "hospital", currency="GBP", hour_value=95.0, weekly_hours=45.0, seed=7)


@pytest.fixture
def csv(tmp_path):
    def write(*lines: str, encoding: str = "utf-8", end: str = "\n"):
        path = tmp_path / "roster.csv"
        path.write_bytes((end.join(lines) + end).encode(encoding))
        return path

    return write


@pytest.fixture
def xlsx(tmp_path):
    def write(*rows):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / "roster.xlsx")
        return tmp_path / "roster.xlsx"

    return write


def faults(path, **options) -> list[str]:
    with pytest.raises(RosterError) as caught:
        read_roster(path, **options)
    return str(caught.value).splitlines()


def test_one_learner(csv):
    assert (ADAS,) == read_roster(csv(HEADER, ADA)).learners


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_ends_and_byte_order_marks(csv, encoding, delimiter, end):
    lines = [line.replace(",", delimiter) for line in (HEADER, ADA, "", "")]
    assert (ADAS,) == read_roster(csv(*lines, encoding=encoding, end=end)).learners


def test_a_quoted_header_may_hold_other_delimiters(csv):
    path = csv('"learner_id";"learner"', '"ada";"Okafor, Ada; the ""first"""')
    assert 'Okafor, Ada; the "first"' == read_roster(path).learners[0].learner


def test_only_the_id_is_needed_and_the_rest_has_defaults(csv):
    (ada,) = read_roster(csv("learner_id", "ada")).learners
    assert ("ada", "ada", "hospital", seed_of("ada"), 60.0) == (
        ada.learner_id,
        ada.learner,
        ada.business,
        ada.seed,
        ada.hour_value,
    )


def test_empty_cells_take_the_defaults(csv):
    (ada,) = read_roster(csv(HEADER, "ada,,,,,,")).learners
    assert ("ada", "EUR", seed_of("ada")) == (ada.learner, ada.currency, ada.seed)


@pytest.mark.parametrize(("text", "number"), [("95", 95.0), ("95.5", 95.5), ('"95,5"', 95.5), (" 95 ", 95.0)])
def test_numbers_as_people_write_them(csv, text, number):
    assert number == read_roster(csv("learner_id,hour_value", f"ada,{text}")).learners[0].hour_value


@pytest.mark.parametrize(
    "text",
    [
        '"1,234"',
        "1.234",
        "1e3",
        "nan",
        "inf",
        "--5",
        "９５",
        "0x10",
        "9" * 50,
        "12.34.56",
        "1 23",
        '"1,2,3"',
        "2 Mio",
        "€ 95 EUR",
        "95 apples",
        "$95",
        "95 kr",
        "95 ¥",
        "1.2345.678",
        "'1",
        '"1.234,56.7"',
        "a lot",
        "5 tsd",
        "60-80",
    ],
)
def test_numbers_that_can_be_misread_are_refused(csv, text):
    (fault,) = faults(csv("learner_id,hour_value", f"ada,{text}"))
    assert fault.startswith("row 2, hour_value: ")


@pytest.mark.parametrize(
    ("country", "text", "number"),
    [("DE", "1.250", 1250), ("de", "1,250", 1.25), ("IN", "1,250", 1250), ("US", "1.250", 1.25), ("CH", "1.250", 1.25)],
)
def test_the_country_of_the_row_decides_between_two_readings(csv, country, text, number):
    (learner,) = read_roster(csv("learner_id;hour_value;country", f"ada;{text};{country}")).learners
    assert learner.hour_value == number


@pytest.mark.parametrize(("country", "text"), [("", "1.250"), ("SE", "1.250"), ("CH", "1,250"), ("XX", "1.250")])
def test_a_country_that_writes_neither_decides_nothing(csv, country, text):
    found = faults(csv("learner_id;hour_value;country", f"ada;{text};{country}"))
    assert "can be read in two ways; write 1250, or fewer decimals" in " ".join(found)


def test_who_names_a_country_alone_pays_with_its_currency(csv):
    learners = read_roster(csv("learner_id,country,currency", "ada,JP,", "bo,JP,EUR", "cy,,")).learners
    assert [learner.currency for learner in learners] == ["JPY", "EUR", "EUR"]


def test_excel_numbers_are_whole_where_they_should_be(xlsx):
    path = xlsx(
        ["learner_id", "learner", "seed", "hour_value"], [1001, "Ada", 7.0, 95], ["bo", 7, "8", "95,5"], [None, None]
    )
    ada, bo = read_roster(path).learners
    assert ("1001", 7, 95.0, "bo", "7", 8, 95.5) == (
        ada.learner_id,
        ada.seed,
        ada.hour_value,
        bo.learner_id,
        bo.learner,
        bo.seed,
        bo.hour_value,
    )
    assert [int, float] == [type(ada.seed), type(ada.hour_value)]


def test_an_excel_file_is_known_by_its_content(xlsx, tmp_path):
    path = xlsx(["learner_id"], ["ada"]).rename(tmp_path / "roster.csv")
    assert "ada" == read_roster(path).learners[0].learner_id


def test_json(tmp_path):
    path = tmp_path / "roster.json"
    path.write_text(
        json.dumps([{"learner_id": "ada", "seed": 7}, {"learner_id": "bo", "hour_value": "95,5", "learner": None}])
    )
    ada, bo = read_roster(path).learners
    assert (7, 95.5, "bo") == (ada.seed, bo.hour_value, bo.learner)


@pytest.mark.parametrize(
    "text",
    ["", "[", "{}", "[]", "[1]", '[{"learner_id": "a", "learner_id": "b"}]', "[" * 100_000, "[" + "9" * 5000 + "]"],
)
def test_json_that_is_no_roster(tmp_path, text):
    (tmp_path / "roster.json").write_text(text)
    assert 1 == len(faults(tmp_path / "roster.json"))


def test_json_objects_are_counted_as_objects(tmp_path):
    (tmp_path / "r.json").write_text(
        '[{"learner_id": "ada"}, {"learner_id": ["x"], "seed": 1.5}, {"learner": "Bo", "seed": NaN}]'
    )
    assert [
        "object 2, learner_id: ['x']: allowed: text",
        "object 2, seed: 1.5: allowed: a whole number, 0 or more, below 2**53",
        "object 3, learner_id: missing; each learner needs one",
        "object 3, seed: nan: allowed: a whole number, 0 or more, below 2**53",
    ] == faults(tmp_path / "r.json")


def test_all_faults_of_all_rows_at_once(csv):
    found = faults(
        csv(
            HEADER,
            "../x,Ada,hospital,GBP,95,45,7",
            ADA,
            "bo,Bo,hopsital,XYZ,-5,900,1.5",
            "CON,,,,,,",
            "-,,,,,,",
            f"{'x' * 300},,,,,,",
        )
    )
    assert [
        "row 2, learner_id",
        "row 4, business",
        "row 4, currency",
        "row 4, hour_value",
        "row 4, seed",
        "row 4, weekly_hours",
        "row 5, learner_id",
        "row 6, learner_id",
        "row 7, learner_id",
    ] == [f.split(":")[0] for f in sorted(found)]
    assert any("did you mean 'hospital'?" in fault for fault in found)


def test_an_id_is_read_as_folders_take_it_and_that_is_said(csv):
    found = read_roster(csv("learner_id", "Ada Okafor", "bo@example.org", "cy"))
    assert ["ada-okafor", "bo-example-org", "cy"] == [one.learner_id for one in found.learners]
    assert ("learner_id: Ada Okafor read as ada-okafor (1 row); bo@example.org read as bo-example-org (1 row)",) == (
        found.notes
    )


def test_ids_that_are_read_alike_name_each_other(csv):
    assert "row 2, learner_id: 'a-b': also in row 3" in faults(csv("learner_id", "A.B", "a_b"))


def test_ids_that_differ_in_capitals_only_name_each_other(csv):
    found = faults(csv("learner_id", "ada", "bo", "ADA", "", "ada"))
    assert "row 2, learner_id: 'ada': also in row 4 and 6" in found
    assert any(fault.startswith("row 6") and fault.endswith("also in row 2 and 4") for fault in found)


def test_a_column_that_is_code_is_an_unknown_column(csv):
    column = "x = __import__('os').system('id')"
    (fault,) = faults(csv(f'learner_id,"{column}"', "ada,1"))
    assert fault.startswith(f"row 1: {column!r}: no such column")
    (ada,) = read_roster(csv(f'learner_id,"{column}"', "ada,1"), ignore_extra_columns=True).learners
    assert "ada" == ada.learner_id


@pytest.mark.parametrize(
    ("column", "meant"), [("lerner id", "learner_id"), ("busines", "business"), ("HOURS-VALUE", "hour_value")]
)
def test_did_you_mean(csv, column, meant):
    found = faults(csv(f"x,{column}", "ada,1"))
    assert any(f"did you mean {meant}" in fault or f"rename that to {meant}" in fault for fault in found)


def test_headers_and_values_with_one_meaning_are_read_as_meant(csv):
    path = csv(" Learner_ID ,Learner,BUSINESS,Currency,Hour Value", "ada,Ada,Bakery ,eur,60")
    assert LearnerProfile("ada", "Ada", "bakery", seed=seed_of("ada")) == read_roster(path).learners[0]


def test_header_faults(csv):
    assert ["row 1: there is no column learner_id; each learner needs one"] == faults(csv("learner", "Ada"))
    assert ["row 1: 'seed': two columns have this name"] == faults(csv("learner_id,seed,seed", "ada,1,2"))
    assert ["row 1: column 2 has cells but no name"] == faults(csv("learner_id,,seed", "ada,x,2"))
    assert "ada" == read_roster(csv("learner_id,,", "ada,,")).learners[0].learner_id


def test_ragged_rows(csv):
    found = faults(csv("learner_id,learner", "ada,Okafor, Ada", "bo", "cy,Cy"))
    assert ["row 2: has 3 cells", "row 3: has 1 cells"] == [fault.split(",")[0] for fault in found]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\n\n , \n", "is empty"),
        (b"learner_id\n", "no learner below"),
        (b"\xff\xfel\0e\0a\0\x00\xd8", "UTF-16"),
        ("learner_id,learner\nada,Chloé\n".encode("latin-1"), "row 2: r.csv: byte 0xE9 is not UTF-8"),
        (b"\x7fELF\0\0\0\0", "not text"),
        (b"PK\x03\x04junk", "cannot be read"),
        (b"\xd0\xcf\x11\xe0junk", "password"),
        (b'learner_id\n"ada\nbo\n', "quotation marks do not match"),
    ],
)
def test_files_that_are_no_roster(tmp_path, content, words):
    (tmp_path / "r.csv").write_bytes(content)
    (fault,) = faults(tmp_path / "r.csv")
    assert words in fault


def test_no_file_a_folder_and_too_large_a_file(tmp_path, monkeypatch):
    assert ["absent.csv: there is no such file"] == faults(tmp_path / "absent.csv")
    assert "this is a folder" in faults(tmp_path)[0]
    (tmp_path / "r.csv").write_text("learner_id\nada\n")
    monkeypatch.setattr(tables, "LARGEST", 3)
    assert "larger than" in faults(tmp_path / "r.csv")[0]


def test_skip_faulty_renders_the_others_and_keeps_the_faults(csv):
    roster = read_roster(csv(HEADER, ADA, "bö,,,,,,", "cy,,nope,,,,", "dan,,,,,,"), skip_faulty=True)
    assert ["ada", "dan"] == [learner.learner_id for learner in roster.learners]
    assert [3, 4] == [fault.row for fault in roster.faults]


def test_skip_faulty_does_not_hide_what_concerns_the_whole_file(csv):
    assert 1 == len(faults(csv("learner_id,nonsense", "ada,1"), skip_faulty=True))
    assert "nothing to render" in faults(csv("learner_id", "ä"), skip_faulty=True)[-1]


@pytest.mark.parametrize(
    "name",
    [
        '"); import os',
        "</script><img src=x onerror=alert(1)>",
        '#eval("1+1")',
        "=cmd|' /C calc'!A0",
        "ליאור כהן",
        "👩‍🚀 Ada",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0d36\u0d4d\u0d30\u0d40\u200d",
        "\u200fليلى",
        "{{7*7}}",
        "O'Brien; DROP",
    ],
)
def test_strange_names_are_names(tmp_path, name):
    (tmp_path / "r.json").write_text(json.dumps([{"learner_id": "ada", "learner": name}]))
    assert name == read_roster(tmp_path / "r.json").learners[0].learner


@pytest.mark.parametrize("name", ["x" * 201, "x" * 10_240, "a\x00b", "a\nb", "a\x1b[31mb", "\ud800", "a\u2028b"])
def test_names_that_are_refused(tmp_path, name):
    (tmp_path / "r.json").write_text(json.dumps([{"learner_id": "ada", "learner": name}]))
    (fault,) = faults(tmp_path / "r.json")
    assert fault.startswith("object 1, learner: ") and len(fault) < 200 and fault.isprintable()


@pytest.mark.parametrize(
    "name",
    ["\u200b", "A\u00adda", "\ufeffAda", "\u202eadA", "Ad\u200da", "\u3164", "\U000e0041Ada", "A\ufdefda", "A\uffffda"],
)
def test_a_name_with_what_nobody_can_see_is_refused_with_its_number(tmp_path, name):
    (tmp_path / "r.json").write_text(json.dumps([{"learner_id": "ada", "learner": name}]))
    (fault,) = faults(tmp_path / "r.json")
    (unseen,) = (char for char in name if not char.isascii())
    assert f"without U+{ord(unseen):04X} (" in fault and fault.isprintable()


@pytest.mark.parametrize("name", ["\u200e", "\u0301", "\u034f"])
def test_a_name_in_which_nothing_can_be_seen_is_refused(tmp_path, name):
    (tmp_path / "r.json").write_text(json.dumps([{"learner_id": "ada", "learner": name}]))
    assert 1 == len(faults(tmp_path / "r.json"))


@pytest.mark.parametrize(
    ("garbled", "meant"),
    [
        ("ChloÃ© MÃ¼ller", "Chloé Müller"),
        ("InÃªs", "Inês"),
        ("Chlo√©", "Chloé"),
        ("ChloÃƒÂ©", "Chloé"),
        ("Ð”Ð¼Ð¸Ñ‚Ñ€Ð¾", "Дмитро"),
        ("Р”РјРёС‚СЂРѕ", "Дмитро"),
        ("Ĺ»ĂłĹ‚Ä‡", "Żółć"),
        ("Chlo&eacute; O&#39;Hara", "Chloé O'Hara"),
        ("Chlo\ufffd", None),
    ],
)
def test_a_garbled_name_is_refused_with_what_it_was_meant_to_be(csv, garbled, meant):
    (fault,) = faults(csv("learner_id,learner", f"chloe,{garbled}"))
    assert fault.startswith("row 2, learner: ") and (f"did you mean {meant!r}?" in fault if meant else "lost" in fault)


def test_no_name_of_these_is_garbled(csv):
    names = [
        "JOÃO",
        "Ångström",
        "JÓŹWIAK",
        "Сірко",
        "Ümit Özış",
        "ŁÓŹ",
        "Nguyễn",
        "Ελένη",
        "R&D; Ann",
        "Æ",
        "ÀÉ",
        "Юрій Ї",
    ]
    rows = [f"n{number},{name}" for number, name in enumerate(names)]
    assert names == [one.learner for one in read_roster(csv("learner_id,learner", *rows)).learners]


@pytest.mark.parametrize("text", ["learner_id\tlearner\r\nada\tChloé\r\n", "learner_id,learner\nada,Chloé\n"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_what_excel_calls_unicode_text_and_powershell_writes_is_read(tmp_path, text, encoding):
    (tmp_path / "r.csv").write_bytes(("\ufeff" + text).encode(encoding))
    assert [("ada", "Chloé")] == [(one.learner_id, one.learner) for one in read_roster(tmp_path / "r.csv").learners]


@pytest.mark.parametrize(("order", "sign"), [("sep=;", ";"), ("SEP=|", "|"), ('"sep=;"', ";"), ("sep=\t", "\t")])
def test_the_order_that_names_the_separator_is_no_row(csv, order, sign):
    assert "ada" == read_roster(csv(order, f"learner_id{sign}learner", f"ada{sign}Ada, A")).learners[0].learner_id
    assert faults(csv(order, f"learner_id{sign}learner", f"ä{sign}Ada"))[0].startswith("row 2, learner_id")


@pytest.mark.parametrize("column", ["edition", "Edition", "format", "out", "path"])
def test_what_is_decided_for_all_is_no_column_and_the_reason_is_said(csv, tmp_path, column):
    (tmp_path / "roster.json").write_text(json.dumps([{"learner_id": "ada", column: "key"}]))
    for path in (csv(f"learner_id,{column}", "ada,key"), tmp_path / "roster.json"):
        (fault,) = faults(path)
        assert repr(column) in fault and ("keys/" in fault or "--" in fault) and "no such column" not in fault
        assert "study" == read_roster(path, ignore_extra_columns=True).learners[0].edition


def test_a_profile_written_down_is_a_roster_as_long_as_its_edition_is_the_one_all_get(tmp_path):
    (tmp_path / "roster.json").write_text(json.dumps([asdict(ADAS)]))
    assert (ADAS,) == read_roster(tmp_path / "roster.json").learners
    (tmp_path / "roster.json").write_text(json.dumps([asdict(ADAS), {"learner_id": "bo", "edition": "print"}]))
    assert "'edition'" in faults(tmp_path / "roster.json")[0]


def test_the_edition_is_not_offered_as_a_column(csv):
    assert "edition" not in faults(csv("learner_id,x", "ada,1"))[0]


def test_a_hundred_unknown_columns_are_one_fault_that_names_the_option(csv):
    (fault,) = faults(csv(",".join(["learner_id", *(f"c{n}" for n in range(100))]), "ada" + ",1" * 100))
    assert "and 94 more" in fault and "--ignore-extra-columns" in fault


@pytest.mark.parametrize(
    ("header", "column", "names"),
    [
        ('"First name","Last name","ID number","Class"', "ID number", "'First name' and 'Last name'"),
        ("Student,Login ID,Class", "Login ID", "'Student'"),
    ],
)
def test_the_list_of_another_program_gets_one_fault_that_says_what_to_do(csv, header, column, names):
    (fault,) = faults(csv(header, ",".join("Ada" for _ in header.split(","))))
    assert f"{column!r} looks like it: rename that to learner_id" in fault
    assert f"from {names} into" in fault and "--ignore-extra-columns" in fault


def test_a_misspelt_column_is_not_passed_over_with_those_of_another_program(csv):
    told = faults(csv("ID number,Groups,curency", "1,A,GBP"))
    assert 2 == len(told) and "did you mean currency?" in told[1]


def test_a_line_break_in_a_cell_does_not_shift_the_rows(csv):
    found = faults(csv("learner_id,learner", 'ada,"Ada', 'Okafor"', "bö,Bo"))
    assert ["row 2, learner", "row 3, learner_id"] == [fault.split(":")[0] for fault in found]
