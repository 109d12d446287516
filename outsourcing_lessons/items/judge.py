"""What a response is worth and what is said about it; ``player/judge.js`` says the same (``tests/vectors``)."""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.items.base import ItemBase
from outsourcing_lessons.items.outcome import Outcome, Refused, brier_of, outcome


def judge(item: ItemBase, response: Any) -> Outcome:
    """Judge a response; never raises, whatever the response is.

    ``response``: plain data, such as ``{"option": "a-regular"}``; see ``docs/how-it-is-built.md`` for the form of each
    type.

    Returns
    -------
    dict
        ``valid``, ``refusal``, ``correct``, ``score``, ``feedback``, ``missed`` (the places in ``feedback`` of
        what is said about options left out) and ``brier``. What is neither right nor wrong has None for ``correct``
        and ``score``.

    Examples
    --------
    >>> from outsourcing_lessons.items.item import Number
    >>> words = {"title": "T", "prompt": "P", "praise": "Yes.", "otherwise": "No."}
    >>> item = Number(id="a.b", key=4, tolerance=0, low=0, high=9, **words)
    >>> judge(item, {"value": "4,0"})["correct"], judge(item, {"value": "40"})["refusal"]
    (True, 'out-of-range')
    """
    try:
        if not isinstance(response, dict):
            raise Refused("not-a-response")
        judged = item.judged(response)
        # What a stated confidence was worth; a prediction's is in its outcome already.
        if "confidence" not in response or judged["brier"] is not None or judged["correct"] is None:
            return judged
        return judged | {"brier": brier_of(response, judged["correct"])}
    except Refused as refused:
        return outcome(valid=False, refusal=refused.args[0])


def explained(item: ItemBase, outcome: Outcome) -> Outcome:
    """Return an outcome as a player is given it: with what is said of each option. It is never kept that way.

    Examples
    --------
    >>> from outsourcing_lessons.items.item import Number
    >>> words = {"title": "T", "prompt": "P", "praise": "Yes.", "otherwise": "No."}
    >>> item = Number(id="a.b", key=4, tolerance=0, low=0, high=9, **words)
    >>> "reasons" in explained(item, judge(item, {"value": "4"}))  # a number has no options
    False
    """
    reasons = item.reasons() if outcome.get("valid") else {}
    return outcome | {"reasons": reasons} if reasons else outcome
