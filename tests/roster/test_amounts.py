"""Numbers and currencies as people type them."""

from __future__ import annotations

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsourcing_lessons.number_format import NEUTRAL
from outsourcing_lessons.roster import read_roster
from outsourcing_lessons.roster.amounts import amount_in, decimal_of


@pytest.mark.parametrize(
    ("text", "number", "currency"),
    [
        ("60 €", 60, "EUR"), ("€60", 60, "EUR"), ("EUR 60", 60, "EUR"), ("60 eur", 60, "EUR"), ("60 Euro", 60, "EUR"),
        ("60,- €", 60, "EUR"), ("£95/h", 95, "GBP"), ("95 GBP per hour", 95, "GBP"), ("CHF 1'234.50", 1234.5, "CHF"),
        ("1.234,50 €", 1234.5, "EUR"), ("1,234.50", 1234.5, ""), ("1.234.567", 1234567, ""), ("1 234,50", 1234.5, ""),
        ("1\u202f234\u00a0€", 1234, "EUR"), ("12,34,567.50", 1234567.5, ""), ("₹ 4,500.00", 4500, "INR"),
        ("60 €/Std.", 60, "EUR"), ("60 € pro Stunde", 60, "EUR"), ("60,5", 60.5, ""), ("0.125", 0.125, ""),
        ("zł 80", 80, "PLN"), ("US$ 75", 75, "USD"), ("60,50€", 60.5, "EUR"),
    ],
)  # fmt: skip
def test_an_amount_is_read_with_its_currency(text, number, currency):
    amount = amount_in(text, NEUTRAL)
    assert (number, currency) == (amount.number, "".join(amount.currencies))


@pytest.mark.parametrize(
    "text", ["50h", "50 h", "50 hours", "50 Std.", "50 h/week", "50 Stunden pro Woche", "50", "50 heures par semaine"]
)
def test_hours_are_read_with_their_unit(text):
    assert 50 == amount_in(text, NEUTRAL, money=False).number


@pytest.mark.parametrize("text", ["50 €", "50 days", "50-60 h", "h", ""])
def test_what_is_no_number_of_hours_is_refused(text):
    with pytest.raises(ValueError, match="allowed: a number"):
        amount_in(text, NEUTRAL, money=False)


@given(st.text(max_size=50))
def test_any_text_is_a_number_or_refused_with_a_sentence(text):
    try:
        assert amount_in(text, NEUTRAL).number is not None
    except ValueError as error:
        assert "allowed" in str(error) or "two ways" in str(error)


@given(st.integers(1, 10**8), st.integers(0, 99), st.sampled_from([(",", "."), (".", ","), (" ", ","), ("'", ".")]))
def test_grouped_amounts_are_read_as_they_were_written(whole, cents, marks):
    group, decimal = marks
    text = f"{whole:,}".replace(",", group) + f"{decimal}{cents:02}"
    assert whole + cents / 100 == pytest.approx(amount_in(text, NEUTRAL).number)


def test_the_column_decides_between_two_readings(read):
    cells = ["1.234", "95,50", "60"]
    assert "," == decimal_of(cells)
    found = read("learner_id;hour_value", *(f"n{n};{cell}" for n, cell in enumerate(cells)))
    assert [1234.0, 95.5, 60.0] == [one.hour_value for one in found.learners]
    assert ("hour_value: 1.234 read as 1234 (1 row); 95,50 read as 95.5 (1 row)",) == found.notes


def test_a_column_that_contradicts_itself_decides_nothing(faults):
    (fault,) = faults("learner_id;hour_value", "a;1.234", "b;95,50", "c;95.50")
    assert fault == "row 2, hour_value: '1.234': can be read in two ways; write 1234, or fewer decimals"


def test_the_country_goes_before_the_column(read):
    found = read("learner_id;hour_value;country", "a;1.234;US", "b;95,50;DE", "c;1.234;DE")
    assert [1.234, 95.5, 1234.0] == [one.hour_value for one in found.learners]


def test_a_currency_beside_the_number_counts_where_the_row_names_none(read):
    found = read("learner_id,hour_value,currency", "a,60 GBP,", "b,60 €,EUR", "c,60,")
    assert ["GBP", "EUR", "EUR"] == [one.currency for one in found.learners]


def test_a_currency_beside_the_number_that_is_not_the_rows_is_a_fault(faults):
    (fault,) = faults("learner_id,hour_value,currency", "a,60 €,GBP")
    assert "row 2, hour_value: '60 €': this is in EUR, and the row's currency is GBP" in fault


@pytest.mark.parametrize(
    ("row", "currency"), [("a,$60,CAD,", "CAD"), ("a,$60,,US", "USD"), ("a,60 kr,,SE", "SEK"), ("a,$60,,CA", "CAD")]
)
def test_a_sign_of_several_currencies_is_that_of_the_row_or_the_country(read, row, currency):
    assert currency == read("learner_id,hour_value,currency,country", row).learners[0].currency


def test_a_sign_of_several_currencies_that_nothing_decides_is_a_fault(faults):
    (fault,) = faults("learner_id,hour_value", "a,60 kr")
    assert "this can be SEK, NOK, DKK or ISK; write which in the column currency" in fault


def test_what_is_read_differently_is_listed_once_with_its_rows(read):
    rows = [f"n{n},60 €,Bakery ,germany" for n in range(14)]
    notes = read("learner_id,hour_value,business,country", *rows).notes
    said = {f"{what} (14 rows)" for what in ("country: germany read as DE", "business: Bakery read as bakery")}
    assert said | {"hour_value: 60 € read as 60, EUR (14 rows)"} == set(notes)


def test_of_many_readings_a_few_are_listed_and_the_others_counted(read):
    (note,) = read("learner_id,hour_value", *(f"n{n},{60 + n} €" for n in range(9))).notes
    assert note.count("read as") == 5 and note.endswith("; and 4 more like these")


def test_nothing_is_listed_of_a_plain_roster(read):
    assert () == read("learner_id,learner,hour_value,weekly_hours,currency", "a,A,60,50,EUR", "b,B,72.5,37.5,GBP").notes


def test_the_currency_of_a_format_in_excel_counts(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["learner_id", "hour_value"])
    for place, (learner_id, form) in enumerate((("a", '#,##0.00 "£"'), ("b", "#,##0.00 [$€-407]"), ("c", "0.00")), 2):
        sheet.append([learner_id, 60])
        sheet.cell(place, 2).number_format = form
    book.save(tmp_path / "r.xlsx")
    assert ["GBP", "EUR", "EUR"] == [one.currency for one in read_roster(tmp_path / "r.xlsx").learners]


def test_decimal_commas_and_seeds_read_otherwise_than_typed_are_listed_once_a_column(read):
    rows = [f"l{n};85,50;42,5;{seed}" for n, seed in enumerate(["1'000"] * 3 + ["7"])]
    assert (
        "hour_value: 85,50 read as 85.5 (4 rows)",
        "weekly_hours: 42,5 read as 42.5 (4 rows)",
        "seed: 1'000 read as 1000 (3 rows)",
    ) == read("learner_id;hour_value;weekly_hours;seed", *rows).notes


def test_decimal_points_are_as_typed(read):
    assert () == read("learner_id,hour_value,weekly_hours,seed", "ada,85.50,42.5,7").notes
