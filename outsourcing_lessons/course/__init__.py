"""The course on handing work to others: what it says, in plain text and in what computes it."""

from pathlib import Path

from outsourcing_lessons.lessons.course import load

COURSE = load(Path(__file__).parent, __name__)
