"""Whether a colour can be read on the paper of the pages, and the nearest one that can."""

from __future__ import annotations

import re

LEAST = 7.0
# The papers of player/tokens.css that the accent stands on.
LIGHT, DARK = ("#fbf8f1", "#ffffff"), ("#14161a", "#1c1f25")
HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
STEPS = 100

Rgb = tuple[int, ...]


def rgb(text: str) -> Rgb:
    """Return the parts of a colour such as ``#0a5750`` or ``#abc``.

    Examples
    --------
    >>> rgb("#0a5750"), rgb("#abc")
    ((10, 87, 80), (170, 187, 204))
    """
    digits = text.removeprefix("#")
    whole = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    return tuple(int(whole[place : place + 2], 16) for place in (0, 2, 4))


def written(parts: Rgb) -> str:
    """Write a colour as ``#0a5750``."""
    return "#" + "".join(f"{part:02x}" for part in parts)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, as WCAG reckons it, from 1 to 21.

    Examples
    --------
    >>> round(contrast("#000", "#fff"), 1), round(contrast("#0a5750", "#fbf8f1"), 1)
    (21.0, 7.9)
    """
    lighter, darker = sorted((_luminance(rgb(one)), _luminance(rgb(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_on(colour: str, papers: tuple[str, ...]) -> float:
    """Return the contrast on the paper where it is least."""
    return min(contrast(colour, paper) for paper in papers)


def nearest(colour: str, papers: tuple[str, ...]) -> str:
    """Return the colour itself where it can be read, else the first that can on its way to black, or to white on dark.

    Examples
    --------
    >>> nearest("#0a5750", LIGHT), nearest("#1e90ff", LIGHT), nearest("#0a5750", DARK)
    ('#0a5750', '#125699', '#8cb0ad')
    """
    end = (0, 0, 0) if papers is LIGHT else (255, 255, 255)
    start = rgb(colour)
    for step in range(STEPS + 1):
        mixed = tuple(round(a + (b - a) * step / STEPS) for a, b in zip(start, end, strict=True))
        if least_on(written(mixed), papers) >= LEAST:
            return written(mixed)
    raise AssertionError("black and white can be read")


def _luminance(parts: Rgb) -> float:
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
