"""The rules, a module for each thing they look at; importing this package makes them known."""

from outsourcing_lessons.authoring.rules import (
    bank,
    evidence,
    explorers,
    notebook,
    place,
    prose,
    rhythm,
    shape,
    situations,
    texts,
)

__all__ = ["bank", "evidence", "explorers", "notebook", "place", "prose", "rhythm", "shape", "situations", "texts"]
