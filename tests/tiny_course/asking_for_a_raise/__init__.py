"""A second, tiny course: the tests of the engine run on it, so that the large one may say what it likes."""

from pathlib import Path

from outsourcing_lessons.lessons.course import load

COURSE = load(Path(__file__).parent, __name__)
