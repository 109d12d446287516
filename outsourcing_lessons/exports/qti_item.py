"""An item as a QTI 2.1 ``assessmentItem``: what is asked, how it is scored, and what is said about each mistake.

Scores are those of `items.judge`. A prediction's score says whether its range held the truth; a short text has none.
Hints are for the teacher's eye: a platform that allows one attempt would count a click on a hint as that attempt.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from outsourcing_lessons.exports import qti_marking as m
from outsourcing_lessons.exports.xml import Element, element
from outsourcing_lessons.items.amounts import with_unit
from outsourcing_lessons.items.item import Item, ShortText
from outsourcing_lessons.items.outcome import SLACK
from outsourcing_lessons.words import ASKED, CONFIDENCES, LONGEST_TEXT

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1p2.xsd"
SUM, RANGE = "The parts do not add up to the total.", "The range must go from low to high, with the best guess inside."


@dataclass
class Parts:
    """What differs from type to type."""

    responses: list[Element]
    body: list[Element]
    rules: list[Element]
    said: dict[str, str]
    outcomes: list[Element] = field(default_factory=list)


def assessment_item(item: Item, identifier: str) -> Element:
    """Return an item as an element; ``identifier`` names this variant of it."""
    parts = PARTS[item.type](item)
    highest = 0 if isinstance(item, ShortText) else 1
    said = _outcome(m.SAID, "identifier", cardinality="multiple")
    root = {
        "xmlns": NAMESPACE, "xmlns:xsi": XSI, "xsi:schemaLocation": f"{NAMESPACE} {SCHEMA}", "identifier": identifier,
        "title": item.title, "adaptive": False, "timeDependent": False, "xml:lang": "en",
        "toolName": "outsourcing-lessons",
    }  # fmt: skip
    return element(
        "assessmentItem",
        root,
        *parts.responses,
        _outcome(m.SCORE, "float", 0),
        _outcome("MAXSCORE", "float", highest),
        said,
        *parts.outcomes,
        element("itemBody", {}, *_asked(item), *parts.body, _for_teachers(item)),
        element("responseProcessing", {}, *parts.rules),
        *(_feedback(name, text) for name, text in parts.said.items() if text),
    )


def _asked(item: Item) -> list[Element]:
    paragraphs = [element("p", {}, " ".join(part.split())) for part in item.prompt.split("\n\n") if part.strip()]
    return paragraphs + ([_table(item.exhibit)] if item.exhibit else [])


def _table(exhibit) -> Element:
    head = element("tr", {}, *(element("th", {"scope": "col"}, name) for name in exhibit.columns))
    rows = [element("tr", {}, *(element("td", {}, cell) for cell in row)) for row in exhibit.rows]
    caption = element("caption", {}, exhibit.caption)
    return element("table", {}, caption, element("thead", {}, head), element("tbody", {}, *rows))


def _for_teachers(item: Item) -> Element:
    lines = [f"Answer: {item.answer or item.key_in_words()}"]
    lines += [f"Why: {item.reason()}"] if item.GRADED else []
    lines += [f"Hint {n}: {hint}" for n, hint in enumerate(item.hints, start=1)]
    lines += [f"A good text: {check.text}" for check in item.checklist] if isinstance(item, ShortText) else []
    return element("rubricBlock", {"view": "author scorer tutor"}, *(element("p", {}, line) for line in lines))


def _feedback(name: str, text: str) -> Element:
    shown = {"outcomeIdentifier": m.SAID, "identifier": name, "showHide": "show"}
    return element("modalFeedback", shown, *(element("p", {}, line) for line in text.split("\n") if line.strip()))


def _response(name: str, cardinality: str, base_type: str, *correct: str, mapping: Element | None = None) -> Element:
    values = [element("value", {}, one) for one in correct]
    right = element("correctResponse", {}, *values) if values else None
    about = {"identifier": name, "cardinality": cardinality, "baseType": base_type}
    return element("responseDeclaration", about, right, mapping)


def _outcome(name: str, base_type: str, start: float | None = None, cardinality: str = "single") -> Element:
    first = None if start is None else element("defaultValue", {}, element("value", {}, m.number(start)))
    about = {"identifier": name, "cardinality": cardinality, "baseType": base_type}
    return element("outcomeDeclaration", about, first)


def _id(slug: str) -> str:
    """Return a slug as a name of XML, which may not begin with a digit."""
    return f"o-{slug}"


def _choices(name: str, options, prompt: str, most: int) -> Element:
    shown = [element("simpleChoice", {"identifier": i, "fixed": True}, text) for i, text in options]
    about = {"responseIdentifier": name, "shuffle": False, "maxChoices": most}
    return element("choiceInteraction", about, element("prompt", {}, prompt), *shown)


def _number_field(name: str, words: str, item: Any) -> Element:
    """Return a line to type a number in, between its currency and its unit."""
    before, after = (f" {item.prefix}" if item.prefix else " "), f" {item.unit}" if item.unit else ""
    entry = element("textEntryInteraction", {"responseIdentifier": name, "expectedLength": 10})
    return element("p", {}, f"{words}:{before}", entry, after)


def _single(item) -> Parts:
    options = [(_id(option.id), option.text) for option in item.options]
    key = _id(item.key)
    rules = [
        m.choose(
            (m.nothing(), [m.score(0)]),
            (m.correct(), [m.score(1), m.say(key)]),
            otherwise=[m.put(m.SAID, element("multiple", {}, m.variable(m.RESPONSE)))],
        )
    ]
    said = {_id(option.id): option.feedback for option in item.options} | {key: item.praise}
    response = _response(m.RESPONSE, "single", "identifier", key)
    return Parts([response], [_choices(m.RESPONSE, options, f"{ASKED['single-choice']}.", 1)], rules, said)


def _multiple(item) -> Parts:
    options = [(_id(option.id), option.text) for option in item.options]
    worth = 1 / len(item.key)
    entries = [
        element("mapEntry", {"mapKey": _id(o.id), "mappedValue": worth if o.id in item.key else -worth})
        for o in item.options
    ]
    mapping = element("mapping", {"lowerBound": 0, "upperBound": 1, "defaultValue": 0}, *entries)
    rules = [m.choose((m.correct(), [m.say("right")]), (m.nothing(), [m.score(0)]), otherwise=_misjudged(item))]
    rules.insert(0, m.put(m.SCORE, element("mapResponse", {"identifier": m.RESPONSE})))
    said = {_id(option.id): item.said_of(option) for option in item.options} | {"right": item.praise}
    response = _response(m.RESPONSE, "multiple", "identifier", *map(_id, item.key), mapping=mapping)
    return Parts([response], [_choices(m.RESPONSE, options, f"{ASKED['multiple-choice']}.", 0)], rules, said)


def _misjudged(item) -> list[Element]:
    rules = []
    for option in item.options:
        chosen = element("member", {}, m.value("identifier", _id(option.id)), m.variable(m.RESPONSE))
        wrong = m.negated(chosen) if option.id in item.key else chosen
        rules.append(m.choose((wrong, [m.say_also(_id(option.id))])))
    return rules


def _number(item) -> Parts:
    traps = [(m.near(m.RESPONSE, trap.value, trap.tolerance), [m.say(_id(trap.id))]) for trap in item.traps]
    rules = m.choose(
        (m.nothing(), [m.score(0)]),
        (m.near(m.RESPONSE, item.key, item.tolerance), [m.score(1), m.say("right")]),
        *traps,
        otherwise=[m.say("otherwise")],
    )
    said = {_id(trap.id): trap.feedback for trap in item.traps} | {"right": item.praise, "otherwise": item.otherwise}
    response = _response(m.RESPONSE, "single", "float", m.number(item.key))
    return Parts([response], [_number_field(m.RESPONSE, ASKED["number"], item)], [rules], said)


def _ordering(item) -> Parts:
    keys = [_id(key) for key in item.key]
    shown = [element("simpleChoice", {"identifier": _id(o.id), "fixed": True}, o.text) for o in item.options]
    prompt = element("prompt", {}, f"Put these in order. First: {item.first}. Last: {item.last}.")
    body = element("orderInteraction", {"responseIdentifier": m.RESPONSE, "shuffle": False}, prompt, *shown)
    whole = m.choose((m.nothing(), [m.score(0)]), (m.correct(), [m.score(1), m.say("right")]), *m.farthest(keys))
    said = {_id(option.id): option.feedback for option in item.options} | {"right": item.praise}
    places = [_outcome(name, "integer", 0) for name in m.places_of(keys)]
    response = _response(m.RESPONSE, "ordered", "identifier", *keys)
    return Parts([response], [body], [*m.before_after(keys), whole], said, places)


def _allocation(item) -> Parts:
    names = {part.id: f"GIVEN.{part.id}" for part in item.parts}
    responses = [_response(_id(p.id), "single", "float", m.number(item.key[p.id])) for p in item.parts]
    given = [_outcome(name, "float", 0) for name in names.values()]
    read = [m.choose((m.negated(m.nothing([_id(i)])), [m.put(name, m.variable(_id(i)))])) for i, name in names.items()]
    total = element("sum", {}, *map(m.variable, names.values()))
    slack = m.number(1e-6 * item.total)
    how = {"toleranceMode": "absolute", "tolerance": f"{slack} {slack}"}
    adds_up = element("equal", how, total, m.value("float", item.total))
    whole = m.both(adds_up, *(m.compared("gte", m.variable(name), 0) for name in names.values()))
    right = m.choose((m.compared("gte", m.variable(m.SCORE), 1 - 1e-9), [m.say("right")]))
    judged = [_share(part, names[part.id], len(item.parts)) for part in item.parts]
    said = {"right": item.praise, "sum": SUM}
    for part in item.parts:
        said |= {f"low-{part.id}": part.too_low, f"high-{part.id}": part.too_high}
    asked = element("p", {}, f"Share out {with_unit(item.total, item.prefix, item.unit)}.")
    body = [asked, *(_number_field(_id(part.id), part.text, item) for part in item.parts)]
    rules = [*read, m.choose((whole, [*judged, right]), otherwise=[m.say("sum")])]
    return Parts(responses, body, rules, said, given)


def _share(part, name: str, count: int) -> Element:
    """Return the rule about one part of an allocation."""
    low, high = (bound + side * SLACK * max(1.0, abs(bound)) for bound, side in ((part.low, -1), (part.high, 1)))
    more = element("sum", {}, m.variable(m.SCORE), m.value("float", 1 / count))
    return m.choose(
        (m.compared("lt", m.variable(name), low), [m.say_also(f"low-{part.id}")]),
        (m.compared("gt", m.variable(name), high), [m.say_also(f"high-{part.id}")]),
        otherwise=[m.put(m.SCORE, more)],
    )


def _prediction(item) -> Parts:
    words = {"value": "My best guess", "low": "Probably from", "high": "Probably to"}
    names = {which: which.upper() for which in words}
    responses = [_response(name, "single", "float") for name in names.values()]
    responses.append(_response("SURE", "single", "identifier"))
    sure = [(f"sure-{percent}", f"{percent} %") for percent in CONFIDENCES]
    body = [_number_field(names[which], text, item) for which, text in words.items()]
    body.append(_choices("SURE", sure, ASKED["sure-of-range"], 1))
    low, high, guess = (m.variable(names[which]) for which in ("low", "high", "value"))
    in_order = m.both(element("lte", {}, low, guess), element("lte", {}, guess, high))
    rules = m.choose(
        (m.nothing(names.values()), [m.score(0)]),
        (m.negated(in_order), [m.say("range")]),
        (m.compared("gt", low, item.key), [m.say("below")]),
        (m.compared("lt", high, item.key), [m.say("above")]),
        otherwise=[m.score(1), m.say("right")],
    )
    said = {"right": item.praise, "below": item.below, "above": item.above, "range": RANGE}
    return Parts(responses, body, [rules], said)


def _short_text(item) -> Parts:
    prompt = element("prompt", {}, f"Write at least {item.least_words} words.")
    about = {"responseIdentifier": m.RESPONSE, "expectedLength": min(LONGEST_TEXT, 600)}
    body = element("extendedTextInteraction", about, prompt)
    rules = m.choose((m.negated(m.nothing()), [m.say("compare")]))
    lines = [f"Compare your text: {item.answer}", *(f"☐ {check.text}" for check in item.checklist)]
    return Parts([_response(m.RESPONSE, "single", "string")], [body], [rules], {"compare": "\n".join(lines)})


# A type that is not here is left out of a package: QTI has no question like it.
PARTS: dict[str, Callable[[Any], Parts]] = {
    "single-choice": _single,
    "multiple-choice": _multiple,
    "number": _number,
    "ordering": _ordering,
    "allocation": _allocation,
    "prediction": _prediction,
    "short-text": _short_text,
}
