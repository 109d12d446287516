"""A small engine for the response processing of QTI 2.1: what a platform does with an answer, by the specification.

It knows nothing of how the package was written: it reads the XML. NULL is None; a container is a list.
"""

from __future__ import annotations

from typing import Any

from tests.exports.qti_rules import local

READ = {"float": float, "integer": int, "identifier": str, "string": str}


class Engine:
    """The session of one item.

    Parameters
    ----------
    item : element
        An ``assessmentItem``.
    responses : dict
        By the name of the response.
    """

    def __init__(self, item, responses: dict[str, Any]):
        self.item = item
        self.types = {
            one.get("identifier"): one.get("baseType") for one in item if local(one.tag).endswith("Declaration")
        }
        self.values: dict[str, Any] = dict.fromkeys(self.types)
        for one in item:
            if local(one.tag) == "outcomeDeclaration" and len(one):
                self.values[one.get("identifier")] = READ[one.get("baseType")](one[0][0].text)
        assert set(responses) <= set(self.types)
        self.values |= responses
        for rule in next(one for one in item if local(one.tag) == "responseProcessing"):
            self.run(rule)

    @property
    def score(self) -> float:
        return self.values["SCORE"]

    @property
    def said(self) -> list[str]:
        """The texts that are shown, in the order of the item."""
        shown = self.values["SAID"] or []
        feedback = [one for one in self.item if local(one.tag) == "modalFeedback"]
        return ["\n".join(p.text for p in one) for one in feedback if one.get("identifier") in shown]

    def run(self, rule) -> None:
        if local(rule.tag) == "setOutcomeValue":
            self.values[rule.get("identifier")] = self.worth(rule[0])
            return
        for branch in rule:
            rules = list(branch)
            if local(branch.tag) == "responseElse" or self.worth(rules.pop(0)) is True:
                for each in rules:
                    self.run(each)
                return

    def worth(self, one) -> Any:
        return getattr(self, f"_{local(one.tag)}")(
            one, [] if local(one.tag) == "mapResponse" else [self.worth(child) for child in one]
        )

    def _variable(self, one, given):
        return self.values[one.get("identifier")]

    def _baseValue(self, one, given):
        return READ[one.get("baseType")](one.text)

    def _correct(self, one, given):
        declared = next(each for each in self.item if each.get("identifier") == one.get("identifier"))
        values = [READ[declared.get("baseType")](value.text) for value in declared[0]]
        return values if declared.get("cardinality") != "single" else values[0]

    def _match(self, one, given):
        if None in given:
            return None
        ordered = isinstance(given[0], tuple)
        a, b = given if not isinstance(given[0], list) else map(sorted, given)
        return tuple(a) == tuple(b) if ordered else a == b

    def _and(self, one, given):
        return False if False in given else None if None in given else True

    def _or(self, one, given):
        return True if True in given else None if None in given else False

    def _not(self, one, given):
        return None if given[0] is None else not given[0]

    def _isNull(self, one, given):
        return given[0] is None or given[0] in ([], ())

    def _equal(self, one, given):
        if None in given:
            return None
        below, above = map(float, one.get("tolerance").split())
        return given[1] - below <= given[0] <= given[1] + above

    def _lt(self, one, given):
        return None if None in given else given[0] < given[1]

    def _gt(self, one, given):
        return None if None in given else given[0] > given[1]

    def _lte(self, one, given):
        return None if None in given else given[0] <= given[1]

    def _gte(self, one, given):
        return None if None in given else given[0] >= given[1]

    def _sum(self, one, given):
        return None if None in given else sum(given)

    def _member(self, one, given):
        return None if None in given else given[0] in given[1]

    def _multiple(self, one, given):
        flat = [value for each in given if each is not None for value in (each if isinstance(each, list) else [each])]
        return flat or None

    def _index(self, one, given):
        place = int(one.get("n"))
        return given[0][place - 1] if given[0] is not None and place <= len(given[0]) else None

    def _mapResponse(self, one, given):
        declared = next(each for each in self.item if each.get("identifier") == one.get("identifier"))
        mapping = next(each for each in declared if local(each.tag) == "mapping")
        worth = {entry.get("mapKey"): float(entry.get("mappedValue")) for entry in mapping}
        total = sum(
            worth.get(key, float(mapping.get("defaultValue"))) for key in set(self.values[one.get("identifier")] or [])
        )
        return min(max(total, float(mapping.get("lowerBound"))), float(mapping.get("upperBound")))
