"""The tokens: contrast as promised, one file for all colours, and typefaces that are whole and licensed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from outsourcing_lessons import player
from outsourcing_lessons.player import typefaces

PACKAGE = Path(player.__file__).parent.parent
TOKENS = (player.FOLDER / "tokens.css").read_text("utf-8")
PAIRS = {
    name: (light, dark) for name, light, dark in re.findall(r"--ol-([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", TOKENS)
}
TEXTS = ("ink", "soft", "stranger", "regular", "bench", "own", "machine", "pencil")
GROUNDS = ("paper", "card", "wash")


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_readable_on_every_ground(text, theme):
    found = {ground: round(contrast(PAIRS[text][theme], PAIRS[ground][theme]), 2) for ground in GROUNDS}
    assert min(found.values()) >= 7, found


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_edges_and_the_focus_stand_out(theme):
    assert all(contrast(PAIRS[name][theme], PAIRS[g][theme]) >= 3 for name in ("edge", "focus") for g in GROUNDS)


STYLED = sorted(
    path for path in PACKAGE.rglob("*") if path.suffix in (".css", ".html", ".j2") and path.name != "tokens.css"
)


def test_no_page_has_a_colour_of_its_own():
    """White is for what is photographed and printed."""
    ours = {*re.findall(r"#\w{6}", TOKENS), "#fff"}
    for path in STYLED:
        found = set(re.findall(r"(?<=[\s:(,])#[0-9a-fA-F]{3,8}\b", path.read_text("utf-8")))
        assert sorted(found - ours) == [], path.relative_to(PACKAGE)


# Set where they are used, on an element: the colour of a line's role, and where a chart that stays in view stops.
GIVEN = {"role", "top"}


def test_every_token_that_a_style_uses_is_there():
    styles = [path for path in PACKAGE.rglob("*.css") if path.name != "tokens.css"]
    used = {name for path in styles for name in re.findall(r"var\(--ol-([\w-]+)", path.read_text("utf-8"))}
    assert sorted(used - GIVEN - set(re.findall(r"--ol-([\w-]+):", TOKENS))) == []


def test_the_typefaces_are_whole_licensed_and_small():
    assert all(typefaces.content(name).startswith(b"wOF2") for name in typefaces.FILES)
    assert sum(len(typefaces.content(name)) for name in typefaces.FILES) < 195_000
    for family in {face.family for face in typefaces.FACES}:
        licence = (typefaces.FOLDER / f"OFL-{family.lower()}.txt").read_text("utf-8")
        assert family in licence and "SIL Open Font License, Version 1.1" in licence
    assert typefaces.embedded().count("url(data:font/woff2;base64,") == len(typefaces.FACES)
