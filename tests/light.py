"""A plugin that is loaded before all others, one of which imports nbformat."""

from outsourcing_lessons.without_grammars import without_grammars

with without_grammars():
    import nbformat  # noqa: F401
