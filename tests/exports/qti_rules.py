"""What QTI 2.1 asks of the elements that we use, and what has to fit together between them.

The tables follow the content model of the specification ("ASI Information Model" 2.1), for these elements only: an
element that is not here is refused, even where the specification knows it. What a schema cannot say is in `faults_of`.
"""

from __future__ import annotations

import re
from collections import Counter

NAME = r"[A-Za-z_][\w.-]*"
BOOLEAN, NUMBER, ANY = "true|false", r"-?[0-9.]+(e-?[0-9]+)?", ".*"
BASE, CARDINALITY = "identifier|float|integer|string", "single|multiple|ordered"
EXPRESSION = (
    "variable|baseValue|correct|match|and|or|not|isNull|equal|lt|gt|lte|gte|sum|member|multiple|index|mapResponse"
)
RULE = "(responseCondition|setOutcomeValue)"
# element -> (attributes with their pattern, "?" behind those that may be left out; children as a pattern of names)
MODEL = {
    "assessmentItem": (
        {"identifier": NAME, "title": ".+", "adaptive": BOOLEAN, "timeDependent": BOOLEAN, "lang": "en",
         "toolName": ANY, "schemaLocation": ANY},
        "(responseDeclaration )+(outcomeDeclaration )+itemBody responseProcessing (modalFeedback )*",
    ),
    "responseDeclaration": (
        {"identifier": NAME, "cardinality": CARDINALITY, "baseType": BASE}, "(correctResponse )?(mapping )?"
    ),
    "outcomeDeclaration": ({"identifier": NAME, "cardinality": CARDINALITY, "baseType": BASE}, "(defaultValue )?"),
    "correctResponse": ({}, "(value )+"),
    "defaultValue": ({}, "(value )+"),
    "value": ({}, None),
    "mapping": ({"lowerBound": NUMBER, "upperBound": NUMBER, "defaultValue": NUMBER}, "(mapEntry )+"),
    "mapEntry": ({"mapKey": NAME, "mappedValue": NUMBER}, ""),
    "itemBody": ({}, "((p|table|choiceInteraction|orderInteraction|extendedTextInteraction|rubricBlock) )+"),
    "p": ({}, "(textEntryInteraction )?"),
    "table": ({}, "(caption )?thead tbody "),
    "caption": ({}, None), "thead": ({}, "(tr )+"), "tbody": ({}, "(tr )+"), "tr": ({}, "((th|td) )+"),
    "th": ({"scope?": "col|row"}, None), "td": ({}, None),
    "rubricBlock": ({"view": "((author|scorer|tutor|candidate|proctor|testConstructor) ?)+"}, "(p )+"),
    "prompt": ({}, None),
    "choiceInteraction": (
        {"responseIdentifier": NAME, "shuffle": BOOLEAN, "maxChoices": "[0-9]+"}, "(prompt )?(simpleChoice )+"
    ),
    "orderInteraction": ({"responseIdentifier": NAME, "shuffle": BOOLEAN}, "(prompt )?(simpleChoice )+"),
    "simpleChoice": ({"identifier": NAME, "fixed": BOOLEAN}, None),
    "textEntryInteraction": ({"responseIdentifier": NAME, "expectedLength": "[0-9]+"}, ""),
    "extendedTextInteraction": ({"responseIdentifier": NAME, "expectedLength": "[0-9]+"}, "(prompt )?"),
    "responseProcessing": ({}, f"({RULE} )+"),
    "responseCondition": ({}, "responseIf (responseElseIf )*(responseElse )?"),
    "responseIf": ({}, f"({EXPRESSION}) ({RULE} )*"),
    "responseElseIf": ({}, f"({EXPRESSION}) ({RULE} )*"),
    "responseElse": ({}, f"({RULE} )*"),
    "setOutcomeValue": ({"identifier": NAME}, f"({EXPRESSION}) "),
    "variable": ({"identifier": NAME}, ""), "correct": ({"identifier": NAME}, ""),
    "mapResponse": ({"identifier": NAME}, ""), "baseValue": ({"baseType": BASE}, None),
    "and": ({}, f"(({EXPRESSION}) )+"), "or": ({}, f"(({EXPRESSION}) )+"), "sum": ({}, f"(({EXPRESSION}) )+"),
    "multiple": ({}, f"(({EXPRESSION}) )*"), "not": ({}, f"({EXPRESSION}) "), "isNull": ({}, f"({EXPRESSION}) "),
    "index": ({"n": "[1-9][0-9]*"}, "variable "),
    "equal": ({"toleranceMode": "absolute", "tolerance": f"{NUMBER} {NUMBER}"}, f"({EXPRESSION}) ({EXPRESSION}) "),
    **dict.fromkeys(("match", "member", "lt", "gt", "lte", "gte"), ({}, f"({EXPRESSION}) ({EXPRESSION}) ")),
    "modalFeedback": ({"outcomeIdentifier": NAME, "identifier": NAME, "showHide": "show|hide"}, "(p )+"),
}  # fmt: skip


def local(name: str) -> str:
    return name.rpartition("}")[2]


def faults_of(item) -> list[str]:
    """Return what is wrong with an ``assessmentItem``; nothing when it may be handed on."""
    faults = [fault for one in item.iter() for fault in _faults_of_element(one)]
    return faults + _faults_between(item)


def _faults_of_element(one) -> list[str]:
    name = local(one.tag)
    if name not in MODEL:
        return [f"{name} is no element we use"]
    attributes, children = MODEL[name]
    allowed = {key.rstrip("?"): pattern for key, pattern in attributes.items()}
    found = {local(key): value for key, value in one.attrib.items()}
    faults = [
        f"{name} has {key}={value!r}" for key, value in found.items() if not re.fullmatch(allowed.get(key, "-^"), value)
    ]
    faults += [f"{name} lacks {key}" for key in attributes if not key.endswith("?") and key not in found]
    names = "".join(f"{local(child.tag)} " for child in one)
    if not re.fullmatch(children or "", names):
        faults.append(f"{name} holds {names}")
    return faults


def _faults_between(item) -> list[str]:
    def all_of(name):
        return [one for one in item.iter() if local(one.tag) == name]

    responses = {one.get("identifier"): one for one in all_of("responseDeclaration")}
    outcomes = {one.get("identifier"): one for one in all_of("outcomeDeclaration")}
    declared = [one.get("identifier") for one in (*all_of("responseDeclaration"), *all_of("outcomeDeclaration"))]
    faults = [f"{name} is declared twice" for name, count in Counter(declared).items() if count > 1]
    asked = [one.get("responseIdentifier") for one in item.iter() if one.get("responseIdentifier")]
    if sorted(asked) != sorted(responses):
        faults.append(f"declared are {sorted(responses)}, asked for {sorted(asked)}")
    faults += [
        f"variable {one.get('identifier')}" for one in all_of("variable") if one.get("identifier") not in declared
    ]
    faults += [
        f"no outcome {one.get('identifier')}"
        for one in all_of("setOutcomeValue")
        if one.get("identifier") not in outcomes
    ]
    said = {one.get("identifier") for one in all_of("modalFeedback")}
    names = {one.text for one in all_of("baseValue") if one.get("baseType") == "identifier"}
    choices = [one.get("identifier") for one in all_of("simpleChoice")]
    faults += [f"nothing is said for {name}" for name in names - said - set(choices)]
    if len(set(choices)) != len(choices):
        faults.append("two choices of one name")
    for name, one in responses.items():
        values = [value.text for value in one.iter() if local(value.tag) == "value"]
        if one.get("cardinality") == "single" and len(values) > 1:
            faults.append(f"{name} takes one value and is given {len(values)}")
        if one.get("baseType") == "identifier" and not set(values) <= set(choices):
            faults.append(f"{name} is right at {values}, which cannot be chosen")
    return faults
