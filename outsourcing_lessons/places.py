"""What a country says about a learner: how numbers are written there, and what the course knows of it besides.

How numbers are written, what the country is called and what people pay with come from Babel, which carries CLDR. What
CLDR has not is in ``places.toml``, with its source where it is a figure.
"""

from __future__ import annotations

import tomllib
import unicodedata
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from outsourcing_lessons.money import CURRENCIES, prefix_of
from outsourcing_lessons.number_format import NO_BREAK

NARROW = "\u202f"  # a narrower space that is not broken either, which many typefaces have not

# ISO 3166-1, the codes of two letters that are assigned.
COUNTRIES = frozenset(
    """AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
    JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR
    MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
    RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV
    TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW""".split()
)

# What stands in the text of whoever names no country.
SOMEWHERE = "your country"
ANY_TAX = "sales tax or VAT"
ANY_WAGE = "the least that the law allows"


class WageFloor(NamedTuple):
    """The least that an hour may be paid by law, in a currency, and where that was read."""

    amount: float
    currency: str
    since: date
    source: str
    url: str
    read: date


class Place(NamedTuple):
    """What the course knows of a country."""

    code: str
    name: str = SOMEWHERE
    currency: str = ""
    tax_word: str = ANY_TAX
    southern: bool | None = None
    paper: str = "A4"
    floor: WageFloor | None = None

    def season(self, name: str) -> str:
        """Return the months of a season: ``December to February`` is winter north of the equator and summer south."""
        if self.southern is None or name not in SEASONS:
            return SEASONS_ANYWHERE.get(name, name)
        return SEASONS[name][self.southern]


SEASONS = {
    "spring": ("March to May", "September to November"),
    "summer": ("June to August", "December to February"),
    "autumn": ("September to November", "March to May"),
    "winter": ("December to February", "June to August"),
}
SEASONS_ANYWHERE = {name: f"the {name} months" for name in SEASONS}


@cache
def _known() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "places.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=512)  # there are half as many countries
def place_of(country: str) -> Place:
    """Return what is known of a country; what holds anywhere where none is named.

    ``country``: ISO 3166 code, or empty.

    Examples
    --------
    >>> place_of("IN").name, place_of("IN").currency, place_of("IN").tax_word, place_of("").tax_word
    ('India', 'INR', 'GST', 'sales tax or VAT')
    """
    if not country:
        return Place("")
    known = _known()
    tax = next((word for word, where in known["tax"].items() if country in where["countries"]), ANY_TAX)
    floor = known["wage_floor"].get(country)
    return Place(
        country,
        _name(country),
        currency_of(country),
        tax,
        _southern(country),
        "letter" if country in known["paper"]["letter"] else "A4",
        WageFloor(**floor) if floor else None,
    )


def _southern(country: str) -> bool | None:
    hemisphere = _known()["hemisphere"]
    if country in hemisphere["no_seasons"]:
        return None
    return country in hemisphere["southern"]


def _name(country: str) -> str:
    from babel import Locale

    name = Locale("en").territories.get(country, country)
    return f"the {name}" if country in _known()["name"]["with_the"] else name


@cache
def _codes() -> dict[str, str]:
    """Return the code of each country by its names: in English, and in what is spoken there."""
    from babel import Locale

    english = Locale("en").territories
    found = {english[code].casefold(): code for code in COUNTRIES if code in english}
    for code in COUNTRIES:
        found.setdefault(str(_locale(code).territories.get(code, code)).casefold(), code)
    return found | {"uk": "GB", "great britain": "GB", "usa": "US", "america": "US", "holland": "NL"}


def code_of(name: str) -> str:
    """Return the code of a country by its name, in English or as it is called there; "" for any other text.

    Examples
    --------
    >>> code_of("Germany"), code_of("Deutschland"), code_of("UK"), code_of("Atlantis")
    ('DE', 'DE', 'GB', '')
    """
    plain = name.strip().casefold().removeprefix("the ")
    return _codes().get(plain, "")


@lru_cache(maxsize=512)
def currency_of(country: str) -> str:
    """Return what people pay with in a country, or "" where CLDR names nothing that is in circulation.

    Examples
    --------
    >>> currency_of("SE"), currency_of("DE"), currency_of("AQ"), currency_of("")
    ('SEK', 'EUR', '', '')
    """
    if not country:
        return ""
    from babel.numbers import get_territory_currencies

    found = [_known()["currency"].get(country, ""), *get_territory_currencies(country)]
    return next((code for code in found if code in CURRENCIES), "")


@lru_cache(maxsize=4096)
def numbers_of(country: str, currency: str) -> str:
    """Return the format of numbers in a country, as `number_format` reads it; "" where no country is named.

    The language stays English, so digits are 0 to 9, marks that only turn the direction of writing are left out, and
    a currency's name in another script gives way to how English writes it.

    Examples
    --------
    >>> numbers_of("DE", "EUR"), numbers_of("IN", "INR"), numbers_of("JP", "JPY"), numbers_of("", "EUR")
    ('EUR|#.##0,00\\xa0€', 'INR|₹#,##,##0.00', 'JPY|¥#,##0.', '')
    """
    if not country:
        return ""
    from babel.numbers import get_currency_precision

    locale = _locale(country)
    symbols = locale.number_symbols.get("latn", {})
    decimal, group = symbols.get("decimal", "."), symbols.get("group", ",").replace(NARROW, NO_BREAK)
    pattern = locale.currency_formats["standard"].pattern.partition(";")[0]
    before, after = _seen(pattern.partition("#")[0]), _seen(pattern.rpartition("0")[2])
    indian = "##,##0" in locale.decimal_formats[None].pattern
    symbol = _symbol(locale, currency)
    cents = "0" * min(get_currency_precision(currency), 2)
    digits = f"#{group}##{group}##0" if indian else f"#{group}##0"
    return f"{currency}|{_beside(before, symbol, '')}{digits}{decimal}{cents}{_beside('', symbol, after)}"


@lru_cache(maxsize=512)
def _locale(country: str) -> Any:
    """Return the locale of what most people speak there; English where CLDR knows none."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(f"und_{country}")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _seen(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char) != "Cf")


def _symbol(locale: Any, currency: str) -> str:
    """Return a currency as people write it there, where that is in Latin letters; else as English does."""
    symbol = _seen(locale.currency_symbols.get(currency, currency))
    latin = all(not char.isalpha() or unicodedata.name(char).startswith("LATIN") for char in symbol)
    plain = unicodedata.normalize("NFKC", symbol)
    return plain if plain and latin and "#" not in plain else prefix_of(currency).strip()


def _beside(before: str, symbol: str, after: str) -> str:
    """Put the currency into its side of a pattern; letters stand apart from digits."""
    side = (before or after).replace(" ", NO_BREAK)
    if "¤" not in side:
        return ""
    end = symbol[-1] if before else symbol[0]
    gap = NO_BREAK if side == "¤" and end.isalpha() else ""
    side = side.replace("¤", symbol)
    return side + gap if before else gap + side
