"""Amounts of money as people read them: the learner's currency, two or three figures."""

from __future__ import annotations

import math
import re

# ISO 4217, the codes in circulation (funds, metals and test codes left out).
CURRENCIES = frozenset(
    """AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
    CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF
    IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD
    MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB
    RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD
    UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG""".split()
)
SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥", "INR": "₹"}
NO_BREAK = "\u00a0"
MINUS = "\u2212"


def readable(amount: float, figures: int = 3) -> float:
    """Round to significant figures, as a number.

    Parameters
    ----------
    amount : float
        Any finite number.
    figures : int
        How many significant figures, 1 or more.

    Examples
    --------
    >>> readable(12345.6), readable(0.08349, 2)
    (12300.0, 0.083)
    """
    amount = float(amount)  # one of numpy's, in half the digits, would be written with the noise behind them
    if amount == 0:
        return 0.0
    return round(amount, figures - 1 - math.floor(math.log10(abs(amount))))


def plain(number: float, decimals: int = 0) -> str:
    """Write a number with a comma for thousands and no needless zeros.

    Examples
    --------
    >>> plain(12345.0), plain(2.50, 2), plain(-3)
    ('12,345', '2.5', '−3')
    """
    text = f"{abs(number):,.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return (MINUS if number < 0 and text != "0" else "") + text


def unbroken(text: str) -> str:
    """Keep a number and its per cent together, where lines are broken.

    Examples
    --------
    >>> unbroken("from 50 % to 60 %")
    'from 50\\xa0% to 60\\xa0%'
    """
    return re.sub(r"(?<=[0-9]) (?=%)", NO_BREAK, text)


def money(amount: float, currency: str, figures: int = 3) -> str:
    """Write an amount in a currency: ``£1,230``, ``CHF 95``, ``€9.50``.

    Parameters
    ----------
    amount : float
        In units of the currency (pounds, not pence).
    currency : str
        ISO 4217 code.
    figures : int
        Significant figures kept, 3 unless told.

    Examples
    --------
    >>> money(1234.5, "GBP"), money(95, "CHF"), money(-9.5, "EUR"), money(422.5, "GBP", figures=4)
    ('£1,230', 'CHF\\xa095', '−€9.50', '£422.50')
    """
    amount = readable(amount, figures)
    size = abs(amount)
    whole = size == int(size)
    digits = f"{size:,.0f}" if whole else f"{size:,.2f}"
    symbol = SYMBOLS.get(currency, currency + NO_BREAK)
    return (MINUS if amount < 0 else "") + symbol + digits
