"""Limits as they are typed: ``90``, ``90s``, ``15m``, ``2h``; ``800MB``, ``1.5GB``."""

from __future__ import annotations

import re

import click

from outsourcing_lessons.errors import ArgumentError

TIME = click.option(
    "--time-limit", default="15m", show_default=True, metavar="TIME", help="How long one learner may take: 90, 15m, 2h."
)
CELL_TIME = click.option(
    "--cell-time-limit", default="180", show_default=True, metavar="TIME", help="How long one cell may take."
)
MEMORY = click.option(
    "--memory-limit",
    default="1GB",
    show_default=True,
    metavar="SIZE",
    help="How much memory a process may use, on Linux.",
)
UNITS = {"seconds": {"": 1, "s": 1, "m": 60, "h": 3600}, "bytes": {"mb": 10**6, "gb": 10**9}}
ALLOWED = {
    "seconds": "seconds such as 90, minutes such as 15m, or hours such as 2h",
    "bytes": "400MB or more, such as 800MB or 1.5GB",
}


def amount_of(name: str, text: str, kind: str) -> float:
    """Return how many seconds or bytes a text means.

    Examples
    --------
    >>> amount_of("time limit", "15m", "seconds"), amount_of("memory limit", "1.5 GB", "bytes")
    (900.0, 1500000000.0)
    """
    found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,9})?)\s*([a-z]*)", text.strip().lower(), re.ASCII)
    if not found or found[2] not in UNITS[kind]:
        raise ArgumentError(name, text, ALLOWED[kind])
    return float(found[1]) * UNITS[kind][found[2]]


def limits_of(cell: str, learner: str, memory: str):
    """Return the limits of a batch."""
    from outsourcing_lessons.render.limits import Limits

    return Limits(
        amount_of("cell time limit", cell, "seconds"),
        amount_of("time limit", learner, "seconds"),
        int(amount_of("memory limit", memory, "bytes")),
    )
