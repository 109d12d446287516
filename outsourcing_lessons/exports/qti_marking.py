"""Response processing of QTI 2.1, written with few words: conditions, values, outcomes.

Only operators that nearly every engine knows are used: no custom and no mathematical ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from outsourcing_lessons.exports.xml import Element, element, number
from outsourcing_lessons.items.outcome import SLACK

RESPONSE, SCORE, SAID = "RESPONSE", "SCORE", "SAID"
Case = tuple[Element, Iterable[Element]]


def variable(name: str) -> Element:
    return element("variable", {"identifier": name})


def value(base_type: str, content: str | float) -> Element:
    return element("baseValue", {"baseType": base_type}, content if isinstance(content, str) else number(content))


def correct() -> Element:
    return element("match", {}, variable(RESPONSE), element("correct", {"identifier": RESPONSE}))


def nothing(names: Iterable[str] = (RESPONSE,)) -> Element:
    """Return the condition that one of the responses is missing."""
    return either(*(element("isNull", {}, variable(name)) for name in names))


def both(*conditions: Element) -> Element:
    return conditions[0] if len(conditions) == 1 else element("and", {}, *conditions)


def either(*conditions: Element) -> Element:
    return conditions[0] if len(conditions) == 1 else element("or", {}, *conditions)


def negated(condition: Element) -> Element:
    return element("not", {}, condition)


def compared(operator: str, one: Element, other: float) -> Element:
    """Return a comparison of a variable with a number: ``gte``, ``lte``, ``gt`` or ``lt``."""
    return element(operator, {}, one, value("float", other))


def near(name: str, target: float, tolerance: float) -> Element:
    """Return the condition that a response is as near to a number as `items.judge` asks."""
    wide = number(tolerance + SLACK * max(1.0, abs(target)))
    how = {"toleranceMode": "absolute", "tolerance": f"{wide} {wide}"}
    return element("equal", how, variable(name), value("float", target))


def put(name: str, what: Element) -> Element:
    return element("setOutcomeValue", {"identifier": name}, what)


def score(points: float) -> Element:
    return put(SCORE, value("float", points))


def say(*names: str) -> Element:
    """Say these, and nothing else."""
    return put(SAID, element("multiple", {}, *(value("identifier", name) for name in names)))


def say_also(name: str) -> Element:
    return put(SAID, element("multiple", {}, variable(SAID), value("identifier", name)))


def choose(*cases: Case, otherwise: Iterable[Element] = ()) -> Element:
    """Return the rules of the first case whose condition holds, or the others."""
    kinds = ["responseIf", *["responseElseIf"] * (len(cases) - 1)]
    parts = [element(kind, {}, condition, *rules) for kind, (condition, rules) in zip(kinds, cases, strict=True)]
    last = list(otherwise)
    return element("responseCondition", {}, *parts, element("responseElse", {}, *last) if last else None)


def place_is(place: int, option: str) -> Element:
    """Return the condition that an ordering has an option at a place, counted from 1."""
    return element("match", {}, element("index", {"n": place}, variable(RESPONSE)), value("identifier", option))


def before_after(keys: list[str]) -> list[Element]:
    """Return the rules that count the pairs of an ordering which stand the right way round, as `items.judge` does."""
    places = range(1, len(keys) + 1)
    found = [choose(*((place_is(n, key), [put(_place(key), value("integer", n))]) for n in places)) for key in keys]
    pairs = list(combinations(keys, 2))
    share = element("sum", {}, variable(SCORE), value("float", 1 / len(pairs)))
    counted = [
        choose((element("lt", {}, variable(_place(a)), variable(_place(b))), [put(SCORE, share)])) for a, b in pairs
    ]
    return found + counted


def places_of(keys: list[str]) -> list[str]:
    """Return the names of the outcomes that `before_after` sets."""
    return [_place(key) for key in keys]


def farthest(keys: list[str]) -> list[Case]:
    """Return the cases that say the option which stands farthest from where it belongs; of several, the first."""
    cases: list[Case] = []
    for far in range(len(keys) - 1, 0, -1):
        for n, key in enumerate(keys, start=1):
            wrong = [place for place in (n - far, n + far) if 1 <= place <= len(keys)]
            if wrong:
                cases.append((either(*(place_is(place, key) for place in wrong)), [say(key)]))
    return cases


def _place(key: str) -> str:
    return f"PLACE.{key}"
