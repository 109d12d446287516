"""Batch rendering: plan -> execute -> export -> store."""

from outsourcing_lessons.without_grammars import without_grammars

with without_grammars():  # each process of a batch begins here
    import nbformat  # noqa: F401
