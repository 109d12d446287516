"""What learners hand in, as tables and one page: read with suspicion, judged again."""

from outsourcing_lessons.collect.collect import Collected, collect

__all__ = ["Collected", "collect"]
