"""Answers saved from workbooks, as one table: read with suspicion, judged again, written as CSV and SQLite."""

from outsourcing_lessons.render.collect.collect import Collected, collect

__all__ = ["Collected", "collect"]
