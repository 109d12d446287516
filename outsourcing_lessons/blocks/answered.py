"""What was answered and written, behind the static form of a block: for whoever reads a notebook without its kernel.

It is put in when a notebook is read or stored and taken out again before the next time, so it stands behind a mark.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape as as_text
from typing import Any

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.blocks.block import Ask, Block
from outsourcing_lessons.blocks.filled import rows_of
from outsourcing_lessons.blocks.sheet import Worksheet
from outsourcing_lessons.items.item import Item

MARK = "<!--ol-answered-->"
VERDICTS: dict[Any, str] = {True: "Right.", False: "Not right."}
Response = Mapping[str, Any]
Told = list[tuple[str, str]]


def in_words(item: Item, response: Response) -> str:
    """Return a response as its learner would say it.

    Examples
    --------
    >>> from outsourcing_lessons.items.item import Number
    >>> words = {"title": "T", "prompt": "P", "praise": "Yes.", "otherwise": "No."}
    >>> in_words(Number(id="a.b", key=4, tolerance=0, low=0, high=9, unit="jobs", **words), {"value": "4"})
    '4 jobs'
    """
    names: dict[Any, str] = {row.id: row.text for row in item.named}
    if item.type == "prediction":
        return f"{response['value']}, between {response['low']} and {response['high']}"
    if item.type == "game":
        return f"{len(response.get('dials', ()))} quarters played"
    given = response.get(item.PARTS[0])
    if isinstance(given, Mapping):
        return "; ".join(f"{names.get(part, part)}: {amount}" for part, amount in given.items())
    if isinstance(given, list | tuple):
        return "; ".join(names.get(one, str(one)) for one in given)
    prefix, unit = getattr(item, "prefix", ""), getattr(item, "unit", "")
    said = names.get(given, str(given)) if isinstance(given, str) else str(given)
    bare = item.type == "number" and said.replace(".", "").replace(",", "").strip("- ").isdigit()
    return f"{prefix}{said}{' ' * bool(unit)}{unit.strip()}" if bare else said


def told(block: Block, attempts: Sequence[tuple[Response, Mapping[str, Any]]], entries: Mapping[str, Any]) -> Told:
    """Return what a learner did at a block, as lines with their labels; empty where they did nothing.

    ``attempts`` are (response, outcome) of those at this variant, oldest first; ``entries`` what was written, by field.
    """
    if isinstance(block, Ask) and attempts:
        response, outcome = attempts[-1]
        label = "Your answer" if len(attempts) == 1 else f"Your answer, the last of {len(attempts)}"
        lines = [(label, in_words(block.item, response))]
        if response.get("confidence") is not None:
            lines.append(("How sure you were", f"{response['confidence']} %"))
        said = " ".join(filter(None, (VERDICTS.get(outcome.get("correct", None), ""), *outcome.get("feedback", ()))))
        return [*lines, ("What the course said", said)] if said else lines
    return _written(block, entries) if isinstance(block, Worksheet) else []


def _written(block: Worksheet, entries: Mapping[str, Any]) -> Told:
    lines = []
    for sheet in block.sheets:
        for place, row in enumerate(rows_of(sheet), start=1):
            for field in sheet.fields:
                text = entries.get(field.id + row)
                if isinstance(text, str) and text.strip():
                    lines.append((f"{field.label} ({place})" if row else field.label, text))
    return lines


def with_told(forms: dict[str, Any], lines: Told) -> None:
    """Put into the static forms of a block what its learner did, in place of what was put in before."""
    for kind, form in (("text/html", _html), ("text/markdown", _markdown)):
        whole = "".join(forms.get(kind, ""))
        if whole and (lines or MARK in whole):
            forms[kind] = whole.partition(MARK)[0] + (MARK + form(lines) if lines else "")


def _html(lines: Told) -> str:
    rows = "".join(f"<dt>{as_text(label)}</dt><dd>{as_text(text)}</dd>" for label, text in lines)
    return f'<section class="ol-block ol-answered"><dl>{rows}</dl></section>'


def _markdown(lines: Told) -> str:
    return "\n\n" + "\n\n".join(f"**{escape.markdown(label)}:** {escape.markdown(text)}" for label, text in lines)
