"""What a country says: sound for each one there is, and never more than is known."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from outsourcing_lessons import places
from outsourcing_lessons.items.numbers import read_number
from outsourcing_lessons.learner import with_currency
from outsourcing_lessons.money import CURRENCIES, money, plain, prefix_of
from outsourcing_lessons.number_format import in_force, plain_digits, read_format, writing
from outsourcing_lessons.places import COUNTRIES, currency_of, numbers_of, place_of

KNOWN = tomllib.loads((Path(places.__file__).parent / "places.toml").read_text("utf-8"))
AMOUNTS = (0.5, 12.34, 999, 1234, 1234.5, 123456, 987654)
HOURS = (1.0, 7.3, 13.9, 20.0, 35.5, 60.0, 400.0)


def test_what_is_written_in_a_country_is_read_there_as_it_was_meant():
    wrong = []
    for country in sorted(COUNTRIES):
        for currency in {currency_of(country) or "EUR", "EUR", "USD", "CHF", "JPY", "KWD", "CVE"}:
            form = numbers_of(country, currency)
            with writing(form):
                for amount in AMOUNTS:
                    said = money(amount, currency)
                    shown = float(re.sub("[^0-9.]", "", plain_digits(plain(amount, 2), read_format(form))))
                    read = read_number(said, prefix_of(currency), numbers=form)
                    if shown != amount or read != (pytest.approx(amount, rel=0.005),):
                        wrong.append((country, said, shown, read))
    assert wrong == []


def test_every_country_has_a_name_and_all_but_one_a_currency():
    assert all(place_of(country).name not in ("", country) for country in COUNTRIES)
    assert {country for country in COUNTRIES if not currency_of(country)} == {"AQ"}
    assert {currency_of(country) for country in COUNTRIES} <= CURRENCIES | {""}


@pytest.mark.parametrize(
    ("country", "currency", "said"),
    [
        ("DE", "EUR", "−1.234,50\u00a0€"), ("AT", "EUR", "−€\u00a01.234,50"), ("FR", "EUR", "−1\u00a0234,50\u00a0€"),
        ("IN", "INR", "−₹1,234.50"), ("CH", "CHF", "−CHF\u00a01’234.50"), ("BR", "BRL", "−R$\u00a01.234,50"),
        ("JP", "JPY", "−¥1,235"), ("SE", "SEK", "−1\u00a0234,50\u00a0kr"), ("PL", "PLN", "−1\u00a0234,50\u00a0zł"),
        ("EG", "EGP", "−1,234.50\u00a0EGP"), ("CH", "USD", "−$\u00a01’234.50"), ("", "EUR", "−€1,234.50"),
    ],
)  # fmt: skip
def test_money_is_written_as_people_there_write_it(country, currency, said):
    with writing(numbers_of(country, currency)):
        assert money(-1234.5, currency) == said


def test_a_format_is_in_force_only_inside():
    with pytest.raises(ZeroDivisionError), writing("EUR|#.##0,00 €"):
        assert in_force().currency == "EUR"
        raise ZeroDivisionError
    assert in_force() == read_format("")


@pytest.mark.parametrize("text", ["EUR", "EUR|0", "eur|#.##0,00", "EUR|1.234,00 €"])
def test_what_is_no_format_is_refused(text):
    with pytest.raises(ValueError, match="is not a number format"):
        read_format(text)


def test_all_that_is_known_names_countries_there_are():
    known = KNOWN
    lists = [*known["name"].values(), *known["hemisphere"].values(), *known["paper"].values()]
    lists += [row["countries"] for row in known["tax"].values()] + [list(known["wage_floor"]), list(known["currency"])]
    named = [country for one in lists for country in one]
    assert set(named) <= COUNTRIES
    taxed = [country for row in known["tax"].values() for country in row["countries"]]
    assert len(taxed) == len(set(taxed)), "a country has one word for its tax"
    assert not set(known["hemisphere"]["southern"]) & set(known["hemisphere"]["no_seasons"])


def test_a_wage_floor_says_where_it_is_from():
    for country in KNOWN["wage_floor"]:
        floor = place_of(country).floor
        known = floor.amount > 0 and floor.currency == currency_of(country) and floor.since <= floor.read <= date.max
        assert known and floor.url.startswith("https://") and floor.source, country


def test_seasons_are_the_other_way_round_in_the_south():
    assert place_of("AU").season("winter") == place_of("DE").season("summer") == "June to August"
    assert place_of("KE").season("winter") == place_of("").season("winter") == "the winter months"


def test_the_country_gives_the_currency_only_where_none_is_named():
    assert with_currency({"country": "JP"})["currency"] == "JPY"
    assert with_currency({"country": "JP", "currency": "EUR"})["currency"] == "EUR"
    assert with_currency({"country": "AQ"})["currency"] == "EUR" and "currency" not in with_currency({"country": "??"})
