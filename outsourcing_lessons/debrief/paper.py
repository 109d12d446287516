"""The results on paper: one page of pictures of the day, then all of them; by Typst, tagged for screen readers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from outsourcing_lessons.characters import legal_throughout
from outsourcing_lessons.debrief.pictures import Picture, of_the_day
from outsourcing_lessons.typesetting.printing import printed_anyway

TEMPLATE = Path(__file__).with_name("results.typ")


def paper(title: str, said: str, pictures: Sequence[Picture]) -> bytes:
    """Return the results as PDF; raises RenderError when it cannot be made."""
    content = {"title": title, "said": said, "day": list(map(asdict, of_the_day(list(pictures))))}
    content["all"] = list(map(asdict, pictures))
    return printed_anyway(TEMPLATE, json.dumps(legal_throughout(content), ensure_ascii=False))[0]
