"""What a workshop has shown: read from its log, counted, said in words; as a page, tables and xAPI statements.

``open_debrief`` is what the notebook works with; each of its methods shows one thing.
"""

from outsourcing_lessons.debrief.debrief import open_debrief

__all__ = ["open_debrief"]
