"""Amounts of money as people read them: sums to the cent, estimates in three figures."""

from __future__ import annotations

import math
import re
from decimal import ROUND_HALF_UP, Decimal

from outsourcing_lessons.number_format import MINUS, NO_BREAK, in_force
from outsourcing_lessons.words import NUMBERS

# ISO 4217, the codes in circulation (funds, metals and test codes left out).
CURRENCIES = frozenset(
    """AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
    CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD
    MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB
    RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
    UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG""".split()
)
SYMBOLS: dict[str, str] = {code: symbol for symbol, code in NUMBERS["codes"].items()}
LARGE = 100  # from here on half a unit of a currency is less than half a per cent
NOISE = 9  # decimals; what lies beyond them comes from floating point
PER_CENT = re.compile(r" %(?<=[0-9] %)")  # begins with what is rare, which is looked for fast


def half_up(number: float, decimals: int = 0) -> Decimal:
    """Round as people do, a half away from zero: Python rounds it to the even neighbour.

    Examples
    --------
    >>> int(half_up(5115, -1)), int(half_up(3665, -1)), int(half_up(-2.5)), float(half_up(81.25, 1))
    (5120, 3670, -3, 81.3)
    """
    return Decimal(repr(round(float(number), NOISE))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def rounded(number: float, decimals: int = 0) -> float:
    """Round as `half_up` does, to a float: what a learner finds who rounds by hand."""
    return float(half_up(number, decimals))


def exact(amount: float) -> float:
    """Return an amount of money as it is written: to the cent, in no more than six figures."""
    return readable(rounded(amount, 2), 6)


def readable(amount: float, figures: int = 3) -> float:
    """Round to significant figures, 1 or more, as a number.

    Examples
    --------
    >>> readable(12345.6), readable(0.08349, 2)
    (12300.0, 0.083)
    """
    amount = float(amount)  # one of numpy's, in half the digits, would be written with the noise behind them
    if amount == 0:
        return 0.0
    return rounded(amount, figures - 1 - math.floor(math.log10(abs(amount))))


def plain(number: float, decimals: int = 0) -> str:
    """Write a number with no needless zeros, in the format in force: with a comma for thousands where none is.

    Examples
    --------
    >>> plain(12345.0), plain(2.50, 2), plain(-3)
    ('12,345', '2.5', '−3')
    """
    digits = figures(abs(number), decimals)
    return (MINUS if number < 0 and digits != "0" else "") + in_force().digits(digits)


def figures(size: float, decimals: int = 0) -> str:
    """Write a number that is not negative as it stands in keys and in code: ``1,234.5`` whatever format is in force."""
    text = f"{half_up(size, decimals):,.{max(decimals, 0)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def unbroken(text: str) -> str:
    """Keep a number and its per cent together, where lines are broken.

    Examples
    --------
    >>> unbroken("from 50 % to 60 %")
    'from 50\\xa0% to 60\\xa0%'
    """
    return PER_CENT.sub(f"{NO_BREAK}%", text)


def money(amount: float, currency: str) -> str:
    """Write an amount in a currency as it is, so that whoever works it out finds the same: ``€426``, ``₹32,985``.

    To the cent, and in no more than six figures. What a model only estimates is written by `about`. The currency is its
    ISO 4217 code.

    Examples
    --------
    >>> money(32985, "INR"), money(95, "CHF"), money(-9.5, "EUR"), money(1234567, "JPY")
    ('₹32,985', 'CHF\xa095', '−€9.50', '¥1,234,570')
    """
    return written(exact(amount), prefix_of(currency))


def about(amount: float, currency: str) -> str:
    """Write what a model estimates, in three figures: more would promise more than it knows.

    Examples
    --------
    >>> about(32985, "INR"), about(5843.27, "EUR")
    ('₹33,000', '€5,840')
    """
    return written(readable(amount), prefix_of(currency))


def prefix_of(currency: str) -> str:
    """Return a currency as it stands before an amount where no format is in force.

    Examples
    --------
    >>> prefix_of("EUR"), prefix_of("CHF")
    ('€', 'CHF\xa0')
    """
    return SYMBOLS.get(currency, currency + NO_BREAK)


def affixes(prefix: str) -> tuple[str, str]:
    """Return what stands before and after an amount in the format in force, for what would stand before it in none.

    A currency of another country stands where the learner's own does; a prefix that is no currency stays.

    Examples
    --------
    >>> from outsourcing_lessons.number_format import writing
    >>> with writing("SEK|#.##0,00 kr"):
    ...     affixes(prefix_of("SEK")), affixes("$"), affixes("job ")
    (('', ' kr'), ('', '\xa0$'), ('job ', ''))
    """
    form = in_force()
    if form.currency and prefix == prefix_of(form.currency):
        return form.before, form.after
    symbol = prefix.removesuffix(NO_BREAK)
    foreign = form.after and (symbol in NUMBERS["codes"] or symbol in CURRENCIES)
    return ("", NO_BREAK + symbol) if foreign else (prefix, "")


def written(amount: float, prefix: str) -> str:
    """Write a rounded amount with its currency: with cents where it has some.

    Of a currency without cents, what is behind the point is left out where that changes less than half a per cent.

    Examples
    --------
    >>> from outsourcing_lessons.number_format import writing
    >>> with writing("SEK|#.##0,00 kr"):
    ...     written(-1234.5, prefix_of("SEK")), written(7.25, "$")
    ('−1.234,50 kr', '7,25\xa0$')
    """
    size = abs(amount)
    whole = size == int(size) or (in_force().cents == 0 and size >= LARGE)
    before, after = affixes(prefix)
    digits = f"{half_up(size):,.0f}" if whole else f"{half_up(size, 2):,.2f}"
    return (MINUS if amount < 0 else "") + before + in_force().digits(digits) + after
