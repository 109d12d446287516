"""Waiting in tests: for a condition, and so long that a busy machine makes no difference."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

PATIENCE = 240  # seconds


def wait_until(come: Callable[[], Any], every: float = 0.02) -> Any:
    """Ask again and again until the answer is a true one; return it."""
    deadline = time.monotonic() + PATIENCE
    while not (answer := come()):
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {PATIENCE} seconds in vain")
        time.sleep(every)
    return answer
