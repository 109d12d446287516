"""Which question an answer belongs to, whatever words the question is put in.

An item has two codes. Its ``variant`` says what is asked and judged: the type, the key, tolerance, bounds, unit and
total, the ids that an answer names, all that was drawn but the order in which options stand, and every number that a
learner reads in the prompt, in the exhibit or beside an id. So an author mends a word, or adds a trap, and every
answer stays; with another key or another number it is another question. With another draw it is one too, even where
both would be judged alike: no answer passes from one learner's question to another's. Its ``wording`` says how all of
it was put, to the last comma.

A code begins with a letter, since a spreadsheet makes numbers of ``02482481`` and ``33077e27``. Version 0.1 had one
code without a letter, of all the words. That was a wording, and is read as one.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from outsourcing_lessons.items.item import Item
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.number_format import NEUTRAL, NumberFormat, plain_digits, read_format

# What is said about an item and not in it.
ABOUT = {"objective", "minutes", "sources", "numbers"}
CODES = {"variant": "", "wording": ""}
FIGURES = 10  # significant, of a number: a model may compute the last ones in another way one day
NUMBER = re.compile(r"[0-9](?:[0-9,.]*[0-9])?")
FORMER = re.compile(r"[0-9a-f]{8}")


def codes(item: Item, drawn: Sequence[int]) -> dict[str, str]:
    """Return the ``variant`` and the ``wording`` of an item that is complete but for them.

    ``drawn`` is what chance decided about it, as ``SeededRandom.drawn`` has it.
    """
    data = item.model_dump(mode="json", exclude=ABOUT | CODES.keys())
    # With an empty variant this is what version 0.1 took the digest of, so that its answers are known again.
    return {
        "variant": f"v{_digest([_asked(item, data), list(drawn)])}",
        "wording": f"w{_digest(data | {'variant': ''})}",
    }


def _asked(item: Item, data: Mapping[str, Any]) -> dict[str, Any]:
    asked, form = item.identity() | {"id": item.id, "type": item.type}, read_format(item.numbers)
    named = data.get(item.NAMED, ())
    rows = sorted([row["id"], row.get("low"), row.get("high"), numbers(row["text"], form)] for row in named)
    exhibit = data["exhibit"] or {"caption": "", "columns": [], "rows": []}
    cells = [exhibit["caption"], *exhibit["columns"], *(cell for row in exhibit["rows"] for cell in row)]
    asked |= {"named": rows, "numbers": numbers("\n".join([data["prompt"], *cells]), form)}
    rounded: dict[str, Any] = _rounded(asked)
    return rounded


def numbers(text: str, form: NumberFormat = NEUTRAL) -> list[str]:
    """Return the numbers in a text, in order, however its place writes them.

    Examples
    --------
    >>> numbers("First job: €1,200 for 2.5 hours.")
    ['1200', '2.5']
    >>> numbers("1.200,5 kr", read_format("SEK|#.##0,00 kr"))
    ['1200.5']
    """
    return [found.replace(",", "") for found in NUMBER.findall(plain_digits(text, form))]


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _rounded(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_rounded(one) for one in value]
    return float(f"{value:.{FIGURES}g}") if isinstance(value, float) else value


def _digest(data: Any) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:8]


def wording_of(variant: str) -> str:
    """Return the wording that a code of version 0.1 stands for, or "" for a code of today.

    Examples
    --------
    >>> wording_of("33077e27"), wording_of("v33077e27")
    ('w33077e27', '')
    """
    return f"w{variant}" if FORMER.fullmatch(variant) else ""


def former_code(item: Item) -> str:
    """Return the code that version 0.1 gave to an item with these very words."""
    return item.wording.removeprefix("w")


def judged_alike(item: Item, made: Iterable[tuple[Any, Any]]) -> bool:
    """Say whether (response, outcome) pairs of version 0.1 come out now as they did then.

    That is the evidence that an item which was reworded since is the same question: the same mark for each answer
    that was given, and the same numbers in what was said of it. A wrong answer that is still wrong counts as one:
    whatever the key was, the mark is right.
    """
    return all(_mark(judged_from_file(item, response)) == _mark(outcome) for response, outcome in made)


def judged_from_file(item: Item, response: Any) -> dict[str, Any]:
    """Judge a response that anybody may have written into a file; one that cannot be judged is not valid."""
    try:
        return judge(item, response)
    except (OverflowError, RecursionError, ValueError):  # a number or a nesting beyond all bounds
        return {"valid": False}


def _mark(outcome: Any) -> tuple[Any, ...]:
    if not isinstance(outcome, dict) or outcome.get("valid") is not True:
        return ()
    said = outcome.get("feedback")
    texts = [text for text in said if isinstance(text, str)] if isinstance(said, list) else []
    return outcome.get("correct"), outcome.get("score"), outcome.get("brier"), numbers("\n".join(texts))
