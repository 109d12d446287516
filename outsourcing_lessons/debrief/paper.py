"""The results on paper: one page of pictures of the day, then all of them; by Typst, tagged for screen readers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from outsourcing_lessons.characters import legal
from outsourcing_lessons.debrief.pictures import Picture, of_the_day
from outsourcing_lessons.typesetting.printing import printed_anyway

TEMPLATE = Path(__file__).with_name("results.typ")


def paper(title: str, said: str, pictures: Sequence[Picture]) -> bytes:
    """Return the results as PDF; raises RenderError when it cannot be made."""
    content = {"title": title, "said": said, "day": list(map(asdict, of_the_day(list(pictures))))}
    content["all"] = list(map(asdict, pictures))
    return printed_anyway(TEMPLATE, json.dumps(_legal(content), ensure_ascii=False))[0]


def _legal(content: Any) -> Any:
    """Return data whose texts a document can hold."""
    if isinstance(content, dict):
        return {name: _legal(one) for name, one in content.items()}
    if isinstance(content, list | tuple):
        return [_legal(one) for one in content]
    return legal(content) if isinstance(content, str) else content
