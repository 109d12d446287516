"""Tests that are one sitting: each step finds the page as the step before has left it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Story:
    """The steps of one sitting, in the order in which they are written.

    Opening JupyterLab takes longer than all that is looked at in it, so it is opened once. A step states one behaviour
    in its name; the test that tells the story reports each, and ends with the first that fails.
    """

    def __init__(self):
        self.steps: list[Callable[[Any], None]] = []
        self.long: set[Callable[[Any], None]] = set()

    def step(self, function: Callable[[Any], None]) -> Callable[[Any], None]:
        """Add a step at the end."""
        self.steps.append(function)
        return function

    def long_step(self, function: Callable[[Any], None]) -> Callable[[Any], None]:
        """Add a step of `make test-full`, which no other builds on."""
        self.long.add(function)
        return self.step(function)

    def tell(self, subtests, sitting: Any, full: bool) -> None:
        """Go through the steps with what they share; the long ones where all are wanted."""
        for step in self.steps:
            if step in self.long and not full:
                continue
            done = False
            with subtests.test(step.__name__.replace("_", " ")):
                step(sitting)
                done = True
            if not done:
                return
