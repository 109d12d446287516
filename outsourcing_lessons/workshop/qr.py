"""The QR code of an address, to be photographed: in a page and in a terminal."""

from __future__ import annotations

import io
from functools import cache

import segno


@cache
def svg(address: str) -> bytes:
    """Draw an address as SVG; black on white also in the dark."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2, light="#fff", omitsize=True)
    return drawn.getvalue()


def text(address: str) -> str:
    """Draw an address in the characters of a terminal."""
    drawn = io.StringIO()
    segno.make(address, micro=False).terminal(drawn, compact=True, border=2)
    return drawn.getvalue().rstrip("\n")
