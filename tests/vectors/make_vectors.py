"""Write the vectors both judges must reproduce: ``python tests/vectors/make_vectors.py``.

``CORE`` was worked out by hand and is checked against the judge before anything is written; the rest is what the Python
judge says of systematic and of hostile responses. ``numbers.json`` holds spellings and their readings, all by hand.
"""

from __future__ import annotations

import itertools
import json
import sys
from pathlib import Path

from outsourcing_lessons.items.item import parse_item
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.items.numbers import read_number
from outsourcing_lessons.words import CONFIDENCES

HERE = Path(__file__).parent
TEXTS = {"title": "T", "prompt": "P", "praise": "Yes."}


def _options(*ids: str) -> list[dict]:
    return [{"id": id_, "text": f"text {id_}", "feedback": f"no {id_}"} for id_ in ids]


GERMAN, INDIAN, JAPANESE = "EUR|#.##0,00\u00a0€", "INR|₹#,##,##0.00", "JPY|¥#,##0."
SWISS, SWEDISH, BRAZILIAN = "CHF|CHF\u00a0#’##0.00", "SEK|#\u00a0##0,00\u00a0kr", "BRL|R$\u00a0#.##0,00"
# What the country decides, and what it does not: spelling, prefix, unit, readings, format.
LOCAL = [
    ["1.234", "", "", [1234], GERMAN],
    ["1,234", "", "", [1.234], GERMAN],
    ["1.234,5", "€", "", [1234.5], GERMAN],
    ["1.234,50 €", "€", "", [1234.5], GERMAN],
    ["1.5", "", "", [1.5], GERMAN],
    ["0,85", "", "", [0.85], GERMAN],
    ["1.234 EUR", "€", "", [1234], GERMAN],
    ["-1.234", "", "", [-1234], GERMAN],
    ["1,234", "", "", [1234], INDIAN],
    ["1.234", "", "", [1.234], INDIAN],
    ["12,34,567", "", "", [1234567], INDIAN],
    ["₹ 12,34,567.50", "₹", "", [1234567.5], INDIAN],
    ["Rs. 1,25,000", "₹", "", [125000], INDIAN],
    ["12,34,567", "", "", [], GERMAN],
    ["1'234.50", "CHF\u00a0", "", [1234.5], SWISS],
    ["1’234", "CHF\u00a0", "", [1234], SWISS],
    ["1.234", "", "", [1.234], SWISS],
    ["1,234", "", "", [1234, 1.234], SWISS],
    ["Fr. 95", "CHF\u00a0", "", [95], SWISS],
    ["1 234,5 kr", "SEK\u00a0", "", [1234.5], SWEDISH],
    ["1,234", "SEK\u00a0", "", [1.234], SWEDISH],
    ["1.234", "SEK\u00a0", "", [1.234, 1234], SWEDISH],
    ["500 SEK", "SEK\u00a0", "", [500], SWEDISH],
    ["R$ 1.234,50", "BRL\u00a0", "", [1234.5], BRAZILIAN],
    ["1.234", "BRL\u00a0", "", [1234], BRAZILIAN],
    ["¥1,234", "¥", "", [1234], JAPANESE],
    ["180\u00a0US$", "$", "", [180], "USD|#.##0,00\u00a0US$"],
    ["500 kr", "€", "", [], GERMAN],
    ["1.234 hours", "", "hours", [1234], GERMAN],
]


ITEMS = {
    "single": TEXTS
    | {"type": "single-choice", "id": "v.single", "options": _options("a", "b", "constructor"), "key": "b"},
    "multiple": TEXTS
    | {"type": "multiple-choice", "id": "v.multiple", "options": _options("a", "b", "c", "d"), "key": ["a", "c", "d"]},
    "number": TEXTS
    | {
        "type": "number",
        "id": "v.number",
        "key": 1250,
        "tolerance": 5,
        "low": 0,
        "high": 100000,
        "prefix": "€",
        "otherwise": "Think again.",
    }
    | {
        "traps": [
            {"id": "half", "value": 625, "tolerance": 1, "feedback": "Half."},
            {"id": "near", "value": 640, "tolerance": 1, "feedback": "Near."},
        ]
    },
    "share": TEXTS
    | {
        "type": "number",
        "id": "v.share",
        "key": 12.5,
        "tolerance": 0.1,
        "low": -100,
        "high": 100,
        "unit": "% of jobs",
        "decimals": 1,
        "otherwise": "No.",
    }
    | {"traps": [{"id": "below-nought", "value": -12.5, "tolerance": 0.1, "feedback": "The sign."}]},
    "of-100": TEXTS
    | {
        "type": "number",
        "id": "v.of-100",
        "key": 30,
        "tolerance": 0.5,
        "low": 0,
        "high": 100,
        "unit": "of 100",
        "decimals": 0,
        "otherwise": "As many as there were.",
    },
    "rare": TEXTS
    | {
        "type": "number",
        "id": "v.rare",
        "key": 0.4,
        "tolerance": 0.05,
        "low": 0,
        "high": 100,
        "unit": "%",
        "decimals": 1,
        "otherwise": "Rarer.",
    },
    "growth": TEXTS
    | {
        "type": "number",
        "id": "v.growth",
        "key": 150,
        "tolerance": 5,
        "low": -100,
        "high": 1000,
        "unit": "%",
        "otherwise": "More.",
    }
    | {"traps": [{"id": "half", "value": 0.5, "tolerance": 0.01, "feedback": "Only the half."}]},
    "ordering": TEXTS
    | {
        "type": "ordering",
        "id": "v.ordering",
        "options": _options("b", "d", "a", "c"),
        "key": ["a", "b", "c", "d"],
        "first": "first",
        "last": "last",
    },
    "allocation": TEXTS
    | {
        "type": "allocation",
        "id": "v.allocation",
        "total": 100,
        "unit": "hours",
        "key": {"a": 50.0, "constructor": 30.0, "c": 20.0},
    }
    | {
        "parts": [
            {"id": "a", "text": "A", "low": 40, "high": 60, "too_low": "more a", "too_high": "less a"},
            {"id": "constructor", "text": "B", "low": 20, "high": 40, "too_low": "more b", "too_high": "less b"},
            {"id": "c", "text": "C", "low": 0.3, "high": 30, "too_low": "more c", "too_high": "less c"},
        ]
    },
    "prediction": TEXTS
    | {
        "type": "prediction",
        "id": "v.prediction",
        "key": 38,
        "low": 0,
        "high": 300,
        "unit": "%",
        "below": "It is less.",
        "above": "It is more.",
    },
    "game": TEXTS
    | {
        "type": "game",
        "id": "v.game",
        "model": "no-such-model",
        "quarters": 2,
        "seed": 7,
        "dials": [
            {"id": "a", "text": "A", "low": 0, "high": 1, "step": 0.1, "start": 0.5},
            {"id": "constructor", "text": "B", "low": -2, "high": 2, "step": 2, "start": 0},
        ],
        "givens": {"cost": 1},
    },
    "bet": TEXTS
    | {
        "type": "bet",
        "id": "v.bet",
        "options": [{"id": one, "text": one.upper(), "feedback": f"then {one}"} for one in ("a", "b", "constructor")],
    },
    "text": TEXTS
    | {
        "type": "short-text",
        "id": "v.text",
        "least_words": 3,
        "checklist": [{"id": one, "text": f"says {one}", "feedback": f"say {one}"} for one in ("who", "what", "when")],
    },
}

ITEMS["parts"] = ITEMS["allocation"] | {"id": "v.parts", "unit": "%"}


def said(*feedback: str, score: float = 0.0, missed=(), brier: float | None = None) -> dict:
    """Return the outcome of a response that is not correct."""
    return {
        "valid": True,
        "refusal": None,
        "correct": False,
        "score": score,
        "feedback": list(feedback),
        "missed": list(missed),
        "brier": brier,
    }


def right(brier: float | None = None) -> dict:
    """Return the outcome of a correct response."""
    return said("Yes.", score=1.0, brier=brier) | {"correct": True}


def refused(code: str) -> dict:
    """Return the outcome of a response that cannot be judged."""
    return said() | {"valid": False, "refusal": code}


def _of(word: str, option: str) -> str:
    return f"{word} “text {option}”: no {option}"


def _guess(value, low, high, confidence=80) -> dict:
    return {"value": value, "low": low, "high": high, "confidence": confidence}


def _played(*quarters: tuple[object, object]) -> dict:
    return {"dials": [{"a": a, "constructor": b} for a, b in quarters], "seed": 7}


def _split(a, b, c) -> dict:
    return {"amounts": {"a": a, "constructor": b, "c": c}}


def _sure(response: dict, confidence) -> dict:
    return response | {"confidence": confidence}


def _text(text: str, *ticks) -> dict:
    return {"text": text, "ticks": list(ticks)}


ITEMS["german"] = ITEMS["number"] | {"id": "v.german", "numbers": GERMAN}

CORE = [
    ("bet", {"bet": "constructor"}, said("then constructor") | {"correct": None, "score": None}),
    ("bet", {"bet": "toString"}, refused("unknown-option")),
    ("bet", {"bet": None}, refused("nothing-chosen")),
    ("german", {"value": "1.250"}, right()),
    ("german", {"value": "1.250,00 €"}, right()),
    ("german", {"value": "1,250"}, said("Think again.")),
    ("german", {"value": "0,625"}, said("Think again.")),
    ("single", {"option": "b"}, right()),
    ("single", {"option": "a"}, said("no a")),
    ("single", {"option": "constructor"}, said("no constructor")),
    ("single", {"option": "__proto__"}, refused("unknown-option")),
    ("single", {"option": "toString"}, refused("unknown-option")),
    ("single", {"option": ""}, refused("unknown-option")),
    ("single", {"option": "B"}, refused("unknown-option")),
    ("single", {"option": None}, refused("nothing-chosen")),
    ("single", {}, refused("nothing-chosen")),
    ("single", {"option": ["b"]}, refused("not-a-response")),
    ("single", {"option": 1}, refused("not-a-response")),
    ("single", {"option": "b", "more": 1}, right()),
    ("single", None, refused("not-a-response")),
    ("single", "b", refused("not-a-response")),
    ("single", ["b"], refused("not-a-response")),
    ("multiple", {"options": ["a", "c", "d"]}, right()),
    ("multiple", {"options": ["d", "a", "c"]}, right()),
    ("multiple", {"options": ["a"]}, said(_of("Missed", "c"), _of("Missed", "d"), score=1 / 3, missed=[0, 1])),
    ("multiple", {"options": ["a", "c"]}, said(_of("Missed", "d"), score=2 / 3, missed=[0])),
    ("multiple", {"options": ["a", "b", "c"]}, said(_of("Ticked", "b"), _of("Missed", "d"), score=1 / 3, missed=[1])),
    ("multiple", {"options": ["a", "b", "c", "d"]}, said(_of("Ticked", "b"), score=2 / 3)),
    (
        "multiple",
        {"options": ["b"]},
        said(
            _of("Missed", "a"), _of("Ticked", "b"), _of("Missed", "c"), _of("Missed", "d"), score=0.0, missed=[0, 2, 3]
        ),
    ),
    ("multiple", {"options": []}, refused("nothing-chosen")),
    ("multiple", {"options": ["a", "a"]}, refused("not-a-response")),
    ("multiple", {"options": ["a", "x"]}, refused("unknown-option")),
    ("multiple", {"options": "a"}, refused("not-a-response")),
    ("multiple", {"options": ["a", None]}, refused("not-a-response")),
    ("multiple", {}, refused("not-a-response")),
    ("number", {"value": "1250"}, right()),
    ("number", {"value": 1250}, right()),
    ("number", {"value": "1,250"}, right()),
    ("number", {"value": "1.250"}, right()),
    ("number", {"value": "1 250"}, right()),
    ("number", {"value": "1'250.00"}, right()),
    ("number", {"value": "1.250,00 €"}, right()),
    ("number", {"value": "EUR 1,250.00"}, right()),
    ("number", {"value": "\uff11\uff12\uff15\uff10"}, right()),
    ("number", {"value": "\u0661\u0662\u0665\u0660"}, right()),
    ("number", {"value": "1255"}, right()),
    ("number", {"value": "1245"}, right()),
    ("number", {"value": "1255.1"}, said("Think again.")),
    ("number", {"value": "12,50"}, said("Think again.")),
    ("number", {"value": "625"}, said("Half.")),
    ("number", {"value": "640,5"}, said("Near.")),
    ("number", {"value": "-1250"}, refused("out-of-range")),
    ("number", {"value": "1250000"}, refused("out-of-range")),
    ("number", {"value": ""}, refused("not-a-number")),
    ("number", {"value": "NaN"}, refused("not-a-number")),
    ("number", {"value": "1e3"}, refused("more-than-a-number")),
    ("number", {"value": "0x4e2"}, refused("more-than-a-number")),
    ("number", {"value": "2 Mio"}, refused("more-than-a-number")),
    ("number", {"value": "€ 2 Mio"}, refused("more-than-a-number")),
    ("number", {"value": "5 tsd"}, refused("more-than-a-number")),
    ("number", {"value": "1.25k"}, refused("more-than-a-number")),
    ("number", {"value": "1250 USD"}, refused("more-than-a-number")),
    ("number", {"value": "$1,250"}, refused("more-than-a-number")),
    ("number", {"value": "1250 %"}, refused("more-than-a-number")),
    ("number", {"value": "twelve hundred"}, refused("not-a-number")),
    ("number", {"value": "1250 EUR"}, right()),
    ("number", {"value": "0.5"}, said("Think again.")),
    ("number", {"value": "Infinity"}, refused("not-a-number")),
    ("number", {"value": "1,25,0"}, refused("not-a-number")),
    ("number", {"value": "1" * 41}, refused("too-long")),
    ("number", {"value": None}, refused("not-a-response")),
    ("number", {"value": True}, refused("not-a-response")),
    ("number", {"value": ["1250"]}, refused("not-a-response")),
    ("share", {"value": "12.5 %"}, right()),
    ("share", {"value": "12,6%"}, right()),
    ("share", {"value": "12.601"}, said("No.")),
    ("share", {"value": "−12.5"}, said("The sign.")),
    ("share", {"value": "12.5 per cent"}, right()),
    ("share", {"value": "12.5 hours"}, refused("more-than-a-number")),
    ("share", {"value": "0.125"}, refused("share")),
    ("share", {"value": "0,125"}, refused("share")),
    ("share", {"value": ".1255"}, refused("share")),
    ("share", {"value": "0.125 %"}, refused("share")),
    ("share", {"value": "0.3"}, refused("share")),
    ("share", {"value": "-0.3"}, refused("share")),
    ("share", {"value": "0.3 %"}, said("No.")),
    ("share", {"value": "0"}, said("No.")),
    ("share", {"value": "1"}, said("No.")),
    ("share", _sure({"value": "0.125"}, 80), refused("share")),
    ("of-100", {"value": "30"}, right()),
    ("of-100", {"value": "0.3"}, refused("share")),
    ("of-100", {"value": "0.5"}, refused("share")),
    ("of-100", {"value": "0.3 of 100"}, refused("share")),
    ("of-100", {"value": "0.5 of 100"}, said("As many as there were.")),
    ("of-100", {"value": "3"}, said("As many as there were.")),
    ("rare", {"value": "0.4"}, right()),
    ("rare", {"value": "0.4 %"}, right()),
    ("rare", {"value": "0.7"}, said("Rarer.")),
    ("rare", {"value": "0.004"}, refused("share")),
    ("rare", {"value": "40"}, said("Rarer.")),
    ("growth", {"value": "1.5"}, refused("share")),
    ("growth", {"value": "150"}, right()),
    ("growth", {"value": "0.5"}, said("Only the half.")),
    ("growth", {"value": "1.4"}, said("More.")),
    ("ordering", {"order": ["a", "b", "c", "d"]}, right()),
    ("ordering", {"order": ["b", "a", "c", "d"]}, said("no a", score=5 / 6)),
    ("ordering", {"order": ["d", "c", "b", "a"]}, said("no a", score=0.0)),
    ("ordering", {"order": ["b", "c", "d", "a"]}, said("no a", score=0.5)),
    ("ordering", {"order": ["d", "a", "b", "c"]}, said("no d", score=0.5)),
    ("ordering", {"order": ["a", "b", "c"]}, refused("not-a-response")),
    ("ordering", {"order": ["a", "b", "c", "c"]}, refused("not-a-response")),
    ("ordering", {"order": ["a", "b", "c", "x"]}, refused("unknown-option")),
    ("ordering", {"order": {"0": "a"}}, refused("not-a-response")),
    ("allocation", _split("50", "30", "20"), right()),
    ("allocation", _split("50,0 hours", "30", 20), right()),
    ("allocation", _split("70", "20", "10"), said("less a", score=2 / 3)),
    ("allocation", _split("10", "50", "40"), said("more a", "less b", "less c", score=0.0)),
    ("allocation", _split("59.7", "40", "0.3"), right()),
    ("allocation", _split("50", "30", "19"), refused("sum")),
    ("allocation", _split("120", "-40", "20"), refused("out-of-range")),
    ("allocation", _split("50", "thirty", "20"), refused("not-a-number")),
    ("allocation", _split("50 %", "30", "20"), refused("more-than-a-number")),
    ("allocation", _split("0.5", "0.3", "0.2"), refused("sum")),
    ("parts", _split("0.5", "0.3", "0.2"), refused("share")),
    ("parts", _split("50", "30 %", "20"), right()),
    ("parts", _split("0.5", "0.3", "0.1"), refused("sum")),
    ("allocation", {"amounts": {"a": "100"}}, refused("not-a-response")),
    (
        "allocation",
        {"amounts": {"a": "50", "constructor": "30", "c": "20", "__proto__": "0"}},
        refused("unknown-option"),
    ),
    ("allocation", {"amounts": ["50", "30", "20"]}, refused("not-a-response")),
    ("prediction", _guess("40", "25", "60"), right(brier=(0.8 - 1) * (0.8 - 1))),
    ("prediction", _guess("38", "38", "38", 50), right(brier=0.25)),
    ("prediction", _guess("20", "10", "30", 90), said("It is more.", brier=0.9 * 0.9)),
    ("prediction", _guess("60 %", "50%", "70", 50), said("It is less.", brier=0.25)),
    ("prediction", _guess("0.4", "0.25", "0.6"), refused("share")),
    ("prediction", _guess("0.4", "0", "1"), refused("share")),
    ("prediction", _guess("0.4", "0.25", "0.6 %"), said("It is more.", brier=0.8 * 0.8)),
    ("prediction", _guess(0.4, 0.25, 0.6), said("It is more.", brier=0.8 * 0.8)),
    ("share", {"value": 0.125}, refused("share")),
    ("share", {"value": 0.3}, said("No.")),
    ("prediction", _guess("0.5", "0.5", "60"), right(brier=(0.8 - 1) * (0.8 - 1))),
    ("prediction", _guess("1", "0", "1"), said("It is more.", brier=0.8 * 0.8)),
    ("prediction", _guess("40", "60", "25"), refused("range-order")),
    ("prediction", _guess("80", "25", "60"), refused("range-order")),
    ("prediction", _guess("40", "25", "301"), refused("out-of-range")),
    ("prediction", _guess("40", "", "60"), refused("not-a-number")),
    ("prediction", _guess("40", "25", "60", None), refused("no-confidence")),
    ("prediction", _guess("40", "25", "60", 85), refused("no-confidence")),
    ("prediction", _guess("40", "25", "60", "80"), refused("no-confidence")),
    ("text", _text("Aino, ten pages by May", "who", "what", "when"), right()),
    ("text", _text("Aino, ten pages", "what"), said("say who", "say when", score=1 / 3)),
    ("text", _text("Aino, ten pages"), said("say who", "say what", "say when", score=0.0)),
    ("text", _text("too short", "who"), refused("too-short")),
    ("text", _text("  two\u00a0\n\t words ", "who"), refused("too-short")),
    ("text", _text("a\u3000b\u2003c", "who", "what", "when"), right()),
    ("text", _text("", "who"), refused("too-short")),
    ("text", _text("word " * 1000, "who", "what", "when"), right()),
    ("text", _text("word " * 1000 + "x", "who"), refused("too-long")),
    ("text", _text("\U0001f600 " * 2500, "who", "what", "when"), right()),
    ("text", _text("one two three", "who", "who"), refused("not-a-response")),
    ("text", _text("one two three", "where"), refused("unknown-option")),
    ("text", {"text": "one two three"}, refused("not-a-response")),
    ("text", {"text": 5, "ticks": []}, refused("not-a-response")),
    ("single", _sure({"option": "b"}, 50), right(brier=0.25)),
    ("single", _sure({"option": "a"}, 25), said("no a", brier=0.0625)),
    ("single", _sure({"option": "b"}, 95), right(brier=(0.95 - 1) * (0.95 - 1))),
    ("single", _sure({"option": "a"}, 50), said("no a", brier=0.25)),
    ("single", _sure({"option": "a"}, 90), said("no a", brier=0.9 * 0.9)),
    ("single", _sure({"option": "b"}, 80.0), right(brier=(0.8 - 1) * (0.8 - 1))),
    ("single", _sure({"option": "b"}, None), refused("no-confidence")),
    ("single", _sure({"option": "b"}, 85), refused("no-confidence")),
    ("single", _sure({"option": "b"}, "80"), refused("no-confidence")),
    ("single", _sure({"option": "b"}, True), refused("no-confidence")),
    ("single", _sure({"option": "b"}, [80]), refused("no-confidence")),
    ("single", _sure({"option": None}, None), refused("nothing-chosen")),
    (
        "multiple",
        _sure({"options": ["a", "c"]}, 60),
        said(_of("Missed", "d"), score=2 / 3, missed=[0], brier=0.6 * 0.6),
    ),
    ("number", _sure({"value": "625"}, 70), said("Half.", brier=0.7 * 0.7)),
    ("ordering", _sure({"order": ["a", "b", "c", "d"]}, 50), right(brier=0.25)),
    ("allocation", _sure(_split("70", "20", "10"), 50), said("less a", score=2 / 3, brier=0.25)),
    ("text", _sure(_text("Aino, ten pages", "what"), 50), said("say who", "say when", score=1 / 3, brier=0.25)),
    ("text", _sure(_text("too short", "who"), 85), refused("too-short")),
]

# Spelling, prefix, unit, readings.
NUMBERS = [
    ("0", "", "", [0]),
    ("007", "", "", [7]),
    ("+5", "", "", [5]),
    ("-5", "", "", [-5]),
    ("\u22125", "", "", [-5]),
    ("\u2013 5", "", "", [-5]),
    ("--5", "", "", []),
    ("5-", "", "", []),
    (".5", "", "", [0.5]),
    (",5", "", "", [0.5]),
    ("5.", "", "", [5]),
    (".", "", "", []),
    ("1.5", "", "", [1.5]),
    ("1,5", "", "", [1.5]),
    ("1.500", "", "", [1.5, 1500]),
    ("1,500", "", "", [1500, 1.5]),
    ("999,999", "", "", [999999, 999.999]),
    ("0.500", "", "", [0.5]),
    ("0,500", "", "", [0.5]),
    ("1234.567", "", "", [1234.567]),
    ("1234,567", "", "", [1234.567]),
    ("1,50", "", "", [1.5]),
    ("1,5000", "", "", [1.5]),
    ("1,234,567", "", "", [1234567]),
    ("1.234.567", "", "", [1234567]),
    ("1,234,56", "", "", []),
    ("12,34,567", "", "", []),
    ("1,234.5", "", "", [1234.5]),
    ("1.234,5", "", "", [1234.5]),
    ("1,234,567.89", "", "", [1234567.89]),
    ("1.234.567,89", "", "", [1234567.89]),
    ("12,34.5", "", "", []),
    ("1.5,5.5", "", "", []),
    ("1 234 567", "", "", [1234567]),
    ("1 234,5", "", "", [1234.5]),
    ("1 234,567", "", "", [1234.567]),
    ("1 23", "", "", []),
    ("12 34", "", "", []),
    ("1 234'567", "", "", []),
    ("1 234,567.8", "", "", []),
    ("1'234.5", "", "", [1234.5]),
    ("1\u2019234", "", "", [1234]),
    ("1_000", "", "", [1000]),
    ("1\u00a0250", "", "", [1250]),
    ("1\u202f250", "", "", [1250]),
    ("1\u2009250", "", "", [1250]),
    ("\uff11\uff0c\uff12\uff15\uff10\uff0e\uff15", "", "", [1250.5]),
    ("\uff0d\uff15", "", "", [-5]),
    ("\uff0b\uff15\uff05", "", "%", [5]),
    ("\u0665\u066a", "", "%", [5]),
    ("\u0661\u066c\u0662\u0665\u0660\u066b\u0665", "", "", [1250.5]),
    ("\u06f1\u06f2", "", "", [12]),
    ("\u0967\u0968", "", "", [12]),
    ("\u09e7\u09e8", "", "", [12]),
    ("\u200f\u0661\u0662\u200f", "", "", [12]),
    ("\u0e51\u0e52", "", "", []),
    ("\u00b2", "", "", []),
    ("\u00bd", "", "", []),
    ("\u4e94", "", "", []),
    ("  12  ", "", "", [12]),
    ("12\t", "", "", [12]),
    ("", "", "", []),
    ("   ", "", "", []),
    ("twelve", "", "", []),
    ("12abc", "", "", []),
    ("2 Mio", "€", "", []),
    ("2 Mio €", "€", "", []),
    ("5 tsd", "CHF", "", []),
    ("1.5k", "€", "", []),
    ("5 min", "€", "", []),
    ("5 USD", "€", "", []),
    ("USD 5", "€", "", []),
    ("US$ 5", "$", "", []),
    ("$5", "$", "", [5]),
    ("5 usd", "$", "", [5]),
    ("$5", "CAD", "", [5]),
    ("5 kr", "SEK", "", []),
    ("5 SEK", "SEK\u00a0", "", [5]),
    ("¥5", "CNY", "", [5]),
    ("$5", "", "hours", []),
    ("5 %", "€", "", []),
    ("5 %", "", "hours", []),
    ("5 per cent", "", "%", [5]),
    ("5 Percent", "", "% of jobs", [5]),
    ("-5 %", "", "%", [-5]),
    ("1e3", "", "", []),
    ("1E3", "", "", []),
    ("0x10", "", "", []),
    ("0b1", "", "", []),
    ("nan", "", "", []),
    ("inf", "", "", []),
    ("-Infinity", "", "", []),
    ("1/2", "", "", []),
    ("(5)", "", "", []),
    ("5%", "", "%", [5]),
    ("5%", "", "", []),
    ("%5", "", "", []),
    ("€1,250", "€", "", [1250, 1.25]),
    ("1.250,5 €", "€", "", [1250.5]),
    ("-€5", "€", "", [-5]),
    ("€-5", "€", "", [-5]),
    ("-€-5", "€", "", []),
    ("eur 5", "€", "", [5]),
    ("5 EUR", "€", "", [5]),
    ("5EUR", "€", "", [5]),
    ("CHF 95", "CHF\u00a0", "", [95]),
    ("chf95", "CHF", "", [95]),
    ("$5", "€", "", []),
    ("EURO 5", "€", "", []),
    ("eur", "€", "", []),
    ("5 min", "", "hours", []),
    ("12 hours", "", "hours", [12]),
    ("12 Hours", "", "hours", [12]),
    ("1 hour", "", "hours", [1]),
    ("12hours", "", "hours", [12]),
    ("12 hours a week", "", "hours a week", [12]),
    ("12 hours", "", "hours a week", [12]),
    ("12 %", "", "% of jobs", [12]),
    ("hours", "", "hours", []),
    ("9" * 40, "", "", [1e40]),
    ("9" * 41, "", "", []),
    ("0." + "0" * 37 + "1", "", "", [1e-38]),
    ("0" * 39 + "1", "", "", [1]),
]

HOSTILE_VALUES = [
    None, True, False, 0, -1, 1e308, "", " ", "NaN", "null", "undefined", "__proto__", "constructor", "x" * 10000, "9" * 400,
    "</script><img src=x onerror=alert(1)>", "\u0000", "\U0001f600", [], [[]], [None], ["__proto__"], {}, {"a": {}}, {"__proto__": "1"},
]  # fmt: skip
FIELDS = {
    "single": ["option"],
    "multiple": ["options"],
    "number": ["value"],
    "ordering": ["order"],
    "allocation": ["amounts"],
    "prediction": ["value", "confidence"],
    "text": ["text", "ticks"],
    "game": ["dials", "seed"],
    "bet": ["bet"],
}
GOOD = {
    "single": {"option": "b"},
    "multiple": {"options": ["a"]},
    "number": {"value": "1250"},
    "ordering": {"order": ["a", "b", "c", "d"]},
    "allocation": _split("50", "30", "20"),
    "prediction": _guess("40", "25", "60"),
    "text": _text("one two three", "who"),
    "game": _played((0.5, 0), (0.3, 2)),
    "bet": {"bet": "constructor"},
}


def produced() -> list[tuple[str, object]]:
    """Return systematic and hostile responses, each with the name of its item."""
    subsets = (set_ for size in range(5) for set_ in itertools.combinations("abcd", size))
    cases = [("multiple", {"options": list(set_)}) for set_ in subsets]
    cases += [("ordering", {"order": list(order)}) for order in itertools.permutations("abcd")]
    cases += [(name, {"value": spelling}) for spelling, *_ in NUMBERS for name in ("number", "share", "rare")]
    cases += [("german", {"value": spelling}) for spelling, *_ in [*NUMBERS, *LOCAL]]
    cases += [
        ("allocation", _split(str(a), f"{100 - a - c},0", c)) for a in (0, 33.3, 40, 60, 70) for c in (0.1, 0.3, 20, 30)
    ]
    cases += [
        ("prediction", _guess(38, low, high, sure))
        for low, high in ((0, 38), (37.9, 38.1), (0, 300))
        for sure in CONFIDENCES
    ]
    values = (0, 0.1, 0.30000000000000004, 0.35, 1, 1.1, -1, 2, -2, True, "1", None, [0.1])
    cases += [("game", _played((a, b), (0.5, 0))) for a in values for b in (-2, 1, 2)]
    cases += [("game", GOOD["game"] | {"seed": seed}) for seed in (0, 1.0, 1.5, 2**32 - 1, 2**32, 1e300, -1)]
    cases += [("game", _played(*[(0.5, 0)] * n)) for n in range(4)]
    figures = ({}, {"cost": 2.5}, {"cost": "2"}, {"cost": True}, {"cost": None}, {"other": 1}, [], None, "cost", 2)
    cases += [("game", GOOD["game"] | {"figures": one}) for one in figures]
    cases += [
        (name, GOOD[name] | {field: value})
        for name, fields in FIELDS.items()
        for field in fields
        for value in HOSTILE_VALUES
    ]
    cases += [(name, _sure(GOOD[name], sure)) for name in FIELDS for sure in (*CONFIDENCES, *HOSTILE_VALUES)]
    return cases + [
        (name, value) for name in FIELDS for value in (None, 5, "", [], {}, [{}], {"__proto__": {"option": "b"}})
    ]


def main() -> None:
    """Check what was worked out by hand, then write both files."""
    items = {name: parse_item(item) for name, item in ITEMS.items()}
    for name, response, expected in CORE:
        assert (found := judge(items[name], response)) == expected, f"{name} {str(response)[:80]}: {found}"
    for spelling, prefix, unit, readings, *form in [*NUMBERS, *LOCAL]:
        got = list(read_number(spelling, prefix, unit, *form))
        assert got == readings, f"{spelling!r} {prefix} {unit} {form}: {got}"
    cases = [*CORE, *((name, response, judge(items[name], response)) for name, response in produced())]
    judged = {"items": {name: item.model_dump(mode="json") for name, item in items.items()}, "cases": cases}
    for name, content in (("judge.json", judged), ("numbers.json", [*NUMBERS, *LOCAL])):
        rows = json.dumps(content, allow_nan=False, ensure_ascii=True, separators=(",", ":")).replace('],["', '],\n["')
        (HERE / name).write_text(rows + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(CORE)} by hand, {len(cases)} in all, {len(NUMBERS)} spellings\n")


if __name__ == "__main__":
    main()
